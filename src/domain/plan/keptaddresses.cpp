// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/keptaddresses.h"

#include "domain/plan/plan.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sparkloom::domain {
namespace {

// The address that a half has, and whether we gave it.
struct Earlier {
    Ipv4Interface address;
    bool ours = false;
};
using EarlierEnds = std::vector<std::optional<Earlier>>; // as the ends of a lane

const SparkFacts *find(std::span<const SparkFacts> sparks, const SparkId &id)
{
    const auto found =
        std::find_if(sparks.begin(), sparks.end(), [&](const SparkFacts &spark) { return spark.id == id; });
    return found == sparks.end() ? nullptr : &*found;
}

bool usableInLane(const Ipv4Interface &address)
{
    const std::uint32_t host = address.address.value & 255;
    const bool linkLocal = Ipv4Prefix::of(address.address, 16) == Ipv4Prefix{Ipv4Address{0xa9fe0000}, 16};
    return address.length == 24 && host >= 1 && host <= 254 && !linkLocal;
}

// The address that somebody else gave to a half: the only one it has, in a subnet that no other half of the Spark is
// in.
std::optional<Ipv4Interface> foreignAddress(const SparkFacts &spark, HalfId id)
{
    const HalfFacts *half = spark.half(id);
    if (!half || half->addresses.size() != 1 || !usableInLane(half->addresses.front()))
        return std::nullopt;
    const Ipv4Interface address = half->addresses.front();
    for (const HalfFacts &other : spark.halves)
        for (const Ipv4Interface &beside : other.addresses)
            if (other.id != id && beside.prefix().overlaps(address.prefix()))
                return std::nullopt;
    return address;
}

std::optional<Ipv4Interface> rememberedAddress(const std::optional<AddressPlan> &remembered, const HalfRef &half)
{
    if (remembered)
        for (const Lane &lane : remembered->lanes)
            for (const LaneEnd &end : lane.ends)
                if (end.half == half && usableInLane(end.address))
                    return end.address;
    return std::nullopt;
}

// The record of the Spark decides; without one what this computer remembers; else what somebody else gave it.
std::optional<Earlier> earlierAddress(
    std::span<const SparkFacts> sparks, const std::optional<AddressPlan> &remembered, const HalfRef &half)
{
    const SparkFacts *spark = find(sparks, half.spark);
    if (!spark)
        return std::nullopt;
    const bool recorded = isSetUp(*spark);
    if (recorded)
        for (const HalfConfig &config : spark->receipt->config.halves)
            if (config.half == half.half && usableInLane(config.address))
                return Earlier{config.address, true};
    if (!recorded)
        if (const auto address = rememberedAddress(remembered, half))
            return Earlier{*address, true};
    if (const auto address = foreignAddress(*spark, half.half))
        return Earlier{*address, false};
    return std::nullopt;
}

// Gives the lane this subnet and its ends the addresses that they have in it; false where it is not free, or where two
// ends have one address.
bool keepIn(const Ipv4Prefix &subnet, Lane &lane, const EarlierEnds &earlier, PoolAllocator &pool)
{
    std::vector<Ipv4Address> used;
    for (const auto &end : earlier)
        if (end && end->address.prefix() == subnet)
            used.push_back(end->address.address);
    std::sort(used.begin(), used.end());
    if (std::adjacent_find(used.begin(), used.end()) != used.end() || !pool.reserve(subnet))
        return false;
    lane.subnet = subnet;
    for (std::size_t i = 0; i < lane.ends.size(); ++i)
        if (earlier[i] && earlier[i]->address.prefix() == subnet)
            lane.ends[i].address = earlier[i]->address;
    return true;
}

// The subnet of a lane that stays as it is.
std::optional<Ipv4Prefix> unchangedSubnet(const Lane &lane, const EarlierEnds &earlier)
{
    std::optional<Ipv4Prefix> subnet;
    std::size_t known = 0;
    for (const auto &end : earlier) {
        if (!end)
            continue;
        ++known;
        if (subnet && *subnet != end->address.prefix())
            return std::nullopt;
        subnet = end->address.prefix();
    }
    const bool enough = lane.cable != 0 ? known == lane.ends.size() : known > 0;
    return enough ? subnet : std::nullopt;
}

// A subnet that a lane may take over from one of its ends.
struct Candidate {
    std::size_t lane = 0;
    Ipv4Prefix subnet;
    int halvesKept = 0;
    int unrest = 0; // changed lanes of the quietest Spark that would keep its half: it shall not change at all
    auto rank() const { return std::tuple(-halvesKept, unrest, lane, subnet); }
};

std::vector<Candidate> candidatesFor(
    std::span<const Lane> lanes, const std::vector<EarlierEnds> &earlier, const std::vector<bool> &kept)
{
    std::map<SparkId, int> changedLanes;
    for (std::size_t i = 0; i < lanes.size(); ++i)
        for (const LaneEnd &end : lanes[i].ends)
            changedLanes[end.half.spark] += kept[i] ? 0 : 1;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        std::map<Ipv4Prefix, Candidate> bySubnet;
        for (std::size_t end = 0; !kept[i] && end < earlier[i].size(); ++end) {
            if (!earlier[i][end] || !earlier[i][end]->ours)
                continue;
            const Ipv4Prefix subnet = earlier[i][end]->address.prefix();
            const int unrest = changedLanes[lanes[i].ends[end].half.spark];
            Candidate &candidate = bySubnet.try_emplace(subnet, Candidate{i, subnet, 0, unrest}).first->second;
            ++candidate.halvesKept;
            candidate.unrest = std::min(candidate.unrest, unrest);
        }
        for (const auto &[subnet, candidate] : bySubnet)
            candidates.push_back(candidate);
    }
    std::sort(candidates.begin(), candidates.end(),
        [](const Candidate &a, const Candidate &b) { return a.rank() < b.rank(); });
    return candidates;
}

} // namespace

std::vector<bool> keepAddresses(std::span<Lane> lanes, std::span<const SparkFacts> sparks,
    const std::optional<AddressPlan> &remembered, PoolAllocator &pool)
{
    std::vector<bool> kept(lanes.size(), false);
    std::vector<EarlierEnds> earlier;
    for (const Lane &lane : lanes) {
        earlier.emplace_back();
        for (const LaneEnd &end : lane.ends)
            earlier.back().push_back(earlierAddress(sparks, remembered, end.half));
    }
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (const auto subnet = unchangedSubnet(lanes[i], earlier[i]))
            kept[i] = keepIn(*subnet, lanes[i], earlier[i], pool);
    for (const Candidate &candidate : candidatesFor(lanes, earlier, kept))
        if (!kept[candidate.lane])
            kept[candidate.lane] = keepIn(candidate.subnet, lanes[candidate.lane], earlier[candidate.lane], pool);
    return kept;
}

} // namespace sparkloom::domain
