// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/descriptor.h"
#include "agent/linux/rdma/rdmaflow.h"
#include "agent/linux/rdma/verbslibrary.h"
#include "protocol/messages_rdma.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// One end of a run inside its own process: devices, flows, the window, what is said. One thread, and one for each flow
// that works.
class RdmaEndRun {
public:
    using Clock = std::chrono::steady_clock; // CLOCK_MONOTONIC, as the agent's
    using Say = std::function<void(std::string_view type, std::string_view body)>;

    RdmaEndRun(protocol::RdmaPlan plan, Say say);
    ~RdmaEndRun();
    RdmaEndRun(const RdmaEndRun &) = delete;
    RdmaEndRun &operator=(const RdmaEndRun &) = delete;

    // Each step; errors end the run.
    base::Result<void> open();
    base::Result<void> connect(const protocol::RdmaConnectRequest &request);
    void start();
    void check();

    // Readable when look() has something to do: a flow has ended, or a NIC says something.
    std::vector<int> descriptors() const;
    // When look() is due at the latest; nothing: not before a descriptor is readable.
    std::optional<Clock::time_point> due() const { return m_due; }
    // Errors: a flow that failed.
    base::Result<void> look();

private:
    struct Reading {
        Clock::time_point at;
        double cpuSeconds = 0;
        std::vector<std::uint64_t> bytes; // by flow
        std::vector<std::uint64_t> messages;
    };
    base::Result<void> openDevices();
    Reading read() const;
    void lookAtEvents();
    void lookAtClock();
    void tellInterval(const Reading &now);
    void tellResult();
    bool activeAreOver() const;
    base::Error why(const RdmaFlowEnd &flow) const;

    const protocol::RdmaPlan m_plan;
    const Say m_say;
    Descriptor m_wake;
    std::optional<VerbsLibrary> m_library;
    std::map<std::string, std::unique_ptr<VerbsDevice>> m_devices;
    std::vector<std::unique_ptr<RdmaFlowEnd>> m_flows; // as those of the plan
    std::vector<protocol::RdmaAsync> m_events;
    std::optional<Clock::time_point> m_due;
    std::optional<Reading> m_start, m_begin, m_end;
    Reading m_last;
    Clock::time_point m_nextInterval;
    bool m_finishing = false;
    bool m_told = false;
};

} // namespace sparkloom::agent
