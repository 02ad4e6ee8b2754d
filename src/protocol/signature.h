// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/signature.h"

#include <optional>
#include <string_view>
#include <vector>

// The verb of the counter signature and its messages.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kSignature = "signature";
} // namespace verb

// Counts what every half receives, from now until lead, pattern and tail have passed; in between one half may send
// domain::kSignaturePattern. One at a time per agent, no root.
struct SignatureRequest {
    std::optional<domain::HalfId> send; // nothing: only counts
    int slotMs = 40;                    // 20 to 200
    int framesPerSlot = 60;             // 10 to 200, of about 100 bytes: at most 8 Mb/s
    int leadMs = 300;                   // 0 to 2000: so that the others listen already
    int tailMs = 300;                   // 0 to 3000: so that they listen still
    int sampleMs = 20;                  // 10 to 100
};
struct SignatureAnswer {
    struct Half {
        domain::HalfId half;
        std::vector<domain::FrameSample> samples; // frames received
    };
    std::vector<domain::FrameSample> sent; // frames as they really left; empty where nothing was to be sent
    std::vector<Half> halves;              // that were there all the time
};

} // namespace sparkloom::protocol
