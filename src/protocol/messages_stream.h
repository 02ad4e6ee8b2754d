// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/countersample.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The counter stream: its verbs, events and messages.
//
// A stream begins with a layout: what can be read, and the value of every counter then. Samples carry how far each
// counter came since: small numbers, and none of them is needed to understand another one. What changes the set of
// counters (a half that came or went, siblings that were recognised, a calibration) makes a new layout with a new
// epoch;
// samples name the epoch that they belong to. Layouts are never dropped, samples are when nobody reads them.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kStream = "stream"; // streams StreamLayout, StreamSample, StreamSlow until stopped
inline constexpr std::string_view kClock = "clock";   // answers ClockAnswer at once
} // namespace verb

namespace event {
inline constexpr std::string_view kLayout = "layout"; // StreamLayout
inline constexpr std::string_view kSample = "s";      // StreamSample
inline constexpr std::string_view kSlow = "slow";     // StreamSlow, once a second and at the start and the end
} // namespace event

struct StreamRequest {
    int hz = 20; // 10 to 50
};
struct ClockAnswer {
    std::int64_t monotonicNs = 0; // CLOCK_MONOTONIC of the Spark
};

struct StreamLayout {
    struct Half {
        domain::CounterLayout::Half known;
        std::array<std::optional<std::uint64_t>, 4> port; // tx octets, rx octets, tx frames, rx frames
        std::array<std::optional<std::uint64_t>, 4> lane; // rdma tx, rdma rx, net tx, net rx
        std::vector<std::optional<std::uint64_t>> slow;   // as many as slowNames
    };
    int epoch = 0;
    int hz = 20;
    std::int64_t originNs = 0; // all times of this epoch count from here
    std::vector<Half> halves;
    std::array<domain::Sharing, 2> sharing{};
    std::optional<std::int64_t> portPeriodUs;
    std::optional<std::int64_t> rdmaPeriodUs;
    std::optional<std::int64_t> netPeriodUs;
};

// A row of a sample: the half (its place in domain::kAllHalves), when it was read (microseconds after `atUs`), how long
// that took (microseconds), and four differences; null where a counter could not be read.
using StreamRow = std::vector<std::optional<std::int64_t>>;

struct StreamSample {
    int epoch = 0;
    std::int64_t sequence = 0;
    std::int64_t atUs = 0; // since the origin
    bool late = false;
    std::int64_t dropped = 0;
    std::vector<StreamRow> ports;
    std::vector<StreamRow> lanes;
};
// Rows: the half, then one difference for each name.
struct StreamSlow {
    int epoch = 0;
    std::int64_t atUs = 0;
    std::vector<StreamRow> halves;
};

// The layout that starts an epoch with these first values, and samples told against it.
StreamLayout layoutOf(
    const domain::CounterLayout &layout, const domain::CounterSample &first, const domain::SlowSample &slow);
StreamSample relative(const StreamLayout &layout, const domain::CounterSample &sample, std::int64_t atNs);
StreamSlow relative(const StreamLayout &layout, const domain::SlowSample &slow);

// What they say: the reverse. Nothing for a sample of another epoch, or of a half that the layout does not have.
domain::CounterLayout knownLayout(const StreamLayout &layout);
std::optional<domain::CounterSample> absolute(const StreamLayout &layout, const StreamSample &sample);
std::optional<domain::SlowSample> absolute(const StreamLayout &layout, const StreamSlow &slow);

} // namespace sparkloom::protocol
