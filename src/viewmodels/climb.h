// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"
#include "viewmodels/testwords.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// One rung of a climb: of the ladder, or one measurement of a test.
struct Rung {
    QString title;
    TestMark mark = TestMark::Waiting;
    QString word;   // "good", "running"
    QString figure; // the worst of its figures: "96.4 Gb/s"; empty where there is none
    QStringList seen;
    QStringList remedies;
    friend bool operator==(const Rung &, const Rung &) = default;
};
// The lowest first, as they are climbed.
using Climb = std::vector<Rung>;

// A report that is under way or done. running: what goes on now; nothing: it is over, and what was not reached is
// said by the report itself. Before the ladder says so, its rungs are those that `options` ask for.
Climb climbOf(const engine::TestReport &report, const std::optional<engine::TestProgress> &running, int cables);

// One line for a screen reader: "Link good, PCIe good, Addresses degraded, 8 not tested".
QString summaryOf(const Climb &climb);

} // namespace sparkloom::viewmodels
