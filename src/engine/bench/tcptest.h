// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/shotrun.h"
#include "engine/bench/testreport.h"

#include <QCoroTask>

#include <functional>
#include <map>
#include <vector>

namespace sparkloom::engine {

// A Spark that takes part.
struct TestSpark {
    QString name;
    domain::SparkFacts facts; // of now
    std::shared_ptr<AgentClient> agent;
};

// Measures shots over TCP and judges them: runs, repeats, bands, the wire. Values in, values out; main thread. The
// coroutines need this object as long as they run.
class TcpTest {
public:
    TcpTest(std::vector<TestSpark> sparks, TestOptions options, std::function<void(const TestProgress &)> onProgress);

    // How long one shot takes, if nothing has to be repeated.
    std::chrono::milliseconds durationOfShot() const;
    // Runs of one shot until its figures are clear: one (quick) or three; what a quick one finds below its band is
    // measured three times. Errors end the shot and stand in it, Cancelled too.
    QCoro::Task<TestShot> measure(Shot shot, CancelToken token);

    const std::vector<TestSpark> &sparks() const { return m_sparks; }
    QString nameOf(const domain::SparkId &id) const;

private:
    std::vector<TestFigure> figuresOf(const Shot &shot) const;
    std::optional<domain::Band> bandOf(const Shot &shot, const TestFigure &figure) const;
    void add(std::vector<TestFigure> &figures, const Shot &shot, const ShotRun &run) const;
    void tell(const Shot &shot, int run, int runs, double gbps, const std::optional<domain::Band> &band) const;
    const domain::SparkFacts *factsOf(const domain::SparkId &id) const;
    double linkOf(const TestFigure &figure) const; // Gb/s; 0: not known
    ShotSettings settings() const;

    std::vector<TestSpark> m_sparks;
    TestOptions m_options;
    std::function<void(const TestProgress &)> m_onProgress;
};

} // namespace sparkloom::engine
