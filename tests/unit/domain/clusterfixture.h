// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fabricfixture.h"

#include "domain/plan/addressplan.h"

#include <string>
#include <utility>
#include <vector>

// Sparks that are set up, and the plans that they were set up by.
namespace sparkloom::test {

using namespace domain;

using Sparks = std::vector<SparkFacts>;

// What inspection finds on these Sparks once the plan stands: receipts, routes, addresses.
inline void setUp(Sparks &sparks, const AddressPlan &plan, const std::string &clusterId = "0123456789abcdef")
{
    for (SparkFacts &spark : sparks) {
        std::erase_if(spark.routes, [](const Route &route) { return halfOfDocumentedNetdev(route.interface); });
        spark.receipt.emplace();
        spark.receipt->clusterId = clusterId;
        spark.receipt->clusterName = "lab";
        spark.receipt->owner = "owner@desk";
        spark.receipt->appliedUtcMs = 1'700'000'000'000;
        spark.receipt->config.halves = plan.halvesOf(spark.id);
        for (HalfFacts &half : spark.halves)
            half.addresses.clear();
        for (const HalfConfig &config : spark.receipt->config.halves) {
            spark.routes.push_back({config.address.prefix(), config.netdev});
            for (HalfFacts &half : spark.halves)
                if (half.id == config.half) {
                    half.addresses = {config.address};
                    half.mtu = config.mtu;
                }
        }
    }
}

inline void relight(Sparks &sparks, const Cabling &cabling)
{
    for (SparkFacts &spark : sparks)
        for (const CageIndex index : kAllCages)
            light(sparks, {spark.id, index}, false, false);
    plug(sparks, cabling);
}

inline AddressPlan planOf(Sparks &sparks, const Cabling &cabling, const AddressRequest &request = {})
{
    relight(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, request);
    if (!plan)
        qFatal("no plan: %s", plan.error().message.id.c_str());
    return *plan;
}

// A line or ring of direct cables through random cages, or all on a switch.
inline Cabling anyForm(const Sparks &sparks, Dice &dice)
{
    if (sparks.size() == 2)
        return dice.chance(50) ? pairCabling(sparks, dice.below(2)) : pairTwoCabling(sparks);
    if (dice.chance(35))
        return starCabling(sparks, dice.below(2));
    Cabling ring = ringCabling(sparks);
    for (auto &[a, b] : ring.direct)
        if (dice.chance(20))
            std::swap(a, b);
    if (dice.chance(40))
        ring.direct.erase(ring.direct.begin() + dice.below(static_cast<int>(ring.direct.size())));
    return ring;
}

} // namespace sparkloom::test
