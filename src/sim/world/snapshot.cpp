// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/snapshot.h"

#include "sim/world/spark.h"

#include <algorithm>
#include <array>

namespace sparkloom::sim {

namespace {

constexpr std::array<std::string_view, 7> kTrees = {"/etc", "/home", "/root", "/run", "/usr/local", "/var", "/tmp"};

bool isBelowATree(std::string_view line)
{
    const std::string_view path = line.substr(line.find(' ') + 1);
    return std::ranges::any_of(kTrees, [path](std::string_view tree) {
        return path.starts_with(tree) && path.size() > tree.size()
            && (path[tree.size()] == '/' || path[tree.size()] == ' ');
    });
}

std::string halfLine(const Interface &interface)
{
    std::string line =
        "half " + interface.name + (interface.adminUp ? " up" : " down") + " mtu " + std::to_string(interface.mtu);
    for (const auto &address : interface.addresses)
        line += ' ' + address.toString();
    const ConfSysctls &sysctls = interface.sysctls;
    return line + " arp_ignore " + std::to_string(sysctls.arpIgnore) + " arp_announce "
        + std::to_string(sysctls.arpAnnounce) + " rp_filter " + std::to_string(sysctls.rpFilter) + " disable_ipv6 "
        + std::to_string(sysctls.disableIpv6);
}

} // namespace

std::vector<std::string> snapshotOf(Spark &spark)
{
    std::vector<std::string> lines;
    std::ranges::copy_if(spark.files.listing(), std::back_inserter(lines), isBelowATree);
    for (const domain::HalfId half : domain::kAllHalves)
        if (const Interface *const interface = spark.network.byHalf(half))
            lines.push_back(halfLine(*interface));
    for (const agent::RouteInfo &route : spark.network.routes())
        if (const Interface *const interface = spark.network.byIndex(route.index);
            interface && interface->half && route.protocol == agent::kTypedRoute)
            lines.push_back("route " + interface->name + ' ' + route.destination.toString());
    for (const agent::TypedEntry &entry : spark.network.typed())
        lines.push_back("typed " + entry.netdev + ' ' + entry.message);
    for (const auto &[unit, timer] : spark.timers)
        lines.push_back("timer " + unit);
    for (const auto &[unit, argv] : spark.bootUnits)
        lines.push_back("unit " + unit);
    return lines;
}

} // namespace sparkloom::sim
