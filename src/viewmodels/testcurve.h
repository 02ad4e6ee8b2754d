// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QString>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// What a running test measures, over its whole time: one stretch for each measurement, with its band.
class TestCurve {
public:
    struct Stretch {
        int shot = 0;
        QString title;
        QString layer;
        double from = 0; // seconds since the test began
        double to = 0;
        std::optional<domain::Band> band;
    };
    struct Point {
        double at = 0; // seconds
        double gbps = 0;
        int shot = 0;
    };

    void clear();
    void take(const engine::TestProgress &progress);

    const std::vector<Stretch> &stretches() const { return m_stretches; }
    const std::vector<Point> &points() const { return m_points; }
    bool empty() const { return m_points.empty(); }
    double end() const { return m_end; } // seconds: now, and what is left
    double top() const;                  // Gb/s, a round number
    std::optional<double> now() const;   // of the measurement that runs
    // "Now 96.4 Gb/s, expected 95 or more. Since this measurement began 93.0 to 97.1, below the band 3 times."
    QString summary() const;

private:
    std::vector<Stretch> m_stretches;
    std::vector<Point> m_points;
    double m_end = 0;
};

} // namespace sparkloom::viewmodels
