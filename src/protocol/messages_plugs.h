// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/lldp.h"
#include "domain/fabric/moduleserials.h"

#include <string>
#include <string_view>
#include <vector>

// What the root agent can find out about cages that stay unknown: the plugs in them, and raw frames.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kModules = "modules";    // root: EEPROM of the plug in each cage
inline constexpr std::string_view kRawProbe = "raw-probe"; // root: frames of our own type on every half
} // namespace verb

struct ModulesAnswer {
    struct Module {
        domain::HalfId half; // that was asked; one for each cage
        domain::CableModule module;
    };
    struct Problem {
        domain::HalfId half;
        std::string text; // untrusted; empty: the plug says nothing that could be read
    };
    std::vector<Module> modules;
    std::vector<Problem> problems; // cages of which no plug could be read
};

// Sends signed frames of EtherType 0x88b5 on every half that is up, to everybody and to the group address that no
// switch passes on, and listens on all of them, for a while; what a switch there says of itself (LLDP, every half a
// minute) is heard, too. One at a time per agent.
struct RawProbeRequest {
    std::string runNonce; // 32 hex digits, the same on all Sparks of a run
    std::string runKey;   // 64 hex digits: HMAC key of the run, sent over SSH only
    domain::SparkId self;
    int durationMs = 2000; // 500 to 35000
    int intervalMs = 200;  // 100 to 2000
};
struct RawProbeAnswer {
    struct Heard {
        domain::HalfId at;
        domain::HalfRef from;
        bool direct = false; // sent to the address that no switch passes on
    };
    struct Problem {
        domain::HalfId half;
        std::string text; // untrusted
    };
    struct Neighbour {
        domain::HalfId at;
        domain::LldpNeighbour device;
    };
    std::vector<Neighbour> neighbours;  // sorted, without repeats
    std::vector<Heard> heard;           // sorted, without repeats
    std::vector<Problem> problems;      // halves on which nothing could be sent
    std::vector<domain::HalfId> direct; // sent frames that no switch passes on, and listened for them
};

} // namespace sparkloom::protocol
