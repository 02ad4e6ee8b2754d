// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/plannedcables.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::viewmodels {

namespace {

bool isAt(const PictureCable &cable, const SocketKey &socket)
{
    return cable.a == socket || cable.b == socket;
}

bool isCage(const SocketKey &end)
{
    return end.socket != SocketKey::kAnySocket;
}

bool joinsTheSame(const PictureCable &one, const PictureCable &other)
{
    return isAt(one, other.a) && isAt(one, other.b);
}

bool sharesCage(const PictureCable &one, const PictureCable &other)
{
    return isAt(one, other.a) || (isCage(other.b) && isAt(one, other.b));
}

// Cages of which no link can be known: nobody tells of their Spark, or a half of theirs sleeps.
std::set<SocketKey> silentCages(const std::vector<engine::HostView> &hosts, const engine::CablingView &cabling)
{
    std::map<domain::SparkId, QString> names;
    std::set<SocketKey> silent, asleep;
    for (const engine::HostView &host : hosts) {
        if (host.facts)
            names.emplace(host.facts->id, host.name);
        for (const domain::CageIndex cage : domain::kAllCages)
            silent.insert({host.name, domain::number(cage)});
    }
    for (const engine::LiveHalf &live : cabling.halves) {
        const auto name = names.find(live.half.spark);
        if (name == names.end())
            continue;
        const SocketKey cage{name->second, domain::number(live.half.half.cage)};
        silent.erase(cage);
        if (live.present && !live.adminUp)
            asleep.insert(cage);
    }
    silent.merge(asleep);
    return silent;
}

// What is found, whatever it is to become.
std::vector<PictureCable> foundCables(const std::vector<engine::HostView> &hosts, const engine::CablingView &cabling)
{
    engine::CablingView found;
    found.map.cables = cabling.map.cables;
    found.halves = cabling.halves;
    std::vector<PictureCable> cables = pictureOfCabling(hosts, found).cables;
    for (PictureCable &cable : cables)
        cable.number = 0;
    return cables;
}

std::vector<PictureCable> plannedIn(domain::AddressPlan plan, domain::Lane::Role role,
    const std::vector<engine::HostView> &hosts, const engine::CablingView &cabling)
{
    std::erase_if(plan.lanes, [role](const domain::Lane &lane) { return lane.role != role; });
    return pictureOfProof(hosts, plan, cabling.halves, {}).cables;
}

// Where a planned cable whose lanes are all up leads now.
CableState leadsAsPlanned(
    const PictureCable &planned, const std::vector<PictureCable> &all, const std::vector<PictureCable> &found)
{
    const auto at =
        std::find_if(found.begin(), found.end(), [&](const PictureCable &cable) { return sharesCage(cable, planned); });
    if (at == found.end())
        return CableState::NotKnown;
    if (isCage(planned.b))
        return joinsTheSame(*at, planned) ? CableState::Up : CableState::Wrong;
    // Of a switch with only two cages lit nobody can tell that it is one: it looks like a cable between them.
    const auto isPlannedOnSwitch = [&](const SocketKey &end) {
        return !isCage(end) || std::any_of(all.begin(), all.end(), [&](const PictureCable &each) {
            return each.a == end && !isCage(each.b);
        });
    };
    return isPlannedOnSwitch(at->a) && isPlannedOnSwitch(at->b) ? CableState::Up : CableState::Wrong;
}

} // namespace

PlannedCables comparePlanned(const domain::AddressPlan &plan, const std::vector<engine::HostView> &hosts,
    const engine::CablingView &cabling)
{
    using Role = domain::Lane::Role;
    const std::set<SocketKey> silent = silentCages(hosts, cabling);
    const std::vector<PictureCable> found = foundCables(hosts, cabling);
    const std::vector<PictureCable> cluster = plannedIn(plan, Role::Cluster, hosts, cabling);
    PlannedCables compared;
    const auto take = [&](PictureCable cable, CableState leads) {
        if (silent.contains(cable.a) || silent.contains(cable.b))
            cable.state = CableState::NotKnown;
        else if (cable.state == CableState::Up)
            cable.state = leads;
        if (cable.state == CableState::Up)
            return;
        const bool known = cable.state != CableState::NotKnown;
        compared.state = known || compared.state == PlannedCables::State::Changed ? PlannedCables::State::Changed
                                                                                 : PlannedCables::State::NotKnown;
        compared.others.push_back(std::move(cable));
    };
    for (const PictureCable &cable : cluster)
        take(cable, leadsAsPlanned(cable, cluster, found));
    for (const PictureCable &cable : plannedIn(plan, Role::Storage, hosts, cabling)) // no probe sees where these lead
        take(cable, CableState::Up);
    const std::vector<PictureCable> changed = compared.others;
    for (const PictureCable &cable : found) {
        const bool planned = std::any_of(
            cluster.begin(), cluster.end(), [&](const PictureCable &each) { return joinsTheSame(each, cable); });
        const bool inTheirSockets = std::any_of(changed.begin(), changed.end(),
            [&](const PictureCable &each) { return sharesCage(cable, each); });
        if (!planned && inTheirSockets)
            compared.others.push_back(cable);
    }
    return compared;
}

} // namespace sparkloom::viewmodels
