// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/addressplan.h"

#include "domain/plan/keptaddresses.h"
#include "domain/plan/lanes.h"
#include "domain/plan/pool.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr int kLaneLength = 24;

Message about(Message message, const SparkFacts &spark)
{
    return std::move(message).with("spark", spark.hostname);
}

const SparkFacts *find(std::span<const SparkFacts> sparks, const SparkId &id)
{
    const auto found =
        std::find_if(sparks.begin(), sparks.end(), [&](const SparkFacts &spark) { return spark.id == id; });
    return found == sparks.end() ? nullptr : &*found;
}

// Every half that gets an address must be there, lit and able to carry the MTU.
base::Result<void> checkHalves(const AddressPlan &plan, std::span<const SparkFacts> sparks)
{
    for (const Lane &lane : plan.lanes) {
        const int mtu = plan.mtuOf(lane);
        for (const LaneEnd &end : lane.ends) {
            const SparkFacts *spark = find(sparks, end.half.spark);
            if (!spark)
                return base::failed(Message("addresses.unknown-spark"_msg).with("spark", end.half.spark.value));
            const HalfFacts *half = spark->half(end.half.half);
            if (!half || !half->carrier)
                return base::failed(about("addresses.dark-half"_msg, *spark)
                                        .with("cage", number(end.half.half.cage))
                                        .with("half", toText(end.half.half)));
            if (half->maxMtu > 0 && half->maxMtu < mtu)
                return base::failed(about("addresses.mtu-not-supported"_msg, *spark)
                                        .with("interface", half->netdev)
                                        .with("mtu", mtu)
                                        .with("max", half->maxMtu));
        }
    }
    return {};
}

base::Result<void> checkCables(const CableMap &map, std::span<const SparkFacts> sparks)
{
    if (map.cables.empty())
        return base::failed("addresses.nothing-cabled"_msg);
    for (const Cable &cable : map.cables) {
        const SparkFacts *spark = find(sparks, cable.a.cage->spark);
        if (spark && cable.b.cage && cable.b.cage->spark == spark->id)
            return base::failed(about("addresses.cable-to-itself"_msg, *spark));
    }
    return {};
}

// What the cables form; where they leave it open, what the owner says they form, if they can be that.
Topology topologyOf(const CableMap &map, std::span<const SparkFacts> sparks, std::optional<Topology> goal)
{
    const Topology found = recogniseTopology(map, sparks);
    const bool open = found == Topology::Unknown || goal == Topology::SplitRole;
    return goal && open && matchTopology(*goal, map, sparks).complete ? *goal : found;
}

// .1, .2, ... in the order of the Sparks, around the addresses that are kept.
base::Result<void> numberEnds(Lane &lane)
{
    std::uint32_t next = 1;
    for (LaneEnd &end : lane.ends) {
        if (end.address.address.value != 0)
            continue;
        const auto taken = [&](std::uint32_t host) {
            return std::any_of(lane.ends.begin(), lane.ends.end(),
                [&](const LaneEnd &other) { return other.address.address.value == lane.subnet.network.value + host; });
        };
        while (taken(next))
            ++next;
        if (next > 254)
            return base::failed("addresses.too-many-in-lane"_msg);
        end.address = {Ipv4Address{lane.subnet.network.value + next}, kLaneLength};
        ++next;
    }
    return {};
}

} // namespace

std::vector<HalfConfig> AddressPlan::halvesOf(const SparkId &spark) const
{
    std::vector<HalfConfig> halves;
    for (const Lane &lane : lanes)
        for (const LaneEnd &end : lane.ends)
            if (end.half.spark == spark)
                halves.push_back({end.half.half, end.netdev, end.address, mtuOf(lane)});
    std::sort(halves.begin(), halves.end());
    return halves;
}

base::Result<AddressPlan> planAddresses(
    const CableMap &map, std::span<const SparkFacts> sparks, const AddressRequest &request)
{
    if (request.mtu < 1500 || request.mtu > 9000)
        return base::Error{
            base::ErrorKind::Usage, Message("addresses.mtu-out-of-range"_msg).with("mtu", request.mtu), {}};
    if (const auto checked = checkCables(map, sparks); !checked)
        return checked.error();
    AddressPlan plan;
    plan.topology = topologyOf(map, sparks, request.goal);
    plan.mtu = request.mtu;
    plan.lanes = lanesOf(map, sparks, plan.topology);
    if (const auto checked = checkHalves(plan, sparks); !checked)
        return checked.error();

    PoolAllocator pool(takenPrefixes(plan.lanes, sparks, request.avoid));
    if (request.pool)
        pool.restrictTo(*request.pool);
    const std::vector<bool> kept = keepAddresses(plan.lanes, sparks, request.remembered, pool);
    std::vector<Lane *> fresh;
    std::optional<Ipv4Prefix> firstKept;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i])
            fresh.push_back(&plan.lanes[i]);
        else if (!firstKept)
            firstKept = plan.lanes[i].subnet;
    }
    const auto chosen = pool.choose(request.pool, firstKept, fresh.size());
    if (!chosen)
        return chosen.error();
    plan.pool = *chosen;
    for (Lane *lane : fresh)
        lane->subnet = pool.take(plan.pool);
    for (Lane &lane : plan.lanes)
        if (const auto numbered = numberEnds(lane); !numbered)
            return numbered.error();
    return plan;
}

} // namespace sparkloom::domain
