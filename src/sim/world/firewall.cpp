// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/firewall.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr const char *kRules = "/etc/ufw/user.rules";
constexpr std::string_view kTuple = "### tuple ### allow any any 0.0.0.0/0 any 0.0.0.0/0 in_";
constexpr std::size_t kMostBytes = 1024 * 1024;

} // namespace

std::vector<std::string> allowedNetdevs(const Spark &spark)
{
    std::vector<std::string> netdevs;
    if (const auto text = spark.files.read(kRoot, kRules, kMostBytes))
        for (const std::string_view line : base::split(**text, '\n'))
            if (line.starts_with(kTuple))
                netdevs.emplace_back(line.substr(kTuple.size()));
    return netdevs;
}

void setAllowed(Spark &spark, std::string_view netdev, bool allowed)
{
    std::vector<std::string> netdevs = allowedNetdevs(spark);
    std::erase(netdevs, netdev);
    if (allowed)
        netdevs.emplace_back(netdev);
    std::string text;
    for (const std::string &each : netdevs)
        text += std::string(kTuple) + each + '\n';
    spark.files.putFile(kRules, std::move(text), 0640);
}

bool takesConnections(const Spark &spark, const Interface &in)
{
    if (!spark.firewallIsOn() || !in.half)
        return true;
    const std::vector<std::string> netdevs = allowedNetdevs(spark);
    return std::ranges::find(netdevs, in.name) != netdevs.end();
}

} // namespace sparkloom::sim
