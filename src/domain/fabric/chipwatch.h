// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/sparkfacts.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace sparkloom::domain {

// Tells which network chips are starting. With hot-plug the halves of a Spark exist only while a cable is plugged:
// after a plug they appear one by one, and about 6 s later both halves of the cable are up (facts 1.4). Times are those
// of any one clock that never goes back.
class ChipWatch {
public:
    using Time = std::chrono::milliseconds;
    // Who takes twice as long as a chip needs has another problem.
    static constexpr Time kLongest{12'000};

    struct Seen {
        HalfId half;
        bool adminUp = false;
        bool carrier = false;
    };
    // The halves of a Spark that exist now. How they are at the first call is how they have been.
    void take(const SparkId &spark, std::span<const Seen> halves, Time now);
    // That Spark is not watched any more.
    void drop(const SparkId &spark);

    std::vector<SparkId> waking(Time now) const; // in the order in which they were seen first
    // When the next of them takes longer than a chip does; nothing where none is starting.
    std::optional<Time> nextEnd(Time now) const;

private:
    struct Chip {
        SparkId spark;
        std::vector<Seen> halves;
        std::optional<Time> appeared; // the newest half, while watched
    };
    static bool isWaking(const Chip &chip, Time now);

    std::vector<Chip> m_chips;
};

} // namespace sparkloom::domain
