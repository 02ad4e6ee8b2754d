// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "base/result.h"
#include "domain/plan/addressplan.h"

#include <optional>
#include <span>
#include <vector>

namespace sparkloom::domain {

// The address that a person gives one half in place of the suggested one. Its subnet is the /24 around it, as always.
struct ChosenAddress {
    HalfRef half;
    Ipv4Address address;
    friend bool operator==(const ChosenAddress &, const ChosenAddress &) = default;
};

// What speaks against the address of one half.
struct ChosenProblem {
    HalfRef half;
    base::Message text;
    friend bool operator==(const ChosenProblem &, const ChosenProblem &) = default;
};

// What the choice has to keep clear of.
struct ChosenBounds {
    std::span<const SparkFacts> sparks; // whose routes and addresses count
    std::span<const Ipv4Prefix> avoid;  // routes of this computer
    std::optional<Ipv4Prefix> pool;     // chosen, too: addresses then lie inside
};

// The plan with these addresses. The other ends of a lane follow it into its subnet: they keep their last number where
// it is free, else get the lowest one that is. Of a half that is in no lane nothing is said.
AddressPlan withChosen(AddressPlan plan, std::span<const ChosenAddress> chosen);
// What speaks against it, at most one problem for each half, in the order of the lanes: an address that no host can
// have, two ends of a lane in two subnets or with one address, two lanes in one subnet, a subnet that is in use
// elsewhere or outside the pool.
std::vector<ChosenProblem> problemsOf(
    const AddressPlan &plan, std::span<const ChosenAddress> chosen, const ChosenBounds &bounds);
// What speaks against this network as the pool for the lanes of the plan. Errors as of planAddresses.
base::Result<void> checkPool(const AddressPlan &plan, const Ipv4Prefix &pool, const ChosenBounds &bounds);

} // namespace sparkloom::domain
