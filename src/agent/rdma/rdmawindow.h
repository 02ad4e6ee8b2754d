// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages_rdma.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace sparkloom::agent {

// What the active flows have moved so far.
struct RdmaReading {
    std::chrono::nanoseconds at{0}; // monotonic
    double cpuSeconds = 0;
    std::vector<std::uint64_t> messages; // by place of the flow in the request; of a passive one 0
};

// The time of a run with active flows: warming up, the window, a margin in which flows of other Sparks are still in
// theirs, the verification.
class RdmaWindow {
public:
    RdmaWindow(const protocol::RdmaOpenRequest &request, const RdmaReading &start);

    struct Next {
        std::optional<protocol::RdmaInterval> interval; // to be told
        bool finish = false;                            // the active flows are to end: said once
        std::optional<std::chrono::nanoseconds> due;    // when to look again; nothing: when the flows have ended
    };
    // allOver: all active flows have ended.
    Next look(const RdmaReading &now, bool allOver);
    // Once all active flows have ended; without latencies.
    protocol::RdmaResult result(const RdmaReading &last) const;

private:
    protocol::RdmaInterval interval(const RdmaReading &now) const;
    std::uint64_t bytes(const RdmaReading &reading, std::size_t flow) const;

    const protocol::RdmaOpenRequest &m_request;
    const RdmaReading m_start;
    RdmaReading m_last;
    std::optional<RdmaReading> m_begin;
    std::optional<RdmaReading> m_end;
    std::chrono::nanoseconds m_nextInterval;
    bool m_finishing = false;
};

} // namespace sparkloom::agent
