// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/physics/throughput.h"

#include <string_view>

// NCCL's collectives on top of flows: every rank sends to the next one around a ring, all at the pace of the slowest.
namespace sparkloom::sim::physics {

enum class CollectiveKind { AllGather, AllReduce, ReduceScatter, SendReceive, Broadcast, AllToAll };

// "all_gather" and so on, as nccl-tests names them; nothing for any other text.
std::optional<CollectiveKind> collectiveFromText(std::string_view text);
std::string_view toText(CollectiveKind kind);

// How NCCL's data travels.
enum class Transport {
    Rdma,
    RdmaDevelopmentBuild, // a development build, or one not for sm_121 (F-36)
    Sockets,              // NET/Socket: one connection, moved by one thread (F-35)
};

struct Collective {
    CollectiveKind kind = CollectiveKind::AllGather;
    Transport transport = Transport::Rdma;
    std::int64_t bytes = 0;  // as nccl-tests prints the size
    bool directRing = false; // three ranks or more, each cabled to the next without a switch
    // For each rank the flows to the next one: indices into the flows of the same throughput question.
    std::vector<std::vector<std::size_t>> hops;
};

// The flow that a hop has on one pair of interfaces.
Flow hopFlow(const Collective &collective, FlowEnd from, FlowEnd to, int mtu);

// Part of what the flows carry that NCCL uses: one figure for each collective (measurement-and-safety 5.3 and the
// measurements named in collective.cpp), times S / (S + S_half).
double usedPart(const Collective &collective);

// Rates of flows and collectives that run at the same time. Flows of a collective that are faster than its slowest hop
// leave the rest to others. Rates of its flows are what NCCL uses: busbw is eight times smaller than the sum over one
// hop.
std::vector<Rate> throughputOf(
    const std::vector<Machine> &machines, std::vector<Flow> flows, const std::vector<Collective> &collectives);
// GB/s of bus bandwidth, as nccl-tests defines it.
double busBandwidth(const Collective &collective, const std::vector<Rate> &rates);

} // namespace sparkloom::sim::physics
