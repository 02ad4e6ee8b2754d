// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/transaction/livestate.h"
#include "agent/typedentries.h"

#include <string>
#include <vector>

namespace sparkloom::agent {

struct TypedState {
    // All that is about these halves: IPv6 addresses and routes over them, and rules that name one of them, one of
    // their subnets, or a table that holds one of their routes. disable_ipv6 takes the first two away.
    std::vector<TypedEntry> ofHalves;
    // All other rules: networkd drops what it did not give (ManageForeignRoutingPolicyRules of networkd.conf, on by
    // default). A rollback gives them back, an undo does not: days later they are nobody's business but their owner's.
    std::vector<TypedEntry> otherRules;
};
base::Result<TypedState> captureTyped(System &system, const std::vector<LiveHalf> &halves);

// Adds what of it is missing and can be there: its half exists, and IPv6 is on there as it was. Takes nothing away.
base::Result<void> restoreTyped(
    System &system, const std::vector<TypedEntry> &saved, const std::vector<LiveHalf> &halves);

// Makes the renderer take up these netdevs (Activation::activate). Rules of others that it drops on the way, whatever
// they are about, are added again at once.
base::Result<void> activateKeepingRules(System &system, const std::vector<std::string> &netdevs);

// As a line of a backup's manifest: kind, netdev, bytes as hex.
std::vector<std::string> typedFields(const TypedEntry &entry);
std::optional<TypedEntry> typedFrom(const std::vector<std::string> &fields);

} // namespace sparkloom::agent
