// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// The counter signature (measurement-and-safety 4.2, step 4): one half sends small broadcasts in an on/off pattern, and
// every other Spark watches how many frames its ports receive. It needs an address at neither end: a port counts a
// frame that the kernel then drops.
namespace sparkloom::domain {

// A running total of frames at a time of that Spark's own clock.
struct FrameSample {
    std::int64_t atMs = 0;
    std::int64_t frames = 0;
    friend bool operator==(const FrameSample &, const FrameSample &) = default;
};

// What one half received while somebody sent.
struct HeardFrames {
    HalfRef at;
    std::vector<FrameSample> samples; // ordered by time
};

// One slot per character, 1: frames, 0: none. Half of the slots are on, in no regular order.
inline constexpr std::string_view kSignaturePattern = "1110100110010100";

// How well what was received follows what was sent: 0 to 1, the normalised correlation of the two rates at the best
// shift between the two clocks' starts, at most a second and a half. 0 where the number of frames does not fit (fewer
// than 70 % of those sent, or more than 160 %): then something else was on the wire, or most of it was lost.
double signatureScore(std::span<const FrameSample> sent, std::span<const FrameSample> heard);

// Evidence of the halves that received the pattern (score above 0.8). Halves of the sending cage are left out.
std::vector<Evidence> evidenceFromSignature(
    const HalfRef &sender, std::span<const FrameSample> sent, std::span<const HeardFrames> heard);

// Whether nothing heard proves nothing: somebody counted or sent with a gap of more than a slot in between
// (milliseconds), as happens on a busy machine. Then it is worth another try, more slowly.
bool signatureIsUnsure(std::span<const FrameSample> sent, std::span<const HeardFrames> heard, int slotMs);

// The halves that should send, one after the other: one of each lit cage of which the other end is not known, that is
// up.
std::vector<HalfRef> signatureSenders(const CableMap &map, std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
