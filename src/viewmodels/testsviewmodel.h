// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"
#include "engine/flow/views.h"
#include "engine/text/text.h"
#include "viewmodels/climb.h"
#include "viewmodels/ncclcopymodel.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/testblocks.h"
#include "viewmodels/testcurve.h"
#include "viewmodels/testhistory.h"
#include "viewmodels/testmap.h"

#include <QByteArray>

#include <set>

namespace sparkloom::viewmodels {

// Measurements: what is chosen and what it takes, what is measured while it runs, what came out and what that proves.
// Main thread.
class TestsViewModel : public PageViewModel {
    Q_OBJECT
public:
    // Choosing: nothing runs and no result is shown.
    enum class State { NobodyReady, NothingSetUp, Choosing, Running, Done };
    // Whether something else uses the fabric now.
    enum class Others { NotAsked, Looking, Nobody, Somebody };

    explicit TestsViewModel(QObject *parent = nullptr);

    // --- from the session
    void setHosts(const std::vector<engine::HostView> &hosts);
    void setAddresses(const std::optional<domain::AddressPlan> &applied);
    // Tests begin anew: another cluster is shown.
    void clear();
    void retranslate() override;
    void setOffered(const std::vector<engine::TestKind> &kinds); // those that this version has
    void setEstimate(const base::Result<engine::TestEstimate> &estimate);
    void setLooking();
    void setOthers(const std::vector<base::Message> &seen);
    void setHistory(const std::vector<HistoryEntry> &remembered); // of earlier sessions
    void begin();
    void setProgress(const std::optional<engine::TestProgress> &progress);
    void setSoFar(const engine::TestReport &report);
    void finish(const base::Result<engine::TestReport> &outcome);
    void remember(const engine::TestReport &report); // measured elsewhere in this window

    // --- choices
    const std::vector<engine::TestKind> &kinds() const { return m_kinds; }
    std::vector<engine::TestLength> lengths() const; // of the chosen kind
    engine::TestKind kind() const { return m_kind; }
    engine::TestLength length() const { return m_length; }
    bool bothWays() const { return m_bothWays; }
    bool bothWaysOffered() const;
    void setKind(engine::TestKind kind);
    void setLength(engine::TestLength length);
    void setBothWays(bool both);
    const std::vector<TestCable> &cables() const { return m_cables; }
    bool isChosen(int cable) const { return m_chosen.contains(cable); } // by place
    bool allChosen() const { return m_chosen.size() == m_cables.size(); }
    void toggleCable(int cable);
    void chooseAll();
    engine::TestOptions options() const;

    // --- what is shown
    State state() const;
    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    QString choiceText() const;   // what the chosen test does and proves
    QString lengthText() const;   // what the chosen length means
    QString estimateText() const; // how long it takes and what it loads
    QString othersText() const;
    Others others() const { return m_others; }
    const FabricPicture &picture() const { return m_picture; }
    Climb climb() const;
    const TestCurve &curve() const { return m_curve; }
    QString runningTitle() const; // the measurement that runs, and how much is left
    std::vector<TestBlock> blocks() const;
    QStringList proven() const;
    QStringList notProven() const;
    engine::text::Explanation problem() const;
    domain::Verdict verdict() const;
    bool cancelled() const { return m_cancelled; }
    QString staleText() const; // why the shown result does not hold any more; empty where it does
    QString whenText() const;  // when and how it was measured
    const std::vector<HistoryEntry> &history() const { return m_history; } // the newest first
    bool isOutdated(const HistoryEntry &entry) const;                      // the Sparks have changed since
    int shownEntry() const { return m_shown; }                             // -1: none
    QString describe(const PictureCable &cable) const;
    QString summary() const; // the page for a screen reader

    const std::optional<engine::TestReport> &report() const { return m_report; }
    bool fullSpeed() const; // the whole cluster was measured, and is at full speed

    // A copy of NCCL's library for what the shown result missed, and its way back.
    NcclCopyModel &ncclCopy() { return m_ncclCopy; }
    bool ncclCopyOffered() const;

    // --- intents
    void chooseAnother(); // leaves the result that is shown
    void showEntry(int entry);
    QString asText() const;
    QByteArray asJson() const; // as `sparkloomctl test --json` prints it, in English

Q_SIGNALS:
    void choiceChanged(); // the estimate is of something else
    void lookRequested(); // whether something uses the fabric
    void startRequested();
    void cancelRequested();
    void signInRequested();

private:
    void rebuild();
    void choose(std::set<int> cables);
    QString fingerprint() const;

    std::vector<engine::HostView> m_hosts;
    std::optional<domain::AddressPlan> m_applied;
    std::vector<engine::TestKind> m_kinds{
        engine::TestKind::Ladder, engine::TestKind::Tcp, engine::TestKind::Rdma, engine::TestKind::Nccl};
    engine::TestKind m_kind = engine::TestKind::Ladder;
    engine::TestLength m_length = engine::TestLength::Quick;
    bool m_bothWays = false;
    std::vector<TestCable> m_cables;
    std::set<int> m_chosen;
    std::optional<engine::TestEstimate> m_estimate;
    std::optional<base::Error> m_noEstimate;
    Others m_others = Others::NotAsked;
    std::vector<base::Message> m_seen; // of others
    bool m_running = false;
    bool m_stopping = false;
    bool m_cancelled = false;
    std::optional<engine::TestProgress> m_progress;
    std::optional<engine::TestReport> m_report; // so far, or the one that is shown
    std::optional<base::Error> m_problem;
    TestCurve m_curve;
    std::vector<HistoryEntry> m_history;
    int m_shown = -1;
    FabricPicture m_picture;
    NcclCopyModel m_ncclCopy;
};

// The document of a result (engine/report/testjson.h), in English.
QByteArray documentOf(const engine::TestReport &report);

} // namespace sparkloom::viewmodels
