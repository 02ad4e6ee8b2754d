// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// How strips and chart turn Gb/s into height; one for all cables, so that they can be compared. Decoding moves
// 0.1 Gb/s, a prefill 100: Automatic takes the scale that shows what there is.
class LoadScale {
public:
    enum class Kind { Automatic, Linear, Logarithmic };
    static constexpr double kLeast = 0.01; // Gb/s at the bottom of a logarithmic scale; less is drawn there

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);

    // What is to be seen: the most of the time shown, and what is usual in it (nothing: nothing moved). ceiling: what a
    // cable can carry, at least 1. A scale grows at once and shrinks when there was room for 5 seconds.
    void fit(double most, std::optional<double> usual, double ceiling, std::chrono::nanoseconds now);

    bool logarithmic() const { return m_logarithmic; }
    double top() const { return m_top; } // Gb/s
    double bottom() const { return m_logarithmic ? kLeast : 0; }
    // 0 (bottom) to 1 (top).
    double place(double gbps) const;
    double valueAt(double place) const;
    // Where lines and figures help, from below; both ends belong to them.
    std::vector<double> ticks() const;

private:
    Kind m_kind = Kind::Automatic;
    bool m_logarithmic = false;
    double m_top = 0;                                    // not fitted yet
    std::optional<std::chrono::nanoseconds> m_roomSince; // smaller would do since then
};

} // namespace sparkloom::viewmodels
