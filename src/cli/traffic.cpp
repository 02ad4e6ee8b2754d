// SPDX-License-Identifier: GPL-3.0-or-later
// `traffic`: lets virtual Sparks send to each other, inside the shell.
#include "cli/command.h"
#include "cli/tr.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr double kLongestSeconds = 86'400;
constexpr int kMostSparks = 64;

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    engine::VirtualSparks *simulator = context.place().adapters->simulator();
    if (!simulator)
        co_return context.fail(invocation.command, usageError("cli.only-virtual"_msg));
    const QStringList &words = invocation.arguments;
    bool ok = false;
    const double seconds = words[1].toDouble(&ok);
    const bool kindIsKnown = words[0] == u"tcp" || words[0] == u"rdma" || words[0] == u"nccl";
    if (!kindIsKnown || !ok || !(seconds > 0 && seconds <= kLongestSeconds))
        co_return context.fail(invocation.command,
            usageError(
                base::Message("cli.bad-traffic"_msg).with("text", (kindIsKnown ? words[1] : words[0]).toStdString())));
    QFuture<base::Result<void>> starting = simulator->startTraffic(words[0], words.mid(2), seconds);
    const base::Result<void> started = co_await starting;
    if (!started)
        co_return context.fail(invocation.command, started.error());
    context.output().document(invocation.command, {}, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command trafficCommand()
{
    return {{u"traffic"_s, u"tcp|rdma|nccl SECONDS SPARK SPARK..."_s,
                Cli::tr("Let virtual Sparks send to each other for a while."),
                Cli::tr("The first one sends to the second, at the speed that cable, PCIe links and CPU allow; with "
                        "nccl all of them take part\n"
                        "in an all_gather. The counters move as on real ones. The command returns when it has begun."),
                {}, 4, 2 + kMostSparks, true},
        run};
}

} // namespace sparkloom::cli
