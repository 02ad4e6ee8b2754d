// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/shotrun.h"
#include "engine/bench/testreport.h"

#include <QCoroTask>

#include <functional>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// A Spark that takes part.
struct TestSpark {
    QString name;
    domain::SparkFacts facts; // of now
    std::shared_ptr<AgentClient> agent;
};

// What measuring shots over TCP and over RDMA have in common: runs, repeats, figures with their bands and the wire
// beside them. Values in, values out; main thread. The coroutines need this object as long as they run.
class ShotTest {
public:
    ShotTest(std::vector<TestSpark> sparks, TestOptions options, std::function<void(const TestProgress &)> onProgress);
    virtual ~ShotTest() = default;
    ShotTest(const ShotTest &) = delete;
    ShotTest &operator=(const ShotTest &) = delete;

    // How long one shot takes, if nothing has to be repeated.
    std::chrono::milliseconds durationOfShot() const;
    // Runs of one shot until its figures are clear: one (quick) or three; what a quick one finds below its band is
    // measured three times. Errors end the shot and stand in it, Cancelled too.
    QCoro::Task<TestShot> measure(Shot shot, CancelToken token);

    const std::vector<TestSpark> &sparks() const { return m_sparks; }
    QString nameOf(const domain::SparkId &id) const;

protected:
    virtual TestLayer layer() const = 0;
    virtual std::chrono::milliseconds durationOfRun() const = 0;
    virtual QCoro::Task<base::Result<ShotRun>> run(
        std::vector<TestLane> lanes, std::function<void(double)> onRate, CancelToken token) = 0;
    // What is known of a figure before it is measured; nothing: no band.
    virtual std::optional<domain::Band> bandOf(const Shot &shot, const TestFigure &figure) const = 0;
    virtual domain::WireVerdict judgeWire(
        const domain::RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu) const = 0;

    const TestOptions &options() const { return m_options; }
    AgentOf agents() const;
    const domain::SparkFacts *factsOf(const domain::SparkId &id) const;
    std::vector<domain::PcieLink> pcieOf(const TestFigure &figure) const; // of all its halves, where known
    double linkOf(const TestFigure &figure) const;                        // Gb/s; 0: not known
    // progress.left, doing, gbps and band are the caller's; the cables of the shot are added.
    void tell(const Shot &shot, TestProgress progress) const;

private:
    std::vector<TestFigure> figuresOf(const Shot &shot) const;
    void add(std::vector<TestFigure> &figures, const Shot &shot, const ShotRun &run) const;
    void tellRun(const Shot &shot, int run, int runs, double gbps, const std::optional<domain::Band> &band) const;

    std::vector<TestSpark> m_sparks;
    TestOptions m_options;
    std::function<void(const TestProgress &)> m_onProgress;
};

} // namespace sparkloom::engine
