// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/addressplan.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// The lanes of the known cables without subnets and addresses, in the order in which they get them: direct cables by
// number and side, then switches by number, cable of the Spark and side. In a split role first the cables between
// peers, then the lanes to storage.
std::vector<Lane> lanesOf(const CableMap &map, std::span<const SparkFacts> sparks, Topology topology);

// What a new subnet must not overlap: routes and addresses of all Sparks and `avoid`, but for those of halves that are
// about to be configured anew and those that an earlier set-up of ours made. Default routes do not count, also in
// pieces (kShortestRoute).
std::vector<Ipv4Prefix> takenPrefixes(
    std::span<const Lane> lanes, std::span<const SparkFacts> sparks, std::span<const Ipv4Prefix> avoid);

} // namespace sparkloom::domain
