// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/rdmatest.h"

#include "domain/measure/rdmaband.h"

#include <algorithm>
#include <array>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using std::chrono::milliseconds;

namespace {

// 20000 round trips take 60 ms on a cable; where they are slower, there are fewer of them.
constexpr milliseconds kLatencyWarmUp{200};
constexpr milliseconds kLatencyTime{1000};
constexpr int kLoadPairs = 1; // measurement-and-safety 2.3: one bulk queue pair each way
// What stands in the queues of all pairs together: enough for the line, little enough for the memory.
constexpr std::int64_t kInFlight = std::int64_t(4) << 20;
constexpr int kLeastDepth = 2;
constexpr int kMostDepth = 128; // as perftest

protocol::RdmaOperation operationOf(RdmaOptions::Operation operation)
{
    switch (operation) {
    case RdmaOptions::Operation::Write: return protocol::RdmaOperation::Write;
    case RdmaOptions::Operation::Read: return protocol::RdmaOperation::Read;
    case RdmaOptions::Operation::Send: break;
    }
    return protocol::RdmaOperation::Send;
}

int depthOf(int queuePairs, std::int64_t messageBytes)
{
    const std::int64_t depth = kInFlight / (std::max(1, queuePairs) * std::max<std::int64_t>(1, messageBytes));
    return static_cast<int>(std::clamp<std::int64_t>(depth, kLeastDepth, kMostDepth));
}

} // namespace

bool RdmaTest::isMissing(const base::Error &error)
{
    static constexpr std::array kIds{"rdma.no-library"_msg, "rdma.library-broken"_msg, "rdma.library-old"_msg,
        "rdma.no-device"_msg, "rdma.no-provider"_msg, "rdma.no-kernel-support"_msg, "rdma.no-device-file"_msg,
        "rdma.no-permission"_msg, "rdma.not-here"_msg};
    return std::any_of(
        kIds.begin(), kIds.end(), [&](const base::MessageId &id) { return id.text() == error.message.id; });
}

RdmaShotSettings RdmaTest::settings() const
{
    RdmaShotSettings settings;
    settings.operation = operationOf(options().rdma.operation);
    settings.queuePairs = options().rdma.queuePairs;
    settings.messageBytes = options().rdma.messageBytes;
    settings.depth = depthOf(settings.queuePairs, settings.messageBytes);
    settings.warmUp = options().warmUp;
    settings.measure = options().measure;
    return settings;
}

RdmaShotSettings RdmaTest::latencySettings(bool underLoad) const
{
    RdmaShotSettings settings = this->settings();
    settings.warmUp = underLoad ? options().warmUp : std::min(kLatencyWarmUp, options().warmUp);
    settings.measure = std::min(kLatencyTime, options().measure);
    settings.queuePairs = kLoadPairs;
    settings.depth = depthOf(kLoadPairs, settings.messageBytes);
    return settings;
}

milliseconds RdmaTest::durationOfRun() const
{
    return durationOf(settings());
}

milliseconds RdmaTest::durationOfLatency(const Shot &shot) const
{
    return static_cast<int>(shot.lanes.size()) * durationOf(latencySettings(false));
}

QCoro::Task<base::Result<ShotRun>> RdmaTest::run(
    std::vector<TestLane> lanes, std::function<void(double)> onRate, CancelToken token)
{
    const base::Result<RdmaShotRun> done =
        co_await runRdmaShot(std::move(lanes), std::nullopt, settings(), agents(), std::move(onRate), token);
    if (!done)
        co_return done.error();
    ShotRun run = done->run;
    run.heard = heardOf(*done);
    co_return base::Result<ShotRun>(run);
}

// Without those that a healthy run has, too: a connection that came about, a port that is back.
std::vector<base::Message> RdmaTest::heardOf(const RdmaShotRun &run) const
{
    using What = protocol::RdmaAsync::What;
    std::vector<base::Message> heard;
    for (const auto &[spark, events] : run.events)
        for (const protocol::RdmaAsync &event : events)
            if (event.what != What::Other && event.what != What::PortUp)
                heard.push_back(base::Message("bench.nic-said"_msg)
                                    .with("spark", nameOf(spark).toStdString())
                                    .with("device", event.device)
                                    .with("text", event.text));
    return heard;
}

std::optional<domain::Band> RdmaTest::bandOf(const Shot &shot, const TestFigure &figure) const
{
    if (shot.kind == Shot::Kind::Everything)
        return std::nullopt; // both cages of a Spark share its PCIe links: nobody has published such a sum
    domain::RdmaShape shape;
    shape.halves = static_cast<int>(figure.lanes.size());
    shape.mtu = figure.lanes.front().mtu;
    shape.read = options().rdma.operation == RdmaOptions::Operation::Read;
    shape.bothWays = shot.kind == Shot::Kind::BothWays;
    shape.linkGbps = linkOf(figure);
    shape.pcie = pcieOf(figure);
    return domain::rdmaBand(shape);
}

domain::WireVerdict RdmaTest::judgeWire(
    const domain::RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu) const
{
    return domain::judgeRdmaWire(run, window, linkGbps, netdevMtu);
}

LatencyFigure RdmaTest::figureOf(
    const TestLane &lane, const protocol::RdmaResult::Latency &latency, bool underLoad) const
{
    LatencyFigure figure;
    figure.from = nameOf(lane.from.half.spark);
    figure.to = nameOf(lane.to.half.spark);
    figure.lane = lane;
    figure.p50 = latency.p50;
    figure.p99 = latency.p99;
    figure.p999 = latency.p999;
    figure.samples = latency.rounds;
    figure.underLoad = underLoad;
    const domain::SparkFacts *facts = factsOf(lane.from.half.spark);
    const domain::HalfFacts *half = facts ? facts->half(lane.from.half.half) : nullptr;
    const domain::LatencyJudgement judgement =
        domain::judgeLatency(latency.p50, lane.cable == 0, underLoad, half && half->pcie);
    figure.verdict = judgement.verdict;
    figure.reason = judgement.reason;
    return figure;
}

QCoro::Task<TestShot> RdmaTest::latency(Shot shot, bool underLoad, CancelToken token)
{
    TestShot done{shot.kind, shot.cable, {}, std::nullopt, layer()};
    const RdmaShotSettings settings = latencySettings(underLoad);
    for (std::size_t i = 0; i < shot.lanes.size(); ++i) {
        const TestLane lane = shot.lanes[i];
        TestProgress progress;
        progress.doing = base::Message(underLoad ? "bench.doing-latency-load"_msg : "bench.doing-latency"_msg)
                             .with("cable", lane.cable)
                             .with("from", nameOf(lane.from.half.spark).toStdString())
                             .with("to", nameOf(lane.to.half.spark).toStdString())
                             .with("half", domain::toText(lane.from.half.half));
        progress.left = static_cast<int>(shot.lanes.size() - i) * durationOf(settings);
        tell(shot, progress);
        const std::vector<TestLane> load = underLoad ? shot.lanes : std::vector<TestLane>();
        const base::Result<RdmaShotRun> run = co_await runRdmaShot(load, lane, settings, agents(), nullptr, token);
        if (!run) {
            done.error = run.error();
            break;
        }
        const std::vector<base::Message> heard = heardOf(*run);
        done.heard.insert(done.heard.end(), heard.begin(), heard.end());
        if (run->latency)
            done.latencies.push_back(figureOf(lane, *run->latency, underLoad));
    }
    co_return done;
}

} // namespace sparkloom::engine
