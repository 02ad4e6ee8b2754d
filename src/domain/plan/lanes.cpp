// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/lanes.h"

#include "domain/plan/pool.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::domain {
namespace {

LaneEnd endAt(std::span<const SparkFacts> sparks, const CageRef &cage, Side side)
{
    LaneEnd end;
    end.half = {cage.spark, {cage.cage, side}};
    end.netdev = documentedNetdev(end.half.half);
    for (const SparkFacts &spark : sparks) {
        if (spark.id != cage.spark)
            continue;
        if (const HalfFacts *half = spark.half(end.half.half)) {
            end.netdev = half->netdev;
            end.mac = half->mac;
        }
    }
    return end;
}

Lane laneOf(std::span<const SparkFacts> sparks, std::vector<CageRef> cages, int cable, Side side)
{
    std::sort(cages.begin(), cages.end());
    Lane lane;
    lane.cable = cable;
    lane.side = side;
    for (const CageRef &cage : cages)
        lane.ends.push_back(endAt(sparks, cage, side));
    return lane;
}

// The direct cables in the order of their numbers. Where the topology is one that can be asked for, the numbers are
// those that the cabling page showed; else the order of the map.
std::vector<std::pair<CageRef, CageRef>> directCables(
    const CableMap &map, std::span<const SparkFacts> sparks, Topology topology)
{
    std::vector<std::pair<CageRef, CageRef>> cables;
    if (topology == Topology::Pair || topology == Topology::PairTwoCables || topology == Topology::Ring
        || topology == Topology::Line) {
        for (const GoalCable &cable : matchTopology(topology, map, sparks).cables)
            cables.emplace_back(*cable.a.cage, *cable.b.cage);
        return cables;
    }
    for (const Cable &cable : map.cables)
        if (!cable.b.isSwitch())
            cables.emplace_back(*cable.a.cage, *cable.b.cage);
    return cables;
}

// The cages on one switch, split so that a Spark has at most one cage in each part: first its lower cage on this
// switch.
std::vector<std::vector<CageRef>> starParts(const CableMap &map, int switchNumber)
{
    std::map<SparkId, std::vector<CageRef>> bySpark;
    for (const Cable &cable : map.cables)
        if (cable.b.isSwitch() && cable.b.switchNumber == switchNumber)
            bySpark[cable.a.cage->spark].push_back(*cable.a.cage);
    std::vector<std::vector<CageRef>> parts;
    for (auto &[spark, cages] : bySpark) {
        std::sort(cages.begin(), cages.end());
        for (std::size_t i = 0; i < cages.size(); ++i) {
            if (parts.size() <= i)
                parts.emplace_back();
            parts[i].push_back(cages[i]);
        }
    }
    return parts;
}

// The cages that lead to storage, together where they are on one switch (or on what looks like a cable between two).
std::vector<std::vector<CageRef>> storageParts(const CableMap &map, const std::vector<CageRef> &cages)
{
    std::vector<std::vector<CageRef>> parts;
    for (const CageRef &cage : cages) {
        const Cable *cable = map.cableAt(cage);
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const std::vector<CageRef> &others) {
            const Cable *other = map.cableAt(others.front());
            return cable && other && (cable == other || (cable->b.isSwitch() && cable->b == other->b));
        });
        if (part == parts.end())
            parts.push_back({cage});
        else
            part->push_back(cage);
    }
    return parts;
}

std::vector<Lane> splitLanes(const CableMap &map, std::span<const SparkFacts> sparks)
{
    std::vector<Lane> lanes;
    std::map<CageRef, int> numbers;
    std::vector<CageRef> storage;
    for (const GoalCable &cable : matchTopology(Topology::SplitRole, map, sparks).cables) {
        if (cable.b.isStorage()) {
            storage.push_back(*cable.a.cage);
            numbers[*cable.a.cage] = cable.number;
            continue;
        }
        for (const Side side : {Side::A, Side::B})
            lanes.push_back(laneOf(sparks, {*cable.a.cage, *cable.b.cage}, cable.number, side));
    }
    for (const std::vector<CageRef> &part : storageParts(map, storage)) {
        for (const Side side : {Side::A, Side::B}) {
            lanes.push_back(laneOf(sparks, part, part.size() == 1 ? numbers[part.front()] : 0, side));
            lanes.back().role = Lane::Role::Storage;
        }
    }
    return lanes;
}

} // namespace

std::vector<Lane> lanesOf(const CableMap &map, std::span<const SparkFacts> sparks, Topology topology)
{
    if (topology == Topology::SplitRole)
        return splitLanes(map, sparks);
    std::vector<Lane> lanes;
    int cableNumber = 0;
    for (const auto &[a, b] : directCables(map, sparks, topology)) {
        ++cableNumber;
        for (const Side side : {Side::A, Side::B})
            lanes.push_back(laneOf(sparks, {a, b}, cableNumber, side));
    }
    for (int number = 0; number < map.switchCount; ++number)
        for (const std::vector<CageRef> &part : starParts(map, number))
            for (const Side side : {Side::A, Side::B})
                lanes.push_back(laneOf(sparks, part, 0, side));
    return lanes;
}

std::vector<Ipv4Prefix> takenPrefixes(
    std::span<const Lane> lanes, std::span<const SparkFacts> sparks, std::span<const Ipv4Prefix> avoid)
{
    std::set<Ipv4Prefix> taken(avoid.begin(), avoid.end());
    for (const SparkFacts &spark : sparks) {
        std::set<std::string> ours; // interfaces whose addresses go away or are ours already
        for (const Lane &lane : lanes)
            for (const LaneEnd &end : lane.ends)
                if (end.half.spark == spark.id)
                    ours.insert(end.netdev);
        if (spark.receipt)
            for (const HalfConfig &half : spark.receipt->config.halves)
                ours.insert(half.netdev);
        for (const Route &route : spark.routes)
            if (!ours.contains(route.interface))
                taken.insert(route.destination);
        for (const OtherInterface &other : spark.others)
            for (const Ipv4Interface &address : other.addresses)
                taken.insert(address.prefix());
        for (const HalfFacts &half : spark.halves)
            if (!ours.contains(half.netdev))
                for (const Ipv4Interface &address : half.addresses)
                    taken.insert(address.prefix());
    }
    std::erase_if(taken, [](const Ipv4Prefix &prefix) { return prefix.length < kShortestRoute; });
    return {taken.begin(), taken.end()};
}

} // namespace sparkloom::domain
