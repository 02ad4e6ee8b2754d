// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/trial.h"

#include "agent/halffacts.h"
#include "agent/inventory.h"
#include "agent/netplanfiles.h"
#include "agent/transaction/aside.h"
#include "agent/transaction/bonds.h"
#include "agent/transaction/typed.h"
#include "base/sha256.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"
#include "protocol/limits.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

const std::string kRunNetplan = "/run/netplan";

base::Result<void> setSysctls(System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    for (const domain::HalfConfig &half : config.halves)
        for (const auto &sysctl : domain::sysctlValues(half))
            if (auto set = setSysctl(system.files(), sysctl.key, sysctl.value); !set)
                return set;
    const auto givenUp = givenUpNetdevs(config, before);
    for (const domain::HalfConfig &half : before.halves) {
        if (std::find(givenUp.begin(), givenUp.end(), half.netdev) == givenUp.end())
            continue;
        for (const auto &sysctl : domain::sysctlValues(half))
            if (const int value = defaultSysctl(system.files(), sysctl.key, half.netdev); value >= 0)
                if (auto set = setSysctl(system.files(), sysctl.key, value); !set)
                    return set;
    }
    return {};
}

// Addresses that we gave earlier and that no configuration holds any more.
base::Result<void> removeFormerAddresses(
    System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    const auto links = system.network().links();
    const auto addresses = system.network().addresses();
    if (!links || !addresses)
        return base::failed("remote.network-unreadable"_msg);
    for (const domain::HalfConfig &former : before.halves) {
        const bool kept = std::any_of(config.halves.begin(), config.halves.end(),
            [&](const auto &half) { return half.netdev == former.netdev && half.address == former.address; });
        for (const LinkInfo &link : *links) {
            if (kept || link.name != former.netdev)
                continue;
            const auto present = ipv4Of(*addresses, link.index);
            if (std::find(present.begin(), present.end(), former.address) == present.end())
                continue;
            if (auto removed = system.network().removeAddress(link.index, former.address); !removed)
                return removed;
        }
    }
    return {};
}

// A renderer may take it away at the same moment: gone is gone.
base::Result<void> removeUnlessGone(System &system, int index, const domain::Ipv4Interface &address)
{
    auto removed = system.network().removeAddress(index, address);
    if (removed)
        return removed;
    const auto addresses = system.network().addresses();
    if (!addresses)
        return removed;
    const auto left = ipv4Of(*addresses, index);
    return std::find(left.begin(), left.end(), address) == left.end() ? base::Result<void>() : removed;
}

// A configured half has its address and no other: what a renderer did not give it somebody typed, and two subnets on
// one half lead traffic astray. The backup has them.
base::Result<void> removeOtherAddresses(System &system, const domain::NetworkConfig &config)
{
    const auto links = system.network().links();
    const auto addresses = system.network().addresses();
    if (!links || !addresses)
        return base::failed("remote.network-unreadable"_msg);
    for (const domain::HalfConfig &half : config.halves)
        for (const LinkInfo &link : *links) {
            if (link.name != half.netdev)
                continue;
            for (const domain::Ipv4Interface &address : ipv4Of(*addresses, link.index))
                if (address != half.address)
                    if (auto removed = removeUnlessGone(system, link.index, address); !removed)
                        return removed;
        }
    return {};
}

std::vector<std::string> present(System &system, std::vector<std::string> netdevs)
{
    const auto links = system.network().links();
    std::erase_if(netdevs, [&](const std::string &name) {
        return !links
            || std::none_of(links->begin(), links->end(), [&](const LinkInfo &link) { return link.name == name; });
    });
    return netdevs;
}

// The halves of adopted files that are as planned already are left in peace: their renderer has nothing new to read,
// and jobs on them would die of a second activation.
std::vector<std::string> toActivate(
    System &system, const domain::NetworkConfig &config, std::vector<std::string> netdevs)
{
    const auto live = captureLive(system, netdevs);
    const auto written = config.written();
    std::erase_if(netdevs, [&](const std::string &name) {
        const auto is = [&](const auto &half) { return half.netdev == name; };
        const auto wanted = std::find_if(config.halves.begin(), config.halves.end(), is);
        if (!live || wanted == config.halves.end() || std::any_of(written.begin(), written.end(), is))
            return false;
        const auto now = std::find_if(live->begin(), live->end(), is);
        return now != live->end() && now->adminUp && now->mtu == wanted->mtu
            && now->addresses == std::vector{wanted->address};
    });
    return present(system, std::move(netdevs));
}

// Of the netdevs that are activated, those that files of others configure.
std::vector<Activation::Kept> keptAmong(const domain::NetworkConfig &config, const std::vector<std::string> &netdevs)
{
    std::vector<Activation::Kept> kept;
    for (const domain::AdoptedFile &file : config.adopted)
        for (const domain::HalfConfig &half : config.halves)
            if (std::find(file.halves.begin(), file.halves.end(), half.half) != file.halves.end()
                && std::find(netdevs.begin(), netdevs.end(), half.netdev) != netdevs.end())
                kept.push_back({half.netdev, file.path});
    return kept;
}

base::Error notTakenUp(const domain::HalfConfig &half, const char *what)
{
    return base::failed(
        base::Message("remote.trial-not-taken-up"_msg).with("interface", half.netdev).with("what", what));
}

// The file as the plan saw it, or an error.
base::Result<std::string> planned(Files &files, const domain::ForeignFile &file)
{
    auto bytes = files.read(file.path, protocol::kMaxNetplanFile);
    if (!bytes || base::sha256Hex(*bytes) != file.sha256)
        return base::refused(base::Message("remote.stale-plan"_msg).with("path", file.path));
    return bytes;
}

// What stays of a file that is taken over: cut here with the domain's own code, never taken from outside. Where it is
// not what the plan showed, the plan is stale.
base::Result<std::string> restOf(System &system, const domain::ForeignFile &file)
{
    const auto bytes = planned(system.files(), file);
    if (!bytes)
        return bytes.error();
    if (file.restSha256.empty())
        return std::string();
    const auto facts = takeInventory(system, {});
    if (!facts)
        return facts.error();
    std::string rest = domain::restOfForeignFile(*facts, *bytes);
    if (base::sha256Hex(rest) != file.restSha256)
        return base::refused(base::Message("remote.stale-plan"_msg).with("path", file.path));
    return rest;
}

base::Result<void> takeOver(System &system, const domain::ForeignFile &file)
{
    Files &files = system.files();
    const auto rest = restOf(system, file);
    if (!rest)
        return rest.error();
    if (rest->empty())
        return putAside(files, file.path);
    const FileInfo info = files.info(file.path);
    return replaceKeeping(files, file.path, *rest, info.mode, {info.uid, info.gid});
}

// Only our block: the lines around it stay, and so do mode and owner.
base::Result<void> writeHosts(Files &files, const std::vector<domain::HostsEntry> &entries)
{
    const std::string path(domain::kHostsPath);
    const FileInfo info = files.info(path);
    const bool there = info.kind != FileInfo::Kind::Missing;
    const auto now = there ? files.read(path, protocol::kMaxNetplanFile) : base::Result<std::string>(std::string());
    if (!now)
        return now.error();
    const std::string wanted = domain::withHostsBody(*now, domain::renderHostsBody(entries));
    if (wanted == *now)
        return {};
    return replaceKeeping(
        files, path, wanted, there ? info.mode : 0644, there ? Files::Owner{info.uid, info.gid} : Files::Owner{0, 0});
}

} // namespace

std::vector<std::string> givenUpNetdevs(const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    std::vector<std::string> names;
    for (const domain::HalfConfig &former : before.halves)
        if (std::none_of(config.halves.begin(), config.halves.end(),
                [&](const auto &half) { return half.netdev == former.netdev; }))
            names.push_back(former.netdev);
    return names;
}

std::vector<std::string> touchedNetdevs(const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    std::vector<std::string> names;
    for (const domain::HalfConfig &half : config.halves)
        names.push_back(half.netdev);
    for (const std::string &name : givenUpNetdevs(config, before))
        names.push_back(name);
    return names;
}

base::Result<void> startTrial(System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    Files &files = system.files();
    if (auto made = files.makeFolder(kRunNetplan, 0755); !made)
        return made;
    // A file of the same name in /run shadows the one in /etc completely, an empty one too (measured,
    // measurement-and-safety 10.3).
    // A profile of NetworkManager stays where it is until the change is final: ours is brought up in its place.
    for (const domain::ForeignFile &file : config.takeOver) {
        const auto rest = restOf(system, file);
        if (!rest)
            return rest.error();
        if (!isEtcNetplanPath(file.path))
            continue;
        if (auto written = files.writeAtomic(shadowPath(file.path), *rest, 0600, Files::Owner{0, 0}); !written)
            return written;
    }
    const std::string ours = domain::renderNetplan(config.written());
    if (auto written = files.writeAtomic(std::string(domain::kNetplanRunPath), ours, 0600, Files::Owner{0, 0});
        !written)
        return written;
    if (auto set = setSysctls(system, config, before); !set)
        return set;
    if (auto generated = system.activation().generate(); !generated)
        return generated;
    if (auto released = releaseBonds(files, bondsTakenOver(system, config)); !released)
        return released;
    const std::vector<std::string> netdevs = toActivate(system, config, touchedNetdevs(config, before));
    if (auto activated = activateKeepingRules(system, netdevs); !activated)
        return activated;
    if (const auto kept = keptAmong(config, netdevs); !kept.empty())
        if (auto activated = system.activation().activateKept(kept); !activated)
            return activated;
    if (auto removed = removeFormerAddresses(system, config, before); !removed)
        return removed;
    return removeOtherAddresses(system, config);
}

std::optional<base::Error> trialProblem(
    System &system, const domain::NetworkConfig &config, const ManagementState &management)
{
    if (!managementStands(system, management))
        return base::failed(base::Message("remote.management-changed"_msg).with("interface", management.name));
    std::vector<std::string> netdevs;
    for (const domain::HalfConfig &half : config.halves)
        netdevs.push_back(half.netdev);
    const auto live = captureLive(system, netdevs);
    if (!live)
        return live.error();
    for (const domain::HalfConfig &half : config.halves) {
        const auto now = std::find_if(
            live->begin(), live->end(), [&](const LiveHalf &entry) { return entry.netdev == half.netdev; });
        if (now == live->end())
            return notTakenUp(half, "link");
        for (const auto &sysctl : domain::sysctlValues(half))
            if (auto set = setSysctl(system.files(), sysctl.key, sysctl.value); !set)
                return set.error();
        if (std::find(now->addresses.begin(), now->addresses.end(), half.address) == now->addresses.end())
            return notTakenUp(half, "address");
        if (now->mtu != half.mtu)
            return notTakenUp(half, "mtu");
    }
    return std::nullopt;
}

std::vector<std::string> touchedRules(const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    std::vector<std::string> netdevs = config.firewall;
    for (const std::string &netdev : before.firewall)
        if (std::find(netdevs.begin(), netdevs.end(), netdev) == netdevs.end())
            netdevs.push_back(netdev);
    return netdevs;
}

bool touchesHosts(const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    return !config.hosts.empty() || !before.hosts.empty();
}

base::Result<void> persist(
    System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before, bool runFolderWasThere)
{
    Files &files = system.files();
    const std::string netplan(domain::kNetplanPath), sysctl(domain::kSysctlPath);
    const auto writeOrRemove = [&](const std::string &path, const std::string &text, std::uint32_t mode) {
        return text.empty() ? putAside(files, path) : replaceKeeping(files, path, text, mode, {0, 0});
    };
    if (!config.halves.empty())
        if (auto made = files.makeFolder("/etc/sysctl.d", 0755); !made)
            return made;
    if (auto done = writeOrRemove(netplan, domain::renderNetplan(config.written()), 0600); !done)
        return done;
    if (auto done = writeOrRemove(sysctl, domain::renderSysctl(config.halves), 0644); !done)
        return done;
    for (const std::string &netdev : touchedRules(config, before)) {
        const bool allowed = std::find(config.firewall.begin(), config.firewall.end(), netdev) != config.firewall.end();
        if (auto set = system.firewall().setAllowed(netdev, allowed); !set)
            return set;
    }
    if (touchesHosts(config, before))
        if (auto written = writeHosts(files, config.hosts); !written)
            return written;
    for (const domain::ForeignFile &file : config.takeOver)
        if (auto taken = takeOver(system, file); !taken)
            return taken;
    for (const domain::ForeignFile &file : config.takeOver)
        if (isEtcNetplanPath(file.path))
            if (auto removed = files.remove(shadowPath(file.path)); !removed)
                return removed;
    if (auto removed = files.remove(std::string(domain::kNetplanRunPath)); !removed)
        return removed;
    if (!runFolderWasThere) {
        const auto left = files.list(kRunNetplan);
        if (left && left->empty())
            if (auto removed = files.remove(kRunNetplan); !removed)
                return removed;
    }
    const auto generated = system.activation().generate();
    const bool profiles = std::any_of(config.takeOver.begin(), config.takeOver.end(),
        [](const domain::ForeignFile &file) { return !isEtcNetplanPath(file.path); });
    // So that NetworkManager forgets what it read of them.
    return generated && profiles ? system.activation().activate({}) : generated;
}

} // namespace sparkloom::agent
