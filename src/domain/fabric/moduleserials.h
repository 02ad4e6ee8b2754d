// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"
#include "domain/hardware/cablemodule.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// The plug that one half sees in its cage; both halves of a cage see the same one.
struct ModuleSeen {
    HalfRef at;
    CableModule module;
    friend bool operator==(const ModuleSeen &, const ModuleSeen &) = default;
};

// Evidence of kind ModuleSerial (measurement-and-safety 3.7): the two cages in which plugs of the same maker, part and
// serial number are, where the serial is worth anything (at least four characters, not all the same). Also where one
// serial ends in A and the other in B. More than two cages with one serial prove nothing: then somebody copied it. A
// breakout cable to a switch has one serial in all of its plugs, too: it looks like a cable until frames tell.
std::vector<Evidence> evidenceFromModules(std::span<const ModuleSeen> seen);

} // namespace sparkloom::domain
