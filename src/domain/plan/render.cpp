// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/render.h"

#include "base/sha256.h"

#include <algorithm>

// Every byte here is part of the contract between application and agent: both render, and the bytes are compared.
namespace sparkloom::domain {
namespace {

constexpr std::string_view kNetplanTitle =
    "# Written by Sparkloom. Changes made by hand are noticed and shown before this file is replaced.\n";
constexpr std::string_view kHashTitle = "# sha256: ";
constexpr std::string_view kSysctlTitle =
    "# Written by Sparkloom: keeps the halves of a cage apart, which hear the same wire.\n";
constexpr std::size_t kHashDigits = 64;

std::vector<HalfConfig> sortedByName(std::span<const HalfConfig> halves)
{
    std::vector<HalfConfig> sorted(halves.begin(), halves.end());
    std::sort(
        sorted.begin(), sorted.end(), [](const HalfConfig &a, const HalfConfig &b) { return a.netdev < b.netdev; });
    return sorted;
}

// Names and addresses have no character that would need an escape (isInterfaceName, Ipv4Interface).
std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

std::string netplanBody(std::span<const HalfConfig> halves)
{
    std::string body = "network:\n  ethernets:\n";
    for (const HalfConfig &half : sortedByName(halves)) {
        body += "    " + quoted(half.netdev) + ":\n";
        body += "      accept-ra: false\n";
        body += "      addresses:\n        - " + quoted(half.address.toString()) + '\n';
        body += "      dhcp4: false\n";
        body += "      dhcp6: false\n";
        body += "      link-local: []\n";
        body += "      mtu: " + std::to_string(half.mtu) + '\n';
        body += "      optional: true\n";
    }
    return body + "  version: 2\n";
}

} // namespace

std::string renderNetplan(std::span<const HalfConfig> halves)
{
    if (halves.empty())
        return {};
    const std::string body = netplanBody(halves);
    return std::string(kNetplanTitle) + std::string(kHashTitle) + base::sha256Hex(body) + '\n' + body;
}

bool isOurNetplan(std::string_view text)
{
    for (const std::string_view title : {kNetplanTitle, kHashTitle}) {
        if (!text.starts_with(title))
            return false;
        text.remove_prefix(title.size());
    }
    if (text.size() <= kHashDigits || text[kHashDigits] != '\n')
        return false;
    return text.substr(0, kHashDigits) == base::sha256Hex(text.substr(kHashDigits + 1));
}

std::vector<SysctlValue> sysctlValues(const HalfConfig &half)
{
    const std::string ipv4 = "net/ipv4/conf/" + half.netdev, ipv6 = "net/ipv6/conf/" + half.netdev;
    return {
        {ipv4 + "/arp_announce", 2}, {ipv4 + "/arp_ignore", 1}, {ipv4 + "/rp_filter", 2}, {ipv6 + "/disable_ipv6", 1}};
}

std::string renderSysctl(std::span<const HalfConfig> halves)
{
    if (halves.empty())
        return {};
    std::string text(kSysctlTitle);
    for (const HalfConfig &half : sortedByName(halves))
        for (const SysctlValue &value : sysctlValues(half))
            text += value.key + " = " + std::to_string(value.value) + '\n';
    return text;
}

} // namespace sparkloom::domain
