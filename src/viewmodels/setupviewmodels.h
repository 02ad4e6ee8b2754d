// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/aboutviewmodel.h"
#include "viewmodels/adoptviewmodel.h"
#include "viewmodels/applyviewmodel.h"
#include "viewmodels/cableviewmodel.h"
#include "viewmodels/driftviewmodel.h"
#include "viewmodels/findviewmodel.h"
#include "viewmodels/interruptedviewmodel.h"
#include "viewmodels/leaveviewmodel.h"
#include "viewmodels/liveviewmodel.h"
#include "viewmodels/logviewmodel.h"
#include "viewmodels/practiceviewmodel.h"
#include "viewmodels/proveviewmodel.h"
#include "viewmodels/reviewviewmodel.h"
#include "viewmodels/settingsviewmodel.h"
#include "viewmodels/sidepages.h"
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
    AdoptViewModel adopt;
    LeaveViewModel leave;
    SidePagesViewModel side;
    LogViewModel log;
    SettingsViewModel settings;
    AboutViewModel about;
    PracticeViewModel practice;

    PageViewModel &page(Step step);
    // What is known of the members, for the pages of the way from Find to Prove.
    void setHosts(const std::vector<engine::HostView> &hosts);
    // The language is another one: everything that holds words makes them anew.
    void retranslate();
};

} // namespace sparkloom::viewmodels
