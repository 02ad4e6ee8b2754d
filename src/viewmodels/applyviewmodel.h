// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/text/text.h"
#include "viewmodels/jobmodel.h"
#include "viewmodels/leaver.h"
#include "viewmodels/pageviewmodel.h"

#include <chrono>

namespace sparkloom::viewmodels {

// A plan being carried out (or taken back), with the time that is left until the Sparks go back by themselves.
class ApplyViewModel : public PageViewModel {
    Q_OBJECT
public:
    // FinishUndo: what is finished was putting earlier settings back.
    enum class Task { Apply, Undo, Finish, FinishUndo, Revert, Forget, Leave };

    explicit ApplyViewModel(QObject *parent = nullptr) : PageViewModel(parent), m_model(new JobModel(this)) {}

    void begin(Task task);
    void clear(); // nothing was started: it is another cluster
    void beginLeave(const Leaver &leaver);
    void setJobs(const std::vector<engine::JobView> &jobs);
    void setTimer(std::optional<std::chrono::milliseconds> left, int ofSeconds);
    void setOutcome(const base::Result<engine::ApplyOutcome> &outcome);
    // A Spark was lost: what follows needs all of them, so signing in again comes first.
    void setSignInFirst(bool first);
    // What is told next as the outcome: it was not begun, somebody works on the fabric, and that would break off.
    void refuseForWork() { m_refusedForWork = true; }
    // What was refused is not on offer any more.
    void withdrawInsisting();

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override;

    JobModel *model() const { return m_model; }
    Task task() const { return m_task; }
    // Undo, revert and forget lead back to how it was, and so does a leave that leaves no cluster.
    bool goesBack() const;
    bool running() const { return m_running; }
    bool cancelling() const { return m_running && m_cancelling && !isFinal(); }
    bool cancelled() const; // it ended because the person said so
    // The word of commit is said: from here on there is no way back, only forward.
    bool isFinal() const { return m_running && m_committing && m_task != Task::Forget; }
    bool cancelOffered() const { return m_running && !isFinal(); }
    QString cancelText() const;
    bool succeeded() const;
    // The Sparks differ, or may: it became final on some only, or settling such a change has failed.
    bool halfApplied() const;
    bool leftOpen() const;      // it was refused: an earlier change waits for a person
    bool revertOffered() const; // what was begun can be taken back, too
    bool insistOffered() const { return m_refusedForWork; }
    QString insistText() const;
    // 0 to 1 of the dead-man timer, and its sentence; empty while no timer is armed.
    double timerShare() const { return m_timerShare; }
    QString timerText() const;
    QString timerFigure() const; // "74 s", large
    // While work is under way without a timer: what that means.
    QString timerNote() const;
    engine::text::Explanation problem() const;

    void cancel();
    void finish() { Q_EMIT finishOpenRequested(); }
    void revert() { Q_EMIT revertOpenRequested(); }
    void insist();

Q_SIGNALS:
    void cancelRequested();
    void reviewRequested(); // back to the plan after a rollback
    void startRequested();  // back to the list of Sparks after an undo
    void finishOpenRequested();
    void revertOpenRequested();
    void insistRequested();      // the same once more, although somebody works on the fabric
    void interruptedRequested(); // to what an earlier change left open

private:
    void reset(Task task, bool running);
    QString leaveHeadline() const;
    QString failedHeadline() const;
    QString runningDetail() const;
    bool settles() const;

    JobModel *m_model;
    Task m_task = Task::Apply;
    Leaver m_leaver; // where the task is that one
    bool m_running = false;
    bool m_cancelling = false; // asked for, while this work ran
    bool m_committing = false;
    bool m_signInFirst = false;
    bool m_refusedForWork = false;
    double m_timerShare = 0;
    std::optional<int> m_timerSeconds; // that are left
    bool m_timerWasArmed = false;
    std::optional<base::Result<engine::ApplyOutcome>> m_outcome;
};

} // namespace sparkloom::viewmodels
