// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/netlink.h"
#include "agent/system.h"

namespace sparkloom::agent {

// ETHTOOL_MSG_STATS_GET, group eth-mac: one firmware read per query, no root (measurement-and-safety 3.4). Devices and
// kernels that lack it leave the values empty.
class EthtoolStatistics {
public:
    EthtoolStatistics();
    void read(const std::string &netdev, CounterValues &values);

private:
    NetlinkSocket m_socket;
    std::uint16_t m_family = 0; // 0: the kernel has no ethtool netlink
};

} // namespace sparkloom::agent
