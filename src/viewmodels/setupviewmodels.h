// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/applyviewmodel.h"
#include "viewmodels/cableviewmodel.h"
#include "viewmodels/driftviewmodel.h"
#include "viewmodels/findviewmodel.h"
#include "viewmodels/proveviewmodel.h"
#include "viewmodels/reviewviewmodel.h"
#include "viewmodels/signinviewmodel.h"
#include "viewmodels/steps.h"
#include "viewmodels/sudoviewmodel.h"

namespace sparkloom::viewmodels {

// Everything that the window shows.
struct SetupViewModels {
    StepsViewModel steps;
    FindViewModel find;
    SignInViewModel signIn;
    CableViewModel cable;
    ReviewViewModel review;
    ApplyViewModel apply;
    ProveViewModel prove;
    SudoViewModel sudo;
    DriftViewModel drift;

    PageViewModel &page(Step step);
};

} // namespace sparkloom::viewmodels
