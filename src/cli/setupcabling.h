// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/context.h"

#include <QCoroTask>

#include <chrono>
#include <optional>

namespace sparkloom::cli {

struct CablingRequest {
    std::optional<domain::Topology> topology;         // nothing: what is cabled, else what a person chooses
    std::optional<std::chrono::milliseconds> timeout; // nothing: the default for who is asked
    bool plugByItself = false;                        // virtual Sparks only
};

// Brings the cables into the form that is wanted: shows the one next thing to do and waits for it. Cabling still runs
// when this ends. Errors: Failed, the time is over (the instruction names the sockets); NotKnown; Usage, no form given.
QCoro::Task<base::Result<domain::Topology>> reachTopology(Context &context, CablingRequest request);

} // namespace sparkloom::cli
