// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/descriptor.h"
#include "agent/linux/rdma/rdmaflow.h"
#include "agent/linux/rdma/verbslibrary.h"
#include "agent/rdma/rdmawindow.h"
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
    void finish();
    void check();

    // Readable when look() has something to do: a flow has ended, or a NIC says something.
    std::vector<int> descriptors() const;
    // When look() is due at the latest; nothing: not before a descriptor is readable.
    std::optional<Clock::time_point> due() const { return m_due; }
    // Errors: a flow that failed.
    base::Result<void> look();

private:
    base::Result<void> openDevices();
    RdmaReading read() const;
    void lookAtEvents();
    void lookAtClock();
    void tellResult(const RdmaReading &last);
    bool activeAreOver() const;
    base::Error why(const RdmaFlowEnd &flow) const;

    const protocol::RdmaPlan m_plan;
    const Say m_say;
    Descriptor m_wake;
    std::optional<VerbsLibrary> m_library;
    std::map<std::string, std::unique_ptr<VerbsDevice>> m_devices;
    std::vector<std::unique_ptr<RdmaFlowEnd>> m_flows; // as those of the plan
    std::vector<protocol::RdmaAsync> m_events;
    std::optional<RdmaWindow> m_window; // while there is something active
    std::optional<Clock::time_point> m_due;
};

} // namespace sparkloom::agent
