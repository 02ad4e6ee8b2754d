// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"
#include "viewmodels/sentence.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// A result of before. Those of this session can be shown whole; of earlier ones there is what was kept.
struct HistoryEntry {
    QDateTime when;
    engine::TestKind kind = engine::TestKind::Ladder;
    domain::Verdict verdict = domain::Verdict::NotTested;
    QString fingerprint; // of the Sparks then
    Sentence figures;    // "177.2 / 176.9 Gb/s": the deciding figure of each direction
    std::optional<engine::TestReport> report;

    QString title() const; // "14:03, Check everything" or with the day
};

HistoryEntry entryOf(const engine::TestReport &report);
// From a document as it was kept (engine/report/testjson.h). Untrusted: nothing where it is not one, or too large.
std::optional<HistoryEntry> entryOf(const QByteArray &document);

} // namespace sparkloom::viewmodels
