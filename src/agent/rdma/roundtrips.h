// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages_rdma.h"

#include <cstdint>
#include <vector>

namespace sparkloom::agent {

// The latency of a flow out of its round trips in nanoseconds: half of each, in microseconds. A percentile is the
// smallest value that this share of all does not exceed (nearest rank). Takes the list apart.
protocol::RdmaResult::Latency latencyOf(int flow, std::vector<std::uint32_t> roundTripsNs);

} // namespace sparkloom::agent
