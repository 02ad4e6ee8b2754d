// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "domain/hardware/address.h"

#include <cstdint>
#include <set>
#include <span>
#include <string_view>

namespace sparkloom::agent {

// The inodes of the TCP connections in a table of the kernel (/proc/net/tcp or tcp6, proc(5)) that are established
// between one of these addresses and another machine. Lines that are none are passed over.
std::set<std::uint64_t> socketsInTable(std::string_view table, std::span<const domain::Ipv4Address> own);

// The same of this machine, both tables. A table of more than 4 MiB says nothing.
std::set<std::uint64_t> fabricSockets(Files &files, std::span<const domain::Ipv4Address> own);

// "socket:[4711]", as a link in /proc/PID/fd says it; 0: none.
std::uint64_t socketOfLink(std::string_view target);

} // namespace sparkloom::agent
