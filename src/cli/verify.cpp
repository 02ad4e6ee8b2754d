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
    const base::Result<void> signedIn = co_await openAndSignIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<engine::VerifyReport> report = co_await context.session().verify();
    if (!report)
        co_return context.fail(invocation.command, report.error());
    showReport(context, *report);
    const ExitCode code = exitCodeOf(*report);
    if (code == ExitCode::Healthy)
        co_await lookAfterwards(context);
    context.output().document(invocation.command, {{u"report"_s, reportJson(*report)}}, code);
    co_return code;
}

} // namespace

Command verifyCommand()
{
    return {{u"verify"_s, {}, Cli::tr("Prove every half in both directions, and SSH from each Spark to each other."),
                Cli::tr("Address, route, the right lane, the MTU end to end. Changes nothing and needs no root. "
                        "Speed is not measured here."),
                {}},
        run};
}

} // namespace sparkloom::cli
