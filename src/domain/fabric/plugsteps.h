// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/goalforms.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// Which cable that is there serves as which cable of a goal: entry i belongs to wanted[i], null where a further cable
// is needed. As many as possible are used, each for one only, each with at least one plug where it is.
std::vector<const Cable *> cablesServing(const Sockets &sockets, std::span<const WantedCable> wanted);

// How many plugs come out of their sockets on the way to this form of the goal: one of each cable that serves it and is
// not there yet, those of each that only keeps a socket from it (one where it leads to a switch).
int plugsMoved(const Sockets &sockets, std::span<const WantedCable> wanted);

// What is to be done, in order (CablingStatus::steps). `goal` holds the states of `wanted`, entry by entry. A cable
// that is being looked at (Unproven) is left alone.
std::vector<PlugStep> plugSteps(
    const Sockets &sockets, std::span<const WantedCable> wanted, std::span<const GoalCable> goal);

} // namespace sparkloom::domain
