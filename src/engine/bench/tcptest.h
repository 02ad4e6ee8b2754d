// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/shottest.h"

namespace sparkloom::engine {

// Measures shots over TCP and judges them.
class TcpTest : public ShotTest {
public:
    using ShotTest::ShotTest;

protected:
    TestLayer layer() const override { return TestLayer::Tcp; }
    std::chrono::milliseconds durationOfRun() const override;
    QCoro::Task<base::Result<ShotRun>> run(
        std::vector<TestLane> lanes, std::function<void(double)> onRate, CancelToken token) override;
    std::optional<domain::Band> bandOf(const Shot &shot, const TestFigure &figure) const override;
    domain::WireVerdict judgeWire(
        const domain::RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu) const override;

private:
    ShotSettings settings() const;
};

} // namespace sparkloom::engine
