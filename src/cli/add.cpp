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
    // What discovery knows about a name (addresses, port) is worth a short look; without it the name itself will do.
    if (!context.options().isVirtual()) {
        const QStringList wanted = invocation.arguments;
        const auto allKnown = [&context, wanted] { return areFound(context, wanted); };
        const base::Result<void> searched = co_await discover(context, std::chrono::seconds(3), allKnown);
        static_cast<void>(searched);
    }
    QJsonArray added;
    for (const QString &text : invocation.arguments) {
        const base::Result<QString> name = addByName(context, text);
        if (!name)
            co_return context.fail(invocation.command, name.error());
        if (!context.options().user.isEmpty())
            context.session().setUser(*name, context.options().user);
        added.append(*name);
        context.output().say(base::Message("cli.added"_msg).with("name", name->toStdString()));
    }
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    const QJsonObject body{{u"added"_s, added}, {u"members"_s, hostsJson(context.session().hosts())}};
    context.output().document(invocation.command, body, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command addCommand()
{
    return {{u"add"_s, u"HOST..."_s, Cli::tr("Add Sparks to the cluster by name or address."),
                Cli::tr("HOST is a name, an address, name:port, user@name, or [IPv6]:port. "
                        "Nothing is connected to yet."),
                {}, 1, 64},
        run};
}

} // namespace sparkloom::cli
