// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/virtualsparks.h"

#include <vector>

namespace sparkloom::virtualsparks {

// What the simulator of this build has compiled in.
std::vector<engine::ScenarioInfo> scenarioTable();

} // namespace sparkloom::virtualsparks
