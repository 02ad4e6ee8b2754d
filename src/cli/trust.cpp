// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

const engine::HostView *hostNamed(const std::vector<engine::HostView> &hosts, const QString &name)
{
    const auto found = std::find_if(hosts.begin(), hosts.end(),
        [&](const engine::HostView &host) { return host.name == name; });
    return found == hosts.end() ? nullptr : &*found;
}

// A reinstalled Spark: its new key takes the place of the old one after its name was typed again; unattended only where
// --hostkey names exactly the key that it shows now.
QCoro::Task<base::Result<void>> replaceKey(Context &context, QString name)
{
    if (!context.session().cluster().member(name))
        co_return usageError(base::Message("cli.no-such-member"_msg).with("name", name.toStdString()));
    const base::Result<void> greeted = co_await context.session().signIn(name);
    const std::vector<engine::HostView> hosts = context.session().hosts();
    const engine::HostView *host = hostNamed(hosts, name);
    if (greeted || !host || host->state != engine::HostState::HostKeyChanged)
        co_return greeted; // its key has not changed: nothing is to be replaced
    if (!host->hostKey)
        co_return greeted.error();

    QString typed = name;
    if (context.options().yes) {
        const auto &grants = context.options().hostKeys;
        const QString shown = host->hostKey->fingerprint;
        const auto names = [&](const HostKeyGrant &grant) { return grant.host == name && grant.fingerprint == shown; };
        if (std::none_of(grants.begin(), grants.end(), names))
            co_return base::refused(base::Message("cli.replace-needs-hostkey"_msg).with("host", name.toStdString())
                                        .with("fingerprint", shown.toStdString()));
    } else {
        context.output().error(greeted.error());
        const QString question = Cli::tr("Type the name of the Spark whose key is to be replaced (%1):").arg(name);
        const std::optional<QString> answer = co_await context.prompter().askLine(question, u"--yes --hostkey"_s);
        if (!answer)
            co_return base::Error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
        typed = *answer;
    }
    const base::Result<void> replaced = co_await context.session().replaceHostKey(name, typed);
    co_return replaced;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    if (invocation.isSet(u"replace"_s)) {
        const QString name = invocation.value(u"replace"_s);
        const base::Result<void> replaced = co_await replaceKey(context, name);
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
    return {{u"trust"_s, {}, Cli::tr("Check host keys, sign in, and install this computer's key on every Spark."),
                Cli::tr("Shows the fingerprint of every new Spark first; nothing secret is sent before it is accepted. "
                        "The password is\n"
                        "used once: our public key is installed and proven by a second login with that key alone."),
                {{u"replace"_s,
                    Cli::tr("This Spark was reinstalled: replace its key on record by the one it shows now."),
                    u"NAME"_s}}},
        run};
}

} // namespace sparkloom::cli
