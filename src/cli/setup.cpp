// SPDX-License-Identifier: GPL-3.0-or-later
// `setup`: from machines that nobody has signed in to, to a proven fabric.
#include "cli/setupcabling.h"

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"
#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr std::chrono::seconds kLookForHosts{12};

// Numbers that a person typed for a list of `count`; everything for "all", nothing where something else was typed.
std::vector<std::size_t> chosenNumbers(const QString &typed, std::size_t count)
{
    std::vector<std::size_t> chosen;
    if (typed == u"all") {
        for (std::size_t i = 0; i < count; ++i)
            chosen.push_back(i);
        return chosen;
    }
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        bool ok = false;
        const uint number = word.toUInt(&ok);
        if (!ok || number < 1 || number > count)
            return {};
        chosen.push_back(number - 1);
    }
    return chosen;
}

QCoro::Task<base::Result<void>> chooseFound(Context &context)
{
    std::vector<engine::FoundHost> found = context.session().found();
    std::erase_if(found, [](const engine::FoundHost &host) { return host.chosen; });
    if (found.empty())
        co_return base::Error{base::ErrorKind::NotKnown, base::Message("cli.nothing-found"_msg), {}};
    Table table({u"#"_s, Cli::tr("NAME"), Cli::tr("ADDRESSES"), Cli::tr("SPARK")});
    for (std::size_t i = 0; i < found.size(); ++i)
        table.add({QString::number(i + 1), found[i].name, found[i].addresses.join(u", "_s),
            found[i].likelySpark ? Cli::tr("likely") : Cli::tr("not known")});
    context.output().say(table);
    const QString question = engine::text::sentence("prompt.choose-hosts"_msg);
    const std::optional<QString> typed = co_await context.prompter().askLine(question, u"HOST..."_s);
    if (!typed)
        co_return base::Error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
    for (const std::size_t index : chosenNumbers(typed->trimmed(), found.size())) {
        const base::Result<QString> added = context.session().addFound(found[index].key);
        if (!added)
            co_return added.error();
    }
    co_return base::Result<void>();
}

void showEnvironment(Context &context)
{
    const std::vector<SparkEnvironment> all = environments(context);
    if (all.empty())
        return;
    context.output().say();
    context.output().say("cli.environment-follows"_msg, Output::Tone::Strong);
    for (const SparkEnvironment &environment : all) {
        if (all.size() > 1)
            context.output().say(u"# "_s + environment.sparks.join(u", "_s));
        for (const QString &line : environmentText(environment).split(u'\n', Qt::SkipEmptyParts))
            context.output().say(u"  "_s + line);
    }
}

} // namespace

// The members that are asked for: typed names, else those of --hostkey, else what a person picks from the list.
QCoro::Task<base::Result<void>> ensureMembers(Context &context, QStringList wanted)
{
    if (wanted.isEmpty() && context.hasMembers())
        co_return base::Result<void>();
    if (wanted.isEmpty())
        for (const HostKeyGrant &grant : context.options().hostKeys)
            if (!wanted.contains(grant.host))
                wanted << grant.host;
    wanted.erase(std::remove_if(wanted.begin(), wanted.end(),
                     [&](const QString &name) { return context.session().cluster().member(name) != nullptr; }),
        wanted.end());
    if (wanted.isEmpty() && context.hasMembers())
        co_return base::Result<void>();
    if (wanted.isEmpty() && !context.prompter().canAsk())
        co_return usageError("cli.no-hosts-named"_msg);

    if (!context.options().isVirtual()) { // virtual Sparks are announced to nobody
        context.output().note("cli.looking"_msg);
        const auto allSeen = [&context, wanted] { return !wanted.isEmpty() && areFound(context, wanted); };
        const base::Result<void> searched = co_await discover(context, kLookForHosts, allSeen);
        static_cast<void>(searched); // a name that was typed works without discovery
    }
    if (wanted.isEmpty())
        co_return co_await chooseFound(context);
    for (const QString &name : wanted) {
        const base::Result<QString> added = addByName(context, name);
        if (!added)
            co_return added.error();
    }
    context.session().stopDiscovery();
    co_return base::Result<void>();
}

// The last step: proof of what stands, whether it was set up now or before.
QCoro::Task<ExitCode> prove(Context &context, QString command, QJsonObject body)
{
    const base::Result<engine::VerifyReport> report = co_await context.session().verify();
    if (!report)
        co_return context.fail(command, report.error(), body);
    showReport(context, *report);
    const ExitCode code = exitCodeOf(*report);
    if (code == ExitCode::Healthy) {
        showEnvironment(context);
        co_await lookAfterwards(context);
    }
    body.insert(u"report"_s, reportJson(*report));
    body.insert(u"members"_s, hostsJson(context.session().hosts()));
    context.output().document(command, body, code);
    co_return code;
}

namespace {

QCoro::Task<ExitCode> planAndApply(Context &context, Invocation invocation, engine::PlanOptions options)
{
    const base::Result<domain::Plan> plan = co_await context.session().makePlan(options);
    context.session().stopCabling();
    if (!plan)
        co_return context.fail(invocation.command, plan.error());
    showPlan(context, *plan, invocation.isSet(u"diff"_s));
    QJsonObject body{{u"plan"_s, planJson(*plan, context.session().findings(), halfSteps(context, *plan))}};
    const base::Result<engine::Consents> consents = consentsOf(invocation);
    if (!consents)
        co_return context.fail(invocation.command, consents.error(), body);
    const base::Result<engine::ApplyOutcome> outcome = co_await applyPlan(context, *consents);
    if (!outcome)
        co_return context.fail(invocation.command, outcome.error(), body);
    body.insert(u"outcome"_s, outcomeWord(outcome->kind));
    if (outcome->kind == engine::ApplyOutcome::Kind::RolledBack
        || outcome->kind == engine::ApplyOutcome::Kind::HalfApplied)
        co_return finishOutcome(
            context, invocation.command, *outcome, {"cli.plan-nothing"_msg, "cli.applied"_msg}, body);
    if (outcome->kind == engine::ApplyOutcome::Kind::Applied)
        context.output().say("cli.applied"_msg, Output::Tone::Good);
    co_return co_await prove(context, invocation.command, body);
}

} // namespace

base::Result<SetupRequest> setupRequestOf(const Invocation &invocation, const engine::Cluster &cluster)
{
    const base::Result<engine::PlanOptions> options = planOptionsOf(invocation, cluster);
    if (!options)
        return options.error();
    const base::Result<std::optional<std::chrono::milliseconds>> timeout = invocation.timeout();
    if (!timeout)
        return timeout.error();
    const base::Result<engine::Consents> consents = consentsOf(invocation);
    if (!consents)
        return consents.error();
    return SetupRequest{*options, *timeout};
}

QCoro::Task<ExitCode> setUpSignedIn(Context &context, Invocation invocation, SetupRequest request)
{
    CablingRequest cabling{request.options.topology, request.timeout, context.options().plugByItself};
    const base::Result<domain::Topology> cabled = co_await reachTopology(context, cabling);
    if (!cabled) {
        const Names names(context.session().hosts());
        const QJsonObject body{{u"cabling"_s, cablingJson(context.session().cabling(), names)}};
        co_return context.fail(invocation.command, cabled.error(), body);
    }
    request.options.topology = *cabled;
    co_return co_await planAndApply(context, invocation, request.options);
}

namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> closed = refuseOpenTransaction(context);
    if (!closed)
        co_return context.fail(invocation.command, closed.error());
    const base::Result<SetupRequest> request = setupRequestOf(invocation, context.session().cluster());
    if (!request)
        co_return context.fail(invocation.command, request.error());
    const base::Result<void> members = co_await ensureMembers(context, invocation.arguments);
    if (!members)
        co_return context.fail(invocation.command, members.error());
    const base::Result<void> signedIn = co_await signIn(context);
    if (!signedIn) {
        const QJsonObject body{{u"members"_s, hostsJson(context.session().hosts())}};
        co_return context.fail(invocation.command, signedIn.error(), body);
    }
    co_return co_await setUpSignedIn(context, invocation, *request);
}

} // namespace

Command setupCommand()
{
    return {{u"setup"_s, u"[HOST...]"_s, Cli::tr("Do everything: find, sign in, cable, plan, apply, prove."),
                Cli::tr("Takes what is cabled if it forms a pair, a ring or a star; else says which plug goes where, "
                        "one at a time, and waits.\n"
                        "Ends with the proven fabric and the environment for jobs. Doing it again changes nothing and "
                        "needs no sudo."),
                {topologyOption(), poolOption(), mtuOption(), timerOption(), hostsNamesOption(), sshAliasesOption(),
                    diffOption(), insistOption(),
                    timeoutOption(
                        Cli::tr("How long to wait for cables (default: for ever on a terminal, 60 with --yes)."))},
                0, 64},
        run};
}

} // namespace sparkloom::cli
