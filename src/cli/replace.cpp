// SPDX-License-Identifier: GPL-3.0-or-later
// `replace`: a Spark was reinstalled, or another box stands in its place.
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
    const auto found =
        std::find_if(hosts.begin(), hosts.end(), [&](const engine::HostView &host) { return host.name == name; });
    return found == hosts.end() ? nullptr : &*found;
}

} // namespace

QCoro::Task<base::Result<bool>> replaceKey(Context &context, QString name)
{
    if (!context.session().cluster().member(name))
        co_return usageError(base::Message("cli.no-such-member"_msg).with("name", name.toStdString()));
    const base::Result<void> greeted = co_await context.session().signIn(name);
    const std::vector<engine::HostView> hosts = context.session().hosts();
    const engine::HostView *host = hostNamed(hosts, name);
    if (!host || host->state != engine::HostState::HostKeyChanged) {
        if (!greeted)
            co_return greeted.error();
        co_return false;
    }
    const base::Error changed = host->error.value_or(base::refused(base::Message("hosts.no-key-shown"_msg)));
    if (!host->hostKey)
        co_return changed;

    QString typed = name;
    if (context.options().yes) {
        const auto &grants = context.options().hostKeys;
        const QString shown = host->hostKey->fingerprint;
        const auto names = [&](const HostKeyGrant &grant) { return grant.host == name && grant.fingerprint == shown; };
        if (std::none_of(grants.begin(), grants.end(), names))
            co_return base::refused(base::Message("cli.replace-needs-hostkey"_msg)
                                        .with("host", name.toStdString())
                                        .with("fingerprint", shown.toStdString()));
    } else {
        context.output().error(changed);
        const QString question = Cli::tr("Type the name of the Spark whose key is to be replaced (%1):").arg(name);
        const std::optional<QString> answer = co_await context.prompter().askLine(question, u"--yes --hostkey"_s);
        if (!answer)
            co_return base::Error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
        typed = *answer;
    }
    const base::Result<void> replaced = co_await context.session().replaceHostKey(name, typed);
    if (!replaced)
        co_return replaced.error();
    co_return true;
}

namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const QString name = invocation.arguments.front();
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> closed = refuseOpenTransaction(context);
    if (!closed)
        co_return context.fail(invocation.command, closed.error());
    const base::Result<SetupRequest> request = setupRequestOf(invocation, context.session().cluster());
    if (!request)
        co_return context.fail(invocation.command, request.error());
    const base::Result<bool> replaced = co_await replaceKey(context, name);
    if (!replaced)
        co_return context.fail(invocation.command, replaced.error());
    if (!*replaced)
        co_return context.fail(
            invocation.command, usageError(base::Message("cli.replace-same-key"_msg).with("name", name.toStdString())));
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    const base::Result<void> signedIn = co_await signIn(context);
    if (!signedIn)
        co_return context.fail(
            invocation.command, signedIn.error(), {{u"members"_s, hostsJson(context.session().hosts())}});
    context.output().say(base::Message("cli.key-replaced"_msg).with("name", name.toStdString()));
    co_return co_await setUpSignedIn(context, invocation, *request);
}

} // namespace

Command replaceCommand()
{
    return {{u"replace"_s, u"NAME"_s, Cli::tr("A Spark was reinstalled: let the new one take its place."),
                Cli::tr("Its new host key takes the place of the old one on this computer and on the other Sparks, and "
                        "it gets the "
                        "addresses of\nthe old one. Then as setup. Its name has to be typed again; with --yes its new "
                        "key has to be "
                        "named by --hostkey."),
                {topologyOption(), poolOption(), mtuOption(), timerOption(), hostsNamesOption(), sshAliasesOption(),
                    diffOption(), insistOption(),
                    timeoutOption(
                        Cli::tr("How long to wait for cables (default: for ever on a terminal, 60 with --yes)."))},
                1, 1},
        run};
}

} // namespace sparkloom::cli
