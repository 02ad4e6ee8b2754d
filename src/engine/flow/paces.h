// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace sparkloom::engine {

// How long the flows of a session wait where nothing tells them to go on. Part of the Environment, so that a test that
// proves what follows on a wait need not wait as long as real cables, kernels and networks do.
struct Paces {
    using milliseconds = std::chrono::milliseconds;
    // How long a complete map of the cables has to stay as it is before it counts as settled.
    milliseconds mapQuiet{700};
    // How long an incomplete one may stay without news when a plan is made and nobody watched the cables before.
    milliseconds mapPatience{6'000};
    // After activation, links, ARP and the switch need some seconds before every half answers: up to 30, and never more
    // than a third of the dead-man timer.
    milliseconds proveAtMost{30'000};
    milliseconds provePause{700};
    // Where all but the large frames pass, more time changes nothing.
    milliseconds jumboPatience{10'000};
    // A lost connection is tried again after this, then after twice as long each time.
    milliseconds comeBackFirst{1'000};
    // Between two looks whether a Spark's own dead session has let go.
    milliseconds lookAgain{1'000};
};

} // namespace sparkloom::engine
