// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <functional>
#include <vector>

namespace fixtures {

// States of what stands beside the way: help, log, settings, about; and addresses that are being edited.
struct SideState {
    const char *name;
    std::function<void(sparkloom::viewmodels::SetupViewModels &)> fill;
};
std::vector<SideState> sideStates();

} // namespace fixtures
