// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/countersource.h"
#include "agent/linux/descriptor.h"
#include "agent/linux/ethtool.h"
#include "agent/linux/ethtoolioctl.h"

#include <array>

namespace sparkloom::agent {

// A file of sysfs that holds one number; open for good and read from its beginning each time.
class NumberFile {
public:
    NumberFile() = default;
    explicit NumberFile(const std::string &path);
    // Nothing where there is no file, no number, or the device behind it is gone.
    std::optional<std::uint64_t> read() const;

private:
    Descriptor m_file;
};

// The counters of a half of this machine: one netlink request for the port (the driver's list where there is no eth-mac
// group), one pread for every other counter, one ioctl for the errors.
class LinuxCounters : public CounterSource {
public:
    LinuxCounters(Ethtool &ethtool, const PresentHalf &half);
    domain::PortRead port() override;
    domain::PortSource portSource() const override { return m_source; }
    domain::LaneRead lane() override;
    const std::vector<std::string> &slowNames() const override { return m_slowNames; }
    std::vector<std::optional<std::uint64_t>> slow() override;

private:
    void findPortSource();
    void findSlow(const PresentHalf &half);
    domain::PortRead portOfDriver() const;

    Ethtool &m_ethtool;
    int m_index;
    DriverStatistics m_driver;
    domain::PortSource m_source = domain::PortSource::None;
    std::array<std::optional<std::size_t>, 4>
        m_portPlaces;                 // in the driver's list: tx octets, rx octets, tx frames, rx frames
    std::array<NumberFile, 4> m_lane; // rdma tx, rdma rx, net tx, net rx
    std::vector<std::string> m_slowNames;
    std::vector<std::size_t> m_slowPlaces; // in the driver's list; they come first
    std::vector<NumberFile> m_slowFiles;
};

} // namespace sparkloom::agent
