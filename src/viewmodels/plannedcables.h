// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

#include <vector>

namespace sparkloom::viewmodels {

// The cables that a plan was made for, beside those that are watched now.
struct PlannedCables {
    enum class State {
        AsPlanned,
        NotKnown, // of a planned cable nobody can say: its Spark is lost, its halves sleep, its ends are looked for
        Changed   // a planned cable is out, half in, or leads elsewhere; further cables are no change
    };
    State state = State::AsPlanned;
    // Those that are not as planned (Down, HalfUp, Wrong or NotKnown), then what is found in their sockets (number 0).
    std::vector<PictureCable> others;
};

PlannedCables comparePlanned(
    const domain::AddressPlan &plan, const std::vector<engine::HostView> &hosts, const engine::CablingView &cabling);

} // namespace sparkloom::viewmodels
