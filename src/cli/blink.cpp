// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "protocol/blink.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

base::Result<domain::CageIndex> cageOf(const QString &text)
{
    if (text == u"0" || text == u"1")
        return text == u"0" ? domain::CageIndex::Zero : domain::CageIndex::One;
    return usageError(base::Message("cli.bad-cage"_msg).with("text", text.toStdString()));
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<domain::CageIndex> cage = cageOf(invocation.arguments.back());
    const base::Result<int> seconds = invocation.number(u"seconds"_s, 10, 1, protocol::kMostBlinkSeconds);
    if (!cage || !seconds)
        co_return context.fail(invocation.command, cage ? seconds.error() : cage.error());
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const engine::ClusterMember *const member = context.session().cluster().member(invocation.arguments.front());
    if (!member) {
        const base::Message message =
            base::Message("cli.no-such-member"_msg).with("name", invocation.arguments.front().toStdString());
        co_return context.fail(invocation.command, usageError(message));
    }
    const QString name = member->name;
    const base::Result<void> signedIn = co_await context.session().signIn(name);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    QString netdev;
    const int number = domain::number(*cage), time = *seconds;
    const base::Result<void> blinked =
        co_await context.session().blink(name, *cage, std::chrono::seconds(time), [&](const QString &interface) {
            netdev = interface;
            context.output().say(base::Message("cli.blinking"_msg)
                                     .with("cage", number)
                                     .with("spark", name.toStdString())
                                     .with("seconds", time),
                Output::Tone::Strong);
        });
    if (!blinked)
        co_return context.fail(invocation.command, blinked.error());
    const QJsonObject body{{u"spark"_s, name}, {u"cage"_s, number}, {u"interface"_s, netdev}, {u"seconds"_s, time}};
    context.output().document(invocation.command, body, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command blinkCommand()
{
    return {{u"blink"_s, u"HOST SOCKET"_s, Cli::tr("Let the light of a socket blink, so that you find it."),
                Cli::tr("SOCKET is 0 (next to the network plug) or 1 (farther away). Needs sudo, changes nothing, ends "
                        "by itself or with Ctrl-C.\n"
                        "A Spark without any cable hides its network card, so there is no light to blink."),
                {{u"seconds"_s, Cli::tr("How long it blinks, 1 to 60 (default: 10)."), u"SECONDS"_s}}, 2, 2},
        run};
}

} // namespace sparkloom::cli
