// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/countersource.h"
#include "sim/world/world.h"

namespace sparkloom::sim {

// The counters of a half of a virtual Spark: files as they are there, the port and the driver's list from the world.
std::unique_ptr<agent::CounterSource> openSimCounters(
    agent::System &system, World &world, Spark &spark, const agent::PresentHalf &half);

} // namespace sparkloom::sim
