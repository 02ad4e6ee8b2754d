// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/liveway.h"

#include <algorithm>

namespace sparkloom::engine {

namespace {

// Less than this is neighbour discovery: it says nothing about who uses the cable.
constexpr double kTalk = 0.01; // Gb/s

std::optional<double> shareOf(const domain::LiveRate &rate, double ceiling)
{
    if (!rate.now || ceiling <= 0)
        return std::nullopt;
    return std::clamp(*rate.now / ceiling, 0.0, 1.0);
}

LiveWayLane laneOf(const domain::LiveLane &lane, domain::Direction direction)
{
    return {lane.present && (lane.rdmaKnown || lane.netKnown), lane.all[direction], lane.rdma[direction],
        lane.tcp[direction], lane.ceiling[direction], lane.silent};
}

void tell(LiveWay &way, const LiveEnd &end, domain::Direction direction)
{
    way.basis = end.live.basis;
    way.rate = end.live.rate[direction];
    way.ceiling = end.live.ceiling;
    for (std::size_t i = 0; i < way.lanes.size(); ++i)
        way.lanes[i] = laneOf(end.lanes[i], direction);
    way.age = end.age;
}

} // namespace

std::optional<double> LiveWayLane::share() const
{
    return shareOf(all, ceiling);
}

std::optional<double> LiveWay::share() const
{
    return shareOf(rate, ceiling);
}

std::optional<double> LiveWay::rdmaShare() const
{
    double rdma = 0;
    double all = 0;
    for (const LiveWayLane &lane : lanes) {
        if (!lane.known)
            continue;
        if (!lane.rdma.now || !lane.tcp.now)
            return std::nullopt;
        rdma += *lane.rdma.now;
        all += *lane.rdma.now + *lane.tcp.now;
    }
    return all < kTalk ? std::nullopt : std::optional(rdma / all);
}

LiveWay wayOf(const LiveCable &cable, bool fromA)
{
    LiveWay way;
    const QString b = cable.b ? cable.b->spark : QString();
    way.from = fromA ? cable.a.spark : b;
    way.to = fromA ? b : cable.a.spark;
    const LiveEnd *const sender = fromA ? &cable.a : cable.b ? &*cable.b : nullptr;
    const LiveEnd *const receiver = !fromA ? &cable.a : cable.b ? &*cable.b : nullptr;
    const bool senderKnows = sender && sender->live.rate.send.now;
    if (sender && (senderKnows || !receiver || !receiver->live.rate.receive.now))
        tell(way, *sender, domain::Direction::Send);
    else if (receiver)
        tell(way, *receiver, domain::Direction::Receive);
    return way;
}

} // namespace sparkloom::engine
