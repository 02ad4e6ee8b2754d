// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/ports/testresults.h"
#include "viewmodels/session/windowprompter.h"
#include "viewmodels/setupviewmodels.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

namespace sparkloom::viewmodels {

// Joins one session with the view-models: values one way, intents the other. Owns neither. The session can be exchanged
// (practice on virtual Sparks has one of its own). Main thread; nothing here waits.
class SetupController : public QObject {
    Q_OBJECT
public:
    SetupController(SetupViewModels &pages, WindowPrompter &prompter, QObject *parent = nullptr);
    ~SetupController() override;

    // virtualSparks and what they bring: only where the session runs on virtual Sparks.
    void setSession(engine::ClusterSession *session, engine::VirtualSparks *virtualSparks = nullptr,
        std::vector<engine::VirtualSpark> brought = {});
    // Where results of tests are kept; outlives the session. Null: nowhere.
    void setResults(engine::TestResults *results) { m_results = results; }
    // How fast the time of virtual Sparks runs: their measurements take as much shorter.
    void setSpeed(double speed) { m_speed = speed; }
    // What the journal says about an earlier run of this session's cluster.
    void setInterruption(const std::optional<engine::Interruption> &interruption);
    // A person looks at this window again, which may have stood open for days: whether somebody changed a Spark since
    // is found out, unless something is under way.
    void glance();
    // The language is another one: all pages say everything anew.
    void retranslate();

Q_SIGNALS:
    // A change has ended: the journal may say something else than before.
    void interruptionMayHaveChanged();

private:
    // Runs `then` with the outcome, unless by then this controller is gone or shows another session.
    template <typename T, typename F>
    void whenDone(QCoro::Task<T> task, F then)
    {
        QPointer<SetupController> self(this);
        task.then([self, session = m_session, then](T result) {
            if (self && session && self->m_session == session)
                then(std::move(result));
        });
    }
    void connectPages();
    void connectFinding();
    void connectTopology();
    void connectInterrupted();
    void connectPrompter();
    void connectFaults();
    void connectSession();
    void enter(Step step);
    void goOrSignIn(Step step);

    void clearPages();
    void pushFound();
    void pushHosts();
    void pushCabling();
    void pushPlan();
    void pushReport();
    void pushFlow();

    void signIn(const QStringList &onlyThese = {});
    void startCabling();
    void adjustGoal();
    void plan();
    void apply();
    void verify();
    void prove();
    void endProof(const std::optional<base::Error> &error);
    enum class AtWork { Refuses, Insists };
    // Carries it out unless somebody works on the fabric of these Sparks (none named: of all), which ends the task.
    void unlessAtWork(const QStringList &names, AtWork others, std::function<void()> carryOut);
    void runBack(ApplyViewModel::Task task, AtWork others = AtWork::Refuses);
    void carryBack(ApplyViewModel::Task task);
    void insist();
    void forgetProof();
    // setupcontroller_membership.cpp
    void connectMembership();
    void membersChanged();
    void dropImpossibleGoal();
    bool isPossible(std::optional<domain::Topology> goal) const;
    bool covers(const domain::AddressPlan &addresses) const;
    bool isSetUp(const engine::ClusterMember &member) const;
    QStringList setUpMembers() const;
    std::vector<engine::FoundHost> foundInPractice() const;
    bool choose(const QString &key);
    void takeOffList(const QString &name);
    void askLeave(const QString &name);
    void beginLeave(const QString &name, bool gone);
    bool readyForLeave() const;
    void planLeave();
    void applyLeave(AtWork others = AtWork::Refuses);
    void endLeave();
    void takeOver();
    void addMissing();
    void goOnAfterSignIn();
    void connectDrift();
    void connectLive();
    void connectLiveSession();
    void disconnectLive();
    void watchOrNot(Step step);
    void watch();
    void lookForDrift();
    void connectTests();
    void enterTests();
    void lookForOthers();
    void estimateTest();
    void startTest();
    void climbOnProve();
    void runTest(engine::TestKind kind, engine::TestOptions options);
    void stopTest();
    void testEnded(const base::Result<engine::TestReport> &outcome);
    void readHistory();
    void connectNcclCopy();
    void lookForKeptNccl();
    void planNcclCopy();
    void copyNccl();
    void takeNcclBack();
    void forget(AtWork others = AtWork::Refuses);
    void settle(ApplyViewModel::Task task);
    bool readyToSettle() const;
    void finishTask(const base::Result<engine::ApplyOutcome> &outcome);
    void answerFromForm(const QString &name, const base::Message &problem);
    void blink(const QString &spark, int cage);
    void plug(const engine::VirtualSocket &a, const engine::VirtualSocket &b);
    void unplug(const engine::VirtualSocket &socket);
    void pluggingDone(const base::Result<void> &result);
    void beginPractice();
    void lookForFaults();
    void faultDone(const base::Result<void> &result);
    const engine::VirtualSpark *brought(const QString &name) const;
    engine::Credentials credentialsOf(const QString &user, const base::Secret &password) const;

    SetupViewModels &m_pages;
    WindowPrompter &m_prompter;
    QPointer<engine::ClusterSession> m_session;
    QPointer<engine::VirtualSparks> m_virtual;
    std::vector<engine::VirtualSpark> m_brought;
    QTimer m_countdown;
    QTimer m_hostsNews;  // runs from the first news of a Spark until all of them are pushed
    QTimer m_faultsNews; // runs while a person looks at the faults of virtual Sparks
    engine::TestResults *m_results = nullptr;
    double m_speed = 1;
    std::unique_ptr<QObject> m_following;              // a test that runs
    bool m_goalChosen = false;                         // by a person: never changed by itself
    std::optional<Leaver> m_leaver;                    // its plan is made, reviewed or carried out
    std::vector<engine::ClusterMember> m_missing;      // of the cluster that is taken over
    QStringList m_without;                             // its members that are gone for good
    std::optional<ApplyViewModel::Task> m_afterSignIn; // waits until all are signed in
    std::optional<Step> m_stepAfterSignIn;             // likewise
    bool m_verifiedThisPlan = false;
    bool m_applyFailed = false;
    bool m_applied = false;
    QDateTime m_opened; // when this window got its session
};

} // namespace sparkloom::viewmodels
