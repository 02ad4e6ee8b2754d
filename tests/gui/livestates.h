// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <functional>
#include <vector>

namespace fixtures {

// What the Live page can look like, for the pictures.
struct LiveState {
    const char *name;
    std::function<void(sparkloom::viewmodels::SetupViewModels &)> fill;
};
std::vector<LiveState> liveStates();

} // namespace fixtures
