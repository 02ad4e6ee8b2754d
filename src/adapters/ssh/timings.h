// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace sparkloom::ssh {

// How long things may take (measurement-and-safety 11). Tests shorten them to reach the paths behind them.
struct Timings {
    std::chrono::milliseconds connect{8'000};
    std::chrono::milliseconds keyExchange{10'000};
    std::chrono::milliseconds signIn{20'000};
    std::chrono::milliseconds openChannel{5'000};
    std::chrono::milliseconds keepAlive{2'500}; // libssh asks at every other one: it first takes the last answer
    std::chrono::milliseconds silence{15'000};  // no byte from the host for so long: the connection is lost
};

} // namespace sparkloom::ssh
