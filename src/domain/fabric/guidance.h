// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/goalforms.h"

#include <span>

namespace sparkloom::domain {

// Fills instruction, instructionDetail and highlight of a status whose other fields are set: the one thing to do next.
void addInstruction(CablingStatus &status, Topology goal, const Sockets &sockets, const CableMap &map,
    std::span<const WantedCable> wanted);

} // namespace sparkloom::domain
