// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/reviewviewmodel.h"

#include <algorithm>

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
    if (!m_plan || !plan || m_plan->id != plan->id)
        m_agreed.clear(); // what was agreed to was another plan
    m_plan = plan;
    m_model->setPlan(plan);
    Q_EMIT changed();
}

void ReviewViewModel::setFindings(const std::vector<domain::PreflightFinding> &findings)
{
    if (m_findings == findings)
        return;
    m_findings = findings;
    Q_EMIT changed();
}

void ReviewViewModel::agree(domain::PreflightFinding::Consent consent, bool agreed)
{
    std::erase(m_agreed, consent);
    if (agreed)
        m_agreed.push_back(consent);
    Q_EMIT changed();
}

std::vector<ReviewViewModel::Question> ReviewViewModel::questions() const
{
    using Consent = domain::PreflightFinding::Consent;
    std::vector<Question> questions;
    for (const Consent consent : {Consent::Busy, Consent::TakeOver}) {
        Question question;
        question.consent = consent;
        question.text =
            consent == Consent::Busy ? tr("Apply although the fabric is in use") : tr("Replace these files of others");
        question.agreed = std::find(m_agreed.begin(), m_agreed.end(), consent) != m_agreed.end();
        for (const domain::PreflightFinding &finding : m_findings) {
            if (finding.consent != consent)
                continue;
            const engine::text::Explanation told = engine::text::explain(base::refused(finding.text));
            if (question.seen.isEmpty())
                question.why = told;
            question.seen << told.seen;
        }
        if (!question.seen.isEmpty() && m_plan)
            questions.push_back(std::move(question));
    }
    return questions;
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
    for (const Question &question : questions())
        if (!question.agreed)
            return {tr("Apply"), false,
                question.consent == domain::PreflightFinding::Consent::Busy
                    ? tr("The fabric is in use: wait, or tick the box above")
                    : tr("Files of others are replaced: tick the box above to agree")};
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
    for (const domain::PreflightFinding &finding : m_findings) {
        if (!m_plan || finding.consent != domain::PreflightFinding::Consent::None)
            continue;
        const engine::text::Explanation told = engine::text::explain(base::refused(finding.text));
        //: %1 what was seen, %2 what it means, %3 what to do: three sentences
        warnings << tr("%1 %2 %3").arg(told.seen, told.meaning, told.remedy);
    }
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
