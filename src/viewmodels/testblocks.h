// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"
#include "viewmodels/testwords.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sparkloom::viewmodels {

// One direction of one measurement, in words and on a scale.
struct FigureLine {
    QString title;    // "spark-a → spark-b", "all_reduce, 1 GiB"
    QString value;    // "177.2 Gb/s"
    QString sentence; // what the verdict rests on
    QString expected; // "Expected: 165 Gb/s or more" with its reason; empty without a band
    QString evidence; // the wire beside the payload, runs and their spread, resent segments, cores
    domain::Verdict verdict = domain::Verdict::NotTested;
    QString word;
    // The scale: zones of the band and what each run measured; all in the unit of `value`.
    bool hasScale = false;
    double ok = 0;
    double good = 0;
    double top = 0; // right end of the scale
    std::vector<double> runs;
    bool operator==(const FigureLine &) const = default;
};

// A card: one measurement with its figures, or one rung with what it found.
struct TestBlock {
    QString title;
    domain::Verdict verdict = domain::Verdict::NotTested;
    QString word;
    QStringList seen;
    QStringList remedies;
    std::vector<FigureLine> figures; // directions apart, never averaged
    int rung = -1;                   // its place on the climb
    bool operator==(const TestBlock &) const = default;
};

std::vector<TestBlock> blocksOf(const engine::TestReport &report);
// How it was measured: "TCP, 16 streams on each half, 3 runs of 3 s, MTU 9000".
QString methodOf(const engine::TestReport &report);
// What was proven on each half of each cable: cards for the map. Half by half, the worst that is known.
struct LaneVerdict {
    domain::HalfRef half;
    TestMark mark = TestMark::NotTested;
};
std::vector<LaneVerdict> laneVerdictsOf(const engine::TestReport &report);

} // namespace sparkloom::viewmodels
