// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/programs.h"

#include "base/text.h"
#include "sim/faults/faults.h"
#include "sim/system/simiperf.h"
#include "sim/world/firewall.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

using agent::ProcessResult;
using Arguments = std::vector<std::string>;

ProcessResult notSimulated(const std::string &program)
{
    return {127, {}, program + ": this call is not simulated\n"};
}

ProcessResult dmesg(const Spark &spark, Credentials who)
{
    if (!who.isRoot())
        return {1, {}, "dmesg: read kernel buffer failed: Operation not permitted\n"};
    return {0, spark.log.text("kernel"), {}};
}

ProcessResult journalctl(const Spark &spark, Credentials who, const Arguments &argv)
{
    if (!who.isRoot())
        return {0, {}, "Hint: You are currently not seeing messages from other users and the system.\n"};
    std::string unit;
    for (std::size_t i = 1; i < argv.size(); ++i) {
        if (argv[i] == "-k" || argv[i] == "--dmesg")
            unit = "kernel";
        else if ((argv[i] == "-u" || argv[i] == "--unit") && i + 1 < argv.size())
            unit = argv[++i];
        else if (argv[i] != "-b" && argv[i] != "--no-pager" && argv[i] != "-q")
            return notSimulated("journalctl");
    }
    return {0, spark.log.text(unit), {}};
}

ProcessResult ufw(const Spark &spark, Credentials who, const Arguments &argv)
{
    if (argv.size() != 2 || argv[1] != "status")
        return notSimulated("ufw");
    if (!who.isRoot())
        return {1, {}, "ERROR: You need to be root to run this script\n"};
    if (!spark.firewallIsOn())
        return {0, "Status: inactive\n", {}};
    std::string text = "Status: active\n\nTo                         Action      From\n"
                       "--                         ------      ----\n"
                       "22/tcp on enP7s7           ALLOW       Anywhere\n";
    for (const std::string &netdev : allowedNetdevs(spark)) {
        std::string to = "Anywhere on " + netdev;
        to.resize(std::max<std::size_t>(to.size() + 1, 27), ' ');
        text += to + "ALLOW       Anywhere\n";
    }
    return {0, std::move(text), {}};
}

ProcessResult iptables(const Spark &spark, Credentials who, const Arguments &argv)
{
    if (argv.size() != 3 || argv[1] != "-S" || argv[2] != "FORWARD")
        return notSimulated("iptables");
    if (!who.isRoot())
        return {4, {}, "iptables: Could not fetch rule set generation id: Permission denied (you must be root)\n"};
    return {0, spark.forwardIsDropped() ? "-P FORWARD DROP\n-A FORWARD -j DOCKER-USER\n" : "-P FORWARD ACCEPT\n", {}};
}

// One line of values for --query-gpu=a,b,c --format=csv,noheader.
ProcessResult nvidiaSmi(const World &world, const Spark &spark, const Arguments &argv)
{
    constexpr std::string_view kQuery = "--query-gpu=";
    if (argv.size() != 3 || !argv[1].starts_with(kQuery) || argv[2] != "--format=csv,noheader")
        return notSimulated("nvidia-smi");
    const bool hanging = world.faults().isOn(Fault::ConfigWritten, spark.number); // a job that waits for ever (F-34)
    std::string line;
    for (const std::string_view field : base::split(std::string_view(argv[1]).substr(kQuery.size()), ',')) {
        line += line.empty() ? "" : ", ";
        if (field == "name")
            line += "NVIDIA GB10";
        else if (field == "driver_version")
            line += world.parametersOf(spark.number).software.driver;
        else if (field == "utilization.gpu")
            line += hanging ? "96 %" : "0 %";
        else if (field == "power.draw")
            line += hanging ? "20.00 W" : "4.50 W";
        else if (field.starts_with("memory."))
            line += "[N/A]"; // unified memory (facts 1.5)
        else
            return {2, {}, "Field \"" + std::string(field.substr(0, 60)) + "\" is not a valid field to query.\n"};
    }
    return {0, line + '\n', {}};
}

} // namespace

std::optional<ProcessResult> runLookingProgram(
    const World &world, const Spark &spark, Credentials who, const Arguments &argv)
{
    const std::string program = argv.empty() ? std::string() : argv[0].substr(argv[0].rfind('/') + 1);
    if (program == "dmesg")
        return dmesg(spark, who);
    if (program == "journalctl")
        return journalctl(spark, who, argv);
    if (program == "ufw")
        return ufw(spark, who, argv);
    if (program == "iptables")
        return iptables(spark, who, argv);
    if (program == "nvidia-smi")
        return nvidiaSmi(world, spark, argv);
    if (const auto version = program == "iperf3" ? iperfVersionText(spark) : std::nullopt;
        version && argv.size() == 2 && argv[1] == "--version")
        return ProcessResult{0, *version, {}};
    return std::nullopt;
}

} // namespace sparkloom::sim
