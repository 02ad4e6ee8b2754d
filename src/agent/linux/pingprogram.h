// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/linuxprocesses.h"

namespace sparkloom::agent {

// One echo by the system's own ping program, for users who may open no ICMP socket (net.ipv4.ping_group_range closed,
// as on a bare Debian): the program has the right that they lack. Same contract as Network::echo.
void echoByProgram(Processes &processes, const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
    std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done);

// The round trip in ms from what ping printed ("... time=0.043 ms"); nothing where no answer came.
std::optional<double> roundTripOf(std::string_view pingOutput);

} // namespace sparkloom::agent
