// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/sparkmeter.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

using std::chrono::nanoseconds;

// Far above any link of a Spark, far below what a reset looks like.
constexpr double kMostBytesPerSecond = 100e9;
constexpr double kMostFramesPerSecond = 2e9;
constexpr std::uint64_t kPreambleAndGap = 20; // per frame, in no counter (measurement-and-safety 3.6)
// Link statistics count as a staircase of a second until a calibration says better (measurement-and-safety 3.2).
constexpr std::chrono::seconds kNetPeriod{1};
// A lane that moved less than this beside one that moved more than that is silent: the rest is neighbour discovery.
constexpr std::uint64_t kChatter = 256 * 1024;
constexpr std::uint64_t kBusy = 100'000'000;

std::size_t at(CageIndex cage)
{
    return static_cast<std::size_t>(number(cage));
}

HalfId sibling(HalfId half)
{
    return {half.cage, half.side == Side::A ? Side::B : Side::A};
}
HalfId otherCage(HalfId half)
{
    return {half.cage == CageIndex::Zero ? CageIndex::One : CageIndex::Zero, half.side};
}

LiveRate rateOf(const RateMeter &meter)
{
    return {meter.now(), meter.peak(), meter.total()};
}

std::optional<double> sum(const std::optional<double> &a, const std::optional<double> &b)
{
    return a && b ? std::optional(*a + *b) : a ? a : b;
}

void raise(std::optional<double> &peak, const std::optional<double> &value)
{
    if (value)
        peak = std::max(peak.value_or(0), *value);
}

// How far both counters of a port moved, as bytes on the wire.
std::optional<std::uint64_t> wireBytes(const CounterStep &octets, const CounterStep &frames)
{
    if (octets.kind != CounterStep::Kind::Moved)
        return std::nullopt;
    return octets.amount + (frames.kind == CounterStep::Kind::Moved ? frames.amount * kPreambleAndGap : 0);
}

} // namespace

SparkMeter::Line::Line() : track(kMostBytesPerSecond) {}

void SparkMeter::Line::take(const ReadTime &time, const std::optional<std::uint64_t> &value)
{
    const CounterStep step = track.take({time, value});
    if (step.kind == CounterStep::Kind::Moved)
        meter.moved(time, step.amount);
    else if (step.kind == CounterStep::Kind::Missing)
        meter.interrupt();
    else
        meter.restart(time);
}

SparkMeter::Port::Port()
    : octets{CounterTrack(kMostBytesPerSecond), CounterTrack(kMostBytesPerSecond)},
      frames{CounterTrack(kMostFramesPerSecond), CounterTrack(kMostFramesPerSecond)}
{}

SparkMeter::SparkMeter()
{
    for (const HalfId half : kAllHalves)
        m_lanes.emplace(half, Lane());
}

void SparkMeter::setFacts(const SparkFacts &facts)
{
    for (const CageIndex cage : kAllCages) {
        m_link[at(cage)] = linkGbps(facts, cage).value_or(0);
        m_ceiling[at(cage)] = cageCeiling(facts, cage);
    }
    for (const HalfId half : kAllHalves)
        m_budgets[half] = laneBudget(facts, half);
    applyCeilings();
}

// Only a port that counts the wire is held to the wire's speed: a virtual link knows none.
void SparkMeter::applyCeilings()
{
    for (const CageIndex cage : kAllCages)
        for (auto &[half, port] : m_cages[at(cage)].ports)
            for (const Direction direction : kBothDirections)
                port.meter[direction].setCeiling(m_link[at(cage)]);
    for (auto &[half, lane] : m_lanes)
        for (const Direction direction : kBothDirections)
            for (Line *line : {&lane.rdma[direction], &lane.tcp[direction]})
                line->meter.setCeiling(m_cages[at(half.cage)].wire ? m_link[at(half.cage)] : 0);
}

void SparkMeter::setLayout(const CounterLayout &layout)
{
    m_layout = layout;
    for (const CageIndex cage : kAllCages)
        m_cages[at(cage)].wire = false;
    for (auto &[half, lane] : m_lanes) {
        const CounterLayout::Half *known = layout.half(half);
        const bool was = lane.present;
        lane.present = known != nullptr;
        lane.rdmaKnown = known && known->rdma;
        lane.netKnown = known && known->net;
        if (known && known->readsPort && known->port != PortSource::None) {
            Port &port = m_cages[at(half.cage)].ports[half];
            m_cages[at(half.cage)].wire = true;
            for (const Direction direction : kBothDirections)
                port.meter[direction].setPeriod(layout.portPeriod.value_or(nanoseconds(0)));
        } else {
            m_cages[at(half.cage)].ports.erase(half);
        }
        for (const Direction direction : kBothDirections) {
            lane.rdma[direction].meter.setPeriod(layout.rdmaPeriod.value_or(nanoseconds(0)));
            lane.tcp[direction].meter.setPeriod(layout.netPeriod.value_or(kNetPeriod));
            if (was && !lane.present)
                for (Line *line : {&lane.rdma[direction], &lane.tcp[direction]}) {
                    line->track.forget();
                    line->meter.interrupt();
                }
        }
    }
    applyCeilings();
}

void SparkMeter::take(const CounterSample &sample)
{
    for (const CounterSample::Half &half : sample.halves) {
        takeLane(half);
        takePort(half);
    }
    notePeaks();
}

void SparkMeter::takePort(const CounterSample::Half &half)
{
    const auto found = m_cages[at(half.half.cage)].ports.find(half.half);
    if (!half.port || found == m_cages[at(half.half.cage)].ports.end())
        return;
    Port &port = found->second;
    const PortRead &read = *half.port;
    const PerDirection<std::optional<std::uint64_t>> octets{read.txOctets, read.rxOctets};
    const PerDirection<std::optional<std::uint64_t>> frames{read.txFrames, read.rxFrames};
    for (const Direction direction : kBothDirections) {
        const CounterStep octetStep = port.octets[direction].take({read.time, octets[direction]});
        const CounterStep frameStep = port.frames[direction].take({read.time, frames[direction]});
        if (const auto bytes = wireBytes(octetStep, frameStep))
            port.meter[direction].moved(read.time, *bytes);
        else if (octetStep.kind == CounterStep::Kind::Missing)
            port.meter[direction].interrupt();
        else
            port.meter[direction].restart(read.time);
    }
}

void SparkMeter::takeLane(const CounterSample::Half &half)
{
    Lane &lane = m_lanes.at(half.half);
    lane.rdma.send.take(half.lane.time, half.lane.rdmaTx);
    lane.rdma.receive.take(half.lane.time, half.lane.rdmaRx);
    lane.tcp.send.take(half.lane.time, half.lane.netTx);
    lane.tcp.receive.take(half.lane.time, half.lane.netRx);
    lane.lastRead = half.lane.time.middle();
}

void SparkMeter::notePeaks()
{
    for (auto &[half, lane] : m_lanes)
        for (const Direction direction : kBothDirections)
            raise(lane.peak[direction], sum(lane.rdma[direction].meter.wide(), lane.tcp[direction].meter.wide()));
    PerDirection<std::optional<double>> box;
    for (const CageIndex index : kAllCages) {
        Cage &cage = m_cages[at(index)];
        std::optional<double> both;
        for (const Direction direction : kBothDirections) {
            const std::optional<double> mean = wide(index, direction);
            // Two ports whose sum no wire could carry are one port (measurement-and-safety 3.5, 4).
            const double link = m_link[at(index)];
            if (cage.wire && mean && link > 0 && *mean > link * 1.005 && portsThatCount(index).size() > 1) {
                m_forcedShared[at(index)] = true;
                cage.peak = {};
                cage.bothPeak.reset();
                m_boxPeak = {};
                m_bothPeak.reset();
                return;
            }
            raise(cage.peak[direction], mean);
            box[direction] = sum(box[direction], mean);
            both = sum(both, mean);
        }
        raise(cage.bothPeak, both);
    }
    raise(m_boxPeak.send, box.send);
    raise(m_boxPeak.receive, box.receive);
    raise(m_bothPeak, sum(box.send, box.receive));
}

// The mean over the window of a peak.
std::optional<double> SparkMeter::wide(CageIndex index, Direction direction) const
{
    const Cage &cage = m_cages[at(index)];
    std::optional<double> mean;
    if (cage.wire) {
        for (const HalfId half : portsThatCount(index))
            mean = sum(mean, cage.ports.at(half).meter[direction].wide());
        return mean;
    }
    for (const auto &[half, lane] : m_lanes)
        if (half.cage == index)
            mean = sum(mean, sum(lane.rdma[direction].meter.wide(), lane.tcp[direction].meter.wide()));
    return mean;
}

std::vector<HalfId> SparkMeter::portsThatCount(CageIndex cage) const
{
    std::vector<HalfId> halves;
    for (const auto &[half, port] : m_cages[at(cage)].ports)
        halves.push_back(half);
    const bool separate = m_layout.sharing[at(cage)] == Sharing::Separate && !m_forcedShared[at(cage)];
    if (!separate && halves.size() > 1)
        halves.resize(1);
    return halves;
}

void SparkMeter::interrupt()
{
    for (auto &[half, lane] : m_lanes)
        for (const Direction direction : kBothDirections)
            for (Line *line : {&lane.rdma[direction], &lane.tcp[direction]}) {
                line->track.forget();
                line->meter.interrupt();
            }
    for (Cage &cage : m_cages)
        for (auto &[half, port] : cage.ports)
            for (const Direction direction : kBothDirections) {
                port.octets[direction].forget();
                port.frames[direction].forget();
                port.meter[direction].interrupt();
            }
}

void SparkMeter::clearTotals()
{
    m_boxPeak = {};
    m_bothPeak.reset();
    for (auto &[half, lane] : m_lanes) {
        lane.peak = {};
        for (const Direction direction : kBothDirections)
            for (Line *line : {&lane.rdma[direction], &lane.tcp[direction]})
                line->meter.clearTotals();
    }
    for (Cage &cage : m_cages) {
        cage.peak = {};
        cage.bothPeak.reset();
        for (auto &[half, port] : cage.ports)
            for (const Direction direction : kBothDirections)
                port.meter[direction].clearTotals();
    }
}

double SparkMeter::carriedNow(HalfId half, Direction direction) const
{
    const Lane &lane = m_lanes.at(half);
    return lane.rdma[direction].meter.now().value_or(0) + lane.tcp[direction].meter.now().value_or(0);
}

std::uint64_t SparkMeter::carried(HalfId half) const
{
    const Lane &lane = m_lanes.at(half);
    std::uint64_t bytes = 0;
    for (const Direction direction : kBothDirections)
        bytes += lane.rdma[direction].meter.total() + lane.tcp[direction].meter.total();
    return bytes;
}

LiveLane SparkMeter::lane(HalfId half) const
{
    const Lane &lane = m_lanes.at(half);
    LiveLane live;
    live.half = half;
    live.present = lane.present;
    live.rdmaKnown = lane.rdmaKnown;
    live.netKnown = lane.netKnown;
    live.lastRead = lane.lastRead;
    const auto budget = m_budgets.find(half);
    const LaneBudget known = budget == m_budgets.end() ? LaneBudget{kDefaultLinkGbps, pcieGbps({})} : budget->second;
    for (const Direction direction : kBothDirections) {
        const RateMeter &rdma = lane.rdma[direction].meter;
        const RateMeter &tcp = lane.tcp[direction].meter;
        live.rdma[direction] = rateOf(rdma);
        live.tcp[direction] = rateOf(tcp);
        live.all[direction] = {sum(rdma.now(), tcp.now()), lane.peak[direction], rdma.total() + tcp.total()};
        live.ceiling[direction] =
            known.ceiling(carriedNow(sibling(half), direction), carriedNow(otherCage(half), direction));
    }
    live.silent = lane.present && carried(half) < kChatter && carried(sibling(half)) > kBusy;
    return live;
}

LiveCage SparkMeter::cage(CageIndex index) const
{
    LiveCage live = eachWay(index);
    live.bothWays = {sum(live.rate.send.now, live.rate.receive.now), m_cages[at(index)].bothPeak,
        live.rate.send.total + live.rate.receive.total};
    return live;
}

LiveCage SparkMeter::eachWay(CageIndex index) const
{
    const Cage &cage = m_cages[at(index)];
    LiveCage live;
    live.ceiling = m_ceiling[at(index)];
    if (cage.wire) {
        live.basis = LiveCage::Basis::Wire;
        for (const HalfId half : portsThatCount(index)) {
            for (const Direction direction : kBothDirections) {
                const RateMeter &meter = cage.ports.at(half).meter[direction];
                LiveRate &rate = live.rate[direction];
                rate.now = sum(rate.now, meter.now());
                rate.total += meter.total();
                live.gaps = std::max(live.gaps, meter.gaps());
                live.aboveWire |= meter.aboveCeiling();
                live.lastRead = meter.lastRead();
            }
        }
        for (const Direction direction : kBothDirections)
            live.rate[direction].peak = cage.peak[direction];
        return live;
    }
    for (const HalfId half : kAllHalves) {
        if (half.cage != index || !m_lanes.at(half).present)
            continue;
        const LiveLane each = lane(half);
        if (each.rdmaKnown || each.netKnown)
            live.basis = LiveCage::Basis::Halves;
        for (const Direction direction : kBothDirections) {
            LiveRate &rate = live.rate[direction];
            rate.now = sum(rate.now, each.all[direction].now);
            rate.peak = cage.peak[direction];
            rate.total += each.all[direction].total;
        }
        live.lastRead = each.lastRead;
    }
    return live;
}

LiveBox SparkMeter::box() const
{
    LiveBox box;
    for (const CageIndex index : kAllCages) {
        const LiveCage each = cage(index);
        for (const Direction direction : kBothDirections) {
            box.rate[direction].now = sum(box.rate[direction].now, each.rate[direction].now);
            box.rate[direction].total += each.rate[direction].total;
        }
    }
    box.rate.send.peak = m_boxPeak.send;
    box.rate.receive.peak = m_boxPeak.receive;
    box.bothWays = {
        sum(box.rate.send.now, box.rate.receive.now), m_bothPeak, box.rate.send.total + box.rate.receive.total};
    return box;
}

} // namespace sparkloom::domain
