// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/rdmashotrun.h"

#include "engine/bench/rdmastreams.h"
#include "engine/hosts/remotecommand.h"
#include "protocol/codec.h"

#include <algorithm>
#include <set>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using protocol::RdmaKind;
using protocol::RdmaOperation;
using std::chrono::milliseconds;

namespace {

// For what travels over SSH before, between and after, and for making queue pairs.
constexpr milliseconds kOverhead{800};
// The agents have a deadline for each step; beyond their sum nothing comes any more.
constexpr milliseconds kSlack{100'000};
constexpr milliseconds kInterval{250};
// Beyond the agents' own deadline for one step.
constexpr milliseconds kStep{40'000};
constexpr double kHalfOfIt = 0.5;

// Which end of a lane posts: the one where the data come from, or with Read the one where they go to.
const domain::LaneEnd &activeEnd(const TestLane &lane, RdmaOperation operation)
{
    return operation == RdmaOperation::Read ? lane.to : lane.from;
}

// The flows of each Spark; the number of a flow is the place of its lane, that of the ping-pong comes after them.
using FlowsOf = std::map<domain::SparkId, std::vector<protocol::RdmaFlow>>;
FlowsOf flowsOf(
    const std::vector<TestLane> &lanes, const std::optional<TestLane> &pingPong, const RdmaShotSettings &settings)
{
    FlowsOf flows;
    const auto add = [&](const TestLane &lane, int number, RdmaKind kind, const domain::LaneEnd &active) {
        for (const domain::LaneEnd *own : {&lane.from, &lane.to}) {
            const domain::LaneEnd &other = own == &lane.from ? lane.to : lane.from;
            flows[own->half.spark].push_back({number, own->half.half, own->address.address, other.address.address,
                own == &active, kind, kind == RdmaKind::Latency ? 1 : settings.queuePairs});
        }
    };
    for (std::size_t i = 0; i < lanes.size(); ++i)
        add(lanes[i], static_cast<int>(i), RdmaKind::Bandwidth, activeEnd(lanes[i], settings.operation));
    if (pingPong)
        add(*pingPong, static_cast<int>(lanes.size()), RdmaKind::Latency, pingPong->from);
    return flows;
}

protocol::RdmaOpenRequest openRequest(
    const std::string &token, std::vector<protocol::RdmaFlow> flows, const RdmaShotSettings &settings)
{
    protocol::RdmaOpenRequest request;
    request.token = token;
    request.flows = std::move(flows);
    request.operation = settings.operation;
    request.messageBytes = settings.messageBytes;
    request.depth = settings.depth;
    request.gidIndex = settings.gidIndex;
    request.rounds = settings.rounds;
    request.warmUpMs = static_cast<int>(settings.warmUp.count());
    request.measureMs = static_cast<int>(settings.measure.count());
    request.intervalMs = static_cast<int>(kInterval.count());
    return request;
}

// What each Spark has to know of the other ends of its flows: both agree on the smaller packet size.
protocol::RdmaConnectRequest connectRequest(const std::string &token, const std::vector<protocol::RdmaFlow> &flows,
    const domain::SparkId &own, const std::map<domain::SparkId, protocol::RdmaReady> &ready)
{
    protocol::RdmaConnectRequest request{token, {}};
    const auto endOf = [](const protocol::RdmaReady &said, int flow) -> const protocol::RdmaEndpoint * {
        const auto it = std::find_if(
            said.endpoints.begin(), said.endpoints.end(), [flow](const auto &each) { return each.flow == flow; });
        return it == said.endpoints.end() ? nullptr : &*it;
    };
    for (const protocol::RdmaFlow &flow : flows) {
        const protocol::RdmaEndpoint *mine = endOf(ready.at(own), flow.flow);
        for (const auto &[spark, said] : ready) {
            const protocol::RdmaEndpoint *theirs = spark == own ? nullptr : endOf(said, flow.flow);
            if (!theirs)
                continue;
            request.peers.push_back(*theirs);
            if (mine)
                request.peers.back().mtu = std::min(mine->mtu, theirs->mtu);
        }
    }
    return request;
}

struct Run {
    std::vector<TestLane> lanes;
    RdmaShotSettings settings;
    AgentOf agents;
    FlowsOf flows;
    std::string token;
};

// The same request to every Spark at once; all answers, or the first error.
template <typename Answer>
QCoro::Task<base::Result<std::map<domain::SparkId, Answer>>> askAll(
    AgentOf agents, std::string verb, std::map<domain::SparkId, std::string> bodies, CancelToken token)
{
    std::map<domain::SparkId, QCoro::Task<base::Result<Answer>>> tasks;
    for (const auto &[spark, body] : bodies)
        tasks.emplace(spark, call<Answer>(agents(spark), verb, body, token, kStep));
    std::map<domain::SparkId, Answer> answers;
    std::optional<base::Error> error;
    for (auto &[spark, task] : tasks) {
        base::Result<Answer> answer = co_await task;
        if (answer)
            answers[spark] = std::move(answer).value();
        else if (!error)
            error = answer.error();
    }
    if (error)
        co_return *error;
    co_return answers;
}

bool hasActive(const std::vector<protocol::RdmaFlow> &flows)
{
    return std::any_of(flows.begin(), flows.end(), [](const protocol::RdmaFlow &flow) { return flow.active; });
}

std::map<domain::SparkId, std::string> runBodies(
    const FlowsOf &flows, const std::string &token, bool onlyActive = false)
{
    std::map<domain::SparkId, std::string> bodies;
    for (const auto &[spark, own] : flows)
        if (!onlyActive || hasActive(own))
            bodies[spark] = protocol::encode(protocol::RdmaRun{token});
    return bodies;
}

struct Answers {
    std::map<domain::SparkId, protocol::RdmaConnectAnswer> paths;
    std::map<domain::SparkId, protocol::RdmaResult> results;
    std::map<domain::SparkId, protocol::RdmaCheckAnswer> checks;
};

// Opens, connects, starts, waits for every window, ends the load, checks the data. An error of a step is often the echo
// of one that a stream has told already, with its cause: that one is said.
QCoro::Task<base::Result<Answers>> runEnds(Run run, std::function<void(double)> onRate, CancelToken token)
{
    const auto streams = std::make_shared<RdmaStreams>(std::move(onRate));
    std::map<domain::SparkId, std::shared_ptr<RdmaStreams::Stream>> opened;
    for (const auto &[spark, flows] : run.flows)
        opened[spark] =
            streams->begin(run.agents(spark), protocol::encode(openRequest(run.token, flows, run.settings)));
    expire(run.settings.warmUp + run.settings.measure + kSlack, [weak = std::weak_ptr(streams)] {
        if (const auto known = weak.lock())
            known->fail({base::ErrorKind::Unreachable, base::Message("bench.no-end"_msg), {}});
    });
    std::map<domain::SparkId, protocol::RdmaReady> ready;
    for (auto &[spark, stream] : opened) {
        const base::Result<protocol::RdmaReady> said = co_await stream->ready.wait(token);
        if (!said)
            co_return said.error();
        ready[spark] = *said;
    }
    Answers answers;
    std::map<domain::SparkId, std::string> peers;
    for (const auto &[spark, flows] : run.flows)
        peers[spark] = protocol::encode(connectRequest(run.token, flows, spark, ready));
    auto paths = co_await askAll<protocol::RdmaConnectAnswer>(
        run.agents, std::string(protocol::verb::kRdmaConnect), peers, token);
    if (!paths)
        co_return streams->cause(paths.error());
    answers.paths = std::move(paths).value();
    const auto started = co_await askAll<protocol::RdmaStarted>(
        run.agents, std::string(protocol::verb::kRdmaStart), runBodies(run.flows, run.token), token);
    if (!started)
        co_return streams->cause(started.error());
    for (auto &[spark, stream] : opened) {
        if (!hasActive(run.flows.at(spark)))
            continue;
        const base::Result<void> measured = co_await stream->measured.wait(token);
        if (!measured)
            co_return measured.error();
    }
    const auto finished = co_await askAll<protocol::RdmaStarted>(
        run.agents, std::string(protocol::verb::kRdmaFinish), runBodies(run.flows, run.token, true), token);
    if (!finished)
        co_return streams->cause(finished.error());
    for (auto &[spark, stream] : opened) {
        if (!hasActive(run.flows.at(spark)))
            continue;
        const base::Result<protocol::RdmaResult> result = co_await stream->result.wait(token);
        if (!result)
            co_return result.error();
        answers.results[spark] = *result;
    }
    auto checks = co_await askAll<protocol::RdmaCheckAnswer>(
        run.agents, std::string(protocol::verb::kRdmaCheck), runBodies(run.flows, run.token), token);
    if (!checks)
        co_return streams->cause(checks.error());
    answers.checks = std::move(checks).value();
    co_return answers;
}

double secondsOf(const protocol::RdmaResult &result)
{
    return static_cast<double>(result.endNs - result.beginNs) * 1e-9;
}

void fill(RdmaShotRun &done, const Answers &answers, RdmaOperation operation)
{
    const std::size_t lanes = done.run.lanes.size();
    for (const auto &[spark, result] : answers.results) {
        done.run.sending = std::max(done.run.sending, std::chrono::nanoseconds(result.runNs));
        const double seconds = secondsOf(result);
        if (seconds <= 0)
            continue;
        (operation == RdmaOperation::Read ? done.run.receiverCores : done.run.senderCores)[spark] =
            result.cpuSeconds / seconds;
        for (const protocol::RdmaResult::Flow &flow : result.flows)
            if (static_cast<std::size_t>(flow.flow) < lanes) {
                ShotRun::Lane &lane = done.run.lanes[static_cast<std::size_t>(flow.flow)];
                lane.gbps = static_cast<double>(flow.windowBytes) * 8e-9 / seconds;
                lane.payloadBytes = flow.totalBytes;
            }
        for (const protocol::RdmaResult::Latency &latency : result.latencies)
            done.latency = latency;
    }
    done.checkedBytes.assign(lanes, 0);
    done.wrongBytes.assign(lanes, 0);
    done.answered.assign(lanes, true);
    for (const auto &[spark, check] : answers.checks) {
        for (const protocol::RdmaCheckAnswer::Flow &flow : check.flows)
            if (static_cast<std::size_t>(flow.flow) < lanes) {
                done.checkedBytes[static_cast<std::size_t>(flow.flow)] += flow.bytes;
                done.wrongBytes[static_cast<std::size_t>(flow.flow)] += flow.wrong;
            }
        done.events[spark] = check.events;
    }
    for (const auto &[spark, paths] : answers.paths)
        for (const protocol::RdmaConnectAnswer::Path &path : paths.paths)
            if (static_cast<std::size_t>(path.flow) < lanes && !path.answered)
                done.answered[static_cast<std::size_t>(path.flow)] = false;
}

// Data that arrived damaged are worse than no figure; data that nobody looked at prove nothing.
std::optional<base::Error> badData(const std::vector<TestLane> &lanes, const RdmaShotRun &done)
{
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const bool wrong = done.wrongBytes[i] > 0;
        if (wrong || done.checkedBytes[i] == 0)
            return base::failed(base::Message(wrong ? "rdma.wrong-data"_msg : "rdma.not-checked"_msg)
                                    .with("half", domain::toText(lanes[i].to.half.half))
                                    .with("device", lanes[i].to.netdev)
                                    .with("wrong", static_cast<std::int64_t>(done.wrongBytes[i]))
                                    .with("checked", static_cast<std::int64_t>(done.checkedBytes[i])));
    }
    return std::nullopt;
}

// RDMA by the NIC's own counters of a half; where it has none (soft RoCE) the kernel counts it as any other packet.
std::optional<std::uint64_t> received(const Snapshots &before, const Snapshots &after, const domain::HalfRef &half)
{
    if (const auto bytes = moved(before, after, half, [](const auto &each) { return each.rdmaRxBytes; }))
        return bytes;
    return moved(before, after, half, [](const auto &each) { return std::optional(each.netdevRxBytes); });
}

void addWires(RdmaShotRun &done, const std::vector<TestLane> &lanes, const Snapshots &before, const Snapshots &after)
{
    done.run.wires = wiresOf(lanes, done.run.lanes, before, after);
    std::map<domain::CageRef, std::uint64_t> sums;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const domain::LaneEnd &to = lanes[i].to;
        const auto bytes = received(before, after, to.half);
        done.run.lanes[i].rightHalf =
            !bytes || static_cast<double>(*bytes) >= kHalfOfIt * static_cast<double>(done.run.lanes[i].payloadBytes);
        sums[to.half.cageRef()] += bytes.value_or(0);
    }
    for (auto &[cage, wire] : done.run.wires)
        if (wire.source != domain::WireSource::Port)
            wire.wireBytes = sums[cage];
}

} // namespace

milliseconds durationOf(const RdmaShotSettings &settings)
{
    return settings.warmUp + settings.measure + kOverhead;
}

QCoro::Task<base::Result<RdmaShotRun>> runRdmaShot(std::vector<TestLane> lanes, std::optional<TestLane> pingPong,
    RdmaShotSettings settings, AgentOf agents, std::function<void(double)> onRate, CancelToken token)
{
    Run run{lanes, settings, agents, flowsOf(lanes, pingPong, settings), randomHexDigits(protocol::kRdmaTokenDigits)};
    std::vector<TestLane> all = lanes;
    if (pingPong)
        all.push_back(*pingPong);
    for (const TestLane &lane : all)
        if (!agents(lane.from.half.spark) || !agents(lane.to.half.spark))
            co_return base::Error{base::ErrorKind::Unreachable, base::Message("bench.spark-missing"_msg), {}};
    const base::Result<Snapshots> before = co_await countersOf(all, agents, token);
    if (!before)
        co_return before.error();
    const base::Result<Answers> answers = co_await runEnds(run, std::move(onRate), token);
    if (!answers) {
        const base::Error error = answers.error();
        if (token.isCancelled())
            co_return base::Error(error);
        // On its own: GCC 12 destroys what a co_await inside ?: gave twice.
        const base::Result<Snapshots> now = co_await countersOf(all, agents, token);
        const std::optional<base::Error> lost = now ? lostLink(all, *before, *now) : std::nullopt;
        co_return lost.value_or(error);
    }
    RdmaShotRun done;
    done.run.lanes.resize(lanes.size());
    done.run.sending = settings.warmUp + settings.measure;
    fill(done, *answers, settings.operation);
    if (const auto bad = badData(lanes, done))
        co_return *bad;
    const base::Result<Snapshots> after = co_await countersOf(all, agents, token);
    if (!after)
        co_return after.error();
    addWires(done, lanes, *before, *after);
    co_return done;
}

} // namespace sparkloom::engine
