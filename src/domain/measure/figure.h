// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/measure/band.h"
#include "domain/measure/statistics.h"
#include "domain/measure/wirecheck.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace sparkloom::domain {

// What counted the bytes beside the program that moved them.
enum class WireSource {
    None,
    Port,   // the port of the cage: octets of frames as they are on the wire
    Netdev, // the kernel: it may count a bundle of segments as one, with one set of headers
};

// One run of a measurement, one direction.
struct RunFigure {
    double gbps = 0;                        // payload, as the receiver got it within the window
    std::uint64_t payloadBytes = 0;         // of the whole run, ramp-up and end included
    std::optional<std::uint64_t> wireBytes; // that the receiver's end of the wire counted in the same time
    WireSource source = WireSource::None;
    WireVerdict wire = WireVerdict::NotMeasured;
    std::uint64_t retransmits = 0;
    double senderCores = 0; // that were busy with the streams, 1 is one whole core
    double receiverCores = 0;
    int streamsLost = 0;        // that did not last to the end
    std::vector<double> shares; // by lane: the same in Gb/s, in the order of the lanes
};

// One direction of one measurement: what was measured, beside what was expected. The other direction has its own.
struct Figure {
    std::vector<RunFigure> runs;
    std::optional<Band> band; // nothing: there is nothing to compare with
    Verdict verdict = Verdict::NotTested;
    base::Message reason; // of the verdict
    Spread spread() const;
};

// The wire beside the payload: the common rules of wirecheck.h, and, where the port counted whole frames, that they
// agree within 3 % once the headers are added (measurement-and-safety 5.4).
WireVerdict judgeWire(const RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int mtu);

// Sets verdict and reason. A figure without wire bytes, or above the wire, is invalid; a single run is at most suspect;
// degraded and broken need two of three.
void judge(Figure &figure);
// Whether more runs would tell more: below its band, and fewer than three.
bool wantsRepeat(const Figure &figure);

} // namespace sparkloom::domain
