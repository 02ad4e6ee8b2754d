// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"
#include "protocol/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString addressesOf(const domain::HalfFacts &half)
{
    QStringList list;
    for (const domain::Ipv4Interface &address : half.addresses)
        list << text(address.toString());
    return list.join(u", "_s);
}

QString linkOf(const domain::HalfFacts &half)
{
    if (!half.adminUp)
        return Cli::tr("asleep");
    if (!half.carrier)
        return Cli::tr("dark");
    return half.speedMbps ? Cli::tr("up, %1 Gb/s").arg(*half.speedMbps / 1000) : Cli::tr("up");
}

QString pcieOf(const domain::HalfFacts &half)
{
    if (!half.pcie || half.pcie->width <= 0)
        return {};
    return Cli::tr("%1 GT/s x%2").arg(half.pcie->gigatransfersPerSecond).arg(half.pcie->width);
}

void showSpark(Output &output, const engine::HostView &host)
{
    const domain::SparkFacts &facts = *host.facts;
    const QString practice = facts.virtualSpark ? Cli::tr(" (virtual)") : QString();
    output.say(u"%1: %2%3"_s.arg(host.name, word(facts.maker), practice), Output::Tone::Strong);
    output.say(Cli::tr("  %1, kernel %2, driver %3, %4")
                   .arg(text(facts.versions.os), text(facts.versions.kernel),
                       facts.versions.driver.empty() ? Cli::tr("not loaded") : text(facts.versions.driver),
                       text(facts.architecture)));
    output.say(Cli::tr("  management network: %1, network managed by: %2")
                   .arg(facts.managementInterface.empty() ? Cli::tr("not known") : text(facts.managementInterface),
                       word(facts.renderer)));
    if (!facts.nicPresent()) {
        output.say("cli.no-nic"_msg);
        return;
    }
    Table table({Cli::tr("HALF"), Cli::tr("INTERFACE"), Cli::tr("LINK"), Cli::tr("MTU"), Cli::tr("PCIE"),
        Cli::tr("ADDRESSES"), Cli::tr("RDMA DEVICE")});
    for (const domain::HalfFacts &half : facts.halves)
        table.add({text(domain::toText(half.id)), text(half.netdev), linkOf(half), QString::number(half.mtu),
            pcieOf(half), addressesOf(half), text(half.rdmaDevice)});
    output.say(table);
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> signedIn = co_await signIn(context);
    QJsonArray sparks;
    for (const engine::HostView &host : context.session().hosts()) {
        QJsonObject spark = hostJson(host);
        if (host.facts) {
            showSpark(context.output(), host);
            spark.insert(u"facts"_s, objectOf(protocol::encode(*host.facts)));
        }
        sparks.append(spark);
    }
    const QJsonObject body{{u"sparks"_s, sparks}};
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error(), body);
    context.output().document(invocation.command, body, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command inspectCommand()
{
    return {{u"inspect"_s, {}, Cli::tr("Show what every Spark is and how its halves stand."),
                Cli::tr("Signs in and takes inventory without root: maker, versions, the two cages with their halves, "
                        "addresses."),
                {}},
        run};
}

} // namespace sparkloom::cli
