// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/livestate.h"

#include "agent/halffacts.h"
#include "agent/smallfiles.h"
#include "agent/transaction/paths.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

const LinkInfo *linkNamed(const std::vector<LinkInfo> &links, const std::string &name)
{
    const auto found =
        std::find_if(links.begin(), links.end(), [&](const LinkInfo &link) { return link.name == name; });
    return found == links.end() ? nullptr : &*found;
}

std::vector<std::string> wokenNetdevs(Files &files)
{
    std::vector<std::string> names;
    const std::string text = readSmall(files, std::string(kWokenPath));
    for (const std::string_view line : base::split(text, '\n'))
        if (!line.empty())
            names.emplace_back(line);
    return names;
}

// Keeps the first error, and goes on: what can be restored is restored.
void note(base::Result<void> &first, base::Result<void> result)
{
    if (first && !result)
        first = std::move(result);
}

base::Result<void> restoreAddresses(System &system, int index, const std::vector<domain::Ipv4Interface> &wanted)
{
    const auto all = system.network().addresses();
    if (!all)
        return all.error();
    const auto present = ipv4Of(*all, index);
    base::Result<void> result;
    for (const auto &address : present)
        if (!std::binary_search(wanted.begin(), wanted.end(), address))
            note(result, system.network().removeAddress(index, address));
    for (const auto &address : wanted)
        if (!std::binary_search(present.begin(), present.end(), address))
            note(result, system.network().addAddress(index, address));
    return result;
}

std::vector<LiveRoute> typedRoutes(const std::vector<RouteInfo> &all, int index)
{
    std::vector<LiveRoute> routes;
    for (const RouteInfo &route : all)
        if (route.index == index && route.protocol == kTypedRoute)
            routes.push_back({route.destination, route.gateway, route.table, route.metric, route.source});
    std::sort(routes.begin(), routes.end());
    return routes;
}

// After addresses and admin state: the kernel takes a route only over an interface that is up.
base::Result<void> restoreRoutes(System &system, int index, const std::vector<LiveRoute> &wanted)
{
    const auto all = system.network().routes();
    if (!all)
        return all.error();
    const auto present = typedRoutes(*all, index);
    const auto infoOf = [index](const LiveRoute &route) {
        return RouteInfo{route.destination, route.gateway, index, route.table, route.metric, kTypedRoute, route.source};
    };
    base::Result<void> result;
    for (const LiveRoute &route : present)
        if (!std::binary_search(wanted.begin(), wanted.end(), route))
            note(result, system.network().removeRoute(infoOf(route)));
    for (const LiveRoute &route : wanted)
        if (!std::binary_search(present.begin(), present.end(), route))
            note(result, system.network().addRoute(infoOf(route)));
    return result;
}

} // namespace

base::Result<std::vector<LiveHalf>> captureLive(System &system, const std::vector<std::string> &netdevs)
{
    const auto links = system.network().links();
    if (!links)
        return links.error();
    const auto addresses = system.network().addresses();
    if (!addresses)
        return addresses.error();
    const auto routes = system.network().routes();
    if (!routes)
        return routes.error();
    const auto woken = wokenNetdevs(system.files());
    std::vector<LiveHalf> halves;
    for (const std::string &name : netdevs) {
        const LinkInfo *link = linkNamed(*links, name);
        if (!link)
            continue;
        const bool raisedByUs = std::find(woken.begin(), woken.end(), name) != woken.end();
        halves.push_back({name, link->adminUp && !raisedByUs, link->mtu, ipv4Of(*addresses, link->index),
            halfSysctls(system.files(), name),
            static_cast<int>(
                readNumber(system.files(), "/proc/sys/net/ipv6/conf/" + name + "/addr_gen_mode", -1, 0, 3)),
            typedRoutes(*routes, link->index)});
    }
    return halves;
}

std::vector<std::pair<std::string, int>> sysctlsOf(const LiveHalf &half)
{
    const std::string v4 = "net/ipv4/conf/" + half.netdev + '/', v6 = "net/ipv6/conf/" + half.netdev + '/';
    std::vector<std::pair<std::string, int>> sysctls = {{v4 + "arp_ignore", half.sysctls.arpIgnore},
        {v4 + "arp_announce", half.sysctls.arpAnnounce}, {v4 + "rp_filter", half.sysctls.rpFilter},
        {v6 + "addr_gen_mode", half.addrGenMode}, {v6 + "disable_ipv6", half.sysctls.disableIpv6}};
    std::erase_if(sysctls, [](const auto &sysctl) { return sysctl.second < 0; });
    return sysctls;
}

base::Result<void> restoreLive(System &system, const std::vector<LiveHalf> &halves)
{
    const auto links = system.network().links();
    if (!links)
        return links.error();
    base::Result<void> result;
    for (const LiveHalf &half : halves) {
        const LinkInfo *link = linkNamed(*links, half.netdev);
        if (!link)
            continue; // gone with its cable: nothing of ours is left on it
        for (const auto &[key, value] : sysctlsOf(half))
            note(result, setSysctl(system.files(), key, value));
        note(result, restoreAddresses(system, link->index, half.addresses));
        if (link->mtu != half.mtu)
            note(result, system.network().setMtu(link->index, half.mtu));
        if (link->adminUp != half.adminUp)
            note(result, system.network().setAdminUp(link->index, half.adminUp));
        if (half.adminUp)
            note(result, restoreRoutes(system, link->index, half.routes));
    }
    return result;
}

base::Result<void> setSysctl(Files &files, const std::string &key, int value)
{
    const std::string path = "/proc/sys/" + key;
    if (files.info(path).kind == FileInfo::Kind::Missing)
        return {};
    if (readNumber(files, path, -1, -1, 1000) == value)
        return {};
    if (auto written = files.writeSpecial(path, std::to_string(value) + '\n'); !written)
        return base::failed(base::Message("remote.sysctl-failed"_msg).with("key", key), written.error().detail);
    return {};
}

int defaultSysctl(Files &files, const std::string &key, const std::string &netdev)
{
    std::string path = "/proc/sys/" + key;
    const std::string part = "/conf/" + netdev + '/';
    const std::size_t at = path.find(part);
    if (at == std::string::npos)
        return -1;
    path.replace(at, part.size(), "/conf/default/");
    return static_cast<int>(readNumber(files, path, -1, -1, 1000));
}

base::Result<ManagementState> captureManagement(System &system, const std::string &name)
{
    ManagementState state;
    if (name.empty())
        return state;
    const auto links = system.network().links();
    const auto addresses = system.network().addresses();
    const auto routes = system.network().routes();
    if (!links || !addresses || !routes)
        return base::failed("remote.network-unreadable"_msg);
    const LinkInfo *link = linkNamed(*links, name);
    if (!link)
        return base::refused(base::Message("remote.management-missing"_msg).with("interface", name));
    state.name = name;
    state.adminUp = link->adminUp;
    for (const AddressInfo &address : *addresses)
        if (address.index == link->index)
            state.addresses.push_back(address.v4 ? address.v4->toString() : address.v6);
    for (const RouteInfo &route : *routes)
        if (route.index == link->index && route.destination.length == 0)
            state.defaultRoutes.push_back(route.gateway ? route.gateway->toString() : std::string("direct"));
    std::sort(state.addresses.begin(), state.addresses.end());
    std::sort(state.defaultRoutes.begin(), state.defaultRoutes.end());
    return state;
}

bool managementStands(System &system, const ManagementState &before)
{
    if (before.name.empty())
        return true;
    const auto now = captureManagement(system, before.name);
    return now && now->adminUp == before.adminUp
        && std::includes(now->addresses.begin(), now->addresses.end(), before.addresses.begin(), before.addresses.end())
        && std::includes(now->defaultRoutes.begin(), now->defaultRoutes.end(), before.defaultRoutes.begin(),
            before.defaultRoutes.end());
}

} // namespace sparkloom::agent
