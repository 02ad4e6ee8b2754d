// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sidestates.h"

namespace fixtures {

// States of what is asked and told where Sparks join and leave, and where another computer set the cluster up.
std::vector<SideState> memberStates();

} // namespace fixtures
