// SPDX-License-Identifier: GPL-3.0-or-later
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

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> closed = refuseOpenTransaction(context);
    if (!closed)
        co_return context.fail(invocation.command, closed.error());
    const base::Result<void> signedIn = co_await signIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<void> idle = co_await refuseWhileBusy(context, invocation);
    if (!idle)
        co_return context.fail(invocation.command, idle.error());
    const QString question = engine::text::sentence("prompt.undo"_msg);
    const bool goAhead = co_await context.prompter().confirm(question, u"--yes"_s);
    if (!goAhead) {
        const base::Error error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
        co_return context.fail(invocation.command, error);
    }
    JobLines lines(context);
    const base::Result<engine::ApplyOutcome> outcome = co_await context.session().undo();
    if (!outcome)
        co_return context.fail(invocation.command, outcome.error());
    for (const base::Message &note : outcome->notes)
        context.output().say(note, Output::Tone::Attention);
    const bool earlierStands = std::any_of(outcome->notes.begin(), outcome->notes.end(),
        [](const base::Message &note) { return note.id == "apply.undo-earlier-stands"; });
    co_return finishOutcome(context, invocation.command, *outcome,
        {"cli.undo-nothing"_msg, earlierStands ? "cli.undone-last"_msg : "cli.undone"_msg, ChangeTask::Undo});
}

} // namespace

Command undoCommand()
{
    return {{u"undo"_s, {}, Cli::tr("Put the network of every Spark back as it was before the set-up."),
                Cli::tr("Every file comes back byte for byte. Sparkloom's helper, keys and record stay until forget."),
                {busyOption()}},
        run};
}

} // namespace sparkloom::cli
