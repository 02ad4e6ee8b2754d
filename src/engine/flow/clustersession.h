// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/chosenaddresses.h"
#include "domain/plan/preflight.h"
#include "domain/plan/records.h"
#include "engine/cluster.h"
#include "engine/flow/paces.h"
#include "engine/flow/views.h"
#include "engine/ports/agentimages.h"
#include "engine/ports/discoverybackend.h"
#include "engine/ports/localsystem.h"
#include "engine/ports/store.h"
#include "engine/ports/virtualsparks.h"
#include "engine/prompts.h"

#include <QCoroTask>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

class BenchFlow;

class LiveFlow;

class SshAliasStore;

// Everything the session needs from outside; all outlive it. Only gui/, cli/ and tests build this (design section 4).
struct Environment {
    RemoteHostFactory *hosts = nullptr;
    HostKeyStore *hostKeys = nullptr;
    AppKeyStore *appKey = nullptr;
    ClusterStore *clusters = nullptr;
    Journal *journal = nullptr;
    AgentImages *agents = nullptr;
    LocalSystem *local = nullptr;
    Prompter *prompter = nullptr;
    std::vector<DiscoveryBackend *> discovery; // none: typing names still works
    SshAliasStore *sshAliases = nullptr;       // none: this computer's SSH configuration is left alone
    VirtualSparks *virtualSparks = nullptr;    // set when this session runs on virtual Sparks
    Paces paces;
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; // the time of day, UTC
};

struct PlanOptions {
    std::optional<domain::Topology> topology; // nothing: what is cabled
    std::optional<domain::Ipv4Prefix> pool;
    std::vector<domain::ChosenAddress> chosen; // in place of the suggested ones
    int mtu = 9000;                            // 1500 to 9000
    int timerSeconds = 90;                     // 5 to 300
    // Nothing: as the cluster remembers it.
    std::optional<bool> hostsNames; // names of the other Sparks in each Spark's /etc/hosts
    std::optional<bool> sshAliases; // names of the Sparks in this computer's SSH configuration
};

// What a person has agreed to before an apply.
using Consents = std::vector<domain::PreflightFinding::Consent>;

struct ApplyOutcome {
    enum class Kind { NothingToDo, Applied, RolledBack, HalfApplied };
    Kind kind = Kind::NothingToDo;
    std::optional<base::Error> error; // why it was rolled back
    bool begun = true;                // false: rolled back means that nothing was begun on any Spark
    std::vector<base::Message> notes; // what came out otherwise than planned: the MTU that a switch allowed
};

// A cluster that another computer set up, as this one took it over.
struct Adoption {
    // Sparks that the others name as members and that are none here yet: they are to be added first, then nothing else
    // is set.
    std::vector<ClusterMember> missing;
    QString clusterId;
    QString name;  // that it has at its owner's, untrusted
    QString owner; // user@computer, untrusted
    QDateTime appliedAt;
};

// One cluster being set up: what window and command line both drive. Main thread only; every task may be awaited or
// left alone (its outcome then shows in signals). One task of the apply family at a time; others may overlap. cancel()
// ends what runs within a second, with Cancelled; an apply is rolled back. Destroying the session cancels and
// disconnects; open transactions roll back by themselves (stdin EOF at the agent).
class ClusterSession : public QObject {
    Q_OBJECT
public:
    ClusterSession(Environment environment, Cluster cluster, QObject *parent = nullptr);
    ~ClusterSession() override;

    // --- state
    const Cluster &cluster() const;
    std::vector<FoundHost> found() const;
    DiscoveryHealth discoveryHealth() const;
    std::vector<HostView> hosts() const; // members, in order
    CablingView cabling() const;
    std::optional<domain::Plan> plan() const;
    std::vector<JobView> jobs() const; // of the apply, undo or forget that runs or ran last
    std::optional<VerifyReport> report() const;
    std::vector<SparkStatus> status() const; // of the last refreshStatus()
    // While an apply is open: time until the dead-man timers fire, else nothing.
    std::optional<std::chrono::milliseconds> timerLeft() const;
    bool busy() const;

    // --- find
    void startDiscovery();
    void stopDiscovery();
    // Adds a machine by name or address ("name", "name:port", "user@name:port", "[v6]:port"). Errors: Usage.
    base::Result<QString> addHost(const QString &text);
    base::Result<QString> addFound(const QString &foundKey);
    // Adds a machine of which more is known: a virtual Spark, or one that another member names.
    base::Result<QString> addMember(ClusterMember member);
    void removeHost(const QString &name);
    void setUser(const QString &name, const QString &user);

    // --- sign in: connects to all members side by side, asks for new host keys in one table, signs in, installs our
    // key and proves it by a second login, starts the agent and inspects. One bad Spark never holds up the others. The
    // result is an error only when nobody got through or it was cancelled; per-Spark errors are in hosts().
    QCoro::Task<base::Result<void>> signIn();
    // The same for one member, e.g. after a wrong password.
    QCoro::Task<base::Result<void>> signIn(QString name);
    QCoro::Task<base::Result<void>> signInTo(QStringList names); // to these members alone
    // "This Spark was reinstalled": replaces the key on record after typed confirmation of its name. What was set up on
    // the old one is remembered for it: a plan gives it the same addresses.
    QCoro::Task<base::Result<void>> replaceHostKey(QString name, QString typedName);
    QCoro::Task<base::Result<void>> inspect(); // facts of all that are ready, anew

    // --- cable: watch and neighbours on all ready Sparks, until stopCabling().
    QCoro::Task<base::Result<void>> startCabling(std::optional<domain::Topology> goal);
    void stopCabling();
    void setGoal(std::optional<domain::Topology> goal);
    // The same, and remembered with the cluster while nothing is set up: cables may have to be bought first.
    void keepGoal(domain::Topology goal);
    // Raises sleeping halves (root verb wake; asks for sudo where needed).
    QCoro::Task<base::Result<void>> wakeHalves();
    // Cages of which nothing told yet where their cable leads: reads the serial numbers of the plugs and sends raw
    // frames, as root (asks for sudo, only on Sparks that have such cages).
    QCoro::Task<base::Result<void>> probeUnknown();
    // "Which cable is this?": while on, cabling() tells what went dark together (pulled) and lit up again (putBack).
    void watchPulls(bool on);
    // Waits until the map of lit cages is settled: every lit cage has a peer, or `patience` passed without news.
    QCoro::Task<base::Result<domain::CableMap>> settledMap(std::chrono::milliseconds patience);

    // --- plan
    QCoro::Task<base::Result<domain::Plan>> makePlan(PlanOptions options);
    // Routes of this computer, which no address of a plan may collide with.
    std::vector<domain::Ipv4Prefix> routesHere() const;

    // Lets the light of a socket blink, 1 to 60 s (root verb blink); begun is called once it does. cancel() puts it
    // out.
    QCoro::Task<base::Result<void>> blink(QString name, domain::CageIndex cage, std::chrono::seconds time,
        std::function<void(const QString &netdev)> begun);

    // --- apply, verify, undo
    // What speaks for waiting with the plan(): the fabric is in use, files of others are replaced, Sparks differ.
    std::vector<domain::PreflightFinding> findings() const;

    // The plan() shown; asks for sudo only where something is to be changed. Looks once more at what the Sparks are
    // doing; Refused where a finding needs a consent that was not given.
    QCoro::Task<base::Result<ApplyOutcome>> apply(Consents agreed = {});
    QCoro::Task<base::Result<VerifyReport>> verify();
    QCoro::Task<base::Result<ApplyOutcome>> undo();
    // Before undo, forget, a revert or a leave: whether something works on the fabric of these members (none named: of
    // all) and would break off; nothing: go ahead.
    QCoro::Task<base::Result<std::optional<domain::PreflightFinding>>> lookForWork(QStringList names = {});
    // undo, then takes away helper, unit, receipt, keys and the members themselves.
    QCoro::Task<base::Result<void>> forget(QStringList names); // empty: all
    // One member leaves: the plan for the others, which is plan() from then on; nothing: they cannot stay a cluster,
    // and go back to what they were before. leave() carries it out, and removes everything of Sparkloom from the one
    // that leaves; gone: that one is never asked for anything. The others are ready, and it too where it is not gone.
    QCoro::Task<base::Result<std::optional<domain::Plan>>> planLeave(QString name, int timerSeconds = 90);
    QCoro::Task<base::Result<ApplyOutcome>> leave(QString name, bool gone, Consents agreed = {});
    // Takes over the cluster that the records on these Sparks tell of; changes nothing on them. without: names of
    // members that are gone for good. Errors: Refused or NotKnown, the records tell of no single whole cluster.
    QCoro::Task<base::Result<Adoption>> adopt(QStringList without = {});
    // Looks whether every Spark still is as it was set up; repairs nothing. Remembers when it saw what.
    QCoro::Task<base::Result<void>> refreshStatus();
    // Accepts what the last look found on these Sparks (none named: on all) as it is, where that is possible: it does
    // not count as a difference until it changes again. Changes nothing on any Spark. How many were accepted.
    int keepDrift(const QStringList &names = {});
    // After members were removed here: their names go out of this computer's SSH configuration, too.
    QCoro::Task<base::Result<void>> tidyAliases();
    // After "half applied": finish commits what was persisted everywhere, revert takes all back. gone: members that are
    // gone for good, whom nobody waits for; finish takes them out of the cluster, revert leaves them in the list. The
    // one that an interrupted leave() said is gone need not be named again.
    QCoro::Task<base::Result<ApplyOutcome>> finishOpen(QStringList gone = {}, Consents agreed = {});
    QCoro::Task<base::Result<ApplyOutcome>> revertOpen(QStringList gone = {});
    // The members that a settling asks nothing of, because an interrupted leave() said that they are gone.
    QStringList saidGone() const;
    // Measurements (engine/bench/benchflow.h); lives as long as the session.
    BenchFlow &bench();
    // --- watch: the counter streams of all ready Sparks (engine/flow/liveflow.h); lives as long as the session
    LiveFlow &live();

    bool hasOpenTransaction() const; // from the journal, known without any connection
    void cancel();

Q_SIGNALS:
    void clusterChanged();
    void foundChanged();
    void hostChanged(const QString &name);
    void hostsChanged(); // one was added or removed
    void cablingChanged();
    void planChanged();
    void jobsChanged();
    void reportChanged();
    // While verify() runs: the checks of the lanes that are through, both directions; never part of a lane.
    void proofMoved(const sparkloom::engine::VerifyReport &soFar);
    void statusChanged();
    void busyChanged(bool busy);

private:
    class Private;
    std::unique_ptr<Private> m;
};

} // namespace sparkloom::engine
