// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/spark.h"

#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::sim {

// ufw of a simulated Spark: whether it is on (Spark::firewallIsOn), and the rules "allow in on NETDEV", which lie in
// its own file on that Spark. Other rules are not simulated.

std::vector<std::string> allowedNetdevs(const Spark &spark);          // in the order of the rules
void setAllowed(Spark &spark, std::string_view netdev, bool allowed); // the same twice is fine

// Whether a TCP connection that comes in here is taken up. ufw lets answers and echoes through in any case, and SSH on
// the management network.
bool takesConnections(const Spark &spark, const Interface &in);

} // namespace sparkloom::sim
