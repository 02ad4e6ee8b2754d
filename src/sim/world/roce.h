// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/half.h"

#include <string>

namespace sparkloom::sim {

class Spark;

// The RoCE device of one half below /sys/class/infiniband: identity, port state, GID table, counters.
// deviceFolder: the folder of its PCI function in /sys/devices.
void mountRoce(Spark &spark, domain::HalfId half, const std::string &deviceFolder);
void unmountRoce(Spark &spark, domain::HalfId half);

} // namespace sparkloom::sim
