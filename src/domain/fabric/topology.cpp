// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/topology.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

constexpr std::array<std::pair<Topology, std::string_view>, 9> kWords = {
    {{Topology::Unknown, "unknown"}, {Topology::Pair, "pair"}, {Topology::PairTwoCables, "pair2"},
        {Topology::Ring, "ring"}, {Topology::Star, "star"}, {Topology::StarTwoCables, "star2"},
        {Topology::Line, "line"}, {Topology::SplitRole, "split"}, {Topology::Mixed, "mixed"}}};

// The cables counted by Spark and kind.
struct Counts {
    std::map<SparkId, int> direct, switched; // cages of each Spark
    std::map<SparkId, std::set<SparkId>> peers;
    std::map<int, std::set<SparkId>> onSwitch;
    int directCables = 0;
    bool loop = false; // a cable from a Spark to itself
};

Counts count(const CableMap &map)
{
    Counts counts;
    for (const Cable &cable : map.cables) {
        const CageRef &a = *cable.a.cage;
        if (cable.b.isSwitch()) {
            ++counts.switched[a.spark];
            counts.onSwitch[cable.b.switchNumber].insert(a.spark);
            continue;
        }
        const CageRef &b = *cable.b.cage;
        ++counts.directCables;
        ++counts.direct[a.spark];
        ++counts.direct[b.spark];
        counts.peers[a.spark].insert(b.spark);
        counts.peers[b.spark].insert(a.spark);
        counts.loop = counts.loop || a.spark == b.spark;
    }
    return counts;
}

// Whether the direct cables join all these Sparks into one piece.
bool connectsAll(const Counts &counts, std::size_t sparkCount)
{
    if (counts.peers.empty())
        return false;
    std::set<SparkId> seen = {counts.peers.begin()->first};
    std::vector<SparkId> open(seen.begin(), seen.end());
    while (!open.empty()) {
        const SparkId spark = open.back();
        open.pop_back();
        for (const SparkId &next : counts.peers.at(spark))
            if (seen.insert(next).second)
                open.push_back(next);
    }
    return seen.size() == sparkCount;
}

Topology ofDirectCables(const Counts &counts, std::size_t sparkCount)
{
    if (counts.loop || !connectsAll(counts, sparkCount))
        return Topology::Mixed;
    if (sparkCount == 2)
        return counts.directCables == 1 ? Topology::Pair : Topology::PairTwoCables;
    // Every Spark has at most two cages, so one connected piece is a line or a ring.
    const std::size_t cables = static_cast<std::size_t>(counts.directCables);
    return cables == sparkCount ? Topology::Ring : cables + 1 == sparkCount ? Topology::Line : Topology::Mixed;
}

Topology ofSwitches(const Counts &counts, std::size_t sparkCount)
{
    const bool everySwitchHasAll = std::all_of(counts.onSwitch.begin(), counts.onSwitch.end(),
        [&](const auto &entry) { return entry.second.size() == sparkCount; });
    if (!everySwitchHasAll)
        return Topology::Mixed;
    const bool twoEach = std::all_of(
        counts.switched.begin(), counts.switched.end(), [](const auto &entry) { return entry.second == 2; });
    return twoEach ? Topology::StarTwoCables : Topology::Star;
}

// The first thing that keeps a finished map from being one of the known shapes.
base::Message whyMixed(const Counts &counts, const CableMap &map, std::span<const SparkFacts> sparks)
{
    const auto nameOf = [&](const SparkId &id) {
        const auto found =
            std::find_if(sparks.begin(), sparks.end(), [&](const SparkFacts &spark) { return spark.id == id; });
        return found == sparks.end() ? id.value : found->hostname;
    };
    for (const Cable &cable : map.cables)
        if (cable.b.cage && cable.b.cage->spark == cable.a.cage->spark)
            return base::Message("topology.cable-to-itself"_msg).with("spark", nameOf(cable.a.cage->spark));
    for (const SparkFacts &spark : sparks)
        if (!counts.direct.contains(spark.id) && !counts.switched.contains(spark.id))
            return base::Message("topology.not-cabled"_msg).with("spark", spark.hostname);
    for (const auto &[number, on] : counts.onSwitch)
        for (const SparkFacts &spark : sparks)
            if (!on.contains(spark.id) && counts.directCables == 0)
                return base::Message("topology.not-on-switch"_msg).with("spark", spark.hostname);
    if (counts.directCables > 0 && !counts.onSwitch.empty())
        return "topology.cables-and-switch"_msg;
    return "topology.several-pieces"_msg;
}

} // namespace

std::string_view toText(Topology topology)
{
    for (const auto &[entry, word] : kWords)
        if (entry == topology)
            return word;
    return "unknown";
}

std::optional<Topology> topologyFromText(std::string_view text)
{
    for (const auto &[entry, word] : kWords)
        if (word == text)
            return entry;
    return std::nullopt;
}

bool isStar(Topology topology)
{
    return topology == Topology::Star || topology == Topology::StarTwoCables;
}

Topology recogniseTopology(const CableMap &map, std::span<const SparkFacts> sparks)
{
    if (map.cables.empty() || !map.unknown.empty() || !map.contradictions.empty())
        return Topology::Unknown;
    const Counts counts = count(map);
    if (counts.onSwitch.empty())
        return ofDirectCables(counts, sparks.size());
    if (counts.directCables == 0)
        return ofSwitches(counts, sparks.size());
    // One cage to a peer, the other to a switch with the storage, on every Spark.
    const bool split = std::all_of(sparks.begin(), sparks.end(), [&](const SparkFacts &spark) {
        return counts.direct.contains(spark.id) && counts.direct.at(spark.id) == 1
            && counts.switched.contains(spark.id);
    });
    return split && !counts.loop ? Topology::SplitRole : Topology::Mixed;
}

base::Message topologyNote(Topology recognised, const CableMap &map, std::span<const SparkFacts> sparks)
{
    if (recognised == Topology::Mixed)
        return whyMixed(count(map), map, sparks);
    if (recognised != Topology::Unknown || map.unknown.empty() || !map.contradictions.empty())
        return {};
    // A socket whose other end nobody sees: said only where something else is known already.
    const CageRef &cage = map.unknown.front();
    for (const SparkFacts &spark : sparks)
        if (spark.id == cage.spark && !map.cables.empty())
            return base::Message("topology.unseen-end"_msg)
                .with("spark", spark.hostname)
                .with("cage", number(cage.cage));
    return {};
}

std::vector<Topology> possibleTopologies(int sparkCount)
{
    if (sparkCount < 2)
        return {};
    if (sparkCount == 2)
        return {Topology::Pair, Topology::PairTwoCables, Topology::SplitRole};
    if (sparkCount == 3)
        return {Topology::Ring, Topology::Star, Topology::StarTwoCables, Topology::Line};
    std::vector<Topology> possible = {Topology::Star, Topology::StarTwoCables, Topology::Ring, Topology::Line};
    if (sparkCount % 2 == 0)
        possible.push_back(Topology::SplitRole);
    return possible;
}

} // namespace sparkloom::domain
