// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/rdmashotrun.h"
#include "engine/bench/shottest.h"

namespace sparkloom::engine {

// Measures shots over RDMA and judges them, and the latency of lanes.
class RdmaTest : public ShotTest {
public:
    using ShotTest::ShotTest;

    std::chrono::milliseconds durationOfLatency(const Shot &shot) const;
    // Half a round trip over each lane of the shot, one after the other; under load all lanes of the shot carry data
    // meanwhile. What goes wrong stands in the shot.
    QCoro::Task<TestShot> latency(Shot shot, bool underLoad, CancelToken token);

    // Whether this error says that a Spark has no RDMA at all (no library, no device), rather than that it failed.
    static bool isMissing(const base::Error &error);

protected:
    TestLayer layer() const override { return TestLayer::Rdma; }
    std::chrono::milliseconds durationOfRun() const override;
    QCoro::Task<base::Result<ShotRun>> run(
        std::vector<TestLane> lanes, std::function<void(double)> onRate, CancelToken token) override;
    std::optional<domain::Band> bandOf(const Shot &shot, const TestFigure &figure) const override;
    domain::WireVerdict judgeWire(
        const domain::RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu) const override;

private:
    std::vector<base::Message> heardOf(const RdmaShotRun &run) const;
    RdmaShotSettings settings() const;
    RdmaShotSettings latencySettings(bool underLoad) const;
    LatencyFigure figureOf(const TestLane &lane, const protocol::RdmaResult::Latency &latency, bool underLoad) const;
};

} // namespace sparkloom::engine
