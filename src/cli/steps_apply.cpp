// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps.h"
#include "cli/tr.h"

#include "base/text.h"
#include "engine/text/names.h"
#include "engine/text/text.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr std::size_t kMaxShownLine = 400;

void showDiff(Output &output, const std::string &diff)
{
    for (const std::string_view line : base::split(diff, '\n')) {
        if (line.empty())
            continue;
        const Output::Tone tone = line.starts_with("+") ? Output::Tone::Good
            : line.starts_with("-")                     ? Output::Tone::Bad
                                                        : Output::Tone::Plain;
        output.say(u"      "_s + QString::fromStdString(base::cleanText(line, kMaxShownLine)), tone);
    }
}

void showChange(Output &output, const domain::Change &change, bool withDiff)
{
    output.say(u"  - "_s + engine::text::sentence(change.title) + (change.needsRoot ? Cli::tr(" (root)") : QString()));
    if (!change.reason.empty())
        output.say(u"    "_s + engine::text::sentence(change.reason), Output::Tone::Quiet);
    if (!withDiff)
        return;
    showDiff(output, change.diff);
    if (!change.command.empty())
        output.say(u"      $ "_s + QString::fromStdString(base::cleanText(change.command, kMaxShownLine)),
            Output::Tone::Quiet);
    if (!change.undo.empty())
        output.say(u"    "_s + engine::text::sentence(change.undo), Output::Tone::Quiet);
}

// Sparks on which the same is done, told about once; diffs differ, so with them each Spark stands for itself.
std::vector<std::vector<const domain::SparkPlan *>> groupsOf(const domain::Plan &plan, bool each)
{
    const auto same = [](const domain::SparkPlan &a, const domain::SparkPlan &b) {
        return std::equal(a.changes.begin(), a.changes.end(), b.changes.begin(), b.changes.end(),
            [](const domain::Change &left, const domain::Change &right) {
                return left.title == right.title && left.reason == right.reason;
            });
    };
    std::vector<std::vector<const domain::SparkPlan *>> groups;
    for (const domain::SparkPlan &spark : plan.sparks) {
        const auto group = std::find_if(
            groups.begin(), groups.end(), [&](const auto &known) { return !each && same(*known.front(), spark); });
        if (group == groups.end())
            groups.push_back({&spark});
        else
            group->push_back(&spark);
    }
    return groups;
}

QString laneName(const domain::Lane &lane)
{
    const QString name = (lane.cable > 0 ? QString::number(lane.cable) : QString())
        + QString::fromLatin1(domain::letter(lane.side).data(), 1);
    return lane.role == domain::Lane::Role::Storage ? Cli::tr("storage %1").arg(name) : name;
}

void showAddresses(Output &output, const domain::AddressPlan &addresses, const Names &names)
{
    Table table({Cli::tr("LANE"), Cli::tr("SUBNET"), Cli::tr("SPARK"), Cli::tr("HALF"), Cli::tr("INTERFACE"),
        Cli::tr("ADDRESS")});
    for (const domain::Lane &lane : addresses.lanes)
        for (const domain::LaneEnd &end : lane.ends)
            table.add({laneName(lane), QString::fromStdString(lane.subnet.toString()), names.of(end.half.spark),
                QString::fromStdString(domain::toText(end.half.half)), QString::fromStdString(end.netdev),
                QString::fromStdString(end.address.toString())});
    output.say(table);
}

// Where a set-up stands already: what of it stays, and what does not.
void showHalfSteps(Output &output, const std::vector<domain::HalfStep> &steps, const Names &names)
{
    using Kind = domain::HalfStep::Kind;
    const bool anyBefore =
        std::any_of(steps.begin(), steps.end(), [](const domain::HalfStep &step) { return step.before.has_value(); });
    const bool allStay =
        std::all_of(steps.begin(), steps.end(), [](const domain::HalfStep &step) { return step.kind == Kind::Stays; });
    if (!anyBefore || allStay)
        return;
    Table table({Cli::tr("SPARK"), Cli::tr("HALF"), Cli::tr("BEFORE"), Cli::tr("AFTER"), Cli::tr("THIS HALF")});
    for (const domain::HalfStep &step : steps) {
        const auto text = [](const std::optional<domain::HalfConfig> &half) {
            return half ? QString::fromStdString(half->address.toString()) : QString();
        };
        table.add({names.of(step.half.spark), QString::fromStdString(domain::toText(step.half.half)), text(step.before),
            text(step.after), word(step.kind)});
    }
    output.say(table);
}

// What was seen, what it means, what to do.
void showFindings(Output &output, const std::vector<domain::PreflightFinding> &findings)
{
    for (const domain::PreflightFinding &finding : findings) {
        const engine::text::Explanation told = engine::text::explain(base::refused(finding.text));
        const bool stops = finding.consent != domain::PreflightFinding::Consent::None;
        output.say(told.seen, stops ? Output::Tone::Bad : Output::Tone::Attention);
        for (const QString &line : {told.meaning, told.remedy})
            if (!line.isEmpty())
                output.say(u"  "_s + line, Output::Tone::Quiet);
    }
}

QString markOf(engine::JobView::State state)
{
    switch (state) {
    case engine::JobView::State::Done: return Cli::tr("done");
    case engine::JobView::State::Skipped: return Cli::tr("skipped");
    case engine::JobView::State::Failed: return Cli::tr("FAILED");
    case engine::JobView::State::Cancelled: return Cli::tr("cancelled");
    case engine::JobView::State::RolledBack: return Cli::tr("taken back");
    case engine::JobView::State::Waiting:
    case engine::JobView::State::Running: break;
    }
    return {};
}

} // namespace

void showPlan(Context &context, const domain::Plan &plan, bool withDiff)
{
    Output &output = context.output();
    const Names names(context.session().hosts());
    output.say(
        Cli::tr("Form: %1, MTU %2").arg(engine::text::topologyPhrase(plan.addresses.topology)).arg(plan.addresses.mtu),
        Output::Tone::Strong);
    showAddresses(output, plan.addresses, names);
    showHalfSteps(output, halfSteps(context, plan), names);
    for (const base::Message &warning : plan.warnings)
        output.say(warning, Output::Tone::Attention);
    showFindings(output, context.session().findings());
    if (!plan.changesAnything()) {
        output.say("cli.plan-nothing"_msg, Output::Tone::Good);
        return;
    }
    for (const auto &group : groupsOf(plan, withDiff)) {
        QStringList together;
        for (const domain::SparkPlan *spark : group)
            together << names.of(spark->spark);
        output.say();
        output.say(together.join(u", "_s), Output::Tone::Strong);
        if (group.front()->changes.empty())
            output.say(u"  "_s + engine::text::sentence("cli.plan-nothing-here"_msg));
        for (const domain::Change &change : group.front()->changes)
            showChange(output, change, withDiff);
    }
    if (!plan.computer.empty()) {
        output.say();
        output.say(Cli::tr("this computer"), Output::Tone::Strong);
        for (const domain::Change &change : plan.computer)
            showChange(output, change, withDiff);
    }
    output.say();
}

std::vector<domain::HalfStep> halfSteps(Context &context, const domain::Plan &plan)
{
    std::vector<domain::SparkFacts> facts;
    for (const engine::HostView &host : context.session().hosts())
        if (host.facts)
            facts.push_back(*host.facts);
    return domain::halfSteps(plan.addresses, facts);
}

QCoro::Task<base::Result<domain::Plan>> makePlan(Context &context, engine::PlanOptions options)
{
    const base::Result<void> signedIn = co_await signIn(context);
    if (!signedIn)
        co_return signedIn.error();
    const base::Result<void> mapped = co_await mapCables(context, options.topology);
    if (!mapped)
        co_return mapped.error();
    base::Result<domain::Plan> plan = co_await context.session().makePlan(options);
    co_return plan;
}

base::Result<void> refuseOpenTransaction(Context &context)
{
    if (!context.session().hasOpenTransaction())
        return {};
    return base::refused("cli.open-transaction"_msg);
}

namespace {

// Files of others: a person is asked; where nobody is there, only --insist take-over agrees.
QCoro::Task<engine::Consents> askToTakeOver(Context &context, engine::Consents agreed)
{
    using Consent = domain::PreflightFinding::Consent;
    const std::vector<domain::PreflightFinding> findings = context.session().findings();
    const bool needed = std::any_of(
        findings.begin(), findings.end(), [](const auto &finding) { return finding.consent == Consent::TakeOver; });
    const bool given = std::find(agreed.begin(), agreed.end(), Consent::TakeOver) != agreed.end();
    if (needed && !given && context.prompter().canAsk()) {
        const QString question = engine::text::sentence("prompt.take-over"_msg);
        const bool yes = co_await context.prompter().confirm(question, u"--insist take-over"_s);
        if (yes)
            agreed.push_back(Consent::TakeOver);
    }
    co_return agreed;
}

} // namespace

QCoro::Task<base::Result<engine::ApplyOutcome>> applyPlan(Context &context, engine::Consents agreed)
{
    const std::optional<domain::Plan> plan = context.session().plan();
    if (!plan)
        co_return engine::ApplyOutcome{};
    if (!plan->changesAnything()) {
        // Nobody has to agree to nothing; but somebody else may have set this cluster up, and now this computer knows
        // it.
        base::Result<engine::ApplyOutcome> known = co_await context.session().apply();
        co_return known;
    }
    const QFuture<bool> asked = context.prompter().confirmPlan(*plan);
    const bool goAhead = co_await asked;
    if (!goAhead)
        co_return base::Error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
    const engine::Consents consents = co_await askToTakeOver(context, agreed);
    JobLines lines(context);
    base::Result<engine::ApplyOutcome> outcome = co_await context.session().apply(consents);
    if (outcome)
        for (const base::Message &note : outcome->notes)
            context.output().say(note, Output::Tone::Attention);
    co_return outcome;
}

QString outcomeWord(engine::ApplyOutcome::Kind kind)
{
    switch (kind) {
    case engine::ApplyOutcome::Kind::NothingToDo: return u"nothing-to-do"_s;
    case engine::ApplyOutcome::Kind::Applied: return u"applied"_s;
    case engine::ApplyOutcome::Kind::RolledBack: return u"rolled-back"_s;
    case engine::ApplyOutcome::Kind::HalfApplied: return u"half-applied"_s;
    }
    return {};
}

ExitCode finishOutcome(Context &context, const QString &command, const engine::ApplyOutcome &outcome,
    const Endings &endings, QJsonObject body)
{
    using Kind = engine::ApplyOutcome::Kind;
    body.insert(u"outcome"_s, outcomeWord(outcome.kind));
    if (outcome.kind == Kind::NothingToDo || outcome.kind == Kind::Applied) {
        context.output().say(outcome.kind == Kind::Applied ? endings.done : endings.nothing, Output::Tone::Good);
        context.output().document(command, std::move(body), ExitCode::Healthy);
        return ExitCode::Healthy;
    }
    const bool rolledBack = outcome.kind == Kind::RolledBack;
    if (!rolledBack || outcome.error)
        context.output().say(!rolledBack ? "cli.half-applied"_msg
                : outcome.begun          ? "cli.rolled-back"_msg
                                         : "cli.nothing-begun"_msg,
            Output::Tone::Bad);
    const base::Error fallback =
        rolledBack ? base::failed("cli.rolled-back"_msg) : base::failed("cli.open-transaction"_msg);
    return context.fail(command, outcome.error.value_or(fallback), std::move(body));
}

JobLines::JobLines(Context &context) : m_context(context)
{
    connect(&context.session(), &engine::ClusterSession::jobsChanged, this, &JobLines::look);
}

void JobLines::look()
{
    for (const engine::JobView &job : m_context.session().jobs()) {
        const QString mark = markOf(job.state);
        const auto told =
            std::find_if(m_told.begin(), m_told.end(), [&](const auto &each) { return each.first == job.id; });
        if (mark.isEmpty() || (told != m_told.end() && told->second == job.state))
            continue;
        if (told == m_told.end())
            m_told.emplace_back(job.id, job.state);
        else
            told->second = job.state;
        const bool bad = job.state == engine::JobView::State::Failed;
        QString line = u"%1  %2"_s.arg(mark.leftJustified(10), job.spark.isEmpty() ? QString() : job.spark + u": "_s);
        line += engine::text::sentence(job.title);
        m_context.output().note(line, bad ? Output::Tone::Bad : Output::Tone::Quiet);
        if (bad && job.error)
            m_context.output().note(u"            "_s + engine::text::explain(*job.error).seen, Output::Tone::Bad);
    }
}

} // namespace sparkloom::cli
