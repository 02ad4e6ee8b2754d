// SPDX-License-Identifier: GPL-3.0-or-later
#include "livescript.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace fixtures {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr std::chrono::microseconds kLate{3000}; // a read begins so much later than it was due, at most
constexpr std::chrono::microseconds kRead{400};  // and takes so long
constexpr double kFrame = 4178;                  // bytes of a frame of 4096 RoCE bytes
constexpr double kChecksum = 4;

double seconds(nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

float drawn(const std::optional<double> &gbps)
{
    return gbps ? static_cast<float>(*gbps) : std::numeric_limits<float>::quiet_NaN();
}

domain::SeriesPoint pointOf(nanoseconds at, const domain::PerDirection<domain::LiveRate> &rate)
{
    return {at, drawn(rate.send.now), drawn(rate.receive.now)};
}

} // namespace

LiveScript::LiveScript(const Fabric &fabric, int hz, milliseconds step)
    : m_fabric(fabric), m_hz(hz), m_step(step), m_sparks(fabric.sparks.size()),
      m_unplugged(fabric.cabling.map.cables.size())
{
    for (std::size_t i = 0; i < m_sparks.size(); ++i)
        layOut(m_sparks[i], static_cast<int>(i));
}

void LiveScript::layOut(Spark &spark, int index)
{
    const domain::SparkFacts &facts = m_fabric.sparks[static_cast<std::size_t>(index)];
    const auto capacity = static_cast<std::size_t>(60 * m_hz);
    for (const domain::HalfFacts &half : facts.halves) {
        domain::CounterLayout::Half known;
        known.half = half.id;
        known.netdev = half.netdev;
        known.port = domain::PortSource::Netlink;
        known.readsPort = half.id.side == domain::Side::A;
        known.rdma = known.net = true;
        spark.layout.halves.push_back(known);
        spark.counted[half.id];
        spark.lanes.emplace(half.id, domain::Series(capacity));
    }
    for (const domain::CageIndex cage : domain::kAllCages)
        spark.cages.emplace(cage, domain::Series(capacity));
    spark.layout.sharing = {domain::Sharing::Shared, domain::Sharing::Shared};
    spark.layout.netPeriod = nanoseconds(0); // the link statistics are always true here
    spark.meter.setFacts(facts);
    spark.meter.setLayout(spark.layout);
    // Sparks are not read at the same moment.
    spark.countedTo = kBegin;
    spark.due = kBegin + upTo(std::chrono::nanoseconds(std::chrono::seconds(1)) / m_hz);
}

nanoseconds LiveScript::upTo(nanoseconds most)
{
    const double part = static_cast<double>(m_random() >> 11) * 0x1.0p-53;
    return nanoseconds(static_cast<std::int64_t>(part * static_cast<double>(most.count())));
}

void LiveScript::send(int spark, domain::HalfId half, Profile rdma, Profile tcp)
{
    m_sent[{spark, half}] = {std::move(rdma), std::move(tcp)};
}

void LiveScript::receive(int spark, domain::HalfId half, Profile rdma)
{
    m_received[{spark, half}] = {std::move(rdma), {}};
}

void LiveScript::silence(int spark, bool silent)
{
    m_sparks[static_cast<std::size_t>(spark)].silent = silent;
}

void LiveScript::drop(int spark)
{
    using namespace base::literals;
    Spark &dropped = m_sparks[static_cast<std::size_t>(spark)];
    dropped.silent = true;
    dropped.error = base::Error{base::ErrorKind::Unreachable, base::Message("live.stream-lost"_msg), {}};
}

void LiveScript::countNoRdma(int spark)
{
    Spark &changed = m_sparks[static_cast<std::size_t>(spark)];
    for (auto &half : changed.layout.halves)
        half.rdma = false;
    changed.meter.setLayout(changed.layout);
}

void LiveScript::countNoPort(int spark)
{
    Spark &changed = m_sparks[static_cast<std::size_t>(spark)];
    for (auto &half : changed.layout.halves) {
        half.port = domain::PortSource::None;
        half.readsPort = false;
    }
    changed.meter.setLayout(changed.layout);
}

void LiveScript::unplug(std::size_t cable)
{
    m_unplugged[cable] = true;
    const domain::Cable &pulled = m_fabric.cabling.map.cables[cable];
    for (engine::LiveHalf &half : m_fabric.cabling.halves)
        for (const domain::CableEnd *end : {&pulled.a, &pulled.b})
            if (end->cage && half.half.cageRef() == *end->cage)
                half.carrier = false;
}

void LiveScript::addErrors(int spark, domain::HalfId half, const std::string &counter, std::uint64_t by)
{
    auto &moved = m_sparks[static_cast<std::size_t>(spark)].moved;
    const auto known = std::find_if(
        moved.begin(), moved.end(), [&](const auto &each) { return each.half == half && each.name == counter; });
    if (known == moved.end())
        moved.push_back({half, counter, by});
    else
        known->by += by;
}

int LiveScript::indexOf(const domain::SparkId &id) const
{
    for (std::size_t i = 0; i < m_fabric.sparks.size(); ++i)
        if (m_fabric.sparks[i].id == id)
            return static_cast<int>(i);
    return -1;
}

std::optional<std::pair<int, domain::HalfId>> LiveScript::peerOf(int spark, domain::HalfId half) const
{
    const domain::CageRef own{m_fabric.sparks[static_cast<std::size_t>(spark)].id, half.cage};
    for (const domain::Cable &cable : m_fabric.cabling.map.cables)
        for (const bool atA : {true, false}) {
            const domain::CableEnd &here = atA ? cable.a : cable.b;
            const domain::CableEnd &there = atA ? cable.b : cable.a;
            if (here.cage == own && there.cage)
                return std::pair(indexOf(there.cage->spark), domain::HalfId{there.cage->cage, half.side});
        }
    return std::nullopt;
}

double LiveScript::rate(const Profile &profile, nanoseconds at) const
{
    return profile ? profile(seconds(at - kBegin)) : 0;
}

// All that a Spark counts, up to this time, in steps of a millisecond.
void LiveScript::count(Spark &spark, int index, nanoseconds to)
{
    if (to <= spark.countedTo)
        return;
    const auto steps = static_cast<int>((to - spark.countedTo) / m_step) + 1;
    const nanoseconds width = (to - spark.countedTo) / steps;
    for (auto &[half, counted] : spark.counted) {
        const auto sent = m_sent.find({index, half});
        const auto peer = peerOf(index, half);
        const auto received = peer ? m_sent.find(*peer) : m_received.find({index, half});
        const bool gets = peer ? received != m_sent.end() : received != m_received.end();
        for (int i = 0; i < steps; ++i) {
            const nanoseconds at = spark.countedTo + width * i + width / 2;
            const double bytes = seconds(width) * 1e9 / 8;
            if (sent != m_sent.end()) {
                counted.rdma[0] += rate(sent->second.rdma, at) * bytes;
                counted.net[0] += rate(sent->second.tcp, at) * bytes;
            }
            if (gets) {
                counted.rdma[1] += rate(received->second.rdma, at) * bytes;
                counted.net[1] += rate(received->second.tcp, at) * bytes;
            }
        }
    }
    spark.countedTo = to;
}

void LiveScript::read(Spark &spark, int index)
{
    const nanoseconds before = spark.due + upTo(kLate);
    const nanoseconds after = before + std::chrono::microseconds(20) + upTo(kRead);
    count(spark, index, before + upTo(after - before));
    const domain::ReadTime time{before, after};
    domain::CounterSample sample;
    sample.sequence = spark.samples;
    for (const auto &known : spark.layout.halves) {
        domain::CounterSample::Half half;
        half.half = known.half;
        half.lane.time = time;
        const Half &own = spark.counted[known.half];
        if (known.rdma) {
            half.lane.rdmaTx = static_cast<std::uint64_t>(own.rdma[0]);
            half.lane.rdmaRx = static_cast<std::uint64_t>(own.rdma[1]);
        }
        half.lane.netTx = static_cast<std::uint64_t>(own.net[0]);
        half.lane.netRx = static_cast<std::uint64_t>(own.net[1]);
        if (known.readsPort) {
            double bytes[2] = {0, 0};
            for (const auto &[id, counted] : spark.counted)
                if (id.cage == known.half.cage)
                    for (int way = 0; way < 2; ++way)
                        bytes[way] += counted.rdma[way] + counted.net[way];
            const auto octets = [&](int way) {
                return static_cast<std::uint64_t>(bytes[way] * (1 + kChecksum / kFrame));
            };
            half.port = domain::PortRead{time, octets(0), octets(1), static_cast<std::uint64_t>(bytes[0] / kFrame),
                static_cast<std::uint64_t>(bytes[1] / kFrame)};
        }
        sample.halves.push_back(half);
    }
    spark.meter.take(sample);
    ++spark.samples;
    spark.last = time.middle();
    for (auto &[half, series] : spark.lanes)
        series.add(pointOf(time.middle(), spark.meter.lane(half).all));
    for (auto &[cage, series] : spark.cages)
        series.add(pointOf(time.middle(), spark.meter.cage(cage).rate));
}

void LiveScript::advance(nanoseconds time)
{
    m_now += time;
    for (std::size_t i = 0; i < m_sparks.size(); ++i) {
        Spark &spark = m_sparks[i];
        // A sample is there once it was read: never from the future.
        while (spark.due + kLate + std::chrono::microseconds(20) + kRead <= m_now) {
            if (!spark.silent)
                read(spark, static_cast<int>(i));
            spark.due += nanoseconds(std::chrono::seconds(1)) / m_hz;
        }
    }
}

engine::LiveEnd LiveScript::endOf(const domain::CageRef &cage) const
{
    const int index = indexOf(cage.spark);
    const Spark &spark = m_sparks[static_cast<std::size_t>(index)];
    engine::LiveEnd end;
    end.cage = cage;
    end.spark = QString::fromStdString(m_fabric.sparks[static_cast<std::size_t>(index)].hostname);
    end.live = spark.meter.cage(cage.cage);
    end.lanes = {spark.meter.lane({cage.cage, domain::Side::A}), spark.meter.lane({cage.cage, domain::Side::B})};
    if (spark.last)
        end.age = std::chrono::duration_cast<milliseconds>(m_now - *spark.last);
    if (end.age && *end.age <= engine::LiveView::kStale)
        return end;
    for (auto *rate : {&end.live.rate.send, &end.live.rate.receive, &end.live.bothWays})
        rate->now.reset();
    for (domain::LiveLane &lane : end.lanes)
        for (auto *rates : {&lane.all, &lane.rdma, &lane.tcp})
            rates->send.now = rates->receive.now = std::nullopt;
    return end;
}

std::vector<engine::LiveCable> LiveScript::cables() const
{
    std::vector<engine::LiveCable> cables;
    for (std::size_t i = 0; i < m_fabric.cabling.map.cables.size(); ++i) {
        const domain::Cable &known = m_fabric.cabling.map.cables[i];
        engine::LiveCable cable;
        cable.number = static_cast<int>(i) + 1;
        cable.connected = !m_unplugged[i];
        cable.aEnd = known.a;
        cable.bEnd = known.b;
        cable.a = endOf(*known.a.cage);
        if (known.b.cage)
            cable.b = endOf(*known.b.cage);
        cables.push_back(cable);
    }
    return cables;
}

engine::LiveView LiveScript::view() const
{
    using namespace base::literals;
    engine::LiveView view;
    view.running = m_running;
    view.hz = m_hz;
    for (std::size_t i = 0; i < m_sparks.size(); ++i) {
        const Spark &spark = m_sparks[i];
        engine::LiveSpark told;
        told.name = QString::fromStdString(m_fabric.sparks[i].hostname);
        told.id = m_fabric.sparks[i].id;
        told.streaming = m_running && !spark.error;
        told.box = spark.meter.box();
        told.samples = spark.samples;
        told.error = spark.error;
        told.layout = spark.layout;
        told.moved = spark.moved;
        const bool stale = !spark.last || m_now - *spark.last > engine::LiveView::kStale;
        if (stale)
            told.box.rate.send.now = told.box.rate.receive.now = told.box.bothWays.now = std::nullopt;
        const std::string name = told.name.toStdString();
        const auto &halves = spark.layout.halves;
        if (std::any_of(halves.begin(), halves.end(), [](const auto &half) { return !half.rdma; }))
            view.missing.push_back(base::Message("live.no-rdma-counters"_msg).with("spark", name));
        if (std::any_of(
                halves.begin(), halves.end(), [](const auto &half) { return half.port == domain::PortSource::None; }))
            view.missing.push_back(base::Message("live.no-port-counters"_msg).with("spark", name));
        for (const domain::HalfId half : domain::kAllHalves)
            if (spark.meter.lane(half).silent)
                view.notes.push_back(
                    base::Message("live.silent-half"_msg).with("spark", name).with("half", domain::toText(half)));
        view.sparks.push_back(std::move(told));
    }
    view.cables = cables();
    return view;
}

viewmodels::LiveFeed LiveScript::feed()
{
    return {[this] {
                ++m_pulls;
                return view();
            },
        [this] {
            ++m_pulls;
            return cables();
        },
        [this](const domain::HalfRef &half) -> const domain::Series * {
            const Spark &spark = m_sparks[static_cast<std::size_t>(indexOf(half.spark))];
            const auto found = spark.lanes.find(half.half);
            return found == spark.lanes.end() ? nullptr : &found->second;
        },
        [this](const domain::CageRef &cage) -> const domain::Series * {
            return &m_sparks[static_cast<std::size_t>(indexOf(cage.spark))].cages.at(cage.cage);
        },
        [this] { return m_now; }};
}

double LiveScript::truth(int spark, domain::HalfId half, nanoseconds at) const
{
    const auto found = m_sent.find({spark, half});
    return found == m_sent.end() ? 0 : rate(found->second.rdma, at) + rate(found->second.tcp, at);
}

std::pair<double, double> LiveScript::truthWithin(
    int spark, domain::HalfId half, nanoseconds before, nanoseconds at) const
{
    double least = truth(spark, half, at);
    double most = least;
    for (nanoseconds time = at - before; time < at; time += m_step) {
        const double gbps = truth(spark, half, time);
        least = std::min(least, gbps);
        most = std::max(most, gbps);
    }
    return {least, most};
}

} // namespace fixtures
