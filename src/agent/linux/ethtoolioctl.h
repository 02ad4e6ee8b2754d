// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/descriptor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// A driver's own list of counters, by the ioctl that `ethtool -S` uses (ETHTOOL_GSTATS): no root, no process, but the
// driver brings its whole list up to date for it.
class DriverStatistics {
public:
    // Asks once for the names; without any the netdev has no list, or is gone.
    explicit DriverStatistics(std::string netdev);
    const std::vector<std::string> &names() const { return m_names; }
    // All values now, in the order of names(); empty where the netdev is gone or its list became another one.
    std::vector<std::uint64_t> read() const;
    std::optional<std::size_t> indexOf(std::string_view name) const;

private:
    bool ask(void *data) const;

    std::string m_netdev;
    Descriptor m_socket;
    std::vector<std::string> m_names;
};

} // namespace sparkloom::agent
