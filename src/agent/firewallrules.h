// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// What the programs of packet filters print, and how they are called. Their output is bounded by who runs them.
namespace sparkloom::agent {

// `ufw status`.
bool ufwIsActive(std::string_view output);
// `ufw show added`: netdevs with a rule that allows everything in on them, sorted; at most 256.
std::vector<std::string> ufwAllowedNetdevs(std::string_view output);
// Adds or removes exactly that rule. Both are fine when it is there or gone already.
std::vector<std::string> ufwCommand(const std::string &netdev, bool allowed);
// `iptables -S CHAIN`: the policy, empty where there is none.
std::string chainPolicy(std::string_view output);

} // namespace sparkloom::agent
