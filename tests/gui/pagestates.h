// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/setupviewmodels.h"

#include <QWidget>

#include <functional>
#include <vector>

// Every page in every state that it can be in, made from values.
namespace pages {

struct State {
    const char *name; // of its pictures; unique
    std::function<void(sparkloom::viewmodels::SetupViewModels &)> fill;
    std::function<void(QWidget &)> use = {}; // what a person then does in the window
};

std::vector<State> states();

} // namespace pages
