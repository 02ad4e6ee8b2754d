// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace sparkloom::sim::physics {

using Nanoseconds = std::chrono::nanoseconds;

// How much a flow has moved by some moment: its rate rises from nothing, wavers a little below what the physics allow,
// and changes when others come or go. A pure function of seed, name, the moments of change and the moment asked for:
// how often it is asked makes no difference.
class Meter {
public:
    // rise: the time after which the flow runs at 63 % of its rate.
    Meter(std::uint64_t seed, std::string name, Nanoseconds begin, Nanoseconds rise);

    // From this moment on. now must not lie before an earlier one.
    void setRate(Nanoseconds now, double gbps);
    double rate() const { return m_gbps; }
    // Gigabits from the beginning until this moment, which must not lie before the last change.
    double gigabits(Nanoseconds now);
    // The same for who may yet ask about an earlier moment.
    double foreseen(Nanoseconds moment) const;
    // Gb/s at this moment.
    double rateAt(Nanoseconds now) const;

    static constexpr Nanoseconds kSlot = std::chrono::milliseconds(50); // for which one value of noise holds
    static constexpr double kNoise = 0.012; // largest distance from the rate, always below it

private:
    double noise(std::int64_t slot) const;
    double add(Nanoseconds until, double &done, Nanoseconds &at) const;
    double between(Nanoseconds from, Nanoseconds to) const; // within one slot, without the rate

    std::uint64_t m_seed;
    std::string m_name;
    Nanoseconds m_begin;
    double m_rise; // seconds
    double m_gbps = 0;
    Nanoseconds m_at; // everything before is in m_done
    double m_done = 0;
};

} // namespace sparkloom::sim::physics
