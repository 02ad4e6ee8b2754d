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
    if (invocation.isSet(u"replace"_s)) {
        const QString name = invocation.value(u"replace"_s);
        const base::Result<bool> replaced = co_await replaceKey(context, name);
        if (!replaced)
            co_return context.fail(invocation.command, replaced.error());
    }
    const base::Result<void> signedIn = co_await signIn(context);
    const base::Result<void> stored = co_await context.store();
    const QJsonObject body{{u"members"_s, hostsJson(context.session().hosts())}};
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error(), body);
    if (!stored)
        co_return context.fail(invocation.command, stored.error(), body);
    Table table({Cli::tr("SPARK"), Cli::tr("USER"), Cli::tr("KEY LOGIN"), Cli::tr("HOST KEY")});
    for (const engine::HostView &host : context.session().hosts())
        table.add({host.name, host.user, host.keyLogin ? Cli::tr("proven") : Cli::tr("no"),
            host.hostKey ? host.hostKey->fingerprint : QString()});
    context.output().say(table);
    context.output().document(invocation.command, body, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command trustCommand()
{
    return {
        {u"trust"_s, {}, Cli::tr("Check host keys, sign in, and install this computer's key on every Spark."),
            Cli::tr("Shows the fingerprint of every new Spark first; nothing secret is sent before it is accepted. "
                    "The password is\n"
                    "used once: our public key is installed and proven by a second login with that key alone."),
            {{u"replace"_s, Cli::tr("This Spark was reinstalled: replace its key on record by the one it shows now."),
                u"NAME"_s}}},
        run};
}

} // namespace sparkloom::cli
