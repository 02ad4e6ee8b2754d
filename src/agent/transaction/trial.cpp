// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/trial.h"

#include "agent/halffacts.h"
#include "agent/netplanfiles.h"
#include "base/sha256.h"
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
base::Result<void> removeFormerAddresses(System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before)
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

std::vector<std::string> present(System &system, std::vector<std::string> netdevs)
{
    const auto links = system.network().links();
    std::erase_if(netdevs, [&](const std::string &name) {
        return !links || std::none_of(links->begin(), links->end(), [&](const LinkInfo &link) { return link.name == name; });
    });
    return netdevs;
}

base::Error notTakenUp(const domain::HalfConfig &half, const char *what)
{
    return base::failed(base::Message("remote.trial-not-taken-up"_msg).with("interface", half.netdev).with("what", what));
}

} // namespace

std::vector<std::string> givenUpNetdevs(const domain::NetworkConfig &config, const domain::NetworkConfig &before)
{
    std::vector<std::string> names;
    for (const domain::HalfConfig &former : before.halves)
        if (std::none_of(config.halves.begin(), config.halves.end(), [&](const auto &half) { return half.netdev == former.netdev; }))
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
    // An empty file of the same name in /run shadows the one in /etc completely (measured, measurement-and-safety 10.3).
    for (const domain::ForeignFile &file : config.takeOver)
        if (auto written = files.writeAtomic(shadowPath(file.path), "", 0600, Files::Owner{0, 0}); !written)
            return written;
    const std::string ours = config.halves.empty() ? std::string() : domain::renderNetplan(config.halves);
    if (auto written = files.writeAtomic(std::string(domain::kNetplanRunPath), ours, 0600, Files::Owner{0, 0}); !written)
        return written;
    if (auto set = setSysctls(system, config, before); !set)
        return set;
    if (auto generated = system.activation().generate(); !generated)
        return generated;
    if (auto activated = system.activation().activate(present(system, touchedNetdevs(config, before))); !activated)
        return activated;
    return removeFormerAddresses(system, config, before);
}

std::optional<base::Error> trialProblem(System &system, const domain::NetworkConfig &config, const ManagementState &management)
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
        const auto now = std::find_if(live->begin(), live->end(), [&](const LiveHalf &entry) { return entry.netdev == half.netdev; });
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

base::Result<void> persist(System &system, const domain::NetworkConfig &config, bool runFolderWasThere)
{
    Files &files = system.files();
    const std::string netplan(domain::kNetplanPath), sysctl(domain::kSysctlPath);
    if (config.halves.empty()) {
        for (const std::string &path : {netplan, sysctl})
            if (auto removed = files.remove(path); !removed)
                return removed;
    } else {
        if (auto made = files.makeFolder("/etc/sysctl.d", 0755); !made)
            return made;
        if (auto written = files.writeAtomic(netplan, domain::renderNetplan(config.halves), 0600, Files::Owner{0, 0}); !written)
            return written;
        if (auto written = files.writeAtomic(sysctl, domain::renderSysctl(config.halves), 0644, Files::Owner{0, 0}); !written)
            return written;
    }
    for (const domain::ForeignFile &file : config.takeOver) {
        const auto bytes = files.read(file.path, protocol::kMaxNetplanFile);
        if (!bytes || base::sha256Hex(*bytes) != file.sha256)
            return base::refused(base::Message("remote.stale-plan"_msg).with("path", file.path));
        if (auto removed = files.remove(file.path); !removed)
            return removed;
    }
    for (const domain::ForeignFile &file : config.takeOver)
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
    return system.activation().generate();
}

} // namespace sparkloom::agent
