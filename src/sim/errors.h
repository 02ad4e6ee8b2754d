// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string_view>

namespace sparkloom::sim {

// What a system call of a simulated Spark answers instead of a value: errno with its usual text, in the words of the
// real System (agent/linux). ENOENT is of kind NotKnown, everything else Failed, as agent/system.h asks for.
base::Error systemError(int number, std::string_view object);
// A reason in the simulator's own words (a scenario file, the control channel, netplan), alone in detail. program names
// who says it.
base::Error simError(base::ErrorKind kind, std::string_view reason, std::string_view program = "sparkloom-sim");

} // namespace sparkloom::sim
