// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/ncclcopymodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

bool NcclCopyModel::wouldHelp(const engine::TestReport &report)
{
    static constexpr std::string_view kIds[] = {"nccl.library-missing", "nccl.library-differs", "nccl.library-broken",
        "nccl.library-old", "nccl.symbol-missing"};
    const auto isOne = [](const std::string &id) {
        return std::find(std::begin(kIds), std::end(kIds), std::string_view(id)) != std::end(kIds);
    };
    const auto said = [&](const engine::TestShot &shot) { return shot.error && isOne(shot.error->message.id); };
    return std::any_of(report.shots.begin(), report.shots.end(), said)
        || std::any_of(report.steps.begin(), report.steps.end(), [&](const engine::LadderStep &step) {
               return std::any_of(step.shots.begin(), step.shots.end(), said)
                   || std::any_of(
                       step.seen.begin(), step.seen.end(), [&](const base::Message &seen) { return isOne(seen.id); });
           });
}

void NcclCopyModel::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void NcclCopyModel::clear()
{
    m_plan.reset();
    m_kept.clear();
    m_done.clear();
    m_problem.reset();
    enter(State::Idle);
}

void NcclCopyModel::setKept(const std::vector<engine::NcclKept> &kept)
{
    m_kept = kept;
    Q_EMIT changed();
}

void NcclCopyModel::setPlan(const base::Result<engine::NcclCopyPlan> &plan)
{
    if (m_state != State::Planning)
        return;
    m_plan = plan ? std::optional(*plan) : std::nullopt;
    m_problem = plan ? std::nullopt : std::optional(plan.error());
    enter(plan ? State::Review : State::Failed);
}

void NcclCopyModel::setPart(double part)
{
    m_part = std::clamp(part, 0.0, 1.0);
    Q_EMIT changed();
}

void NcclCopyModel::finish(const base::Result<void> &outcome)
{
    if (m_state != State::Copying && m_state != State::Stopping)
        return;
    m_done = outcome && m_plan ? m_plan->receivers() : QStringList();
    if (!outcome && outcome.error().kind == base::ErrorKind::Cancelled)
        return enter(State::Idle);
    m_problem = outcome ? std::nullopt : std::optional(outcome.error());
    enter(outcome ? State::Copied : State::Failed);
}

void NcclCopyModel::finishBack(const base::Result<QStringList> &outcome)
{
    if (m_state != State::TakingBack)
        return;
    m_done = outcome ? *outcome : QStringList();
    m_problem = outcome ? std::nullopt : std::optional(outcome.error());
    if (outcome)
        m_kept.clear();
    enter(outcome ? State::TakenBack : State::Failed);
}

bool NcclCopyModel::isBusy() const
{
    return m_state == State::Planning || m_state == State::Copying || m_state == State::Stopping
        || m_state == State::TakingBack;
}

QString NcclCopyModel::headline() const
{
    switch (m_state) {
    case State::Planning: return tr("Looking for NCCL on every Spark ...");
    case State::Review:
        if (!m_plan->isNeeded())
            return tr("All Sparks have the same NCCL already.");
        return (m_plan->package ? tr("Let %1 fetch NCCL's package?") : tr("Copy NCCL from %1?")).arg(m_plan->from);
    case State::Copying:
        return (m_plan->package ? tr("Fetching NCCL: %1 %") : tr("Copying NCCL: %1 %"))
            .arg(QLocale().toString(qRound(100 * m_part)));
    case State::Stopping: return tr("Stopping ...");
    case State::Copied: return tr("NCCL is on %1 now.").arg(m_done.join(u", "_s));
    case State::BackReview: return tr("Take the copy of NCCL back?");
    case State::TakingBack: return tr("Taking it back ...");
    case State::TakenBack: return tr("The copy is gone from %1.").arg(m_done.join(u", "_s));
    case State::Failed: return tr("NCCL was not copied.");
    case State::Idle: break;
    }
    return {};
}

QString NcclCopyModel::keptLine(const engine::NcclKept &kept)
{
    const QString version = QString::fromStdString(kept.receipt.version);
    if (const auto &package = kept.receipt.package)
        return tr("%1: %2, version %3, out of the package libnccl2 %4 of %5.")
            .arg(kept.spark, kept.path, version, QString::fromStdString(package->version),
                QString::fromStdString(package->repository));
    return tr("%1: %2, version %3, copied from %4.")
        .arg(kept.spark, kept.path, version, QString::fromStdString(kept.receipt.from));
}

QStringList NcclCopyModel::lines() const
{
    QStringList lines;
    if (m_state == State::Review || m_state == State::Copying)
        for (const base::Message &line : m_plan->lines())
            lines << engine::text::sentence(line);
    if (m_state == State::Copied)
        lines << tr(
            "The same file on all of them, compared by its hash, and it loads. Measure again to use it. Take it "
            "back whenever you like, from here.");
    if (m_state == State::BackReview)
        for (const engine::NcclKept &kept : m_kept)
            lines << keptLine(kept);
    return lines;
}

engine::text::Explanation NcclCopyModel::problem() const
{
    return m_state == State::Failed && m_problem ? engine::text::explain(*m_problem) : engine::text::Explanation();
}

QString NcclCopyModel::goText() const
{
    if (m_state == State::Review && m_plan->isNeeded())
        return m_plan->package ? tr("Fetch") : tr("Copy");
    return m_state == State::BackReview ? tr("Take back") : QString();
}

QString NcclCopyModel::backText() const
{
    if (m_state == State::Copying)
        return tr("Stop");
    const bool question = !goText().isEmpty() || m_state == State::Planning;
    return question ? tr("Cancel") : tr("Close");
}

void NcclCopyModel::ask()
{
    if (m_state != State::Idle)
        return;
    enter(State::Planning);
    Q_EMIT planRequested();
}

void NcclCopyModel::askBack()
{
    if (m_state == State::Idle && !m_kept.empty())
        enter(State::BackReview);
}

void NcclCopyModel::go()
{
    if (goText().isEmpty())
        return;
    const bool back = m_state == State::BackReview;
    m_part = 0;
    enter(back ? State::TakingBack : State::Copying);
    if (back)
        Q_EMIT backRequested();
    else
        Q_EMIT copyRequested();
}

void NcclCopyModel::leave()
{
    if (m_state == State::Copying) {
        enter(State::Stopping);
        Q_EMIT stopRequested();
    } else if (m_state == State::Planning) {
        enter(State::Idle);
        Q_EMIT stopRequested();
    } else if (m_state != State::Stopping && m_state != State::TakingBack) {
        enter(State::Idle);
    }
}

} // namespace sparkloom::viewmodels
