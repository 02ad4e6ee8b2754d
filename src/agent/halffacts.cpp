// SPDX-License-Identifier: Apache-2.0
#include "agent/halffacts.h"

#include "agent/smallfiles.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace sparkloom::agent {

namespace {

constexpr int kMaxGids = 64; // of the table's 256; the kernel fills it from the start
constexpr std::string_view kMappedPrefix = "0000:0000:0000:0000:0000:ffff:";

// "0000:...:ffff:0a64:0001" as 10.100.0.1; nothing for a GID that is not an IPv4 address.
std::optional<std::string> mappedIpv4(const std::string &gid)
{
    if (!gid.starts_with(kMappedPrefix) || gid.size() != kMappedPrefix.size() + 9
        || gid[kMappedPrefix.size() + 4] != ':')
        return std::nullopt;
    const std::string digits = gid.substr(kMappedPrefix.size(), 4) + gid.substr(kMappedPrefix.size() + 5);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return domain::Ipv4Address{value}.toString();
}

std::vector<std::string> rocev2Gids(Files &files, const PresentHalf &half)
{
    std::vector<std::string> gids;
    if (half.rdmaDevice.empty())
        return gids;
    const std::string port = "/sys/class/infiniband/" + half.rdmaDevice + "/ports/1/";
    for (int number = 0; number < kMaxGids; ++number) {
        const std::string index = std::to_string(number);
        const std::string gid = readSmall(files, port + "gids/" + index, 64);
        if (gid.empty())
            break;
        const auto address = mappedIpv4(gid);
        if (!address || readSmall(files, port + "gid_attrs/types/" + index, 64) != "RoCE v2")
            continue;
        if (readSmall(files, port + "gid_attrs/ndevs/" + index, 64) == half.link.name)
            gids.push_back(*address);
    }
    std::sort(gids.begin(), gids.end());
    gids.erase(std::unique(gids.begin(), gids.end()), gids.end());
    return gids;
}

// "32.0 GT/s PCIe" gives 32.0.
double gigatransfers(const std::string &text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc()
            && std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)).starts_with(" GT/s")
        ? value
        : 0;
}

std::optional<domain::PcieLink> pcieLink(Files &files, const PresentHalf &half)
{
    if (half.pciAddress.empty())
        return std::nullopt;
    const std::string device = "/sys/class/net/" + half.link.name + "/device/";
    domain::PcieLink link;
    link.gigatransfersPerSecond = gigatransfers(readSmall(files, device + "current_link_speed", 64));
    link.width = static_cast<int>(readNumber(files, device + "current_link_width", 0, 0, 64));
    link.maxWidth = static_cast<int>(readNumber(files, device + "max_link_width", 0, 0, 64));
    if (link.width == 0 && link.gigatransfersPerSecond == 0)
        return std::nullopt;
    return link;
}

} // namespace

std::vector<domain::Ipv4Interface> ipv4Of(const std::vector<AddressInfo> &addresses, int interfaceIndex)
{
    std::vector<domain::Ipv4Interface> found;
    for (const AddressInfo &address : addresses)
        if (address.index == interfaceIndex && address.v4)
            found.push_back(*address.v4);
    std::sort(found.begin(), found.end());
    return found;
}

bool hasReadyLinkLocal(const std::vector<AddressInfo> &addresses, int interfaceIndex)
{
    return std::any_of(addresses.begin(), addresses.end(), [&](const AddressInfo &address) {
        return address.index == interfaceIndex && address.v6LinkLocal && !address.tentative;
    });
}

domain::HalfSysctls halfSysctls(Files &files, const std::string &netdev)
{
    const std::string v4 = "/proc/sys/net/ipv4/conf/" + netdev + '/';
    const std::string v6 = "/proc/sys/net/ipv6/conf/" + netdev + '/';
    const auto value = [&](const std::string &path) { return static_cast<int>(readNumber(files, path, -1, -1, 1000)); };
    return {value(v4 + "arp_ignore"), value(v4 + "arp_announce"), value(v4 + "rp_filter"), value(v6 + "disable_ipv6")};
}

domain::HalfFacts halfFacts(Files &files, const PresentHalf &half, const std::vector<AddressInfo> &addresses)
{
    domain::HalfFacts facts;
    facts.id = half.id;
    facts.grouping = half.grouping;
    facts.netdev = half.link.name;
    facts.rdmaDevice = half.rdmaDevice;
    facts.pciAddress = half.pciAddress;
    facts.interfaceIndex = half.link.index;
    facts.mac = half.link.mac;
    facts.adminUp = half.link.adminUp;
    facts.carrier = half.link.carrier;
    const long long speed = readNumber(files, "/sys/class/net/" + half.link.name + "/speed", -1, -1, 10'000'000);
    if (half.link.carrier && speed > 0)
        facts.speedMbps = static_cast<int>(speed);
    facts.mtu = half.link.mtu;
    facts.maxMtu = half.link.maxMtu;
    facts.addresses = ipv4Of(addresses, half.link.index);
    facts.hasIpv6LinkLocal = hasReadyLinkLocal(addresses, half.link.index);
    facts.sysctls = halfSysctls(files, half.link.name);
    facts.pcie = pcieLink(files, half);
    if (!half.rdmaDevice.empty())
        facts.firmware =
            base::cleanText(readSmall(files, "/sys/class/infiniband/" + half.rdmaDevice + "/fw_ver", 64), 64);
    facts.gids = rocev2Gids(files, half);
    return facts;
}

} // namespace sparkloom::agent
