// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/fabric/cablemap.h"
#include "domain/fabric/topology.h"
#include "domain/plan/receipt.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// One end of a lane.
struct LaneEnd {
    HalfRef half;
    std::string netdev;
    MacAddress mac;
    Ipv4Interface address;
    friend bool operator==(const LaneEnd &, const LaneEnd &) = default;
};

// A subnet and the halves in it: two for a direct cable, all A (or all B) halves for a star, one or more for storage.
struct Lane {
    enum class Role {
        Cluster, // carries the jobs of the Sparks
        Storage  // of a split role: no job's traffic, no SSH, frames of 1500 bytes
    };
    int cable = 1; // number of the cable (GoalCable::number); 0 where a switch joins several
    Side side = Side::A;
    Ipv4Prefix subnet;         // always a /24: NCCL's subnet-aware routing assumes it (design decision 9)
    std::vector<LaneEnd> ends; // ordered by Spark
    Role role = Role::Cluster;
    friend bool operator==(const Lane &, const Lane &) = default;
};

struct AddressPlan {
    Topology topology = Topology::Unknown;
    Ipv4Prefix pool;
    int mtu = 9000;
    std::vector<Lane> lanes;
    friend bool operator==(const AddressPlan &, const AddressPlan &) = default;

    // The MTU of a lane: that of the plan, 1500 for storage, of which nobody can prove more.
    int mtuOf(const Lane &lane) const { return lane.role == Lane::Role::Storage ? 1500 : mtu; }
    // The halves of one Spark, ordered by half.
    std::vector<HalfConfig> halvesOf(const SparkId &spark) const;
};

struct AddressRequest {
    // Where /24s are taken from; nothing: the first free of 10.100.0.0/16 and its successors (Sync uses 10.100.x,
    // facts 2.1).
    std::optional<Ipv4Prefix> pool;
    int mtu = 9000; // 1500 to 9000 (design decision 12)
    // What must not be collided with: routes of this computer. Those of the Sparks come from their facts.
    std::vector<Ipv4Prefix> avoid;
    // The form that the owner chose. It decides where the cables alone do not: a cage whose other end no probe sees is
    // storage in a split role, and is left alone in every other form.
    std::optional<Topology> goal;
    // What this computer set up last. It speaks for halves of Sparks that have no record of their own any more: of one
    // that was reinstalled.
    std::optional<AddressPlan> remembered;
};

// Addresses for every half of every known cable. Keeps addresses that a Spark's receipt already gave to the same lane,
// and those that somebody else gave it and that are right. Where plugs were moved it keeps the subnets that keep most
// halves as they are, and of equals those that change the fewest Sparks. All other ends get .1, .2, ... in the order of
// the Sparks, around what is kept. Errors: nothing cabled, no free pool, a cage with a dark half.
base::Result<AddressPlan> planAddresses(
    const CableMap &map, std::span<const SparkFacts> sparks, const AddressRequest &request);

} // namespace sparkloom::domain
