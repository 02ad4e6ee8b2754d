// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> closed = refuseOpenTransaction(context);
    if (!closed)
        co_return context.fail(invocation.command, closed.error());
    const base::Result<engine::PlanOptions> options = planOptionsOf(invocation, context.session().cluster());
    if (!options)
        co_return context.fail(invocation.command, options.error());
    const base::Result<engine::Consents> consents = consentsOf(invocation);
    if (!consents)
        co_return context.fail(invocation.command, consents.error());
    const base::Result<domain::Plan> plan = co_await makePlan(context, *options);
    if (!plan)
        co_return context.fail(invocation.command, plan.error());
    showPlan(context, *plan, invocation.isSet(u"diff"_s));
    const std::vector<domain::HalfStep> steps = halfSteps(context, *plan); // afterwards the records are new
    const base::Result<engine::ApplyOutcome> outcome = co_await applyPlan(context, *consents);
    QJsonObject body{{u"plan"_s, planJson(*plan, context.session().findings(), steps)}};
    if (!outcome)
        co_return context.fail(invocation.command, outcome.error(), body);
    if (outcome->kind == engine::ApplyOutcome::Kind::Applied && !outcome->error)
        co_await lookAfterwards(context);
    co_return finishOutcome(
        context, invocation.command, *outcome, {"cli.plan-nothing"_msg, "cli.applied"_msg}, std::move(body));
}

} // namespace

Command applyCommand()
{
    return {{u"apply"_s, {}, Cli::tr("Carry out the plan on all Sparks: everywhere or nowhere."),
                Cli::tr("Every Spark keeps a backup and takes the change back by itself if this computer goes away "
                        "before it is proven."),
                {topologyOption(), poolOption(), mtuOption(), timerOption(), hostsNamesOption(), sshAliasesOption(),
                    diffOption(), insistOption()}},
        run};
}

} // namespace sparkloom::cli
