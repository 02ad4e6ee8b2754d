// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/roundtrips.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::agent {

protocol::RdmaResult::Latency latencyOf(int flow, std::vector<std::uint32_t> roundTripsNs)
{
    protocol::RdmaResult::Latency latency;
    latency.flow = flow;
    latency.rounds = roundTripsNs.size();
    if (roundTripsNs.empty())
        return latency;
    std::sort(roundTripsNs.begin(), roundTripsNs.end());
    const auto half = [](std::uint32_t ns) { return static_cast<double>(ns) / 2000.0; };
    const auto at = [&](double share) {
        const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(roundTripsNs.size())));
        return half(roundTripsNs[std::max<std::size_t>(rank, 1) - 1]);
    };
    latency.least = half(roundTripsNs.front());
    latency.p50 = at(0.5);
    latency.p99 = at(0.99);
    latency.p999 = at(0.999);
    latency.most = half(roundTripsNs.back());
    return latency;
}

} // namespace sparkloom::agent
