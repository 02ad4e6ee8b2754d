// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"
#include "cli/words.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<void> looked = co_await lookForDrift(context);
    if (!looked)
        co_return context.fail(invocation.command, looked.error());
    const std::vector<engine::SparkStatus> status = context.session().status();
    showStatus(context);
    // Until an interrupted change is settled, none of these would be done.
    if (context.session().hasOpenTransaction())
        context.output().error(refuseOpenTransaction(context).error());
    else
        for (const base::MessageId &offer : driftOffers(status))
            context.output().say(offer);
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    const ExitCode code = exitCodeOf(status);
    context.output().document(invocation.command,
        {{u"sparks"_s, statusJson(status)}, {u"openTransaction"_s, context.session().hasOpenTransaction()}}, code);
    co_return code;
}

} // namespace

Command statusCommand()
{
    return {
        {u"status"_s, {}, Cli::tr("Say whether every Spark still is as it was set up."),
            Cli::tr(
                "Compares files, addresses, MTU, settings, routes and keys with the set-up, without root, says what "
                "differs and since when,\nand repairs nothing."),
            {}},
        run};
}

} // namespace sparkloom::cli
