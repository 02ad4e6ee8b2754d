// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/loadscale.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::viewmodels {

namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr double kHeadroom = 1.04;
// The most is so many times the usual: on a linear scale the usual would be a line at the bottom.
constexpr double kWide = 25;

// 1, 2 or 5 times a power of ten, or the ceiling where that is nearer.
double niceAbove(double gbps, double ceiling)
{
    if (gbps >= ceiling * 0.5 && gbps <= ceiling)
        return ceiling;
    const double power = std::pow(10, std::floor(std::log10(std::max(gbps, 1e-3))));
    for (const double step : {1.0, 2.0, 5.0, 10.0})
        if (gbps <= step * power * (1 + 1e-9))
            return step * power;
    return 10 * power;
}

} // namespace

void LoadScale::setKind(Kind kind)
{
    m_kind = kind;
    m_roomSince.reset();
    m_top = 0; // fitted anew, at once
}

void LoadScale::fit(double most, std::optional<double> usual, double ceiling, std::chrono::nanoseconds now)
{
    ceiling = std::max(1.0, ceiling);
    double top = ceiling;
    bool logarithmic = m_kind == Kind::Logarithmic;
    if (m_kind == Kind::Automatic) {
        logarithmic = usual && most > *usual * kWide;
        if (!logarithmic)
            top = niceAbove(std::max(most * kHeadroom, 0.1), ceiling);
    }
    if (most > top)
        top = niceAbove(most, ceiling);
    const bool same = logarithmic == m_logarithmic && std::abs(top - m_top) < 1e-9;
    const bool atOnce = m_top <= 0 || m_kind != Kind::Automatic || most > m_top;
    if (same || atOnce) {
        m_roomSince.reset();
    } else {
        if (!m_roomSince)
            m_roomSince = now;
        if (now - *m_roomSince < kPatience)
            return;
        m_roomSince.reset();
    }
    m_top = top;
    m_logarithmic = logarithmic;
}

double LoadScale::place(double gbps) const
{
    if (!(m_top > 0))
        return 0;
    if (!m_logarithmic)
        return std::clamp(gbps / m_top, 0.0, 1.0);
    const double part = std::log10(std::max(gbps, kLeast) / kLeast) / std::log10(m_top / kLeast);
    return std::clamp(part, 0.0, 1.0);
}

double LoadScale::valueAt(double place) const
{
    return m_logarithmic ? kLeast * std::pow(m_top / kLeast, place) : place * m_top;
}

std::vector<double> LoadScale::ticks() const
{
    std::vector<double> ticks;
    if (m_logarithmic) {
        for (double tick = kLeast; tick < m_top * 0.7; tick *= 10)
            ticks.push_back(tick);
    } else {
        const double step = niceAbove(m_top / 5, 1e9);
        for (double tick = 0; tick < m_top - step * 0.4; tick += step)
            ticks.push_back(tick);
    }
    ticks.push_back(m_top);
    return ticks;
}

} // namespace sparkloom::viewmodels
