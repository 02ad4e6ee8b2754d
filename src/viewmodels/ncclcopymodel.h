// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/ncclcopy.h"
#include "engine/bench/testreport.h"
#include "engine/text/text.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// NCCL's library where a test missed it: what a copy from another Spark, or fetching the package, would do, for a
// person to read before it is done, how far it is, how it ended, and its way back. Main thread.
class NcclCopyModel : public QObject {
    Q_OBJECT
public:
    // Idle: nothing is shown. Review and BackReview wait for a person.
    enum class State { Idle, Planning, Review, Copying, Stopping, Copied, BackReview, TakingBack, TakenBack, Failed };

    // Whether a copy would help with what this test said.
    static bool wouldHelp(const engine::TestReport &report);

    // --- from the session
    void clear();
    void setKept(const std::vector<engine::NcclKept> &kept);
    void setPlan(const base::Result<engine::NcclCopyPlan> &plan);
    void setPart(double part); // 0 to 1
    void finish(const base::Result<void> &outcome);
    void finishBack(const base::Result<QStringList> &outcome);

    // --- what is shown
    State state() const { return m_state; }
    bool isBusy() const; // neither a question nor an answer: it can be stopped
    QString headline() const;
    QStringList lines() const; // what would be done, from where, how large, its hash, the way back
    engine::text::Explanation problem() const;
    double part() const { return m_part; }
    QString goText() const;   // of the button that goes on; empty where there is none
    QString backText() const; // of the button that leaves
    bool backOffered() const { return !m_kept.empty(); }
    const std::optional<engine::NcclCopyPlan> &plan() const { return m_plan; }

    // --- intents
    void ask();
    void askBack();
    void go();    // what is shown is agreed to
    void leave(); // closes the question, or stops what is under way

Q_SIGNALS:
    void changed();
    void planRequested();
    void copyRequested();
    void backRequested();
    void stopRequested();

private:
    void enter(State state);
    static QString keptLine(const engine::NcclKept &kept);

    State m_state = State::Idle;
    std::optional<engine::NcclCopyPlan> m_plan;
    std::vector<engine::NcclKept> m_kept;
    QStringList m_done; // names of Sparks
    std::optional<base::Error> m_problem;
    double m_part = 0;
};

} // namespace sparkloom::viewmodels
