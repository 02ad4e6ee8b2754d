// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/topology.h"

#include <optional>
#include <span>

namespace sparkloom::domain {

// Without a switch every cable lights two sockets, so an odd number of lit ones says that an end is missing
// (measurement-and-safety 4.2, step 0). Empty where the number is even; where the goal has a switch or storage, or the
// map a switch or what may be one; while a half has yet to come up, or sleeps where a plug would not be seen; and where
// topologyNote already names the one socket that it is about.
base::Message parityNote(
    std::optional<Topology> goal, Topology recognised, const CableMap &map, std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
