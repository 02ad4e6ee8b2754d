// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/applyviewmodel.h"

#include <QStringList>

#include <algorithm>

namespace sparkloom::viewmodels {

using Kind = engine::ApplyOutcome::Kind;

namespace {

constexpr char kLeftOpen[] = "apply.open-transaction";
constexpr char kCommitStep[] = "apply.step-commit"; // comes to the list when its word is on this computer's disk

// Some Sparks could not be told that it is taken back: their timers do it.
bool goesBackByItself(const std::optional<base::Result<engine::ApplyOutcome>> &outcome)
{
    return outcome && outcome->ok() && outcome->value().kind == Kind::RolledBack && !outcome->value().notes.empty();
}

} // namespace

void ApplyViewModel::begin(Task task)
{
    reset(task, true);
}

void ApplyViewModel::clear()
{
    reset(Task::Apply, false);
}

void ApplyViewModel::reset(Task task, bool running)
{
    m_task = task;
    m_running = running;
    m_cancelling = false;
    m_committing = false;
    m_refusedForWork = false;
    m_outcome.reset();
    m_timerShare = 0;
    m_timerSeconds.reset();
    m_timerWasArmed = false;
    m_model->setJobs({});
    Q_EMIT changed();
}

void ApplyViewModel::beginLeave(const Leaver &leaver)
{
    m_leaver = leaver;
    begin(Task::Leave);
}

bool ApplyViewModel::goesBack() const
{
    switch (m_task) {
    case Task::Apply:
    case Task::Finish: return false;
    case Task::Leave: return !m_leaver.othersStay;
    default: return true;
    }
}

void ApplyViewModel::setJobs(const std::vector<engine::JobView> &jobs)
{
    m_model->setJobs(jobs);
    m_committing = std::any_of(jobs.begin(), jobs.end(), [](const engine::JobView &job) {
        return job.title.id == kCommitStep && job.state != engine::JobView::State::Waiting;
    });
    Q_EMIT changed();
}

void ApplyViewModel::setTimer(std::optional<std::chrono::milliseconds> left, int ofSeconds)
{
    std::optional<int> seconds;
    double share = 0;
    if (left && m_running) {
        seconds = static_cast<int>(std::max<std::int64_t>(0, (left->count() + 999) / 1000));
        share = std::clamp(static_cast<double>(left->count()) / 1000.0 / std::max(1, ofSeconds), 0.0, 1.0);
        m_timerWasArmed = true;
    }
    if (seconds == m_timerSeconds && share == m_timerShare)
        return;
    m_timerSeconds = seconds;
    m_timerShare = share;
    Q_EMIT changed();
}

QString ApplyViewModel::timerText() const
{
    return m_timerSeconds ? tr("If this computer went away now, every Spark would go back by itself in %n second(s).",
               nullptr, *m_timerSeconds)
                          : QString();
}

QString ApplyViewModel::timerFigure() const
{
    //: seconds that are left
    return m_timerSeconds ? tr("%1 s").arg(*m_timerSeconds) : QString();
}

void ApplyViewModel::setOutcome(const base::Result<engine::ApplyOutcome> &outcome)
{
    m_running = false;
    m_timerSeconds.reset();
    m_timerShare = 0;
    m_outcome = outcome;
    Q_EMIT changed();
}

void ApplyViewModel::withdrawInsisting()
{
    if (m_refusedForWork)
        clear();
}

QString ApplyViewModel::insistText() const
{
    switch (m_task) {
    case Task::Undo: return tr("Undo it all the same");
    case Task::Forget: return tr("Forget all the same");
    case Task::Leave: return tr("Take it out all the same");
    default: return tr("Take it back all the same");
    }
}

void ApplyViewModel::insist()
{
    if (insistOffered())
        Q_EMIT insistRequested();
}

void ApplyViewModel::setSignInFirst(bool first)
{
    if (m_signInFirst == first)
        return;
    m_signInFirst = first;
    Q_EMIT changed();
}

QString ApplyViewModel::timerNote() const
{
    if (!m_running || m_timerSeconds)
        return {};
    if (m_timerWasArmed && !m_cancelling)
        return tr("The safety timer is off. Nothing goes back by itself any more.");
    // Settling and forgetting change things without one.
    const bool beginsWithIt = m_task == Task::Apply || m_task == Task::Undo || m_task == Task::Leave;
    return beginsWithIt && !m_timerWasArmed
        ? tr("The safety timer has not been started yet: nothing has been changed so far.")
        : tr("No safety timer runs at the moment.");
}

bool ApplyViewModel::succeeded() const
{
    if (!m_outcome || !m_outcome->ok())
        return false;
    const engine::ApplyOutcome &outcome = m_outcome->value();
    return outcome.kind == Kind::Applied || outcome.kind == Kind::NothingToDo
        || (outcome.kind == Kind::RolledBack && m_task == Task::Revert && !outcome.error); // just what was asked for
}

// Ends what an earlier change left open.
bool ApplyViewModel::settles() const
{
    return m_task == Task::Finish || m_task == Task::FinishUndo || m_task == Task::Revert;
}

bool ApplyViewModel::halfApplied() const
{
    if (!m_outcome || succeeded())
        return false;
    return settles() || (m_outcome->ok() && m_outcome->value().kind == Kind::HalfApplied);
}

bool ApplyViewModel::leftOpen() const
{
    return m_outcome && !m_outcome->ok() && m_outcome->error().message.id == kLeftOpen;
}

bool ApplyViewModel::revertOffered() const
{
    return halfApplied() && (m_task == Task::Apply || m_task == Task::Finish || m_task == Task::Leave);
}

void ApplyViewModel::retranslate()
{
    Q_EMIT m_model->layoutChanged(); // the views ask for the words again
    Q_EMIT changed();
}

QString ApplyViewModel::leaveHeadline() const
{
    if (m_running)
        return tr("Taking %1 out of the cluster.").arg(m_leaver.name);
    if (succeeded())
        return tr("%1 is no part of the cluster any more.").arg(m_leaver.name);
    return m_outcome && !m_outcome->ok() ? tr("%1 could not be taken out.").arg(m_leaver.name) : QString();
}

QString ApplyViewModel::headline() const
{
    const bool back = goesBack();
    if (cancelling() && m_task == Task::Undo)
        return tr("Stopping. The Sparks stay set up.");
    if (cancelling())
        return m_task == Task::Apply ? tr("Taking everything back.")
                                     : tr("Stopping. What is not final yet is taken back.");
    if (m_refusedForWork)
        return tr("This was not begun: somebody works on the fabric.");
    if (m_task == Task::Leave && !leaveHeadline().isEmpty())
        return leaveHeadline();
    if (m_running)
        return back ? tr("Putting the Sparks back as they were.") : tr("Setting up the Sparks.");
    if (succeeded())
        return back ? tr("The Sparks are as they were before.") : tr("The Sparks are set up.");
    return m_outcome ? failedHeadline() : tr("Nothing has been started.");
}

QString ApplyViewModel::failedHeadline() const
{
    if (m_outcome->ok() && m_outcome->value().kind == Kind::HalfApplied)
        return tr("The Sparks differ: some are set up, some are not.");
    if (leftOpen())
        return tr("Nothing was changed: an earlier change is still open.");
    if (m_task == Task::Revert)
        return tr("It could not be taken back: the Sparks may still differ.");
    if (settles())
        return tr("It could not be finished: the Sparks may still differ.");
    if (goesBack())
        return tr("The Sparks could not be put back.");
    return goesBackByItself(m_outcome) ? tr("Not set up. Everything goes back by itself.")
                                       : tr("Nothing was changed: all was taken back.");
}

QString ApplyViewModel::runningDetail() const
{
    if (m_task == Task::Forget)
        return tr("Every set-up is taken back, then helper, keys and records are removed.");
    if (isFinal())
        return m_task == Task::Apply
            ? tr("It is being made final, which cannot be stopped. Undo on the page Prove can take it back later.")
            : tr("It is being made final, which cannot be stopped.");
    if (cancelling())
        return {};
    return goesBack() && m_task != Task::Leave
        ? tr("The earlier settings are tried first; they are kept once every Spark can be reached with them.")
        : tr("The addresses are tried first and proven on a fresh connection; only then are they kept.");
}

QString ApplyViewModel::detail() const
{
    if (m_running)
        return runningDetail();
    if (m_refusedForWork)
        return tr("Nothing was changed on any Spark.");
    if (revertOffered())
        return tr("Finish what was begun, or take it back on all of them. Both can be repeated.");
    if (halfApplied() && m_task == Task::Revert)
        return tr("Taking it back can be repeated. What is back already stays as it is.");
    if (halfApplied())
        return tr("Finish what was begun. Settings that are back on one Spark cannot be taken forward again.");
    QStringList sentences;
    if (cancelled())
        sentences << tr("It was cancelled.");
    if (succeeded() && m_task == Task::Leave)
        sentences << (goesBack() ? tr("The others are as they were before the set-up.")
                                 : tr("The others stay set up. Next, every half is proven in both directions."));
    else if (succeeded() && !goesBack())
        sentences << tr("The settings survive a restart. Next, every half is proven in both directions.");
    if (succeeded() || (!goesBack() && goesBackByItself(m_outcome)))
        for (const base::Message &note : m_outcome->value().notes)
            sentences << engine::text::sentence(note);
    return sentences.join(QLatin1Char(' '));
}

bool ApplyViewModel::cancelled() const
{
    if (!m_outcome || m_running)
        return false;
    const std::optional<base::Error> error =
        m_outcome->ok() ? m_outcome->value().error : std::optional(m_outcome->error());
    return m_cancelling && error && error->kind == base::ErrorKind::Cancelled;
}

engine::text::Explanation ApplyViewModel::problem() const
{
    if (!m_outcome || cancelled()) // one's own word is no trouble
        return {};
    if (!m_outcome->ok()) {
        engine::text::Explanation why = engine::text::explain(m_outcome->error());
        if (m_refusedForWork)
            why.remedy = tr("Wait until it has finished, or go on all the same: that work then breaks off.");
        return why;
    }
    return m_outcome->value().error ? engine::text::explain(*m_outcome->value().error) : engine::text::Explanation{};
}

PageAction ApplyViewModel::primaryAction() const
{
    if (m_running)
        return {tr("Continue"), false,
            cancelling() ? (m_task == Task::Apply ? tr("Going back to how it was") : tr("Stopping"))
                         : tr("Work is under way")};
    if (succeeded() && goesBack())
        return {tr("Back to the Sparks"), true, {}};
    if (halfApplied())
        return {settles() ? tr("Try again") : tr("Finish"), true, {}};
    if (leftOpen())
        return {tr("Decide now"), true, {}};
    if (m_outcome && m_signInFirst)
        return {tr("Sign in again"), true, {}};
    if (m_outcome)
        return {succeeded() ? tr("Prove it") : tr("Back to the plan"), true, {}};
    return {tr("Continue"), false, tr("Nothing has been started")};
}

void ApplyViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (halfApplied() && m_task == Task::Revert)
        Q_EMIT revertOpenRequested();
    else if (halfApplied())
        Q_EMIT finishOpenRequested();
    else if (leftOpen())
        Q_EMIT interruptedRequested();
    else if (!succeeded())
        Q_EMIT reviewRequested();
    else if (goesBack())
        Q_EMIT startRequested();
    else
        Q_EMIT continueRequested();
}

QString ApplyViewModel::cancelText() const
{
    switch (m_task) {
    case Task::Apply: return tr("Cancel and take back");
    case Task::Undo: return tr("Stop, and stay set up");
    default: return tr("Stop");
    }
}

void ApplyViewModel::cancel()
{
    if (!cancelOffered() || m_cancelling)
        return;
    m_cancelling = true;
    Q_EMIT cancelRequested();
    Q_EMIT changed();
}

} // namespace sparkloom::viewmodels
