// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/applyviewmodel.h"
#include "viewmodels/cableviewmodel.h"
#include "viewmodels/driftviewmodel.h"
#include "viewmodels/findviewmodel.h"
#include "viewmodels/interruptedviewmodel.h"
#include "viewmodels/liveviewmodel.h"
#include "viewmodels/proveviewmodel.h"
#include "viewmodels/reviewviewmodel.h"
#include "viewmodels/signinviewmodel.h"
#include "viewmodels/startviewmodel.h"
#include "viewmodels/steps.h"
#include "viewmodels/sudoviewmodel.h"
#include "viewmodels/testsviewmodel.h"
#include "viewmodels/topologyviewmodel.h"

namespace sparkloom::viewmodels {

// Everything that the window shows.
struct SetupViewModels {
    StepsViewModel steps;
    StartViewModel start;
    InterruptedViewModel interrupted;
    FindViewModel find;
    SignInViewModel signIn;
    TopologyViewModel topology;
    CableViewModel cable;
    ReviewViewModel review;
    ApplyViewModel apply;
    ProveViewModel prove;
    TestsViewModel tests;
    LiveViewModel live;
    SudoViewModel sudo;
    DriftViewModel drift;

    PageViewModel &page(Step step);
};

} // namespace sparkloom::viewmodels
