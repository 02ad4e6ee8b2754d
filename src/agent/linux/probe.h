// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"

namespace sparkloom::agent {

// The socket of the cable map on one netdev (Network::openProbe). No root but for Raw: SO_BINDTODEVICE on a fresh
// socket is open to everybody since Linux 5.7 (measurement-and-safety 4.1).
base::Result<std::unique_ptr<Network::Probe>> openProbeSocket(EpollLoop &loop, Network &network,
    const std::string &netdev, Network::ProbeKind kind, std::function<void(std::string_view)> received);

} // namespace sparkloom::agent
