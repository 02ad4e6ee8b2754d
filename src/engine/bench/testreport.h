// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testlanes.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <span>
#include "domain/measure/figure.h"
#endif

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

// What tests yield, for window and command line. Plain values.
namespace sparkloom::engine {

// What a person chose.
struct TestOptions {
    std::optional<int> cable; // number; nothing: all
    QStringList pair;         // two names; empty: all
    int streams = 16;         // on each half: 1 to 64
    std::chrono::milliseconds measure{3000};
    std::chrono::milliseconds warmUp{500};
    bool bothWays = false; // both directions at the same time, too
    bool quick = false;    // one run instead of three, and only what decides
};

// One direction between two cages, as it was measured in one shot.
struct TestFigure {
    QString from; // names
    QString to;
    int cable = 1;
    std::vector<TestLane> lanes; // at the same time
    domain::Figure figure;
};

struct TestShot {
    Shot::Kind kind = Shot::Kind::OneHalf;
    int cable = 1;
    std::vector<TestFigure> figures;
    std::optional<base::Error> error; // why there is no figure, or not as many runs as wanted
    domain::Verdict verdict() const;
};

// One rung of the ladder.
struct LadderStep {
    enum class Kind { Link, Pcie, Address, JumboAndLane, EachHalf, BothHalves, BothWays, Rdma, Nccl };
    Kind kind = Kind::Link;
    domain::Verdict verdict = domain::Verdict::NotTested;
    std::vector<base::Message> seen; // what was found, the worst first; why it was not tested
    std::vector<base::Message> remedies;
    std::vector<TestShot> shots;
};

struct TestReport {
    QDateTime when;
    TestOptions options;
    QString fingerprint;           // domain::environmentFingerprint
    std::vector<TestShot> shots;   // of a test
    std::vector<LadderStep> steps; // of a ladder
    // Of all that this version can test; Everything at once has no band and does not count.
    domain::Verdict verdict = domain::Verdict::NotTested;
    base::Message sentence;
    std::vector<base::Message> proven;
    std::vector<base::Message> notProven;
};

// What is going on.
struct TestProgress {
    base::Message doing;
    int shot = 0; // 1 to shots
    int shots = 0;
    std::chrono::milliseconds left{0}; // if nothing has to be repeated
    double gbps = 0;                   // received now, all lanes together
};

// The worst of these; NotTested where there is none.
domain::Verdict verdictOf(const std::vector<TestShot> &shots);

} // namespace sparkloom::engine
