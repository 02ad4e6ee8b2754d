// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/netlink.h"
#include "agent/system.h"
#include "domain/measure/siblings.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace sparkloom::agent {

// The statistics of the group eth-mac in an answer: one attribute nests them, whose type is the number of the
// statistic. Other groups say nothing.
void readMacGroup(std::string_view group, const std::function<void(std::uint16_t, std::uint64_t)> &visit);

// What the kernel's ethtool netlink says of a netdev.
class Ethtool {
public:
    Ethtool();
    // ETHTOOL_MSG_STATS_GET, group eth-mac: one firmware read per query, no root (measurement-and-safety 3.4). Devices
    // and kernels that lack it leave the values empty.
    void readCounters(const std::string &netdev, CounterValues &values);
    // The same by index, with the frames of both directions. The time is the caller's.
    void readCounters(int interfaceIndex, domain::PortRead &port);
    // ETHTOOL_MSG_MODULE_EEPROM_GET, page 0: lower and upper half, 256 bytes (measurement-and-safety 3.7). Root only.
    base::Result<std::string> moduleEeprom(const std::string &netdev);

private:
    using Visit = std::function<void(std::uint16_t statistic, std::uint64_t value)>;
    void askStatistics(std::uint16_t headerType, const void *device, std::size_t size, const Visit &visit);
    // Offset 0 or 128.
    base::Result<std::string> modulePart(const std::string &netdev, std::uint32_t offset);

    NetlinkSocket m_socket;
    std::uint16_t m_family = 0; // 0: the kernel has no ethtool netlink
};

} // namespace sparkloom::agent
