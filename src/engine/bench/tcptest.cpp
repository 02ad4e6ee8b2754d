// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/tcptest.h"

namespace sparkloom::engine {

ShotSettings TcpTest::settings() const
{
    ShotSettings settings;
    settings.streams = options().streams;
    settings.warmUp = options().warmUp;
    settings.measure = options().measure;
    return settings;
}

std::chrono::milliseconds TcpTest::durationOfRun() const
{
    return durationOf(settings());
}

QCoro::Task<base::Result<ShotRun>> TcpTest::run(
    std::vector<TestLane> lanes, std::function<void(double)> onRate, CancelToken token)
{
    return runShot(std::move(lanes), settings(), agents(), std::move(onRate), std::move(token));
}

std::optional<domain::Band> TcpTest::bandOf(const Shot &shot, const TestFigure &figure) const
{
    if (shot.kind == Shot::Kind::Everything)
        return std::nullopt; // how Sparks share their CPU between several cables nobody has published
    domain::TcpShape shape;
    shape.halves = static_cast<int>(figure.lanes.size());
    shape.streams = options().streams;
    shape.mtu = figure.lanes.front().mtu;
    shape.bothWays = shot.kind == Shot::Kind::BothWays;
    shape.linkGbps = linkOf(figure);
    shape.pcie = pcieOf(figure);
    return domain::tcpBand(shape);
}

domain::WireVerdict TcpTest::judgeWire(
    const domain::RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu) const
{
    return domain::judgeWire(run, window, linkGbps, netdevMtu);
}

} // namespace sparkloom::engine
