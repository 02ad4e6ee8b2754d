// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/counters.h"

#include <cstdint>
#include <optional>

namespace sparkloom::domain {

// The three ways to be fooled (measurement-and-safety 0.1 and 3.5): a figure that fails here is invalid, never good.
enum class WireVerdict {
    Agrees,        // the wire carried what the job says, and headers
    NotMeasured,   // no wire counters over the window: the figure stands unproven
    AboveWire,     // more than the link can carry
    CountedTwice,  // the job counted more bytes than crossed the wire
    SiblingsAdded, // the wire counters of both halves were added although they are one port's
    NotOnCable,    // the job moved bytes, the wire did not: they went another way
    LessThanWire,  // far more crossed the wire than the job explains: something else used the cable
};

// One direction of one cable over one window.
struct WireEvidence {
    std::uint64_t jobBytes = 0;                 // payload that the job says it moved
    std::optional<std::uint64_t> wireOctets;    // what the cage counted meanwhile, each port once
    std::optional<std::uint64_t> siblingOctets; // what the other half reports for the same window, where it was read
    bool siblingsAdded = false;                 // wireOctets holds both
    std::chrono::nanoseconds window{};
    double linkGbps = 0; // 0: not known
};

// Headers are 0.6 to 8 % of the wire's octets (measurement-and-safety 5.1); tolerance for reads that do not fall
// exactly on the ends of the window: 3 % (5.4).
WireVerdict judgeAgainstWire(const WireEvidence &evidence);
// A figure in Gb/s of payload against the link: more than 1.02 x the wire is a measuring error (5.4).
bool isAboveWire(double gbps, double linkGbps);

} // namespace sparkloom::domain
