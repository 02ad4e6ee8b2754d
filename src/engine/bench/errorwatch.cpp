// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/errorwatch.h"

#include "engine/jobs/pending.h"
#include "protocol/codec.h"
#include "protocol/messages_stream.h"

#include <algorithm>
#include <set>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr int kHz = 10;
constexpr std::chrono::seconds kPatience{5};
constexpr double kMostEvents = 1e9; // a second, that a counter can grow by
// The line, the connector, the transport of RDMA; facts 8.
constexpr std::string_view kErrors[] = {"rx_crc_errors_phy", "rx_symbol_err_phy", "rx_pcs_symbol_err_phy",
    "rx_oversize_pkts_phy", "link_down_events_phy", "module_unplug", "module_high_temp", "module_bad_shorted",
    "carrier_changes", "packet_seq_err", "implied_nak_seq_err", "local_ack_timeout_err", "rnr_nak_retry_err",
    "req_cqe_error", "rx_icrc_encapsulated"};

} // namespace

// The slow counters of one Spark.
struct ErrorWatch::Station {
    using Key = std::pair<domain::HalfId, std::string>;

    QString name;
    std::shared_ptr<AgentClient> agent;
    std::int64_t id = 0;
    std::set<domain::HalfId> halves;
    std::optional<protocol::StreamLayout> layout;
    std::map<Key, domain::CounterTrack> tracks;
    std::map<Key, std::uint64_t> moved;
    Pending<void> told;
    Pending<void> toldAgain;

    void take(const std::string &type, const std::string &body)
    {
        if (type == protocol::event::kLayout)
            takeLayout(body);
        else if (type == protocol::event::kSlow && layout)
            takeSlow(body);
    }
    void takeLayout(const std::string &body)
    {
        const auto known = protocol::decode<protocol::StreamLayout>(body);
        if (!known)
            return told.resolve(known.error());
        layout = *known;
        for (const protocol::StreamLayout::Half &half : layout->halves)
            for (std::size_t i = 0; i < half.slow.size() && i < half.known.slowNames.size(); ++i)
                if (halves.contains(half.known.half)
                    && std::find(std::begin(kErrors), std::end(kErrors), half.known.slowNames[i]) != std::end(kErrors))
                    step({half.known.half, half.known.slowNames[i]}, std::chrono::nanoseconds(layout->originNs),
                        half.slow[i]);
        told.resolve(base::Result<void>());
    }
    void takeSlow(const std::string &body)
    {
        const auto said = protocol::decode<protocol::StreamSlow>(body);
        const auto sample = said ? protocol::absolute(*layout, *said) : std::nullopt;
        if (!sample)
            return;
        const domain::CounterLayout known = protocol::knownLayout(*layout);
        for (const domain::SlowSample::Half &half : sample->halves) {
            const domain::CounterLayout::Half *names = known.half(half.half);
            for (std::size_t i = 0; names && i < half.values.size() && i < names->slowNames.size(); ++i)
                if (tracks.contains({half.half, names->slowNames[i]}))
                    step({half.half, names->slowNames[i]}, sample->at, half.values[i]);
        }
        toldAgain.resolve(base::Result<void>());
    }
    void step(const Key &key, std::chrono::nanoseconds at, const std::optional<std::uint64_t> &value)
    {
        const domain::CounterStep step = tracks.try_emplace(key, kMostEvents).first->second.take({{at, at}, value});
        if (step.kind == domain::CounterStep::Kind::Moved && step.amount > 0)
            moved[key] += step.amount;
    }
};

base::Message grewOf(const ErrorDelta &error)
{
    return base::Message("ladder.soak-errors"_msg)
        .with("spark", error.spark.toStdString())
        .with("half", domain::toText(error.half))
        .with("counter", error.counter.toStdString())
        .with("number", static_cast<std::int64_t>(error.count));
}

ErrorWatch::ErrorWatch(const std::vector<TestSpark> &sparks, const std::vector<domain::LaneEnd> &ends)
{
    for (const TestSpark &spark : sparks) {
        auto station = std::make_shared<Station>();
        station->name = spark.name;
        station->agent = spark.agent;
        for (const domain::LaneEnd &end : ends)
            if (end.half.spark == spark.facts.id)
                station->halves.insert(end.half.half);
        if (!station->halves.empty())
            m_stations.push_back(std::move(station));
    }
}

ErrorWatch::~ErrorWatch()
{
    for (const auto &station : m_stations)
        if (station->id != 0)
            station->agent->stop(station->id);
}

// Its layout tells what the counters stand at.
void ErrorWatch::open(const std::shared_ptr<Station> &station)
{
    const std::weak_ptr<Station> weak = station;
    station->told = {};
    const base::Error silent{base::ErrorKind::NotKnown, base::Message("bench.errors-not-known"_msg), {}};
    if (!station->agent->isOpen())
        return station->told.resolve(silent);
    station->id = station->agent->stream(
        protocol::verb::kStream, protocol::encode(protocol::StreamRequest{kHz}),
        [weak](const std::string &type, const std::string &body) {
            if (const auto known = weak.lock())
                known->take(type, body);
        },
        [weak](const base::Error &error) {
            if (const auto known = weak.lock()) {
                known->told.resolve(error);
                known->toldAgain.resolve(error);
            }
        });
    expire(kPatience, [told = station->told, silent] { told.resolve(silent); });
}

void ErrorWatch::rest()
{
    for (const auto &station : m_stations)
        if (station->id != 0)
            station->agent->stop(std::exchange(station->id, 0));
}

QCoro::Task<base::Result<void>> ErrorWatch::begin(CancelToken token)
{
    for (const auto &station : m_stations)
        open(station);
    for (const auto &station : m_stations) {
        const base::Result<void> told = co_await station->told.wait(token);
        if (!told)
            co_return told.error();
    }
    co_return base::Result<void>();
}

QCoro::Task<std::vector<ErrorDelta>> ErrorWatch::end(CancelToken token)
{
    std::vector<ErrorDelta> deltas;
    std::vector<Pending<void>> again;
    for (const auto &station : m_stations) {
        const bool rested = station->id == 0;
        station->toldAgain = {};
        if (rested)
            open(station);
        else
            expire(kPatience, [pending = station->toldAgain] { pending.resolve(cancelledError()); });
        again.push_back(rested ? station->told : station->toldAgain);
    }
    for (std::size_t i = 0; i < m_stations.size(); ++i) {
        const auto &station = m_stations[i];
        const base::Result<void> told = co_await again[i].wait(token);
        if (token.isCancelled())
            co_return std::vector<ErrorDelta>();
        for (const auto &[key, count] : station->moved)
            deltas.push_back({station->name, key.first, QString::fromStdString(key.second), count});
    }
    std::stable_sort(
        deltas.begin(), deltas.end(), [](const ErrorDelta &a, const ErrorDelta &b) { return a.count > b.count; });
    co_return std::vector<ErrorDelta>(deltas);
}

} // namespace sparkloom::engine
