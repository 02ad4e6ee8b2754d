// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sparkloom::sim {

class Spark;

// What a set-up may change on a simulated Spark, as lines that two moments can be compared by: every stored file below
// /etc, /home, /root, /run, /usr/local, /var and /tmp, each half (admin state, MTU, addresses, sysctls), timers and
// boot units. Not compared: inodes and times, carriers, neighbours, counters.
std::vector<std::string> snapshotOf(Spark &spark);

} // namespace sparkloom::sim
