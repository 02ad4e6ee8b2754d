// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/address.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sparkloom::local {

// The IPv4 routes that a netlink dump (RTM_NEWROUTE messages) tells of, sorted, each once: unicast and reject routes of
// every table but the kernel's own (local, broadcast); without default routes, also where a VPN splits the default in
// halves. done becomes true at the end of the dump.
void readRoutes(std::span<const std::byte> messages, std::vector<domain::Ipv4Prefix> &routes, bool &done);

// All routes of this computer, those in tables of their own (WireGuard, Tailscale) included. Empty when the kernel does
// not answer.
std::vector<domain::Ipv4Prefix> allRoutes();

} // namespace sparkloom::local
