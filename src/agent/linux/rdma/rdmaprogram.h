// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace sparkloom::agent {

// The hidden mode `sparkloom-agent rdma-end`: the only process that loads libibverbs, which may sit in a call for ever
// and whose providers may crash; a process can be killed. It hears request lines of the protocol on stdin (rdma-open
// with an RdmaPlan first, then rdma-connect, rdma-start, rdma-finish, rdma-check) and says event lines on stdout: those
// of the run, kRdmaConnected, kRdmaChecked, or one error line. It ends with its stdin and with the agent that started
// it.
int runRdmaEnd();

inline constexpr std::string_view kRdmaMode = "rdma-end"; // argv[1]
inline constexpr std::string_view kRdmaConnected = "rdma-connected";
inline constexpr std::string_view kRdmaChecked = "rdma-checked";

} // namespace sparkloom::agent
