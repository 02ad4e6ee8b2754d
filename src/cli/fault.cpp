// SPDX-License-Identifier: GPL-3.0-or-later
// `slow` and `fault`: what is wrong with virtual Sparks, inside the shell.
#include "cli/command.h"
#include "cli/tr.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr double kFastestGbps = 400;

base::Error badChange(const QString &text)
{
    return usageError(base::Message("cli.bad-change"_msg).with("text", text.toStdString()));
}

// Starts the change that the arguments ask for. Errors: Usage.
base::Result<QFuture<base::Result<void>>> startChange(engine::VirtualSparks &simulator, const Invocation &invocation)
{
    const QStringList &words = invocation.arguments;
    if (invocation.command == u"fault") {
        if (words[0] != u"on" && words[0] != u"off")
            return badChange(words[0]);
        return simulator.setFault(words[1], words[2], words[0] == u"on");
    }
    const base::Result<engine::VirtualSocket> socket = parseSocket(words[0]);
    if (!socket)
        return socket.error();
    bool ok = false;
    const double gbps = words[1].toDouble(&ok);
    if (!ok || !(gbps >= 0 && gbps <= kFastestGbps))
        return badChange(words[1]);
    return simulator.slow(*socket, gbps);
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    engine::VirtualSparks *simulator = context.place().adapters->simulator();
    if (!simulator)
        co_return context.fail(invocation.command, usageError("cli.only-virtual"_msg));
    const base::Result<QFuture<base::Result<void>>> begun = startChange(*simulator, invocation);
    if (!begun)
        co_return context.fail(invocation.command, begun.error());
    QFuture<base::Result<void>> changing = *begun;
    const base::Result<void> changed = co_await changing;
    if (!changed)
        co_return context.fail(invocation.command, changed.error());
    context.output().document(invocation.command, {}, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command slowCommand()
{
    return {
        {u"slow"_s, u"A:CAGE GBPS"_s, Cli::tr("Let the cable in a socket of a virtual Spark carry no more than this."),
            Cli::tr("In Gb/s, per direction; 0 takes the limit away."), {}, 2, 2, true},
        run};
}

Command faultCommand()
{
    return {{u"fault"_s, u"on|off FAULT PLACE"_s, Cli::tr("Let virtual Sparks have a fault, or take it away."),
                Cli::tr("FAULT is an id or a name (sparkloom-sim --faults names them all). PLACE is a Spark (spark-a), "
                        "a cage (spark-a:0), a half\n"
                        "(spark-a:0B), the cable in a cage (cable:spark-a:0), or the switch port that it leads to "
                        "(port:spark-a:0)."),
                {}, 3, 3, true},
        run};
}

} // namespace sparkloom::cli
