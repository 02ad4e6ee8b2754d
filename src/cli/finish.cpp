// SPDX-License-Identifier: GPL-3.0-or-later
// `finish` and `revert`: the two ways out of "half applied".
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
    const base::Result<void> signedIn = co_await openAndSignIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    JobLines lines(context);
    if (invocation.command == u"finish") {
        const base::Result<engine::ApplyOutcome> outcome = co_await context.session().finishOpen();
        if (!outcome)
            co_return context.fail(invocation.command, outcome.error());
        co_return finishOutcome(context, invocation.command, *outcome, {"cli.nothing-open"_msg, "cli.applied"_msg});
    }
    const base::Result<engine::ApplyOutcome> outcome = co_await context.session().revertOpen();
    if (!outcome)
        co_return context.fail(invocation.command, outcome.error());
    co_return finishOutcome(context, invocation.command, *outcome, {"cli.nothing-open"_msg, "cli.undone"_msg});
}

} // namespace

Command finishCommand()
{
    return {{u"finish"_s, {}, Cli::tr("After \"half applied\": complete the set-up that was interrupted."),
                Cli::tr("Commits on the Sparks where it is still open. Doing it twice does no harm."), {}},
        run};
}

Command revertCommand()
{
    return {{u"revert"_s, {}, Cli::tr("After \"half applied\": take the interrupted set-up back everywhere."),
                Cli::tr("Every Spark goes back to what it was before. Doing it twice does no harm."), {}},
        run};
}

} // namespace sparkloom::cli
