// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<engine::PlanOptions> options = planOptionsOf(invocation, context.session().cluster());
    if (!options)
        co_return context.fail(invocation.command, options.error());
    const base::Result<domain::Plan> plan = co_await makePlan(context, *options);
    if (!plan)
        co_return context.fail(invocation.command, plan.error());
    showPlan(context, *plan, invocation.isSet(u"diff"_s));
    context.output().document(invocation.command,
        {{u"plan"_s, planJson(*plan, context.session().findings(), halfSteps(context, *plan))}}, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command planCommand()
{
    return {{u"plan"_s, {}, Cli::tr("Show what would be changed on every Spark, and change nothing."),
                Cli::tr("The plan follows from the cables that are there. Reading the present network files needs sudo "
                        "the first time."),
                {topologyOption(), poolOption(), mtuOption(), timerOption(), hostsNamesOption(), sshAliasesOption(),
                    diffOption()}},
        run};
}

} // namespace sparkloom::cli
