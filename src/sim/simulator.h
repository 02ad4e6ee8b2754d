// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/options.h"

namespace sparkloom::sim {

// The whole program for one scenario: world, SSH servers, and the control channel on these descriptors. Returns when
// the input ends or "stop" came; the exit code.
int runSimulator(const Options &options, int inputDescriptor, int outputDescriptor);

} // namespace sparkloom::sim
