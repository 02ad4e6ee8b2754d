// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/reviewviewmodel.h"

#include "engine/report/environmentreport.h"
#include "engine/report/planreport.h"
#include "viewmodels/cableviewmodel.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {


int changeCount(const domain::Plan &plan)
{
    int changes = 0;
    for (const domain::SparkPlan &spark : plan.sparks)
        changes += static_cast<int>(spark.changes.size());
    return changes;
}

} // namespace

ReviewViewModel::ReviewViewModel(QObject *parent) : PageViewModel(parent), m_model(new PlanModel(this))
{
    connect(&m_addresses, &AddressesViewModel::changed, this, &PageViewModel::changed);
    connect(&m_addresses, &AddressesViewModel::planRequested, this, &ReviewViewModel::planRequested);
}

void ReviewViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_hosts = hosts;
    m_addresses.setHosts(hosts);
    compareCables();
}

void ReviewViewModel::setCabling(const engine::CablingView &cabling)
{
    m_cabling = cabling;
    compareCables();
}

void ReviewViewModel::compareCables()
{
    using State = PlannedCables::State;
    PlannedCables cables; // where nobody watches, nothing speaks against the plan
    if (m_plan && m_cabling.running)
        cables = comparePlanned(m_plan->addresses, m_hosts, m_cabling);
    // A plug that was moved is seen to be out first, then nobody knows for a moment where it leads.
    const bool stale = cables.state == State::Changed || (m_stale && cables.state == State::NotKnown);
    if (m_stale == stale && m_cables.others == cables.others)
        return;
    m_stale = stale;
    m_cables = std::move(cables);
    Q_EMIT changed();
}

void ReviewViewModel::showAddresses(bool shown)
{
    m_addressesShown = shown;
    Q_EMIT changed();
}

void ReviewViewModel::retranslate()
{
    m_model->setPlan(m_plan);
    Q_EMIT changed();
}

void ReviewViewModel::setPlan(const std::optional<domain::Plan> &plan)
{
    if (m_plan == plan)
        return;
    if (!m_plan || !plan || m_plan->id != plan->id)
        m_agreed.clear(); // what was agreed to was another plan
    m_plan = plan;
    m_stale = false; // what was true of the plan before
    m_model->setPlan(plan);
    m_addresses.setPlan(plan ? std::optional(plan->addresses) : std::nullopt); // tells of the change
    compareCables();
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

void ReviewViewModel::setLeaver(const std::optional<Leaver> &leaver)
{
    if (m_leaver == leaver)
        return;
    m_leaver = leaver;
    Q_EMIT changed();
}

QString ReviewViewModel::leaverHeadline() const
{
    return m_leaver->othersStay ? tr("%1 leaves, the others stay a cluster.").arg(m_leaver->name)
                                : tr("%1 leaves, and no cluster is left.").arg(m_leaver->name);
}

QString ReviewViewModel::headline() const
{
    if (m_planning)
        return tr("Working out what is to be changed.");
    if (m_leaver && !m_problem)
        return leaverHeadline();
    if (m_problem && m_plan)
        return tr("The plan could not be made anew.");
    if (m_problem)
        return tr("There is no plan yet.");
    if (!m_plan)
        return tr("Nothing is planned yet.");
    if (isStale())
        return tr("The cables are not as they were planned.");
    if (!m_plan->changesAnything())
        return tr("Nothing is to be changed.");
    const int sparks = static_cast<int>(m_plan->sparks.size());
    //: %1 is "5 changes"
    return tr("%1 on %n Spark(s).", nullptr, sparks).arg(tr("%n change(s)", nullptr, changeCount(*m_plan)));
}

QString ReviewViewModel::detail() const
{
    if (m_problem && m_plan && !m_planning)
        return tr("What is listed here is the plan of before.");
    if (m_leaver)
        return m_leaver->othersStay ? tr("They keep their addresses. Below is all that changes on them.")
                                    : tr("The network of the others goes back to what it was before the set-up.");
    if (isStale() && !m_planning)
        return tr("What is listed here was planned for other cables.");
    if (m_plan && !m_planning && !m_plan->changesAnything())
        return tr("Every Spark is already set up like this. You can go on and prove it.");
    if (m_plan && !m_planning)
        return tr("This is all that will happen. Every change can be taken back.");
    return {};
}

PageAction ReviewViewModel::leaverAction() const
{
    const QString text = tr("Take %1 out").arg(m_leaver->name);
    if (m_planning)
        return {text, false, tr("The plan is being made")};
    if (m_problem)
        return {tr("Plan again"), true, {}};
    if (m_leaver->othersStay && !m_plan)
        return {text, false, tr("There is no plan yet")};
    if (const QString missing = missingConsent(); !missing.isEmpty())
        return {text, false, missing};
    return {text, true, {}};
}

// What the person has to agree to first; empty where there is nothing.
QString ReviewViewModel::missingConsent() const
{
    for (const Question &question : questions())
        if (!question.agreed)
            return question.consent == domain::PreflightFinding::Consent::Busy
                ? tr("The fabric is in use: wait, or tick the box above")
                : tr("Files of others are replaced: tick the box above to agree");
    return {};
}

PageAction ReviewViewModel::primaryAction() const
{
    if (m_leaver)
        return leaverAction();
    if (m_planning)
        return {tr("Apply"), false, tr("The plan is being made")};
    if (!m_plan && !m_problem)
        return {tr("Apply"), false, tr("There is no plan yet")};
    if (m_plan && !m_addresses.sound())
        return {tr("Apply"), false, tr("An address is not right: see \"Addresses and names\"")};
    if (m_problem || isStale())
        return {tr("Plan again"), true, {}};
    if (m_addresses.pending())
        return {tr("Apply"), false, tr("The plan is about to be made anew")};
    if (!m_plan->changesAnything())
        return {tr("Continue"), true, {}};
    if (const QString missing = missingConsent(); !missing.isEmpty())
        return {tr("Apply"), false, missing};
    return {tr("Apply to %n Spark(s)", nullptr, static_cast<int>(m_plan->sparks.size())), true, {}};
}

void ReviewViewModel::triggerPrimary()
{
    if (!primaryAction().enabled)
        return;
    if (m_problem || isStale())
        Q_EMIT planRequested();
    else if (m_leaver || m_plan->changesAnything())
        Q_EMIT applyRequested();
    else
        Q_EMIT continueRequested();
}

QStringList ReviewViewModel::warnings() const
{
    QStringList warnings;
    if (m_leaver)
        warnings << (m_leaver->gone
                ? tr("Nothing is done on %1. Should it come back, it still has its old addresses: keep its cables "
                     "unplugged until it is set up anew.")
                      .arg(m_leaver->name)
                : tr("%1 gets back what it was before the set-up, and nothing of Sparkloom stays on it.")
                      .arg(m_leaver->name));
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

engine::text::Explanation ReviewViewModel::staleness() const
{
    if (!isStale() || m_planning || m_problem)
        return {};
    return {CableViewModel::describeChanged(m_cables.others),
        tr("The plan is for the cables of before: applied now it would fail, and all would be taken back."),
        tr("Put the plug back where it was, and you can apply the plan as it is. Or plan again with the cables as they "
           "are now: what you chose stays chosen.")};
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

QString ReviewViewModel::exported(Export form) const
{
    namespace report = engine::report;
    if (!m_plan)
        return {};
    const report::PlanContext context = report::planContext(*m_plan, m_findings, m_hosts);
    switch (form) {
    case Export::Text: return report::planText(*m_plan, context);
    case Export::Environment: return report::environmentsText(report::environments(m_plan->addresses, m_hosts));
    case Export::Json: break;
    }
    // The document that `sparkloomctl plan --json` prints.
    const QJsonObject document{{u"plan"_s, report::planJson(*m_plan, context.findings, context.steps)},
        {u"schema"_s, u"sparkloom-plan"_s}, {u"version"_s, 1}, {u"exitCode"_s, 0}};
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

QString ReviewViewModel::fileNameFor(Export form)
{
    switch (form) {
    case Export::Text: return u"sparkloom-plan.txt"_s;
    case Export::Json: return u"sparkloom-plan.json"_s;
    case Export::Environment: break;
    }
    return u"sparkloom-environment.sh"_s;
}

} // namespace sparkloom::viewmodels
