// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/band.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sparkloom::domain {

// What is known of one NCCL measurement before it is made.
struct NcclExpectation {
    enum class Motion {
        Ring,         // all_gather, all_reduce, reduce_scatter: around the ring of ranks
        PointToPoint, // sendrecv: fewer channels
        Other         // broadcast, alltoall: nobody has published such a figure
    };
    enum class Way { Pair, Switch, DirectRing }; // DirectRing: three or more, each cabled to the next
    Motion motion = Motion::Ring;
    Way way = Way::Pair;
    std::int64_t bytes = 1 << 30; // as nccl-tests prints the size
    int mtu = 9000;               // of the netdevs
    int halves = 2;               // that carry it from one rank to the next, at each end
    double linkGbps = 0;          // of all cables from one rank to the next; 0: not known
    std::vector<PcieLink> pcie;   // of the halves, where they are known
};

// The band of a healthy cluster: bus bandwidth in Gb/s, eight times the GB/s that nccl-tests prints. Nothing where no
// PCIe link is known, for other motions and below 4 MiB, where latency decides. Sources: measurement-and-safety 5.2 to
// 5.4, facts 5.3; ncclband.cpp says what was assumed.
std::optional<Band> ncclBand(const NcclExpectation &expectation);

} // namespace sparkloom::domain
