// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/testlanes.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::engine {

namespace {

void addLane(std::vector<TestWay> &ways, int cable, const domain::LaneEnd &from, const domain::LaneEnd &to, int mtu)
{
    const domain::CageRef a{from.half.spark, from.half.half.cage};
    const domain::CageRef b{to.half.spark, to.half.half.cage};
    auto way = std::find_if(ways.begin(), ways.end(),
        [&](const TestWay &each) { return each.cable == cable && each.a == a && each.b == b; });
    if (way == ways.end())
        way = ways.insert(ways.end(), TestWay{cable, a, b, {}});
    way->lanes.push_back({cable, from, to, mtu});
}

// Ends of a switch's subnet: each with the next one, the last with the first.
void addRound(std::vector<TestWay> &ways, const domain::Lane &lane, int mtu)
{
    const std::size_t count = lane.ends.size();
    for (std::size_t i = 0; i < count && count > 1; ++i)
        if (i + 1 < count || count > 2)
            addLane(ways, 0, lane.ends[i], lane.ends[(i + 1) % count], mtu);
}

struct Seen {
    domain::LaneEnd end;
    int mtu = 0;
};

// The halves of one Spark as they were set up, or as they are.
std::vector<Seen> seenOf(const domain::SparkFacts &spark)
{
    std::vector<Seen> seen;
    const auto add = [&](domain::HalfId half, const std::string &netdev, const domain::Ipv4Interface &address,
                         int mtu) {
        const domain::HalfFacts *facts = spark.half(half);
        seen.push_back(
            {{{spark.id, half}, facts ? facts->netdev : netdev, facts ? facts->mac : domain::MacAddress(), address},
                mtu});
    };
    if (spark.receipt && !spark.receipt->config.halves.empty()) {
        for (const domain::HalfConfig &half : spark.receipt->config.halves)
            add(half.half, half.netdev, half.address, half.mtu);
        return seen;
    }
    for (const domain::HalfFacts &half : spark.halves)
        for (const domain::Ipv4Interface &address : half.addresses)
            add(half.id, half.netdev, address, half.mtu);
    return seen;
}

} // namespace

std::vector<TestWay> waysOf(const domain::AddressPlan &plan)
{
    std::vector<TestWay> ways;
    for (const domain::Lane &lane : plan.lanes) {
        if (lane.role != domain::Lane::Role::Cluster)
            continue;
        if (lane.cable > 0 && lane.ends.size() == 2)
            addLane(ways, lane.cable, lane.ends[0], lane.ends[1], plan.mtuOf(lane));
        else
            addRound(ways, lane, plan.mtuOf(lane));
    }
    for (TestWay &way : ways)
        std::sort(way.lanes.begin(), way.lanes.end(),
            [](const TestLane &a, const TestLane &b) { return a.from.half.half < b.from.half.half; });
    std::stable_sort(ways.begin(), ways.end(), [](const TestWay &a, const TestWay &b) { return a.cable < b.cable; });
    return ways;
}

domain::AddressPlan planFromFacts(std::span<const domain::SparkFacts> sparks)
{
    std::map<domain::Ipv4Prefix, std::vector<Seen>> subnets;
    for (const domain::SparkFacts &spark : sparks)
        for (const Seen &seen : seenOf(spark))
            subnets[seen.end.address.prefix()].push_back(seen);
    domain::AddressPlan plan;
    plan.mtu = 0;
    std::map<std::set<std::pair<domain::SparkId, domain::CageIndex>>, int> cables;
    for (const auto &[subnet, all] : subnets) {
        domain::Lane lane;
        lane.subnet = subnet;
        std::set<std::pair<domain::SparkId, domain::CageIndex>> cages;
        std::set<domain::SparkId> owners;
        for (const Seen &seen : all) {
            lane.ends.push_back(seen.end);
            cages.emplace(seen.end.half.spark, seen.end.half.half.cage);
            owners.insert(seen.end.half.spark);
        }
        if (owners.size() < 2)
            continue;
        // The larger one: a smaller one at one end is what the address step then tells.
        for (const Seen &seen : all)
            plan.mtu = std::max(plan.mtu, seen.mtu);
        lane.side = lane.ends.front().half.half.side;
        lane.cable =
            cages.size() == 2 ? cables.try_emplace(cages, static_cast<int>(cables.size()) + 1).first->second : 0;
        plan.lanes.push_back(std::move(lane));
    }
    return plan;
}

std::vector<Shot> shotsOf(const TestWay &way, Shot::Kind kind)
{
    std::vector<Shot> shots;
    Shot there{kind, way.cable, {}}, back{kind, way.cable, {}};
    for (const TestLane &lane : way.lanes) {
        if (kind == Shot::Kind::OneHalf) {
            shots.push_back({kind, way.cable, {lane}});
            shots.push_back({kind, way.cable, {lane.reversed()}});
        }
        there.lanes.push_back(lane);
        back.lanes.push_back(lane.reversed());
    }
    if (kind == Shot::Kind::BothHalves)
        return {there, back};
    if (kind == Shot::Kind::BothWays) {
        there.lanes.insert(there.lanes.end(), back.lanes.begin(), back.lanes.end());
        return {there};
    }
    return shots;
}

Shot everythingAtOnce(std::span<const TestWay> ways)
{
    Shot shot{Shot::Kind::Everything, 0, {}};
    for (const TestWay &way : ways)
        for (const TestLane &lane : way.lanes) {
            shot.lanes.push_back(lane);
            shot.lanes.push_back(lane.reversed());
        }
    return shot;
}

} // namespace sparkloom::engine
