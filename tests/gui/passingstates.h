// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sidestates.h"

namespace fixtures {

// States that pass by, that go wrong, or that only many Sparks have.
std::vector<SideState> passingStates();

} // namespace fixtures
