// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/liveshown.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr double kTalk = 0.01; // Gb/s: less is neighbour discovery

LiveLaneShown showLane(const engine::LiveWayLane &lane, bool fresh)
{
    LiveLaneShown shown;
    shown.ceiling = lane.ceiling;
    if (!lane.known && fresh)
        shown.state = LiveLaneShown::State::Absent;
    if (!lane.known || !lane.all.now)
        return shown;
    shown.state = lane.silent ? LiveLaneShown::State::Silent : LiveLaneShown::State::Known;
    shown.now = lane.all.now;
    shown.share = lane.share();
    return shown;
}

bool isFresh(const std::optional<std::chrono::milliseconds> &age)
{
    return age && *age <= engine::LiveView::kStale;
}

LiveWayShown showWay(const engine::LiveWay &way)
{
    LiveWayShown shown;
    shown.from = way.from;
    shown.to = way.to;
    shown.now = way.rate.now;
    shown.peak = way.rate.peak;
    shown.total = way.rate.total;
    double lanes = 0;
    for (std::size_t i = 0; i < way.lanes.size(); ++i) {
        shown.lanes[i] = showLane(way.lanes[i], isFresh(way.age));
        lanes += way.lanes[i].known ? way.lanes[i].ceiling : 0;
    }
    shown.wire = way.ceiling;
    // What the lanes are left with: their PCIe links may be shared with the other cage.
    shown.ceiling = lanes > 0 && way.ceiling > 0 ? std::min(lanes, way.ceiling) : std::max(lanes, way.ceiling);
    if (shown.now && shown.ceiling > 0)
        shown.share = std::clamp(*shown.now / shown.ceiling, 0.0, 1.0);
    return shown;
}

SocketKey keyOf(const domain::CableEnd &end, const QString &spark)
{
    if (end.isStorage())
        return {kStorageBox, SocketKey::kAnySocket};
    if (end.isSwitch())
        return {u"switch%1"_s.arg(std::max(0, end.switchNumber)), SocketKey::kAnySocket};
    return {spark, domain::number(end.cage->cage)};
}

} // namespace

LiveCableShown showCable(const engine::LiveCable &cable)
{
    LiveCableShown shown;
    shown.number = cable.number;
    shown.connected = cable.connected;
    shown.aEnd = cable.aEnd;
    shown.bEnd = cable.bEnd;
    shown.a = keyOf(cable.aEnd, cable.a.spark);
    shown.b = keyOf(cable.bEnd, cable.b ? cable.b->spark : QString());
    const std::array ways = {engine::wayOf(cable, true), engine::wayOf(cable, false)};
    double rdma = 0;
    double all = 0;
    bool split = true;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        shown.ways[i] = showWay(ways[i]);
        for (const engine::LiveWayLane &lane : ways[i].lanes) {
            split &= !lane.known || (lane.rdma.now && lane.tcp.now);
            rdma += lane.rdma.now.value_or(0);
            all += lane.rdma.now.value_or(0) + lane.tcp.now.value_or(0);
        }
    }
    if (split && all >= kTalk)
        shown.rdmaShare = rdma / all;
    const engine::LiveEnd *told = isFresh(cable.a.age) || !cable.b ? &cable.a : &*cable.b;
    shown.bothNow = told->live.bothWays.now;
    shown.bothPeak = told->live.bothWays.peak;
    shown.bothTotal = told->live.bothWays.total;
    for (const domain::LiveLane &lane : told->lanes)
        shown.rdmaSeen &= !lane.present || lane.rdmaKnown;
    shown.age = cable.a.age;
    if (cable.b && cable.b->age && (!shown.age || *cable.b->age < *shown.age))
        shown.age = cable.b->age;
    shown.fresh = isFresh(shown.age);
    return shown;
}

void CableStrip::take(int side, Line line, const domain::Series *series)
{
    if (series)
        m_ends[static_cast<std::size_t>(side)][static_cast<std::size_t>(line)].take(*series);
}

LoadColumn CableStrip::at(int way, Line line, std::int64_t number) const
{
    const auto which = static_cast<std::size_t>(line);
    const auto sender = static_cast<std::size_t>(way);
    const LoadColumn sent = m_ends[sender][which].at(number, domain::Direction::Send);
    return sent.known() ? sent : m_ends[1 - sender][which].at(number, domain::Direction::Receive);
}

LoadSummary summaryOf(const std::vector<LoadColumn> &columns)
{
    LoadSummary summary;
    std::vector<float> known;
    for (const LoadColumn &column : columns)
        if (column.known())
            known.push_back(column.most);
    if (known.empty())
        return summary;
    // Most of the time it carried this, without the time in which nothing ran.
    std::erase_if(known, [](float gbps) { return gbps < static_cast<float>(kTalk); });
    if (known.empty()) {
        summary.usual = 0;
        return summary;
    }
    std::sort(known.begin(), known.end());
    const double usual = static_cast<double>(known[known.size() * 3 / 4]);
    summary.usual = usual;
    const auto full = [&](const LoadColumn &column) {
        return column.known() && static_cast<double>(column.least) >= usual / 2;
    };
    const auto begin = std::find_if(columns.begin(), columns.end(), full);
    const auto end = std::find_if(columns.rbegin(), columns.rend(), full).base();
    summary.least = usual;
    bool low = false;
    for (auto it = begin; it < end; ++it) {
        if (!it->known())
            continue;
        summary.least = std::min(summary.least, static_cast<double>(it->least));
        const bool dip = !full(*it);
        summary.dips += dip && !low;
        low = dip;
    }
    return summary;
}

} // namespace sparkloom::viewmodels
