// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"

namespace sparkloom::agent {

// One ICMP echo through one netdev with do-not-fragment set (Network::echo). Uses a ping socket (no root where
// net.ipv4.ping_group_range allows it, as on Ubuntu), else a raw socket (root), else the ping program. done comes once,
// later.
void sendEcho(EpollLoop &loop, Processes &processes, const std::string &netdev, domain::Ipv4Address target,
    int payloadBytes, std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done);

} // namespace sparkloom::agent
