// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/halves.h"
#include "domain/measure/countersample.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// The counters of one half, opened once and read many times. A counter that is gone, or was never there, has no value.
// Times are the caller's: it knows when it asked.
class CounterSource {
public:
    virtual ~CounterSource() = default;
    // What the port of the cage counts, from one request: the values belong together.
    virtual domain::PortRead port() = 0;
    virtual domain::PortSource portSource() const = 0;
    virtual domain::LaneRead lane() = 0;
    // Errors, pressure and RDMA events that this half has, and their values now.
    virtual const std::vector<std::string> &slowNames() const = 0;
    virtual std::vector<std::optional<std::uint64_t>> slow() = 0;
};

// What is worth reading once a second (facts 8.2, measurement-and-safety 3.3): of the driver's list, and of the RoCE
// device's folder hw_counters.
const std::vector<std::string> &driverCounters();
const std::vector<std::string> &rdmaEventCounters();
inline constexpr std::string_view kCarrierChanges = "carrier_changes";
// Folders of a half's counters in sysfs.
std::string rdmaCounterPath(const PresentHalf &half, std::string_view name); // port_xmit_data and the like
std::string rdmaEventPath(const PresentHalf &half, std::string_view name);
std::string carrierChangesPath(const PresentHalf &half);

// Over Files and Network alone.
class BasicCounters : public CounterSource {
public:
    BasicCounters(System &system, PresentHalf half);
    domain::PortRead port() override;
    domain::PortSource portSource() const override { return m_source; }
    domain::LaneRead lane() override;
    const std::vector<std::string> &slowNames() const override { return m_slowNames; }
    std::vector<std::optional<std::uint64_t>> slow() override;

protected:
    const PresentHalf &half() const { return m_half; }

private:
    System &m_system;
    PresentHalf m_half;
    domain::PortSource m_source = domain::PortSource::None;
    std::vector<std::string> m_slowNames;
    std::vector<std::string> m_slowPaths;
};

} // namespace sparkloom::agent
