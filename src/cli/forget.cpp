// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

// A Spark that is gone for good: nothing is done on it, only this computer forgets it.
QCoro::Task<ExitCode> forgetHere(Context &context, Invocation invocation)
{
    if (invocation.arguments.isEmpty())
        co_return context.fail(invocation.command, usageError("cli.here-only-needs-names"_msg));
    for (const QString &name : invocation.arguments)
        context.session().removeHost(context.session().cluster().member(name)->name);
    const base::Result<void> tidied = co_await context.session().tidyAliases();
    if (!tidied)
        context.output().error(tidied.error());
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    context.output().say("cli.forgotten-here"_msg);
    const QJsonObject body{{u"forgotten"_s, QJsonArray::fromStringList(invocation.arguments)}};
    context.output().document(invocation.command, body, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    for (const QString &name : invocation.arguments)
        if (!context.session().cluster().member(name)) {
            const base::Message message = base::Message("cli.no-such-member"_msg).with("name", name.toStdString());
            co_return context.fail(invocation.command, usageError(message));
        }
    if (invocation.isSet(u"here-only"_s))
        co_return co_await forgetHere(context, invocation);
    const base::Result<void> signedIn = co_await signIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    QStringList names = invocation.arguments;
    if (names.isEmpty())
        for (const engine::ClusterMember &member : context.session().cluster().members)
            names << member.name;
    const base::Result<void> idle = co_await refuseWhileBusy(context, invocation, names);
    if (!idle)
        co_return context.fail(invocation.command, idle.error());
    const base::Message asked = base::Message("prompt.forget"_msg).with("names", names.join(u", "_s).toStdString());
    const QString question = engine::text::sentence(asked);
    const bool goAhead = co_await context.prompter().confirm(question, u"--yes"_s);
    if (!goAhead) {
        const base::Error error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
        co_return context.fail(invocation.command, error);
    }
    JobLines lines(context);
    const QStringList arguments = invocation.arguments;
    const base::Result<void> forgotten = co_await context.session().forget(arguments);
    if (!forgotten)
        co_return context.fail(invocation.command, forgotten.error());
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    context.output().say("cli.forgotten"_msg, Output::Tone::Good);
    const QJsonObject body{{u"forgotten"_s, QJsonArray::fromStringList(names)}};
    context.output().document(invocation.command, body, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command forgetCommand()
{
    return {{u"forget"_s, u"[NAME...]"_s,
                Cli::tr("Undo, then remove everything of Sparkloom from the Sparks, and forget them."),
                Cli::tr("Helper, recovery unit, record, backups and keys go; each Spark is as before first contact. "
                        "Without a name: all."),
                {{u"here-only"_s, Cli::tr("Only forget these Sparks on this computer; nothing is done on them.")},
                    busyOption()},
                0, 64},
        run};
}

} // namespace sparkloom::cli
