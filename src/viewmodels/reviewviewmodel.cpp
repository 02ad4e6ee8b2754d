// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/reviewviewmodel.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

QString hostnameOf(const domain::Plan &plan, const domain::SparkId &spark)
{
    const domain::SparkPlan *entry = plan.forSpark(spark);
    return entry ? QString::fromStdString(entry->hostname) : QString();
}

int changeCount(const domain::Plan &plan)
{
    int changes = 0;
    for (const domain::SparkPlan &spark : plan.sparks)
        changes += static_cast<int>(spark.changes.size());
    return changes;
}

} // namespace

void ReviewViewModel::setPlan(const std::optional<domain::Plan> &plan)
{
    if (m_plan == plan)
        return;
    m_plan = plan;
    m_model->setPlan(plan);
    Q_EMIT changed();
}

void ReviewViewModel::setPlanning(bool planning)
{
    m_planning = planning;
    Q_EMIT changed();
}

void ReviewViewModel::setProblem(const std::optional<base::Error> &error)
{
    m_problem = error;
    Q_EMIT changed();
}

QString ReviewViewModel::headline() const
{
    if (m_planning)
        return tr("Working out what is to be changed.");
    if (m_problem)
        return tr("There is no plan yet.");
    if (!m_plan)
        return tr("Nothing is planned yet.");
    if (!m_plan->changesAnything())
        return tr("Nothing is to be changed.");
    const int sparks = static_cast<int>(m_plan->sparks.size());
    //: %1 is "5 changes"
    return tr("%1 on %n Spark(s).", nullptr, sparks).arg(tr("%n change(s)", nullptr, changeCount(*m_plan)));
}

QString ReviewViewModel::detail() const
{
    if (m_plan && !m_planning && !m_plan->changesAnything())
        return tr("Every Spark is already set up like this. You can go on and prove it.");
    if (m_plan && !m_planning)
        return tr("This is all that will happen. Every change can be taken back.");
    return {};
}

PageAction ReviewViewModel::primaryAction() const
{
    if (m_planning)
        return {tr("Apply"), false, tr("The plan is being made")};
    if (!m_plan)
        return {tr("Apply"), false, m_problem ? tr("Solve what is said above first") : tr("There is no plan yet")};
    if (!m_plan->changesAnything())
        return {tr("Continue"), true, {}};
    return {tr("Apply to %n Spark(s)", nullptr, static_cast<int>(m_plan->sparks.size())), true, {}};
}

void ReviewViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (m_plan->changesAnything())
        Q_EMIT applyRequested();
    else
        Q_EMIT continueRequested();
}

QStringList ReviewViewModel::warnings() const
{
    QStringList warnings;
    if (m_plan)
        for (const base::Message &warning : m_plan->warnings)
            warnings << engine::text::sentence(warning);
    return warnings;
}

engine::text::Explanation ReviewViewModel::problem() const
{
    return m_problem ? engine::text::explain(*m_problem) : engine::text::Explanation{};
}

QStringList ReviewViewModel::laneLines() const
{
    QStringList lines;
    if (!m_plan)
        return lines;
    for (const domain::Lane &lane : m_plan->addresses.lanes) {
        QStringList ends;
        for (const domain::LaneEnd &end : lane.ends)
            ends << u"%1 %2"_s.arg(hostnameOf(*m_plan, end.half.spark), QString::fromStdString(end.address.toString()));
        ends.sort();
        const QString side = QString::fromLatin1(domain::letter(lane.side).data(), 1);
        const QString name = lane.role == domain::Lane::Role::Storage ? tr("To storage, lane %1").arg(side)
            : lane.cable > 0 ? tr("Cable %1, lane %2").arg(lane.cable).arg(side)
                             : tr("All halves %1").arg(side);
        lines << u"%1:  %2"_s.arg(name, ends.join(u"  ↔  "_s));
    }
    return lines;
}

QString ReviewViewModel::factsLine() const
{
    if (!m_plan)
        return {};
    const int subnets = static_cast<int>(m_plan->addresses.lanes.size());
    return tr("MTU %1 · %n subnet(s) · goes back by itself after %2 s without a word from here", nullptr, subnets)
        .arg(m_plan->addresses.mtu)
        .arg(m_plan->timerSeconds);
}

} // namespace sparkloom::viewmodels
