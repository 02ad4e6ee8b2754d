// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace sparkloom::domain {

// A read that took longer than this says too little about when its value was true: it counts for totals, never as the
// end of a stretch that a rate is made of (measurement-and-safety 3.6).
inline constexpr std::chrono::milliseconds kLateRead{5};

// When a counter was read, in the monotonic clock of its Spark.
struct ReadTime {
    std::chrono::nanoseconds before{};
    std::chrono::nanoseconds after{};

    std::chrono::nanoseconds middle() const { return before + (after - before) / 2; }
    bool late() const { return after - before > kLateRead; }
    friend bool operator==(const ReadTime &, const ReadTime &) = default;
};

// One value of one counter. No value: it could not be read, which is never the same as zero.
struct CounterRead {
    ReadTime time;
    std::optional<std::uint64_t> value;
};

// How far a counter came since the read before.
struct CounterStep {
    enum class Kind {
        First, // there is nothing to compare with
        Moved, // by `amount`, which may be 0
        Gap, // it fell, or leapt further than it can: a driver was reset, a NIC plugged; what lies between is not known
        Missing, // it could not be read
    };
    Kind kind = Kind::First;
    std::uint64_t amount = 0; // Moved only
};

// Follows one counter. A wrap is a movement; a reset, a leap and a hole are gaps.
class CounterTrack {
public:
    // mostPerSecond: what the counter can grow by, in its own unit; bits: 32 or 64, where it wraps.
    explicit CounterTrack(double mostPerSecond, int bits = 64) : m_mostPerSecond(mostPerSecond), m_bits(bits) {}

    CounterStep take(const CounterRead &read);
    // The next read is a first one.
    void forget() { m_last.reset(); }

private:
    double m_mostPerSecond;
    int m_bits;
    std::optional<CounterRead> m_last;
};

} // namespace sparkloom::domain
