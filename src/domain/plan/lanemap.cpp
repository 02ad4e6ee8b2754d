// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/lanemap.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::domain {
namespace {

CableEnd endAt(const CageRef &cage)
{
    CableEnd end;
    end.cage = cage;
    return end;
}

// The form of what is left. A star and a split role stay what they are; of direct cables some may be gone.
Topology formOf(const AddressPlan &plan, Topology before)
{
    if (before == Topology::SplitRole || plan.lanes.empty())
        return plan.lanes.empty() ? Topology::Unknown : before;
    std::set<SparkId> ids;
    for (const Lane &lane : plan.lanes)
        for (const LaneEnd &end : lane.ends)
            ids.insert(end.half.spark);
    std::vector<SparkFacts> sparks;
    for (const SparkId &id : ids) {
        sparks.emplace_back();
        sparks.back().id = id;
    }
    const Topology found = recogniseTopology(mapOfLanes(plan.lanes), sparks);
    return isStar(before) && !isStar(found) && found != Topology::Mixed ? before : found;
}

} // namespace

CableMap mapOfLanes(std::span<const Lane> lanes)
{
    CableMap map;
    for (const Lane &lane : lanes) {
        if (lane.side != Side::A)
            continue; // its other lane says the same
        if (lane.ends.size() == 1) {
            map.unknown.push_back(lane.ends.front().half.cageRef());
        } else if (lane.ends.size() == 2) {
            Cable cable;
            cable.a = endAt(std::min(lane.ends[0].half.cageRef(), lane.ends[1].half.cageRef()));
            cable.b = endAt(std::max(lane.ends[0].half.cageRef(), lane.ends[1].half.cageRef()));
            cable.certainty = Certainty::Certain;
            map.cables.push_back(std::move(cable));
        } else {
            map.switchCount = 1;
            for (const LaneEnd &end : lane.ends) {
                Cable cable;
                cable.a = endAt(end.half.cageRef());
                cable.b.switchNumber = 0;
                cable.certainty = Certainty::Certain;
                map.cables.push_back(std::move(cable));
            }
        }
    }
    std::sort(map.cables.begin(), map.cables.end(),
        [](const Cable &a, const Cable &b) { return std::pair(a.a, a.b) < std::pair(b.a, b.b); });
    std::sort(map.unknown.begin(), map.unknown.end());
    return map;
}

AddressPlan withoutSpark(const AddressPlan &plan, const SparkId &leaving)
{
    AddressPlan left = plan;
    for (Lane &lane : left.lanes)
        std::erase_if(lane.ends, [&](const LaneEnd &end) { return end.half.spark == leaving; });
    std::erase_if(
        left.lanes, [](const Lane &lane) { return lane.ends.size() < (lane.role == Lane::Role::Storage ? 1U : 2U); });
    // Storage alone makes no cluster.
    if (std::all_of(
            left.lanes.begin(), left.lanes.end(), [](const Lane &lane) { return lane.role == Lane::Role::Storage; }))
        left.lanes.clear();
    std::map<int, int> numbers;
    for (Lane &lane : left.lanes)
        if (lane.cable > 0)
            lane.cable = numbers.try_emplace(lane.cable, static_cast<int>(numbers.size()) + 1).first->second;
    left.topology = formOf(left, plan.topology);
    return left;
}

AddressPlan withForgotten(const AddressPlan &plan, const SparkId &forgotten)
{
    const AddressPlan joined = withoutSpark(plan, forgotten);
    if (joined.lanes.empty())
        return joined;
    AddressPlan left = plan;
    for (Lane &lane : left.lanes)
        std::erase_if(lane.ends, [&](const LaneEnd &end) { return end.half.spark == forgotten; });
    std::erase_if(left.lanes, [](const Lane &lane) { return lane.ends.empty(); });
    left.topology = joined.topology;
    return left;
}

AddressPlan withReplaced(AddressPlan plan, const SparkId &old, const SparkId &replacement)
{
    for (Lane &lane : plan.lanes) {
        for (LaneEnd &end : lane.ends)
            if (end.half.spark == old)
                end.half.spark = replacement;
        std::sort(
            lane.ends.begin(), lane.ends.end(), [](const LaneEnd &a, const LaneEnd &b) { return a.half < b.half; });
    }
    return plan;
}

} // namespace sparkloom::domain
