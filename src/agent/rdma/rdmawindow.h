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

// The time of a run with active flows: warming up, the window, then on until the windows of other Sparks are over, too,
// the verification.
class RdmaWindow {
public:
    RdmaWindow(const protocol::RdmaOpenRequest &request, const RdmaReading &start);

    struct Next {
        std::optional<protocol::RdmaInterval> interval; // to be told
        bool measured = false;                          // the window is over: said once
        bool finish = false;                            // the active flows are to end: said once
        std::optional<std::chrono::nanoseconds> due;    // when to look again; nothing: when the flows have ended
    };
    // allOver: all active flows have ended.
    Next look(const RdmaReading &now, bool allOver);
    // No window of another Spark is open any more; the next look ends the flows.
    void finish() { m_told = true; }
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
    bool m_told = false;
    bool m_finishing = false;
};

} // namespace sparkloom::agent
