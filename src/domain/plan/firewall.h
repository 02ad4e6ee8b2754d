// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace sparkloom::domain {

// The packet filters of a Spark, as far as they matter to the fabric. Only root can see them.
struct FirewallState {
    bool ufwActive = false;
    std::vector<std::string> ufwAllows; // netdevs with the rule "allow in on NETDEV", sorted
    bool docker = false;                // docker0 is there
    std::string forwardPolicy;          // of iptables' FORWARD: "ACCEPT", "DROP"; empty where not known
    friend bool operator==(const FirewallState &, const FirewallState &) = default;
};

} // namespace sparkloom::domain
