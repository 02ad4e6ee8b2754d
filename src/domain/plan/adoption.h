// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/plan/netplanscan.h"
#include "domain/plan/receipt.h"

#include <optional>

namespace sparkloom::domain {

// Why a definition of a foreign netplan file does not do for one half exactly what the plan wants; nothing: it does,
// and can be left as it is. Right means: this one address, this MTU, no DHCP, no IPv6 (design decisions 9, 12, 13), and
// no setting that Sparkloom does not know. The message has the argument "interface".
std::optional<base::Message> whyNotRight(const NetplanDefinition &definition, const HalfConfig &wanted);

// The value of an address list item where it is plain IPv4 with a prefix length.
std::optional<Ipv4Interface> plainAddress(const NetplanDefinition &definition);

} // namespace sparkloom::domain
