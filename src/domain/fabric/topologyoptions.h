// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/fabric/topology.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sparkloom::domain {

// What may be expected of a link between two neighbours, and from where the figures are.
struct ExpectedSpeed {
    // RDMA, both halves of one cable together, per direction, in Gb/s: what the wire carries beside the headers of its
    // packets with MTU 1500 and with MTU 9000 (facts 1.2; measured 185 to 196).
    double lowGbps = 0;
    double highGbps = 0;
    // Bus bandwidth of a large NCCL all_gather over all Sparks, in GB/s, as published (facts 5.3). Nothing where nobody
    // has published it for this shape and this number of Sparks.
    struct Nccl {
        double low = 0;
        double high = 0;
        friend bool operator==(const Nccl &, const Nccl &) = default;
    };
    std::optional<Nccl> nccl;
    friend bool operator==(const ExpectedSpeed &, const ExpectedSpeed &) = default;
};

// One way in which these Sparks can be joined: what it takes and what it gives.
struct TopologyOption {
    Topology topology = Topology::Unknown;
    bool recommended = false; // exactly one of all
    bool cabled = false;      // it is what the cables form already
    int cables = 0;           // of the whole shape; to storage too
    int cablesThere = 0;      // of these, plugged already and in their place
    int cablesMissing = 0;    // to be bought: one in a wrong socket is moved
    int switchPorts = 0;      // sockets of a switch that it needs, 0 where it needs none
    int storagePorts = 0;     // sockets at the storage
    // What works as one: in a split role of more than two, each pair does; in a line only neighbours do.
    int pooledSparks = 0;
    std::int64_t pooledBytes = 0; // their memory together; 0 where a Spark's is not known
    ExpectedSpeed speed;
    base::Message reason; // why it is recommended, or what speaks against it
    friend bool operator==(const TopologyOption &, const TopologyOption &) = default;
};

// What a cable carries beside the packets' headers, in Gb/s: 82 bytes for each packet of activeMtu bytes (facts 1.2).
double roceCeilingGbps(double linkGbps, int activeMtu);

// All shapes for these Sparks (possibleTopologies), what they are cabled as first, then the recommended one. A ring
// with a cable missing is no line to be used: the ring is recommended. Empty for fewer than two Sparks. Deterministic.
std::vector<TopologyOption> topologyOptions(const CableMap &map, std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
