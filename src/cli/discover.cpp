// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

std::vector<engine::FoundHost> foundHosts(Context &context)
{
    std::vector<engine::FoundHost> found = context.session().found();
    for (const engine::VirtualSpark &spark : context.place().virtualSparks) {
        engine::FoundHost host;
        host.key = host.name = host.hostName = spark.name;
        host.addresses = {spark.endpoint.host};
        host.port = spark.endpoint.port;
        host.likelySpark = host.virtualSpark = true;
        host.chosen = context.session().cluster().member(spark.name) != nullptr;
        found.push_back(host);
    }
    return found;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<int> seconds = invocation.number(u"seconds"_s, 6, 1, 300);
    if (!seconds)
        co_return context.fail(invocation.command, seconds.error());
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    if (!context.options().isVirtual()) {
        const base::Result<void> searched = co_await discover(context, std::chrono::seconds(*seconds));
        if (!searched)
            co_return context.fail(invocation.command, searched.error());
    }

    Table table({Cli::tr("NAME"), Cli::tr("ADDRESSES"), Cli::tr("NETWORK"), Cli::tr("SPARK"), Cli::tr("CLUSTER")});
    QJsonArray hosts;
    for (const engine::FoundHost &host : foundHosts(context)) {
        hosts.append(foundJson(host));
        const QString spark = host.virtualSpark ? Cli::tr("virtual")
            : host.likelySpark                  ? Cli::tr("likely")
                                                : Cli::tr("not known");
        table.add({host.name, host.addresses.join(u", "_s), host.networks.join(u", "_s), spark,
            host.chosen ? Cli::tr("member") : QString()});
    }
    const bool none = table.empty();
    if (none)
        context.output().say("cli.nothing-found"_msg, Output::Tone::Attention);
    else
        context.output().say(table);
    const ExitCode code = none ? ExitCode::NotKnown : ExitCode::Healthy;
    context.output().document(invocation.command, {{u"hosts"_s, hosts}}, code);
    co_return code;
}

} // namespace

Command discoverCommand()
{
    return {{u"discover"_s, {}, Cli::tr("List the machines that announce themselves on this network."),
                Cli::tr("Listens to mDNS and connects to nothing. That a machine is a Spark is certain only "
                        "after signing in."),
                {{u"seconds"_s, Cli::tr("How long to listen, 1 to 300 (default: 6)."), u"SECONDS"_s}}},
        run};
}

} // namespace sparkloom::cli
