// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/collective.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sparkloom::sim::physics {

namespace {

constexpr std::array<std::pair<CollectiveKind, std::string_view>, 6> kNames = {
    {{CollectiveKind::AllGather, "all_gather"}, {CollectiveKind::AllReduce, "all_reduce"},
        {CollectiveKind::ReduceScatter, "reduce_scatter"}, {CollectiveKind::SendReceive, "sendrecv"},
        {CollectiveKind::Broadcast, "broadcast"}, {CollectiveKind::AllToAll, "alltoall"}}};

// measurement-and-safety 5.3: 0.98 for pair and switch.
constexpr double kRing = 0.98;
// sendrecv has fewer channels than a ring: 20.38 of the 27.4 GB/s that two PCIe links carry (seed 004, the only
// source).
constexpr double kSendReceive = 0.745;
// A ring of three without a switch: 20.75 of 24.5 GB/s (forum 365160); others saw 10 to 14. The band is 10 to 22 until
// a real Spark is measured.
constexpr double kDirectRing = 0.85;
// Bytes that are lost to starting an operation at full speed (5.3: 8 MB), at this bandwidth; slower ones lose less.
constexpr double kHalfBytes = 8e6;
constexpr double kHalfBytesAtGbps = 196;
// One thread moves all data: a core's worth of TCP. Measured where the data went that way or as slowly: 2.86 GB/s
// (forum 365160, wrong bootstrap), 3.04 (PR 103, development build), "about 3" (issue 102).
constexpr double kOneThreadGbps = 24;
constexpr int kQueuePairs = 4;
constexpr std::int64_t kChunk = 512 * 1024; // NCCL's slices

double hopRate(const std::vector<std::size_t> &hop, const std::vector<Rate> &rates)
{
    double sum = 0;
    for (const std::size_t flow : hop)
        sum += rates[flow].gbps;
    return sum;
}

double slowestHop(const Collective &collective, const std::vector<Rate> &rates)
{
    double least = collective.hops.empty() ? 0 : std::numeric_limits<double>::infinity();
    for (const auto &hop : collective.hops)
        least = std::min(least, hopRate(hop, rates));
    return collective.transport == Transport::Rdma ? least : std::min(least, kOneThreadGbps);
}

} // namespace

std::optional<CollectiveKind> collectiveFromText(std::string_view text)
{
    const auto it = std::ranges::find(kNames, text, [](const auto &entry) { return entry.second; });
    return it == kNames.end() ? std::nullopt : std::optional(it->first);
}

std::string_view toText(CollectiveKind kind)
{
    return std::ranges::find(kNames, kind, [](const auto &entry) { return entry.first; })->second;
}

Flow hopFlow(const Collective &collective, FlowEnd from, FlowEnd to, int mtu)
{
    Flow flow;
    flow.from = from;
    flow.to = to;
    flow.mtu = mtu;
    flow.protocol = collective.transport == Transport::Sockets ? Protocol::Tcp : Protocol::Rdma;
    flow.channels = kQueuePairs;
    flow.messageBytes = kChunk;
    return flow;
}

double usedPart(const Collective &collective)
{
    if (collective.transport == Transport::Sockets)
        return 1;
    if (collective.directRing)
        return kDirectRing;
    // Nobody has published alltoall and broadcast of Sparks: the first sends point to point, the second goes round.
    const bool pointToPoint =
        collective.kind == CollectiveKind::SendReceive || collective.kind == CollectiveKind::AllToAll;
    return pointToPoint ? kSendReceive : kRing;
}

std::vector<Rate> throughputOf(
    const std::vector<Machine> &machines, std::vector<Flow> flows, const std::vector<Collective> &collectives)
{
    std::vector<Rate> rates = throughputOf(machines, flows);
    if (collectives.empty())
        return rates;
    for (const Collective &collective : collectives) {
        const double slowest = slowestHop(collective, rates);
        for (const auto &hop : collective.hops)
            for (const std::size_t flow : hop)
                flows[flow].ceilingGbps = hopRate(hop, rates) > 0
                    ? std::min(flows[flow].ceilingGbps, rates[flow].gbps * slowest / hopRate(hop, rates))
                    : 0;
    }
    const std::vector<Rate> coupled = throughputOf(machines, flows);
    for (std::size_t i = 0; i < rates.size(); ++i)
        rates[i].gbps = coupled[i].gbps; // the reason stays that of the first question
    for (const Collective &collective : collectives) {
        const double slowest = slowestHop(collective, rates);
        const double bytes = static_cast<double>(collective.bytes);
        const double half = kHalfBytes * slowest / kHalfBytesAtGbps;
        const double part = slowest > 0 ? usedPart(collective) * bytes / (bytes + half) : 0;
        for (const auto &hop : collective.hops) {
            const double total = hopRate(hop, rates);
            for (const std::size_t flow : hop)
                rates[flow].gbps *= total > 0 ? part * slowest / total : 0;
        }
    }
    return rates;
}

double busBandwidth(const Collective &collective, const std::vector<Rate> &rates)
{
    return slowestHop(collective, rates) / 8;
}

} // namespace sparkloom::sim::physics
