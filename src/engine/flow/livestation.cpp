// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/livestation.h"

#include "engine/flow/liveflow.h"

#include <algorithm>
#include <limits>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr std::size_t kMostMoved = 256;
// More of one event in a second is no event, it is a reset.
constexpr double kMostEvents = 1e12;
// Link statistics that are refreshed more seldom than this show TCP late.
constexpr milliseconds kSlowNet{200};

float drawn(const std::optional<double> &gbps)
{
    return gbps ? static_cast<float>(*gbps) : std::numeric_limits<float>::quiet_NaN();
}

domain::SeriesPoint pointOf(nanoseconds at, const domain::PerDirection<domain::LiveRate> &rate)
{
    return {at, drawn(rate.send.now), drawn(rate.receive.now)};
}

void forgetNow(domain::PerDirection<domain::LiveRate> &rate)
{
    rate.send.now.reset();
    rate.receive.now.reset();
}

bool any(const domain::CounterLayout &layout, bool (*holds)(const domain::CounterLayout::Half &))
{
    return std::any_of(layout.halves.begin(), layout.halves.end(), holds);
}

} // namespace

LiveStation::LiveStation(QString name, const domain::SparkFacts &facts, int hz)
    : m_name(std::move(name)), m_id(facts.id), m_hz(hz)
{
    setFacts(facts);
    const auto capacity = static_cast<std::size_t>(LiveFlow::kKept.count() * hz);
    for (const domain::HalfId half : domain::kAllHalves)
        m_lanes.emplace(half, domain::Series(capacity));
    for (const domain::CageIndex cage : domain::kAllCages)
        m_cages.emplace(cage, domain::Series(capacity));
}

void LiveStation::setFacts(const domain::SparkFacts &facts)
{
    m_meter.setFacts(facts);
}

base::Result<void> LiveStation::take(const std::string &type, const std::string &body)
{
    if (type == protocol::event::kSample)
        return takeSample(body);
    if (type == protocol::event::kLayout)
        return takeLayout(body);
    if (type == protocol::event::kSlow)
        return takeSlow(body);
    return {}; // of a newer agent
}

base::Result<void> LiveStation::takeLayout(const std::string &body)
{
    auto layout = protocol::decode<protocol::StreamLayout>(body);
    if (!layout)
        return layout.error();
    m_layout = std::move(layout).value();
    m_meter.setLayout(protocol::knownLayout(*m_layout));
    m_error.reset();
    // What the counters stood at is the first read of each.
    for (const protocol::StreamLayout::Half &half : m_layout->halves)
        for (std::size_t i = 0; i < half.slow.size(); ++i)
            if (m_slowTracks.size() < kMostMoved)
                m_slowTracks.try_emplace({half.known.half, half.known.slowNames[i]}, kMostEvents)
                    .first->second.take(
                        {{nanoseconds(m_layout->originNs), nanoseconds(m_layout->originNs)}, half.slow[i]});
    return {};
}

base::Result<void> LiveStation::takeSample(const std::string &body)
{
    const auto told = protocol::decode<protocol::StreamSample>(body);
    if (!told)
        return told.error();
    const auto sample = m_layout ? protocol::absolute(*m_layout, *told) : std::nullopt;
    if (!sample)
        return base::protocolError(base::Message("live.stream-broken"_msg));
    m_meter.take(*sample);
    ++m_samples;
    m_late += sample->late;
    const std::int64_t dropped = m_droppedBefore + sample->dropped;
    if (m_lastSequence && sample->sequence > *m_lastSequence)
        m_missed += std::max<std::int64_t>(0, sample->sequence - *m_lastSequence - 1 - (dropped - m_dropped));
    m_dropped = std::max(m_dropped, dropped);
    m_lastSequence = sample->sequence;
    const nanoseconds arrived = LiveFlow::clock();
    // The Spark's own time of the sample, in our clock; never in the future.
    const nanoseconds taken = nanoseconds(m_layout->originNs) + std::chrono::microseconds(told->atUs);
    m_lastSample = m_clock ? std::min(m_clock->toOurs(taken), arrived) : arrived;
    draw(*m_lastSample);
    return {};
}

base::Result<void> LiveStation::takeSlow(const std::string &body)
{
    const auto told = protocol::decode<protocol::StreamSlow>(body);
    if (!told)
        return told.error();
    const auto sample = m_layout ? protocol::absolute(*m_layout, *told) : std::nullopt;
    if (!sample)
        return base::protocolError(base::Message("live.stream-broken"_msg));
    for (const domain::SlowSample::Half &half : sample->halves) {
        const domain::CounterLayout::Half *known = m_meter.layout().half(half.half);
        for (std::size_t i = 0; known && i < half.values.size() && i < known->slowNames.size(); ++i) {
            const std::pair key(half.half, known->slowNames[i]);
            const auto track = m_slowTracks.find(key);
            if (track == m_slowTracks.end())
                continue;
            const domain::CounterStep step = track->second.take({{sample->at, sample->at}, half.values[i]});
            if (step.kind == domain::CounterStep::Kind::Moved && step.amount > 0)
                m_moved[key] += step.amount;
        }
    }
    return {};
}

void LiveStation::draw(nanoseconds at)
{
    for (auto &[half, series] : m_lanes)
        series.add(pointOf(at, m_meter.lane(half).all));
    for (auto &[cage, series] : m_cages)
        series.add(pointOf(at, m_meter.cage(cage).rate));
}

void LiveStation::interrupt(std::optional<base::Error> why)
{
    if (!agent && m_error)
        return; // the first reason counts
    agent.reset();
    m_error = std::move(why);
    m_meter.interrupt();
    m_layout.reset();
    m_slowTracks.clear();
    m_droppedBefore = m_dropped;
    m_lastSequence.reset();
    if (m_lastSample)
        draw(LiveFlow::clock()); // breaks the lines
}

void LiveStation::clearTotals()
{
    m_meter.clearTotals();
    m_moved.clear();
}

std::optional<milliseconds> LiveStation::age() const
{
    if (!m_lastSample)
        return std::nullopt;
    return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(LiveFlow::clock() - *m_lastSample));
}

LiveSpark LiveStation::view() const
{
    LiveSpark spark;
    spark.name = m_name;
    spark.id = m_id;
    spark.streaming = agent && m_layout;
    spark.box = m_meter.box();
    spark.dropped = m_dropped;
    spark.missed = m_missed;
    spark.late = m_late;
    spark.samples = m_samples;
    spark.clock = m_clock;
    spark.error = m_error;
    if (m_layout)
        spark.layout = m_meter.layout();
    for (const auto &[key, by] : m_moved)
        spark.moved.push_back({key.first, key.second, by});
    if (age().value_or(LiveView::kStale + milliseconds(1)) > LiveView::kStale) {
        forgetNow(spark.box.rate);
        spark.box.bothWays.now.reset();
    }
    return spark;
}

LiveEnd LiveStation::end(domain::CageIndex cage) const
{
    LiveEnd end;
    end.cage = {m_id, cage};
    end.spark = m_name;
    end.live = m_meter.cage(cage);
    end.lanes = {m_meter.lane({cage, domain::Side::A}), m_meter.lane({cage, domain::Side::B})};
    end.age = age();
    if (end.age && *end.age <= LiveView::kStale)
        return end;
    forgetNow(end.live.rate);
    end.live.bothWays.now.reset();
    for (domain::LiveLane &lane : end.lanes)
        for (auto *rate : {&lane.all, &lane.rdma, &lane.tcp})
            forgetNow(*rate);
    return end;
}

const domain::Series *LiveStation::lane(domain::HalfId half) const
{
    const auto found = m_lanes.find(half);
    return found == m_lanes.end() || found->second.size() == 0 ? nullptr : &found->second;
}

const domain::Series *LiveStation::cage(domain::CageIndex cage) const
{
    const auto found = m_cages.find(cage);
    return found == m_cages.end() || found->second.size() == 0 ? nullptr : &found->second;
}

void LiveStation::describe(std::vector<base::Message> &missing, std::vector<base::Message> &notes) const
{
    const std::string spark = m_name.toStdString();
    if (!m_layout)
        return;
    const domain::CounterLayout &layout = m_meter.layout();
    if (layout.halves.empty())
        missing.push_back(base::Message("live.no-halves"_msg).with("spark", spark));
    if (any(layout, [](const auto &half) { return half.port == domain::PortSource::None; }))
        missing.push_back(base::Message("live.no-port-counters"_msg).with("spark", spark));
    if (any(layout, [](const auto &half) { return !half.rdma; }))
        missing.push_back(base::Message("live.no-rdma-counters"_msg).with("spark", spark));
    if (layout.netPeriod && *layout.netPeriod >= kSlowNet)
        missing.push_back(
            base::Message("live.slow-net"_msg)
                .with("spark", spark)
                .with("milliseconds",
                    static_cast<int>(std::chrono::duration_cast<milliseconds>(*layout.netPeriod).count())));
    for (const domain::HalfId half : domain::kAllHalves)
        if (m_meter.lane(half).silent)
            notes.push_back(
                base::Message("live.silent-half"_msg).with("spark", spark).with("half", domain::toText(half)));
    for (const domain::CageIndex cage : domain::kAllCages)
        if (m_meter.cage(cage).aboveWire)
            notes.push_back(
                base::Message("live.above-wire"_msg).with("spark", spark).with("cage", domain::number(cage)));
}

} // namespace sparkloom::engine
