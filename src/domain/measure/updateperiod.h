// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>

namespace sparkloom::domain {

// Learns how often a counter really changes while something flows. Some drivers show a staircase of a second, and a
// firmware may hold its values for some milliseconds (measurement-and-safety 3.2): a rate over less than one step is
// noise.
class UpdatePeriod {
public:
    // A read at this moment; moved: the value was another one than before.
    void take(std::chrono::nanoseconds at, bool moved);
    // After a gap.
    void restart();

    // The time between two changes; 0 where every read of a busy counter brings a new value, or too little was seen.
    std::chrono::nanoseconds period() const;

private:
    std::deque<std::chrono::nanoseconds> m_reads;   // distances between reads
    std::deque<std::chrono::nanoseconds> m_changes; // distances between reads that brought something new
    std::optional<std::chrono::nanoseconds> m_lastRead;
    std::optional<std::chrono::nanoseconds> m_lastChange;
};

// One value of a quick series of reads under load.
struct QuickRead {
    std::chrono::nanoseconds at{};
    std::uint64_t value = 0;
};
// The period that half a second of quick reads shows; nothing where the counter moved too seldom to tell. As fine as
// the
// reads are: a period shorter than their distance comes out as that distance.
std::optional<std::chrono::nanoseconds> periodOf(std::span<const QuickRead> reads);

} // namespace sparkloom::domain
