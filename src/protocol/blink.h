// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/half.h"

#include <string>
#include <string_view>

// "Show me the socket": the verb of the root agent that lets the light of one socket blink, and its messages.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kBlink = "blink"; // ended by its time, another one, EOF
} // namespace verb

inline constexpr int kMostBlinkSeconds = 60;

struct BlinkRequest {
    domain::CageIndex cage = domain::CageIndex::Zero;
    int seconds = 10; // 1 to kMostBlinkSeconds; 0 puts it out
};
struct BlinkAnswer {
    std::string netdev; // whose light blinks; empty where it was put out
};

} // namespace sparkloom::protocol
