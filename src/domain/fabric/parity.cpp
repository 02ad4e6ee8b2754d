// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/parity.h"

#include <algorithm>
#include <cstdint>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

// Whether it is not yet certain which sockets of this Spark are lit. In a dark one a half that is up waits for a plug.
bool mayStillLight(const SparkFacts &spark)
{
    return std::any_of(spark.halves.begin(), spark.halves.end(), [&](const HalfFacts &half) {
        const bool lit = spark.cageLit(half.id.cage);
        return !half.carrier && half.adminUp == lit;
    });
}

} // namespace

base::Message parityNote(
    std::optional<Topology> goal, Topology recognised, const CableMap &map, std::span<const SparkFacts> sparks)
{
    if (goal && (isStar(*goal) || *goal == Topology::SplitRole))
        return {};
    if (map.switchCount > 0 || !map.contradictions.empty())
        return {};
    if (std::any_of(sparks.begin(), sparks.end(), mayStillLight))
        return {};
    if (!goal && map.unknown.size() == 1 && !topologyNote(recognised, map, sparks).empty())
        return {};
    std::int64_t lit = 0;
    for (const SparkFacts &spark : sparks)
        lit +=
            std::count_if(kAllCages.begin(), kAllCages.end(), [&spark](CageIndex each) { return spark.cageLit(each); });
    if (lit % 2 == 0)
        return {};
    return base::Message("cabling.odd-sockets"_msg).with("count", lit);
}

} // namespace sparkloom::domain
