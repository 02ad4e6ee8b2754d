// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps.h"
#include "cli/tr.h"

#include "cli/command.h"
#include "engine/flow/preflight.h"
#include "engine/report/planreport.h"
#include "engine/text/text.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

Output::Tone toneOf(engine::report::Line::Tone tone)
{
    using Tone = engine::report::Line::Tone;
    switch (tone) {
    case Tone::Strong: return Output::Tone::Strong;
    case Tone::Quiet: return Output::Tone::Quiet;
    case Tone::Good: return Output::Tone::Good;
    case Tone::Bad: return Output::Tone::Bad;
    case Tone::Attention: return Output::Tone::Attention;
    case Tone::Plain: break;
    }
    return Output::Tone::Plain;
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
    using engine::report::Line;
    const engine::report::PlanContext around =
        engine::report::planContext(plan, context.session().findings(), context.session().hosts());
    for (const Line &line : engine::report::planLines(plan, around, withDiff))
        context.output().say(line.text, toneOf(line.tone));
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

std::optional<engine::Interruption> interruptionOf(Context &context)
{
    const engine::Journal *const journal = context.place().adapters->environment().journal;
    return journal ? engine::interruptionIn(journal->open(context.session().cluster().name)) : std::nullopt;
}

base::Result<void> refuseOpenTransaction(Context &context)
{
    if (!context.session().hasOpenTransaction())
        return {};
    const std::optional<engine::Interruption> open = interruptionOf(context);
    return base::refused(
        open && open->undo ? base::Message("cli.open-undo"_msg) : base::Message("cli.open-transaction"_msg));
}

QCoro::Task<base::Result<void>> refuseWhileBusy(Context &context, Invocation invocation, QStringList names)
{
    const base::Result<engine::Consents> consents = consentsOf(invocation);
    if (!consents)
        co_return consents.error();
    if (std::find(consents->begin(), consents->end(), domain::PreflightFinding::Consent::Busy) != consents->end())
        co_return base::Result<void>();
    const base::Result<std::optional<domain::PreflightFinding>> work = co_await context.session().lookForWork(names);
    if (!work)
        co_return work.error();
    co_return *work ? base::Result<void>(engine::refusalOf(**work)) : base::Result<void>();
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

namespace {

// It was not begun anywhere; it was taken back; the Sparks take it back by themselves; it is final on some only.
struct Failures {
    base::MessageId notBegun, takenBack, goesBack, halfDone;
};

Failures failuresOf(ChangeTask task)
{
    switch (task) {
    case ChangeTask::Undo:
        return {"cli.undo-not-begun"_msg, "cli.undo-rolled-back"_msg, "cli.undo-rolls-back"_msg, "cli.undo-half"_msg};
    case ChangeTask::Leave:
        return {
            "cli.leave-not-begun"_msg, "cli.leave-rolled-back"_msg, "cli.leave-rolls-back"_msg, "cli.leave-half"_msg};
    case ChangeTask::Finish:
        return {"cli.finish-failed"_msg, "cli.finish-failed"_msg, "cli.finish-failed"_msg, "cli.finish-failed"_msg};
    case ChangeTask::Revert:
        return {"cli.revert-failed"_msg, "cli.revert-failed"_msg, "cli.revert-failed"_msg, "cli.revert-failed"_msg};
    case ChangeTask::SetUp: break;
    }
    return {"cli.nothing-begun"_msg, "cli.rolled-back"_msg, "cli.rolls-back"_msg, "cli.half-applied"_msg};
}

} // namespace

ExitCode finishOutcome(Context &context, const QString &command, const engine::ApplyOutcome &outcome,
    const Endings &endings, QJsonObject body)
{
    using Kind = engine::ApplyOutcome::Kind;
    body.insert(u"outcome"_s, outcomeWord(outcome.kind));
    const bool asAsked = outcome.kind == Kind::RolledBack && !outcome.error && endings.takenBack;
    if (outcome.kind == Kind::NothingToDo || outcome.kind == Kind::Applied || asAsked) {
        context.output().say(asAsked            ? *endings.takenBack
                : outcome.kind == Kind::Applied ? endings.done
                                                : endings.nothing,
            Output::Tone::Good);
        context.output().document(command, std::move(body), ExitCode::Healthy);
        return ExitCode::Healthy;
    }
    const bool rolledBack = outcome.kind == Kind::RolledBack;
    if (!rolledBack || outcome.error) {
        const Failures said = failuresOf(endings.task);
        context.output().say(!rolledBack ? said.halfDone
                : !outcome.begun         ? said.notBegun
                : outcome.notes.empty()  ? said.takenBack
                                         : said.goesBack,
            Output::Tone::Bad);
    }
    const base::Error fallback = rolledBack ? base::failed("cli.rolled-back"_msg)
        : endings.task == ChangeTask::Undo  ? base::failed("cli.open-undo"_msg)
                                            : base::failed("cli.open-transaction"_msg);
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
