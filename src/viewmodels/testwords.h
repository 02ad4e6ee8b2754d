// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QCoreApplication>
#include <QString>

namespace sparkloom::viewmodels {

// How something stands, for icon, word and colour.
enum class TestMark { Waiting, Running, Good, Ok, NotTested, Suspect, Bad };
TestMark markOf(domain::Verdict verdict);

// Short window words for tests and their results. Whole sentences come from engine/text.
class TestWords {
    Q_DECLARE_TR_FUNCTIONS(sparkloom::viewmodels::TestWords)
public:
    static QString verdict(domain::Verdict verdict);
    static QString mark(TestMark mark);
    static QString kind(engine::TestKind kind);
    // What it does and what it proves, two sentences.
    static QString about(engine::TestKind kind);
    static QString length(engine::TestLength length);
    static QString aboutLength(engine::TestKind kind, engine::TestLength length);
    static QString layer(engine::TestLayer layer);
    // "Cable 1, half 0A alone", "Cable 1, both halves", "All cables at once".
    static QString shot(const engine::TestShot &shot);
    // One figure of it, short, for where a map or a heading says the rest: "0A: spark-a → spark-b", "2 · both: ...".
    static QString figure(const engine::TestShot &shot, const engine::TestFigure &figure, bool severalCables);
    // "spark-a → spark-b", in reading direction.
    static QString way(const QString &from, const QString &to);
    static QString number(double value, int digits = 1);
    static QString bytes(std::uint64_t bytes); // decimal: "12.4 GB"
    // "40 s", "3 min"; at least 1 s.
    static QString time(std::chrono::milliseconds time);
};

} // namespace sparkloom::viewmodels
