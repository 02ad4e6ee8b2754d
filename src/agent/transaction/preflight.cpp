// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/preflight.h"

#include "agent/halves.h"
#include "agent/netplanfiles.h"
#include "agent/probeframe.h"
#include "agent/smallfiles.h"
#include "agent/transaction/bonds.h"
#include "base/sha256.h"
#include "base/text.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/keyfile.h"
#include "domain/plan/pool.h"
#include "domain/plan/render.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::uint64_t kNeededBytes = 1024 * 1024; // backups, journal and a few files of some kB each

base::Error outOfRange(const char *field)
{
    return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", field));
}

base::Result<void> checkHalves(const std::vector<domain::HalfConfig> &halves)
{
    std::set<domain::HalfId> ids;
    std::set<std::string> netdevs;
    for (const domain::HalfConfig &half : halves) {
        if (!domain::isInterfaceName(half.netdev) || !ids.insert(half.half).second
            || !netdevs.insert(half.netdev).second)
            return outOfRange("half");
        const domain::Ipv4Prefix prefix = half.address.prefix();
        const std::uint32_t hostBits = half.address.address.value & ~(0xffffffffu << (32 - half.address.length));
        const bool lengthFits = half.address.length >= 8 && half.address.length <= 30;
        const auto first = half.address.address.value >> 24;
        if (!lengthFits || first == 0 || first == 127 || first >= 224 || hostBits == 0
            || prefix.network == half.address.address)
            return outOfRange("address");
        if (half.mtu < 1500 || half.mtu > 9000)
            return outOfRange("mtu");
    }
    for (std::size_t i = 0; i < halves.size(); ++i)
        for (std::size_t j = i + 1; j < halves.size(); ++j)
            if (halves[i].address.prefix().overlaps(halves[j].address.prefix()))
                return outOfRange("subnet");
    return {};
}

// Only names that nobody has otherwise, and only for addresses in the subnets that this change gives the halves.
base::Result<void> checkHosts(const domain::NetworkConfig &config)
{
    if (config.hosts.size() > domain::kMaxHostsEntries)
        return outOfRange("hosts");
    std::set<std::string> names;
    for (const domain::HostsEntry &entry : config.hosts) {
        const bool reachable =
            std::any_of(config.halves.begin(), config.halves.end(), [&](const domain::HalfConfig &half) {
                return half.address.prefix().contains(entry.address) && !(half.address.address == entry.address);
            });
        if (!reachable || entry.names.empty() || entry.names.size() > 4)
            return outOfRange("hosts");
        for (const std::string &name : entry.names)
            if (!domain::isFabricName(name) || !names.insert(name).second)
                return outOfRange("hosts");
    }
    return {};
}

// Taken as a whole or not at all: nothing but its halves is in a profile.
bool isForeignPath(const std::string &path, bool partly)
{
    return (isEtcNetplanPath(path) && path != domain::kNetplanPath) || (!partly && domain::isKeyfilePath(path));
}

// The hash of a foreign file as it stands there now, empty where there is none that can be read.
std::string hashNow(Files &files, const std::vector<domain::NetplanFile> &netplan, const std::string &path)
{
    if (domain::isKeyfilePath(path)) {
        const auto text = files.read(path, domain::kMostKeyfile);
        return text ? base::sha256Hex(*text) : std::string();
    }
    const auto found = std::find_if(netplan.begin(), netplan.end(), [&](const auto &now) { return now.path == path; });
    return found == netplan.end() ? std::string() : found->sha256;
}

base::Error stale(const std::string &path)
{
    return base::refused(base::Message("remote.stale-plan"_msg).with("path", path));
}

} // namespace

base::Result<void> checkValues(const protocol::TransactionBegin &begin)
{
    if (!isHex(begin.transactionId, 16))
        return outOfRange("transactionId");
    if (begin.timerSeconds < 5 || begin.timerSeconds > 300)
        return outOfRange("timerSeconds");
    if (!begin.managementInterface.empty() && !domain::isInterfaceName(begin.managementInterface))
        return outOfRange("managementInterface");
    if (begin.config.halves.size() > domain::kAllHalves.size() || begin.config.takeOver.size() > 64
        || begin.owner.size() > 256 || begin.planId.size() > 128 || begin.clusterId.size() > 128
        || begin.clusterName.size() > 256)
        return outOfRange("config");
    for (const domain::ForeignFile &file : begin.config.takeOver)
        if (!isForeignPath(file.path, !file.restSha256.empty()) || !isHex(file.sha256, 64)
            || (!file.restSha256.empty() && !isHex(file.restSha256, 64)))
            return outOfRange("takeOver");
    for (const std::string &netdev : begin.config.firewall)
        if (std::none_of(begin.config.halves.begin(), begin.config.halves.end(),
                [&](const auto &half) { return half.netdev == netdev; }))
            return outOfRange("firewall");
    if (begin.config.adopted.size() > 64)
        return outOfRange("adopted");
    for (const domain::AdoptedFile &file : begin.config.adopted)
        if (!isForeignPath(file.path, false) || !isHex(file.sha256, 64))
            return outOfRange("adopted");
    if (auto hosts = checkHosts(begin.config); !hosts)
        return hosts;
    return checkHalves(begin.config.halves);
}

base::Result<void> checkNotStale(Files &files, const protocol::TransactionBegin &begin)
{
    std::map<std::string, const domain::NetplanFile *> seen;
    for (const domain::NetplanFile &file : begin.seen)
        seen[file.path] = &file;
    const auto present = netplanFiles(files);
    for (const domain::NetplanFile &now : present) {
        const auto found = seen.find(now.path);
        if (found == seen.end())
            return stale(now.path);
        const domain::NetplanFile &before = *found->second;
        const bool same = before.sha256.empty() ? before.size == now.size && before.inode == now.inode
                && before.modifiedNs == now.modifiedNs && before.changedNs == now.changedNs
                                                : before.sha256 == now.sha256;
        if (!same)
            return stale(now.path);
        seen.erase(found);
    }
    if (!seen.empty())
        return stale(seen.begin()->first);
    const auto isPlanned = [&](const auto &file) { return hashNow(files, present, file.path) == file.sha256; };
    for (const domain::ForeignFile &file : begin.config.takeOver)
        if (!isPlanned(file))
            return stale(file.path);
    for (const domain::AdoptedFile &file : begin.config.adopted)
        if (!isPlanned(file))
            return stale(file.path);
    return {};
}

base::Result<void> checkMachine(System &system, const protocol::TransactionBegin &begin)
{
    const auto links = system.network().links();
    const auto routes = system.network().routes();
    if (!links || !routes)
        return base::failed("remote.network-unreadable"_msg);
    const auto halves = findHalves(system.files(), *links);
    const auto bonds = bondsTakenOver(system, begin.config);
    // What is live counts: the file may say less.
    for (const std::string &bond : bonds)
        if (bond == begin.managementInterface || hasOtherPorts(system, bond))
            return base::refused(base::Message("remote.bond-has-others"_msg).with("bond", bond));
    std::set<int> ours; // all halves: what they route is ours to change
    for (const PresentHalf &half : halves)
        ours.insert(half.link.index);
    for (const domain::HalfConfig &config : begin.config.halves) {
        const PresentHalf *half = halfOf(halves, config.half);
        if (!half || half->link.name != config.netdev)
            return base::refused(base::Message("remote.half-missing"_msg).with("half", domain::toText(config.half)));
        // A port of a bond or bridge would take an address and pass nothing. A bond of halves that a file makes is
        // taken apart with that file; this one may be typed.
        if (const auto master = system.files().readLink("/sys/class/net/" + config.netdev + "/master")) {
            const std::string name = baseName(*master);
            if (std::find(bonds.begin(), bonds.end(), name) == bonds.end())
                return base::refused(base::Message("remote.half-is-port"_msg)
                                         .with("interface", config.netdev)
                                         .with("master", base::cleanText(name, 15)));
        }
        if (config.netdev == begin.managementInterface)
            return base::refused(base::Message("remote.management-on-half"_msg).with("interface", config.netdev));
        if (half->link.maxMtu > 0 && config.mtu > half->link.maxMtu)
            return base::refused(base::Message("remote.mtu-not-supported"_msg)
                                     .with("interface", config.netdev)
                                     .with("max", half->link.maxMtu));
        for (const RouteInfo &route : *routes)
            if (!ours.contains(route.index) && route.destination.length >= domain::kShortestRoute
                && route.destination.overlaps(config.address.prefix()))
                return base::refused(
                    base::Message("remote.subnet-in-use"_msg).with("subnet", route.destination.toString()));
    }
    if (!begin.managementInterface.empty() && std::none_of(links->begin(), links->end(), [&](const LinkInfo &link) {
            return link.name == begin.managementInterface;
        }))
        return base::refused(
            base::Message("remote.management-missing"_msg).with("interface", begin.managementInterface));
    for (const char *folder : {"/etc", "/var/lib", "/run"})
        if (system.files().freeBytes(folder) < kNeededBytes)
            return base::refused(base::Message("remote.disk-full"_msg).with("folder", folder));
    return {};
}

} // namespace sparkloom::agent
