// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/addressplan.h"
#include "domain/plan/pool.h"

#include <optional>
#include <span>
#include <vector>

namespace sparkloom::domain {

// Gives the lanes the subnets and addresses that their halves have already, as far as they are usable and free; takes
// these subnets from the pool. Says for each lane whether it has a subnet now; ends without an address are still to be
// numbered. First the lanes that stay as they are: the halves of a direct cable both have an address in one subnet, or
// some halves on a switch have. Then, where plugs were moved, each lane may take the subnet of one of its ends.
std::vector<bool> keepAddresses(std::span<Lane> lanes, std::span<const SparkFacts> sparks,
    const std::optional<AddressPlan> &remembered, PoolAllocator &pool);

} // namespace sparkloom::domain
