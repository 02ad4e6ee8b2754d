// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/iperfhost.h"
#include "agent/nccl/rankhost.h"

namespace sparkloom::agent {

// The hidden mode `sparkloom-agent iperf-child`: becomes the iperf3 of this machine with the arguments of the first
// line of its stdin, and ends with the agent that started it. Returns only where that failed.
int runIperfChild();

inline constexpr std::string_view kIperfMode = "iperf-child"; // argv[1]

// processes: starts `sparkloom-agent iperf-child`.
base::Result<std::unique_ptr<IperfHost::Child>> startLinuxIperf(
    RankHost &processes, const std::vector<std::string> &arguments, IperfHost::Callbacks callbacks);
// A port that the kernel chose, by binding a socket to it and closing it again.
base::Result<int> freeTcpPort(domain::Ipv4Address local);

} // namespace sparkloom::agent
