// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/meter.h"

#include "sim/random.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::sim::physics {

namespace {

double secondsOf(Nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

Meter::Meter(std::uint64_t seed, std::string name, Nanoseconds begin, Nanoseconds rise)
    : m_seed(seed), m_name(std::move(name)), m_begin(begin), m_rise(std::max(secondsOf(rise), 1e-9)), m_at(begin)
{}

double Meter::noise(std::int64_t slot) const
{
    constexpr std::uint64_t kSteps = 1'000'000;
    SeededRandom random(m_seed + static_cast<std::uint64_t>(slot), m_name);
    return 1 - kNoise * static_cast<double>(random.below(kSteps)) / kSteps;
}

double Meter::between(Nanoseconds from, Nanoseconds to) const
{
    const double a = secondsOf(from - m_begin);
    const double b = secondsOf(to - m_begin);
    const double full = (b - a) - m_rise * (std::exp(-a / m_rise) - std::exp(-b / m_rise));
    return full * noise((from - m_begin) / kSlot);
}

// Whole slots are kept, so that the sum is made in the same steps however often somebody asks.
double Meter::add(Nanoseconds until, double &done, Nanoseconds &at) const
{
    for (Nanoseconds end = m_begin + ((at - m_begin) / kSlot + 1) * kSlot; end <= until; end += kSlot) {
        done += m_gbps * between(at, end);
        at = end;
    }
    return done + (until > at ? m_gbps * between(at, until) : 0);
}

double Meter::gigabits(Nanoseconds now)
{
    return add(now, m_done, m_at);
}

double Meter::foreseen(Nanoseconds moment) const
{
    double done = m_done;
    Nanoseconds at = m_at;
    return add(moment, done, at);
}

double Meter::rateAt(Nanoseconds now) const
{
    return now < m_begin ? 0
                         : m_gbps * (1 - std::exp(-secondsOf(now - m_begin) / m_rise)) * noise((now - m_begin) / kSlot);
}

void Meter::setRate(Nanoseconds now, double gbps)
{
    m_done = gigabits(now);
    m_at = now;
    m_gbps = gbps;
}

} // namespace sparkloom::sim::physics
