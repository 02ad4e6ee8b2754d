// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/counters.h"
#include "domain/measure/updateperiod.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace sparkloom::domain {

// NOW is the mean over this much time, PEAK the largest mean over that much: a single sample may hold what two should
// (measurement-and-safety 3.6).
inline constexpr std::chrono::milliseconds kNowWindow{100};
inline constexpr std::chrono::milliseconds kPeakWindow{250};

// Makes rates of bytes that were seen to move. It never says more than the reads prove: a rate above the ceiling that
// lies within the uncertainty of the clock readings is the ceiling.
class RateMeter {
public:
    // ceilingGbps: what cannot be exceeded; 0: not known.
    explicit RateMeter(double ceilingGbps = 0) : m_ceiling(ceilingGbps) {}
    void setCeiling(double gbps) { m_ceiling = gbps; }
    // What a calibration found of how often the source brings news.
    void setPeriod(std::chrono::nanoseconds period) { m_told = period; }

    // So many bytes moved between the read before and this one.
    void moved(const ReadTime &time, std::uint64_t bytes);
    // This read is the first after a gap: nothing is known of the time before it.
    void restart(const ReadTime &time);
    // There was nothing to read.
    void interrupt();
    // Total and peak begin anew.
    void clearTotals();

    // Gb/s of the newest stretch; nothing where no stretch is long enough, as after a gap.
    std::optional<double> now() const { return m_now; }
    std::optional<double> wide() const { return m_wide; } // the same over the window of a peak
    std::optional<double> peak() const { return m_peak; } // Gb/s
    std::uint64_t total() const { return m_total; }       // bytes seen to move, gaps left out
    std::optional<std::chrono::nanoseconds> lastRead() const { return m_lastRead; } // clock of the Spark
    int gaps() const { return m_gaps; }
    // More than the ceiling was proven: the source counts something twice.
    bool aboveCeiling() const { return m_aboveCeiling; }
    // How often the source brings news, as it was told or learned from its own movements; 0: with every read.
    std::chrono::nanoseconds period() const { return std::max(m_told, m_period.period()); }

private:
    struct Point {
        ReadTime time;
        std::uint64_t total = 0;
        bool changed = false;
    };
    std::optional<double> over(std::chrono::nanoseconds window) const;
    std::optional<double> between(const Point &from, const Point &to, std::chrono::nanoseconds uncertain) const;
    void add(const Point &point);

    double m_ceiling;
    std::deque<Point> m_points; // without late ones; the last of them is the newest
    UpdatePeriod m_period;
    std::chrono::nanoseconds m_told{0};
    std::uint64_t m_total = 0;
    std::optional<double> m_now;
    std::optional<double> m_wide;
    std::optional<double> m_peak;
    std::optional<std::chrono::nanoseconds> m_lastRead;
    int m_gaps = 0;
    bool m_aboveCeiling = false;
    bool m_broken = true; // no point that the next one may be compared with
};

} // namespace sparkloom::domain
