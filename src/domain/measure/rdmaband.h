// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/band.h"
#include "domain/measure/figure.h"

#include <chrono>
#include <optional>
#include <vector>

namespace sparkloom::domain {

// What is known of one RDMA measurement before it is made: one direction between two Sparks.
struct RdmaShape {
    int halves = 1;             // that carry it at the same time, at each end
    int mtu = 9000;             // of the netdevs
    bool read = false;          // RDMA READ: answers to questions, slower than WRITE and SEND
    bool bothWays = false;      // the other direction runs at the same time
    double linkGbps = 0;        // of the cable, all cables together where there are more; 0: not known
    std::vector<PcieLink> pcie; // of the halves at both ends, where they are known
};

// The band of a healthy pair of Sparks. Nothing where no PCIe link is known: then these are no halves of a real NIC.
// Sources: measurement-and-safety 5.4, facts 1.2, 5.2 and 5.5; rdmaband.cpp says what was assumed beyond them.
std::optional<Band> rdmaBand(const RdmaShape &shape);

// As judgeWire of figure.h, with the headers of RoCE: 62 bytes of each packet that the port counts.
WireVerdict judgeRdmaWire(const RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu);

// What a measured latency means, in microseconds of half a round trip; p50 decides (measurement-and-safety 5.4). Under
// load there is no published figure to compare with: NotTested.
struct LatencyJudgement {
    Verdict verdict = Verdict::NotTested;
    base::Message reason;
};
LatencyJudgement judgeLatency(double p50, bool throughSwitch, bool underLoad, bool realNic);

} // namespace sparkloom::domain
