// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/physics/parameters.h"
#include "sim/world/action.h"

namespace sparkloom::sim {

// What a fault does to the physical quantities and the software of the Spark, the cable or the switch port that it sits
// at. A fault that leaves them alone changes nothing here. Applied to healthy values, in any order.
void applyTo(SparkParameters &spark, const FaultSpec &fault);
void applyTo(CableParameters &cable, const FaultSpec &fault);
void applyTo(SwitchPortParameters &port, const FaultSpec &fault);

// Whether a fault acts on the cable / the switch port rather than on a Spark.
bool actsOnCable(const FaultSpec &fault);
bool actsOnPort(const FaultSpec &fault);

} // namespace sparkloom::sim
