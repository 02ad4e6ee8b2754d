// SPDX-License-Identifier: GPL-3.0-or-later
// `finish` and `revert`: the two ways out of "half applied".
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

// Names of members, as they are written in the list. Errors: Usage.
base::Result<QStringList> goneOf(Context &context, const Invocation &invocation)
{
    QStringList gone;
    for (const QString &typed : invocation.values(u"without"_s)) {
        const engine::ClusterMember *member = context.session().cluster().member(typed);
        if (!member)
            return usageError(base::Message("cli.no-such-member"_msg).with("name", typed.toStdString()));
        gone << member->name;
    }
    if (!gone.isEmpty() && !context.session().hasOpenTransaction())
        return base::Error{base::ErrorKind::Usage,
            base::Message("flow.nothing-to-settle"_msg).with("name", gone.front().toStdString()), {}};
    gone.removeDuplicates();
    return gone;
}

// What was done where all was done: the one thing that was open decides it.
base::MessageId doneOf(const std::optional<engine::Interruption> &open, bool finishes)
{
    if (!finishes)
        return "cli.reverted"_msg;
    if (open && !open->leaver.isEmpty())
        return "cli.left"_msg;
    return open && open->undo ? "cli.undo-finished"_msg : "cli.applied"_msg;
}

// All of them, or all but those that are gone.
QCoro::Task<base::Result<void>> signInToOthers(Context &context, QStringList gone)
{
    QStringList others;
    for (const engine::ClusterMember &member : context.session().cluster().members)
        if (!gone.contains(member.name))
            others << member.name;
    if (!gone.isEmpty() && others.isEmpty())
        co_return usageError("cli.leave-alone"_msg);
    co_return co_await signIn(context, true, others);
}

QCoro::Task<base::Result<engine::ApplyOutcome>> settle(
    Context &context, bool finishes, QStringList gone, engine::Consents agreed)
{
    JobLines lines(context);
    auto settling = finishes ? context.session().finishOpen(gone, agreed) : context.session().revertOpen(gone);
    base::Result<engine::ApplyOutcome> outcome = co_await settling;
    if (!outcome)
        co_return outcome;
    for (const base::Message &note : outcome->notes)
        context.output().say(note, Output::Tone::Attention);
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return stored.error();
    co_return outcome;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<QStringList> named = goneOf(context, invocation);
    if (!named)
        co_return context.fail(invocation.command, named.error());
    QStringList gone = *named + context.session().saidGone();
    gone.removeDuplicates();
    const QJsonObject body{{u"without"_s, QJsonArray::fromStringList(gone)}};
    const base::Result<void> signedIn = co_await signInToOthers(context, gone);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error(), body);
    if (!named->isEmpty()) {
        const base::Message question =
            base::Message("prompt.settle-without"_msg).with("names", named->join(u", "_s).toStdString());
        const bool goAhead = co_await context.prompter().confirm(engine::text::sentence(question), u"--yes"_s);
        if (!goAhead)
            co_return context.fail(invocation.command,
                base::Error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}}, body);
    }
    const bool finishes = invocation.command == u"finish";
    const base::Result<engine::Consents> consents = consentsOf(invocation);
    if (!consents)
        co_return context.fail(invocation.command, consents.error(), body);
    if (!finishes) {
        const base::Result<void> idle = co_await refuseWhileBusy(context, invocation);
        if (!idle)
            co_return context.fail(invocation.command, idle.error(), body);
    }
    const std::optional<engine::Interruption> open = interruptionOf(context); // as long as it is
    const base::Result<engine::ApplyOutcome> outcome = co_await settle(context, finishes, gone, *consents);
    if (!outcome)
        co_return context.fail(invocation.command, outcome.error(), body);
    const bool whole = gone.isEmpty();
    const base::MessageId done = whole ? doneOf(open, finishes) : "cli.settled-without"_msg;
    // Where all that was left to do was to say so on each Spark, nothing is left of it either.
    Endings endings{
        whole && !open ? "cli.nothing-open"_msg : done, done, finishes ? ChangeTask::Finish : ChangeTask::Revert};
    if (!finishes)
        endings.takenBack = done;
    co_return finishOutcome(context, invocation.command, *outcome, endings, body);
}

} // namespace

Command finishCommand()
{
    return {{u"finish"_s, {}, Cli::tr("After \"half applied\": complete the set-up that was interrupted."),
                Cli::tr("Commits on the Sparks where it is still open. Doing it twice does no harm."),
                {withoutOption(), busyOption()}},
        run};
}

Command revertCommand()
{
    return {{u"revert"_s, {}, Cli::tr("After \"half applied\": take the interrupted set-up back everywhere."),
                Cli::tr("Every Spark goes back to what it was before. Doing it twice does no harm."),
                {withoutOption(), busyOption()}},
        run};
}

} // namespace sparkloom::cli
