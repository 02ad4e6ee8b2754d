// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/half.h"

namespace sparkloom::sim {

class Spark;

// /sys and /proc of a simulated Spark, with the names, places and number formats of Linux. All values are made when
// they are read.

// What is there without a NIC: DMI, GPU, management interfaces, sysctls, memory, kernel.
void mountSystem(Spark &spark);
// One half: PCI function, netdev, RoCE device, sysctls. The netdev must exist in spark.network.
void mountHalf(Spark &spark, domain::HalfId half);
void unmountHalf(Spark &spark, domain::HalfId half);

} // namespace sparkloom::sim
