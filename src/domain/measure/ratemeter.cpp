// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/ratemeter.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

using std::chrono::nanoseconds;

// Reads come a little early or late: a window may be so much shorter than asked for.
constexpr std::chrono::milliseconds kJitter{10};
// Right after a gap a shorter stretch has to do.
constexpr std::chrono::milliseconds kShortest{40};
// The longest window is two steps of the slowest source.
constexpr std::chrono::milliseconds kHorizon{3000};
constexpr std::size_t kMostPoints = 512;
// The tolerance of a link's own clock and of the words "above the wire" (measurement-and-safety 3.5).
constexpr double kTolerance = 1.005;

double gbps(std::uint64_t bytes, nanoseconds time)
{
    return static_cast<double>(bytes) * 8 / static_cast<double>(time.count());
}

} // namespace

void RateMeter::moved(const ReadTime &time, std::uint64_t bytes)
{
    if (m_broken)
        return restart(time);
    m_total += bytes;
    add({time, m_total, bytes > 0});
    m_now = over(kNowWindow);
    m_wide = over(kPeakWindow);
    if (!m_wide)
        return;
    m_aboveCeiling = m_ceiling > 0 && *m_wide > m_ceiling * kTolerance;
    m_peak = std::max(m_peak.value_or(0), *m_wide);
}

void RateMeter::restart(const ReadTime &time)
{
    if (!m_broken)
        interrupt();
    m_broken = false;
    add({time, m_total, true});
}

void RateMeter::interrupt()
{
    if (!m_broken)
        ++m_gaps;
    m_broken = true;
    m_points.clear();
    m_period.restart();
    m_now.reset();
    m_wide.reset();
}

void RateMeter::clearTotals()
{
    m_total = 0;
    m_peak.reset();
    m_gaps = 0;
    m_aboveCeiling = false;
    // The newest point stays as what the next one is compared with.
    if (!m_points.empty())
        m_points = {{m_points.back().time, 0, true}};
}

void RateMeter::add(const Point &point)
{
    m_lastRead = point.time.middle();
    m_period.take(point.time.middle(), point.changed);
    if (point.time.late())
        return;
    m_points.push_back(point);
    while (m_points.size() > kMostPoints || point.time.middle() - m_points.front().time.middle() > kHorizon)
        m_points.pop_front();
}

// A source that shows a staircase is measured from step to step; between two steps it says nothing, and after a step
// that did not come it has stopped.
std::optional<double> RateMeter::over(nanoseconds window) const
{
    if (m_points.size() < 2)
        return std::nullopt;
    const nanoseconds step = period();
    const bool stairs = step > kShortest; // finer ones are lost in the window
    std::size_t last = m_points.size() - 1;
    if (stairs) {
        const nanoseconds newest = m_points[last].time.middle();
        std::size_t change = last;
        while (change > 0 && !m_points[change].changed)
            --change;
        if (newest - m_points[change].time.middle() < 2 * step)
            last = change;
    }
    const nanoseconds wanted = std::max(window, step) - kJitter;
    for (std::size_t first = last; first-- > 0;) {
        const nanoseconds length = m_points[last].time.middle() - m_points[first].time.middle();
        // After a silence there is no step to begin at.
        const bool fit = !stairs || m_points[first].changed || length >= wanted + step / 2;
        if (length >= wanted && fit)
            return between(m_points[first], m_points[last], step);
    }
    const nanoseconds known = m_points.back().time.middle() - m_points.front().time.middle();
    // The first step after a start has nothing long enough before it: what came since the start is all that is known.
    const bool firstStep = stairs && known >= wanted && known < wanted + step / 2;
    const bool enough = !stairs && window <= kNowWindow && known >= kShortest;
    return firstStep || enough ? between(m_points.front(), m_points.back(), step) : std::nullopt;
}

std::optional<double> RateMeter::between(const Point &from, const Point &to, nanoseconds uncertain) const
{
    const std::uint64_t bytes = to.total - from.total;
    const double mean = gbps(bytes, to.time.middle() - from.time.middle());
    if (m_ceiling <= 0 || mean <= m_ceiling)
        return mean;
    // The longest time that these bytes may have had.
    const double proven = gbps(bytes, to.time.after - from.time.before + uncertain);
    return proven <= m_ceiling * kTolerance ? m_ceiling : proven;
}

} // namespace sparkloom::domain
