// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

base::Error wrongValue(const QString &option, const QString &value)
{
    return usageError(
        base::Message("cli.option-value"_msg).with("option", option.toStdString()).with("value", value.toStdString()));
}

} // namespace

const std::vector<Command> &allCommands()
{
    static const std::vector<Command> commands = {setupCommand(), discoverCommand(), addCommand(), trustCommand(),
        inspectCommand(), cablesCommand(), blinkCommand(), planCommand(), applyCommand(), verifyCommand(),
        testCommand(), ncclCommand(), watchCommand(), statusCommand(), keepCommand(), envCommand(), leaveCommand(),
        replaceCommand(), adoptCommand(), undoCommand(), forgetCommand(), finishCommand(), revertCommand(),
        shellCommand(), plugCommand(), unplugCommand(), slowCommand(), faultCommand(), trafficCommand()};
    return commands;
}

std::vector<CommandSyntax> allSyntax()
{
    std::vector<CommandSyntax> all;
    for (const Command &command : allCommands())
        all.push_back(command.syntax);
    return all;
}

const Command *findCommand(const QString &name)
{
    for (const Command &command : allCommands())
        if (command.syntax.name == name)
            return &command;
    return nullptr;
}

QCommandLineOption topologyOption()
{
    return {u"topology"_s,
        Cli::tr("The form to reach: pair, pair2, ring, star, star2, line or split (default: what is cabled)."),
        u"FORM"_s};
}

QCommandLineOption poolOption()
{
    return {u"pool"_s,
        Cli::tr("Take the subnets from this network (default: the first free one from 10.100.0.0/16 on)."),
        u"PREFIX"_s};
}

QCommandLineOption mtuOption()
{
    return {u"mtu"_s, Cli::tr("MTU of every half, 1500 to 9000 (default: 9000)."), u"BYTES"_s};
}

QCommandLineOption timerOption()
{
    return {u"timer"_s, Cli::tr("Seconds after which a Spark takes the change back by itself, 5 to 300 (default: 90)."),
        u"SECONDS"_s};
}

QCommandLineOption withoutOption()
{
    return {u"without"_s, Cli::tr("This member is gone for good; may be given several times."), u"NAME"_s};
}

QCommandLineOption diffOption()
{
    return {u"diff"_s, Cli::tr("Show every file as a diff, with the commands that do the same.")};
}

QCommandLineOption insistOption()
{
    return {u"insist"_s,
        Cli::tr("Apply all the same: \"busy\" although the fabric is in use, \"take-over\" although network files of "
                "others are "
                "replaced. May be given twice."),
        u"WHAT"_s};
}

QCommandLineOption busyOption()
{
    return {u"insist"_s, Cli::tr("Go on all the same: \"busy\" although the fabric is in use."), u"WHAT"_s};
}

QCommandLineOption hostsNamesOption()
{
    return {u"hosts-names"_s,
        Cli::tr(
            "\"yes\": names like spark-b-fabric in the /etc/hosts of every Spark; \"no\": none (default: as before)."),
        u"YES|NO"_s};
}

QCommandLineOption sshAliasesOption()
{
    return {u"ssh-aliases"_s,
        Cli::tr("\"yes\": names of the Sparks in your own SSH configuration; \"no\": none (default: as before)."),
        u"YES|NO"_s};
}

QCommandLineOption timeoutOption(const QString &description)
{
    return {u"timeout"_s, description, u"SECONDS"_s};
}

base::Result<std::optional<domain::Topology>> topologyOf(const Invocation &invocation)
{
    if (!invocation.isSet(u"topology"_s))
        return std::optional<domain::Topology>();
    const QString text = invocation.value(u"topology"_s);
    const std::optional<domain::Topology> topology = domain::topologyFromText(text.toStdString());
    using enum domain::Topology;
    if (!topology || *topology == Unknown || *topology == Mixed)
        return wrongValue(u"topology"_s, text);
    return topology;
}

base::Result<engine::Consents> consentsOf(const Invocation &invocation)
{
    engine::Consents consents;
    for (const QString &value : invocation.values(u"insist"_s)) {
        if (value == u"busy")
            consents.push_back(domain::PreflightFinding::Consent::Busy);
        else if (value == u"take-over")
            consents.push_back(domain::PreflightFinding::Consent::TakeOver);
        else
            return wrongValue(u"insist"_s, value);
    }
    return consents;
}

base::Result<engine::PlanOptions> planOptionsOf(const Invocation &invocation, const engine::Cluster &cluster)
{
    engine::PlanOptions options;
    const base::Result<std::optional<domain::Topology>> topology = topologyOf(invocation);
    if (!topology)
        return topology.error();
    options.topology = *topology;
    const QString pool = invocation.isSet(u"pool"_s) ? invocation.value(u"pool"_s) : cluster.pool.value_or(QString());
    if (!pool.isEmpty()) {
        options.pool = domain::Ipv4Prefix::parse(pool.toStdString());
        if (!options.pool)
            return wrongValue(u"pool"_s, pool);
    }
    const base::Result<int> mtu = invocation.number(u"mtu"_s, cluster.mtu, 1500, 9000);
    const base::Result<int> timer = invocation.number(u"timer"_s, 90, 5, 300);
    if (!mtu || !timer)
        return mtu ? timer.error() : mtu.error();
    options.mtu = *mtu;
    options.timerSeconds = *timer;
    for (const auto &[name, wish] :
        {std::pair{u"hosts-names"_s, &options.hostsNames}, {u"ssh-aliases"_s, &options.sshAliases}}) {
        if (!invocation.isSet(name))
            continue;
        const QString value = invocation.value(name);
        if (value != u"yes" && value != u"no")
            return wrongValue(name, value);
        *wish = value == u"yes";
    }
    return options;
}

} // namespace sparkloom::cli
