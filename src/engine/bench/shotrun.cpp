// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/shotrun.h"

#include "engine/hosts/remotecommand.h"
#include "protocol/codec.h"
#include "protocol/messages_tcp.h"

#include <algorithm>
#include <set>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kIntervals{250};
constexpr milliseconds kGoOn{protocol::kTcpGoOnMs};
// The receivers say when it is over. A sender that hears nothing ends by itself, before its receiver's patience does:
// later than any window that a busy Spark measured too late.
constexpr milliseconds kUnheard{3000};
// For what travels over SSH before, between and after.
constexpr milliseconds kOverhead{300};
constexpr milliseconds kSlack{10'000};
// Some drivers refresh the statistics of a netdev once a second only (measurement-and-safety 3.1).
constexpr milliseconds kCatchUp{250};
constexpr int kCatchUps = 8;
constexpr double kNearlyAll = 0.97;
constexpr double kHalfOfIt = 0.5;
constexpr double kAlike = 0.03;
constexpr int kPingBytes = 56;

const protocol::CounterSnapshot::Half *halfIn(const protocol::CounterSnapshot &snapshot, domain::HalfId half)
{
    const auto it = std::find_if(
        snapshot.halves.begin(), snapshot.halves.end(), [half](const auto &each) { return each.half == half; });
    return it == snapshot.halves.end() ? nullptr : &*it;
}

std::optional<std::uint64_t> netdevReceived(
    const Snapshots &before, const Snapshots &after, const domain::HalfRef &half)
{
    return moved(before, after, half, [](const auto &each) { return std::optional(each.netdevRxBytes); });
}

// One streaming request to one agent; its end resolves both.
struct BenchStream {
    std::shared_ptr<AgentClient> agent;
    std::int64_t id = 0;
    bool over = false;
    Pending<protocol::TcpListening> listening;
    Pending<protocol::TcpResult> result;
};

// All requests of one run. What has not ended by itself is stopped with it.
class BenchStreams {
public:
    explicit BenchStreams(std::function<void(double)> onRate) : m_onRate(std::move(onRate)) {}
    ~BenchStreams()
    {
        for (const auto &stream : m_streams)
            if (!std::exchange(stream->over, true))
                stream->agent->stop(stream->id);
    }
    BenchStreams(const BenchStreams &) = delete;
    BenchStreams &operator=(const BenchStreams &) = delete;

    std::shared_ptr<BenchStream> begin(
        std::shared_ptr<AgentClient> agent, std::string_view verb, const std::string &body)
    {
        const auto stream = std::make_shared<BenchStream>();
        stream->agent = std::move(agent);
        m_streams.push_back(stream);
        const std::weak_ptr<BenchStream> weak = stream;
        stream->id = stream->agent->stream(
            verb, body,
            [this, weak](const std::string &type, const std::string &text) {
                if (const auto known = weak.lock(); known && !known->over)
                    take(*known, type, text);
            },
            [this, weak](const base::Error &error) {
                if (const auto known = weak.lock(); known && !std::exchange(known->over, true))
                    fail(error);
            });
        return stream;
    }

    // What one of them says concerns all: nobody waits for a run that cannot come about.
    void fail(const base::Error &error)
    {
        for (const auto &stream : m_streams) {
            stream->listening.resolve(error);
            stream->result.resolve(error);
        }
    }

private:
    void take(BenchStream &stream, const std::string &type, const std::string &text)
    {
        if (type == protocol::event::kTcpListening)
            stream.listening.resolve(protocol::decode<protocol::TcpListening>(text));
        if (type == protocol::event::kTcpResult) {
            stream.over = true;
            stream.result.resolve(protocol::decode<protocol::TcpResult>(text));
        }
        if (type == protocol::event::kTcpInterval)
            tellRate(stream, text);
    }

    void tellRate(const BenchStream &stream, const std::string &text)
    {
        const auto interval = protocol::decode<protocol::TcpInterval>(text);
        if (!interval || !m_onRate)
            return;
        double sum = 0;
        for (const auto &flow : interval->flows)
            sum += flow.gbps;
        m_rates[&stream] = sum;
        sum = 0;
        for (const auto &[each, rate] : m_rates)
            sum += rate;
        m_onRate(sum);
    }

    std::function<void(double)> m_onRate;
    std::vector<std::shared_ptr<BenchStream>> m_streams;
    std::map<const BenchStream *, double> m_rates;
};

// The lanes of a shot by the Spark at one of their ends; the number of a flow is the place of its lane.
using FlowsOf = std::map<domain::SparkId, std::vector<protocol::TcpFlow>>;
FlowsOf flowsBy(const std::vector<TestLane> &lanes, int streams, bool receiving)
{
    FlowsOf flows;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const domain::LaneEnd &own = receiving ? lanes[i].to : lanes[i].from;
        const domain::LaneEnd &other = receiving ? lanes[i].from : lanes[i].to;
        flows[own.half.spark].push_back(
            {static_cast<int>(i), own.half.half, own.address.address, other.address.address, 0, streams});
    }
    return flows;
}

bool netdevsCaughtUp(const std::vector<TestLane> &lanes, const std::vector<ShotRun::Lane> &runs,
    const Snapshots &before, const Snapshots &after)
{
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (const auto bytes = netdevReceived(before, after, lanes[i].to.half);
            bytes && static_cast<double>(*bytes) < kNearlyAll * static_cast<double>(runs[i].payloadBytes))
            return false;
    return true;
}

// A connection is not let through: do single packets pass? Then it is a firewall.
QCoro::Task<base::Error> explained(base::Error error, TestLane lane, AgentOf agents, CancelToken token)
{
    if (error.message.id != "tcp.connect-timeout")
        co_return error;
    protocol::PingRequest ping;
    ping.half = lane.from.half.half;
    ping.target = lane.to.address.address;
    ping.expectedMac = lane.to.mac;
    ping.payloadSizes = {kPingBytes};
    const base::Result<protocol::PingAnswer> answer = co_await call<protocol::PingAnswer>(
        agents(lane.from.half.spark), std::string(protocol::verb::kPing), protocol::encode(ping), token);
    const bool passes = answer
        && std::any_of(answer->sizes.begin(), answer->sizes.end(), [](const auto &size) { return size.received > 0; });
    if (passes)
        error.message = base::Message("bench.firewall"_msg)
                            .with("half", domain::toText(lane.to.half.half))
                            .with("address", lane.to.address.address.toString())
                            .with("interface", lane.to.netdev);
    co_return error;
}

struct Answers {
    std::map<domain::SparkId, protocol::TcpResult> received;
    std::map<domain::SparkId, protocol::TcpResult> sent;
};

// Listens, connects, measures.
QCoro::Task<base::Result<Answers>> runStreams(std::vector<TestLane> lanes, ShotSettings settings, AgentOf agents,
    std::function<void(double)> onRate, CancelToken token)
{
    const std::string tokenDigits = randomHexDigits(protocol::kTcpTokenDigits);
    const auto streams = std::make_shared<BenchStreams>(std::move(onRate));
    std::map<domain::SparkId, std::shared_ptr<BenchStream>> receivers, senders;
    for (auto &[spark, flows] : flowsBy(lanes, settings.streams, true)) {
        protocol::TcpReceiveRequest request{tokenDigits, flows, int(settings.join.count()),
            int(settings.warmUp.count()), int(settings.measure.count()), int(kIntervals.count())};
        receivers[spark] = streams->begin(agents(spark), protocol::verb::kTcpReceive, protocol::encode(request));
    }
    const milliseconds sending = settings.warmUp + settings.measure + kUnheard;
    expire(2 * settings.join + sending + kSlack, [weak = std::weak_ptr(streams)] {
        if (const auto known = weak.lock())
            known->fail({base::ErrorKind::Unreachable, base::Message("bench.no-end"_msg), {}});
    });
    std::map<int, int> ports;
    for (auto &[spark, stream] : receivers) {
        const base::Result<protocol::TcpListening> listening = co_await stream->listening.wait(token);
        if (!listening)
            co_return listening.error();
        for (const auto &port : listening->ports)
            ports[port.flow] = port.port;
    }
    for (auto &[spark, flows] : flowsBy(lanes, settings.streams, false)) {
        for (protocol::TcpFlow &flow : flows)
            flow.port = ports[flow.flow];
        // Shorter than the receiver's patience: who cannot connect knows better why.
        protocol::TcpSendRequest request{tokenDigits, flows, int(settings.join.count() * 4 / 5), int(sending.count())};
        senders[spark] = streams->begin(agents(spark), protocol::verb::kTcpSend, protocol::encode(request));
    }
    Answers answers;
    for (auto &[spark, stream] : receivers) {
        const base::Result<protocol::TcpResult> result = co_await stream->result.wait(token);
        if (!result)
            co_return result.error();
        answers.received[spark] = *result;
    }
    for (auto &[spark, stream] : senders) {
        const base::Result<protocol::TcpResult> result = co_await stream->result.wait(token);
        if (!result)
            co_return result.error();
        answers.sent[spark] = *result;
    }
    co_return answers;
}

double coresOf(const protocol::TcpResult &result)
{
    const double seconds = static_cast<double>(result.endNs - result.beginNs) * 1e-9;
    return seconds > 0 ? result.cpuSeconds / seconds : 0;
}

void fill(ShotRun &run, const Answers &answers, const ShotSettings &settings)
{
    for (const auto &[spark, result] : answers.received) {
        run.receiverCores[spark] = coresOf(result);
        const double seconds = static_cast<double>(result.endNs - result.beginNs) * 1e-9;
        for (const protocol::TcpResult::Flow &flow : result.flows) {
            if (flow.flow >= static_cast<int>(run.lanes.size()) || seconds <= 0)
                continue;
            ShotRun::Lane &lane = run.lanes[static_cast<std::size_t>(flow.flow)];
            lane.gbps = static_cast<double>(flow.windowBytes) * 8e-9 / seconds;
            lane.payloadBytes = flow.totalBytes;
            lane.streamsLost = settings.streams - flow.streams;
        }
    }
    run.sending = settings.warmUp + settings.measure + kGoOn;
    for (const auto &[spark, result] : answers.sent) {
        run.sending = std::max(run.sending, std::chrono::nanoseconds(result.endNs - result.beginNs));
        run.senderCores[spark] = coresOf(result);
        for (const protocol::TcpResult::Flow &flow : result.flows)
            if (flow.flow < static_cast<int>(run.lanes.size()))
                run.lanes[static_cast<std::size_t>(flow.flow)].retransmits = flow.retransmits;
    }
}

} // namespace

milliseconds durationOf(const ShotSettings &settings)
{
    return settings.warmUp + settings.measure + kGoOn + kOverhead;
}

QCoro::Task<base::Result<void>> probeWay(ManagementWay way, AgentOf agents, CancelToken token)
{
    constexpr int kProbeMs = 100;
    constexpr int kPatienceMs = 2500;
    const std::string digits = randomHexDigits(protocol::kTcpTokenDigits);
    const auto streams = std::make_shared<BenchStreams>(nullptr);
    if (!agents(way.from) || !agents(way.to))
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("bench.spark-missing"_msg), {}};
    protocol::TcpFlow flow;
    flow.streams = 1;
    flow.netdev = way.toNetdev;
    flow.local = way.toAddress;
    flow.peer = way.fromAddress;
    protocol::TcpReceiveRequest receive{digits, {flow}, kPatienceMs, 0, kProbeMs, kProbeMs};
    const auto receiver = streams->begin(agents(way.to), protocol::verb::kTcpReceive, protocol::encode(receive));
    expire(milliseconds(3 * kPatienceMs), [weak = std::weak_ptr(streams)] {
        if (const auto known = weak.lock())
            known->fail({base::ErrorKind::Unreachable, base::Message("bench.no-end"_msg), {}});
    });
    const base::Result<protocol::TcpListening> listening = co_await receiver->listening.wait(token);
    if (!listening)
        co_return listening.error();
    flow.netdev = way.fromNetdev;
    flow.local = way.fromAddress;
    flow.peer = way.toAddress;
    flow.port = listening->ports.empty() ? 0 : listening->ports.front().port;
    protocol::TcpSendRequest send{digits, {flow}, kPatienceMs * 4 / 5, kProbeMs + int(kUnheard.count())};
    const auto sender = streams->begin(agents(way.from), protocol::verb::kTcpSend, protocol::encode(send));
    const base::Result<protocol::TcpResult> result = co_await receiver->result.wait(token);
    if (!result)
        co_return result.error();
    co_return base::Result<void>();
}

std::optional<std::uint64_t> moved(
    const Snapshots &before, const Snapshots &after, const domain::HalfRef &half, const CounterOf &value)
{
    const auto first = before.find(half.spark);
    const auto second = after.find(half.spark);
    const auto *a = first == before.end() ? nullptr : halfIn(first->second, half.half);
    const auto *b = second == after.end() ? nullptr : halfIn(second->second, half.half);
    const std::optional<std::uint64_t> from = a ? value(*a) : std::nullopt;
    const std::optional<std::uint64_t> to = b ? value(*b) : std::nullopt;
    return from && to && *to >= *from ? std::optional(*to - *from) : std::nullopt;
}

QCoro::Task<base::Result<Snapshots>> countersOf(std::vector<TestLane> lanes, AgentOf agents, CancelToken token)
{
    std::set<domain::SparkId> sparks;
    for (const TestLane &lane : lanes)
        sparks.insert({lane.from.half.spark, lane.to.half.spark});
    std::map<domain::SparkId, QCoro::Task<base::Result<protocol::CounterSnapshot>>> answers;
    for (const domain::SparkId &spark : sparks)
        answers.emplace(
            spark, call<protocol::CounterSnapshot>(agents(spark), std::string(protocol::verb::kCounters), "{}", token));
    Snapshots snapshots;
    for (auto &[spark, task] : answers) {
        const base::Result<protocol::CounterSnapshot> answer = co_await task;
        if (!answer)
            co_return answer.error();
        snapshots[spark] = *answer;
    }
    co_return snapshots;
}

std::optional<base::Error> lostLink(const std::vector<TestLane> &lanes, const Snapshots &before, const Snapshots &after)
{
    for (const TestLane &lane : lanes)
        for (const domain::LaneEnd &end : {lane.from, lane.to}) {
            const auto first = before.find(end.half.spark);
            const auto second = after.find(end.half.spark);
            const auto *was = first == before.end() ? nullptr : halfIn(first->second, end.half.half);
            const auto *is = second == after.end() ? nullptr : halfIn(second->second, end.half.half);
            if (!was || (is && is->carrierChanges == was->carrierChanges))
                continue;
            // Down and up again are two changes. A NIC that went with its cable begins anew.
            const bool gone = !is
                || (is->carrierChanges > was->carrierChanges && (is->carrierChanges - was->carrierChanges) % 2 != 0);
            return base::failed(base::Message(gone ? "bench.link-lost"_msg : "bench.link-flapped"_msg)
                                    .with("half", domain::toText(end.half.half))
                                    .with("interface", end.netdev));
        }
    return std::nullopt;
}

std::map<domain::CageRef, ShotRun::Wire> wiresOf(const std::vector<TestLane> &lanes,
    const std::vector<ShotRun::Lane> &runs, const Snapshots &before, const Snapshots &after)
{
    std::map<domain::CageRef, ShotRun::Wire> wires;
    std::map<domain::CageRef, std::set<domain::HalfRef>> halves;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const domain::CageRef cage{lanes[i].to.half.spark, lanes[i].to.half.half.cage};
        wires[cage].payloadBytes += runs[i].payloadBytes;
        halves[cage].insert(lanes[i].to.half);
    }
    for (auto &[cage, wire] : wires) {
        std::vector<std::uint64_t> ports;
        std::uint64_t netdevs = 0;
        bool everyNetdev = true;
        for (const domain::HalfRef &half : halves[cage]) {
            if (const auto bytes = moved(before, after, half, [](const auto &each) { return each.cageRxOctets; }))
                ports.push_back(*bytes);
            const auto bytes = netdevReceived(before, after, half);
            everyNetdev &= bytes.has_value();
            netdevs += bytes.value_or(0);
        }
        if (!ports.empty()) {
            // Siblings report one port: their figures are alike and are never added. Unlike ones are two ports.
            const auto [least, most] = std::minmax_element(ports.begin(), ports.end());
            const bool shared = static_cast<double>(*most - *least) <= kAlike * static_cast<double>(*most);
            wire.wireBytes = shared ? *most : *least + *most;
            wire.source = domain::WireSource::Port;
        } else if (everyNetdev) {
            wire.wireBytes = netdevs;
            wire.source = domain::WireSource::Netdev;
        }
    }
    return wires;
}

QCoro::Task<base::Result<ShotRun>> runShot(std::vector<TestLane> lanes, ShotSettings settings, AgentOf agents,
    std::function<void(double)> onRate, CancelToken token)
{
    for (const TestLane &lane : lanes)
        if (!agents(lane.from.half.spark) || !agents(lane.to.half.spark))
            co_return base::Error{base::ErrorKind::Unreachable, base::Message("bench.spark-missing"_msg), {}};
    const base::Result<Snapshots> before = co_await countersOf(lanes, agents, token);
    if (!before)
        co_return before.error();
    const base::Result<Answers> answers = co_await runStreams(lanes, settings, agents, std::move(onRate), token);
    if (!answers) {
        const base::Error error = answers.error();
        if (token.isCancelled())
            co_return error;
        const base::Result<Snapshots> now = co_await countersOf(lanes, agents, token);
        if (const auto lost = now ? lostLink(lanes, *before, *now) : std::nullopt)
            co_return base::Error(*lost);
        const base::Error why = co_await explained(error, lanes.front(), agents, token);
        co_return why;
    }
    ShotRun run;
    run.lanes.resize(lanes.size());
    fill(run, *answers, settings);
    base::Result<Snapshots> after = co_await countersOf(lanes, agents, token);
    if (const auto lost = after ? lostLink(lanes, *before, *after) : std::nullopt)
        co_return base::Error(*lost);
    for (int i = 0; i < kCatchUps && after && !netdevsCaughtUp(lanes, run.lanes, *before, *after); ++i) {
        const Pending<void> pause = pendingTimer(kCatchUp);
        const base::Result<void> waited = co_await pause.wait(token);
        if (!waited)
            co_return waited.error();
        after = co_await countersOf(lanes, agents, token);
    }
    if (!after)
        co_return after.error();
    run.wires = wiresOf(lanes, run.lanes, *before, *after);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto bytes = netdevReceived(*before, *after, lanes[i].to.half);
        run.lanes[i].rightHalf =
            !bytes || static_cast<double>(*bytes) >= kHalfOfIt * static_cast<double>(run.lanes[i].payloadBytes);
    }
    co_return run;
}

} // namespace sparkloom::engine
