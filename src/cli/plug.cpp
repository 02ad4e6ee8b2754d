// SPDX-License-Identifier: GPL-3.0-or-later
// `plug` and `unplug`: the cables of virtual Sparks, inside the shell.
#include "cli/command.h"
#include "cli/tr.h"

#include <QCoroFuture>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    engine::VirtualSparks *simulator = context.place().adapters->simulator();
    if (!simulator)
        co_return context.fail(invocation.command, usageError("cli.only-virtual"_msg));
    const base::Result<engine::VirtualSocket> a = parseSocket(invocation.arguments.front());
    const base::Result<engine::VirtualSocket> b = parseSocket(invocation.arguments.back());
    if (!a || !b)
        co_return context.fail(invocation.command, a ? b.error() : a.error());
    QFuture<base::Result<void>> changing;
    if (invocation.command == u"plug")
        changing = simulator->plug(*a, *b);
    else
        changing = simulator->unplug(*a);
    const base::Result<void> changed = co_await changing;
    if (!changed)
        co_return context.fail(invocation.command, changed.error());
    context.output().document(invocation.command, {}, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

base::Result<engine::VirtualSocket> parseSocket(const QString &text)
{
    static const QRegularExpression form(u"^([a-z0-9][a-z0-9-]{0,31}):([01])$"_s);
    engine::VirtualSocket socket;
    if (text == u"switch") {
        socket.isSwitch = true;
        socket.spark = text;
        return socket;
    }
    const auto match = form.match(text);
    if (!match.hasMatch())
        return usageError(base::Message("cli.bad-socket"_msg).with("text", text.toStdString()));
    socket.spark = match.captured(1);
    socket.cage = match.captured(2) == u"0" ? domain::CageIndex::Zero : domain::CageIndex::One;
    return socket;
}

Command plugCommand()
{
    return {{u"plug"_s, u"A:CAGE B:CAGE"_s, Cli::tr("Plug a cable between two sockets of virtual Sparks."),
                Cli::tr("B may be: switch"), {}, 2, 2, true},
        run};
}

Command unplugCommand()
{
    return {{u"unplug"_s, u"A:CAGE"_s, Cli::tr("Pull the cable out of a socket of a virtual Spark."),
                Cli::tr("Both of its ends are free then."), {}, 1, 1, true},
        run};
}

} // namespace sparkloom::cli
