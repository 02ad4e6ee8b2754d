// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/rdmashotrun.h"
#include "engine/bench/tcptest.h"
#include "engine/bench/testreport.h"

#include <QCoroTask>

#include <functional>
#include <vector>

namespace sparkloom::engine {

// Measures shots over RDMA and judges them, as TcpTest does over TCP. Values in, values out; main thread. The
// coroutines need this object as long as they run.
class RdmaTest {
public:
    RdmaTest(std::vector<TestSpark> sparks, TestOptions options, std::function<void(const TestProgress &)> onProgress);

    // How many shots there will be in all, for the time that is left; before the first of them.
    void expect(int shots) { m_shots = shots; }
    // How long one shot takes, if nothing has to be repeated.
    std::chrono::milliseconds durationOfShot() const;
    std::chrono::milliseconds durationOfLatency() const;

    // Runs of one shot until its figures are clear: one (quick) or three; what a quick one finds below its band is
    // measured three times. Errors end the shot and stand in it, Cancelled too.
    QCoro::Task<TestShot> measure(Shot shot, CancelToken token);
    // Half a round trip over each lane of the shot, one after the other; under load all lanes of the shot carry data
    // meanwhile.
    QCoro::Task<TestShot> latency(Shot shot, bool underLoad, CancelToken token);

    // Whether this error says that a Spark has no RDMA at all (no library, no device), rather than that it failed.
    static bool isMissing(const base::Error &error);

    const std::vector<TestSpark> &sparks() const { return m_sparks; }
    QString nameOf(const domain::SparkId &id) const;

private:
    std::vector<TestFigure> figuresOf(const Shot &shot) const;
    std::optional<domain::Band> bandOf(const Shot &shot, const TestFigure &figure) const;
    void add(std::vector<TestFigure> &figures, const Shot &shot, const RdmaShotRun &run) const;
    void tell(const Shot &shot, int run, int runs, double gbps, base::Message doing) const;
    const domain::SparkFacts *factsOf(const domain::SparkId &id) const;
    double linkOf(const TestFigure &figure) const; // Gb/s; 0: not known
    RdmaShotSettings settings() const;
    AgentOf agents() const;

    std::vector<TestSpark> m_sparks;
    TestOptions m_options;
    std::function<void(const TestProgress &)> m_onProgress;
    int m_shots = 0;
    int m_shot = 0;
};

} // namespace sparkloom::engine
