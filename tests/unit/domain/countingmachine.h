// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/measure/counters.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

namespace sparkloom::test {

// A counter whose truth is known at every moment, and somebody who reads it as one reads on a busy machine: ticks come
// late, reads take their time, and the value is that of any moment while the read lasted. The same seed, the same run.
class CountingMachine {
public:
    // gbps: the truth, at a time in seconds.
    CountingMachine(std::function<double(double)> gbps, std::uint64_t seed) : m_gbps(std::move(gbps)), m_random(seed) {}

    std::chrono::nanoseconds interval = std::chrono::milliseconds(50);
    std::chrono::microseconds mostLate{3000}; // a tick begins so much after it was due
    std::chrono::microseconds mostRead{400};  // a read takes so long
    std::chrono::nanoseconds latch{0};        // the source is refreshed only so often; 0: always true
    std::uint64_t start = 0;                  // what the counter stood at
    std::uint64_t mask = ~std::uint64_t(0);   // where it wraps

    // The next read. Time goes on by one interval.
    domain::CounterRead next()
    {
        m_due += interval;
        const std::chrono::nanoseconds before = m_due + upTo(mostLate);
        const std::chrono::nanoseconds after = before + std::chrono::microseconds(20) + upTo(mostRead);
        std::chrono::nanoseconds at =
            before + std::chrono::nanoseconds(static_cast<std::int64_t>(fraction() * double((after - before).count())));
        if (latch.count() > 0)
            at -= at % latch;
        return {{before, after}, (start + bytesAt(seconds(at))) & mask};
    }
    double truthAt(std::chrono::nanoseconds at) const { return m_gbps(seconds(at)); }
    // Mean over a time, in Gb/s.
    double truth(std::chrono::nanoseconds from, std::chrono::nanoseconds to)
    {
        return static_cast<double>(bytesAt(seconds(to)) - bytesAt(seconds(from))) * 8e-9 / seconds(to - from);
    }
    std::chrono::nanoseconds now() const { return m_due; }
    void reset(std::uint64_t value) { start = value - bytesAt(seconds(m_due)); }

private:
    static double seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }
    double fraction() { return static_cast<double>(m_random() >> 11) * 0x1.0p-53; }
    std::chrono::nanoseconds upTo(std::chrono::nanoseconds most)
    {
        return std::chrono::nanoseconds(static_cast<std::int64_t>(fraction() * static_cast<double>(most.count())));
    }
    // The integral, in steps of a tenth of a millisecond; goes forward only, apart from what it has kept.
    std::uint64_t bytesAt(double time)
    {
        constexpr double kStep = 1e-4;
        while (m_sums.size() < static_cast<std::size_t>(time / kStep) + 2)
            m_sums.push_back((m_sums.empty() ? 0 : m_sums.back())
                + m_gbps(static_cast<double>(m_sums.size()) * kStep) * 1e9 / 8 * kStep);
        const auto place = static_cast<std::size_t>(time / kStep);
        const double part = time / kStep - static_cast<double>(place);
        const double below = place == 0 ? 0 : m_sums[place - 1];
        return static_cast<std::uint64_t>(below + (m_sums[place] - below) * part);
    }

    std::function<double(double)> m_gbps;
    std::mt19937_64 m_random;
    std::chrono::nanoseconds m_due = std::chrono::seconds(1);
    std::vector<double> m_sums;
};

} // namespace sparkloom::test
