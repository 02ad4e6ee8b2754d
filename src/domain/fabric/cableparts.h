// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace sparkloom::domain {

// A cable that somebody can buy. Sources: NVIDIA's list of approved cables (facts 1.8), and what owners reported as
// working.
struct CablePart {
    enum class Ends {
        SocketToSocket, // 200 Gb/s at both ends: between two Sparks, or to a switch with sockets of the same kind
        SplitOfSwitch,  // one 400 Gb/s socket of a switch to the sockets of two Sparks
    };
    std::string_view maker;
    std::string_view partNumber;
    int lengthCentimetres = 0; // 0: not published
    Ends ends = Ends::SocketToSocket;
    bool approved = false; // by NVIDIA; else seen working by owners
};

// The approved ones first.
std::span<const CablePart> cableParts();

} // namespace sparkloom::domain
