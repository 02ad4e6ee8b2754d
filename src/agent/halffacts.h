// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/halves.h"

#include <vector>

namespace sparkloom::agent {

// Everything that sysfs and the kernel's tables say about one half.
domain::HalfFacts halfFacts(Files &files, const PresentHalf &half, const std::vector<AddressInfo> &addresses);
// The live values of the sysctls that a set-up changes; -1 where not readable.
domain::HalfSysctls halfSysctls(Files &files, const std::string &netdev);
// IPv4 addresses of one interface, sorted.
std::vector<domain::Ipv4Interface> ipv4Of(const std::vector<AddressInfo> &addresses, int interfaceIndex);
// Whether it has a link-local IPv6 address that is ready for use.
bool hasReadyLinkLocal(const std::vector<AddressInfo> &addresses, int interfaceIndex);

} // namespace sparkloom::agent
