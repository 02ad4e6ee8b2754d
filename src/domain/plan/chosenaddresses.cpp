// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/chosenaddresses.h"

#include "domain/plan/lanes.h"
#include "domain/plan/pool.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr int kLaneLength = 24;
constexpr std::uint32_t kFirstHost = 1, kLastHost = 254;

std::uint32_t hostPart(Ipv4Address address)
{
    return address.value & 0xff;
}

const ChosenAddress *choiceOf(std::span<const ChosenAddress> chosen, const HalfRef &half)
{
    const auto found =
        std::find_if(chosen.begin(), chosen.end(), [&](const ChosenAddress &each) { return each.half == half; });
    return found == chosen.end() ? nullptr : &*found;
}

bool isReserved(Ipv4Address address)
{
    const std::span<const Ipv4Prefix> reserved = reservedNetworks();
    return std::any_of(
        reserved.begin(), reserved.end(), [&](const Ipv4Prefix &prefix) { return prefix.contains(address); });
}

// The chosen subnet of a lane: that of its first chosen end.
std::optional<Ipv4Prefix> chosenSubnet(const Lane &lane, std::span<const ChosenAddress> chosen)
{
    for (const LaneEnd &end : lane.ends)
        if (const ChosenAddress *choice = choiceOf(chosen, end.half))
            return Ipv4Prefix::of(choice->address, kLaneLength);
    return std::nullopt;
}

// The ends that nobody chose, around those that somebody did.
void follow(Lane &lane, std::span<const ChosenAddress> chosen)
{
    std::vector<std::uint32_t> taken;
    for (LaneEnd &end : lane.ends)
        if (const ChosenAddress *choice = choiceOf(chosen, end.half)) {
            end.address = {choice->address, kLaneLength};
            taken.push_back(choice->address.value);
        }
    const auto isFree = [&](std::uint32_t value) {
        return std::find(taken.begin(), taken.end(), value) == taken.end();
    };
    for (LaneEnd &end : lane.ends) {
        if (choiceOf(chosen, end.half))
            continue;
        std::uint32_t value = lane.subnet.network.value + hostPart(end.address.address);
        for (std::uint32_t host = kFirstHost; !isFree(value) && host <= kLastHost; ++host)
            value = lane.subnet.network.value + host;
        end.address = {Ipv4Address{value}, kLaneLength};
        taken.push_back(value);
    }
}

std::string laneName(const Lane &lane)
{
    return (lane.cable > 0 ? std::to_string(lane.cable) : std::string()) + std::string(letter(lane.side));
}

// What speaks against one chosen address, beside the rest of the plan.
std::optional<Message> problemOf(const AddressPlan &plan, const Lane &lane, const LaneEnd &end,
    std::span<const Ipv4Prefix> taken, const std::optional<Ipv4Prefix> &pool)
{
    const Ipv4Address address = end.address.address;
    const Ipv4Prefix subnet = end.address.prefix();
    const std::string text = address.toString();
    const std::uint32_t host = hostPart(address);
    if (isReserved(address) || host < kFirstHost || host > kLastHost)
        return Message("addresses.chosen-no-host"_msg).with("address", text);
    if (subnet != lane.subnet)
        return Message("addresses.chosen-split"_msg).with("address", text).with("subnet", lane.subnet.toString());
    for (const LaneEnd &other : lane.ends)
        if (other.half != end.half && other.address.address == address)
            return Message("addresses.chosen-twice"_msg).with("address", text);
    for (const Lane &other : plan.lanes)
        if (&other != &lane && other.subnet == subnet)
            return Message("addresses.chosen-shared"_msg)
                .with("subnet", subnet.toString())
                .with("lane", laneName(other));
    for (const Ipv4Prefix &each : taken)
        if (each.overlaps(subnet))
            return Message("addresses.chosen-collides"_msg)
                .with("subnet", subnet.toString())
                .with("route", each.toString());
    if (pool && !pool->contains(address))
        return Message("addresses.chosen-outside"_msg).with("address", text).with("pool", pool->toString());
    return std::nullopt;
}

} // namespace

AddressPlan withChosen(AddressPlan plan, std::span<const ChosenAddress> chosen)
{
    for (Lane &lane : plan.lanes)
        if (const std::optional<Ipv4Prefix> subnet = chosenSubnet(lane, chosen)) {
            lane.subnet = *subnet;
            follow(lane, chosen);
        }
    return plan;
}

std::vector<ChosenProblem> problemsOf(
    const AddressPlan &plan, std::span<const ChosenAddress> chosen, const ChosenBounds &bounds)
{
    const AddressPlan placed = withChosen(plan, chosen);
    const std::vector<Ipv4Prefix> taken = takenPrefixes(placed.lanes, bounds.sparks, bounds.avoid);
    std::vector<ChosenProblem> problems;
    for (const Lane &lane : placed.lanes)
        for (const LaneEnd &end : lane.ends)
            if (choiceOf(chosen, end.half))
                if (std::optional<Message> problem = problemOf(placed, lane, end, taken, bounds.pool))
                    problems.push_back({end.half, std::move(*problem)});
    return problems;
}

base::Result<void> checkPool(const AddressPlan &plan, const Ipv4Prefix &pool, const ChosenBounds &bounds)
{
    const PoolAllocator allocator(takenPrefixes(plan.lanes, bounds.sparks, bounds.avoid));
    const auto chosen = allocator.choose(pool, std::nullopt, plan.lanes.size());
    return chosen ? base::Result<void>() : base::Result<void>(chosen.error());
}

} // namespace sparkloom::domain
