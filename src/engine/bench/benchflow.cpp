// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/benchflow.h"

#include "domain/measure/fingerprint.h"
#include "engine/bench/baseline.h"
#include "engine/bench/crosscheck.h"
#include "engine/bench/errorwatch.h"
#include "engine/bench/fabricuse.h"
#include "engine/bench/ladder.h"
#include "engine/bench/ncclcopy.h"
#include "engine/bench/nccltest.h"
#include "engine/bench/proven.h"
#include "engine/bench/rdmatest.h"
#include "engine/bench/tcptest.h"
#include "engine/bench/testpace.h"
#include "engine/jobs/pending.h"
#include "engine/ports/testresults.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;

namespace {

// The lanes of these ways, and nothing else.
domain::AddressPlan only(const domain::AddressPlan &plan, const std::vector<TestWay> &ways)
{
    domain::AddressPlan part = plan;
    std::erase_if(part.lanes, [&](const domain::Lane &lane) {
        return std::none_of(ways.begin(), ways.end(), [&](const TestWay &way) {
            return std::any_of(way.lanes.begin(), way.lanes.end(), [&](const TestLane &each) {
                return each.cable == lane.cable && lane.subnet.contains(each.from.address.address);
            });
        });
    });
    return part;
}

std::vector<Shot> shotsOfTest(const std::vector<TestWay> &ways, const TestOptions &options)
{
    std::vector<Shot> shots;
    for (const TestWay &way : ways) {
        std::vector<Shot::Kind> kinds;
        if (!options.quick() || way.lanes.size() < 2)
            kinds.push_back(Shot::Kind::OneHalf);
        if (way.lanes.size() > 1)
            kinds.push_back(Shot::Kind::BothHalves);
        if (options.bothWays)
            kinds.push_back(Shot::Kind::BothWays);
        for (const Shot::Kind kind : kinds)
            for (Shot &shot : shotsOf(way, kind))
                shots.push_back(std::move(shot));
    }
    if (ways.size() > 1)
        shots.push_back(everythingAtOnce(ways));
    return shots;
}

bool takesPart(const TestOptions &options, const domain::CageRef &cage)
{
    return options.cages.empty() || std::find(options.cages.begin(), options.cages.end(), cage) != options.cages.end();
}

// What an RDMA test measures, in its order: bandwidth as over TCP, then the latency of each cable, idle and under load.
struct RdmaStep {
    enum class What { Bandwidth, Latency, UnderLoad };
    What what = What::Bandwidth;
    Shot shot;
};
std::vector<RdmaStep> rdmaSteps(const std::vector<TestWay> &ways, const TestOptions &options)
{
    std::vector<RdmaStep> steps;
    if (!options.rdma.latencyOnly)
        for (Shot &shot : shotsOfTest(ways, options))
            steps.push_back({RdmaStep::What::Bandwidth, std::move(shot)});
    for (const TestWay &way : ways) {
        const Shot there = shotsOf(way, Shot::Kind::BothHalves).front();
        steps.push_back({RdmaStep::What::Latency, there});
        if (!options.quick())
            steps.push_back({RdmaStep::What::UnderLoad, there});
    }
    return steps;
}

std::vector<domain::LaneEnd> endsOf(const std::vector<TestWay> &ways)
{
    std::vector<domain::LaneEnd> ends;
    for (const TestWay &way : ways)
        for (const TestLane &lane : way.lanes)
            ends.insert(ends.end(), {lane.from, lane.to});
    return ends;
}

} // namespace

BenchFlow::BenchFlow(std::shared_ptr<SessionCore> core) : m_core(std::move(core)) {}

void BenchFlow::setProgress(std::optional<TestProgress> progress)
{
    m_progress = std::move(progress);
    Q_EMIT progressChanged();
}

base::Result<std::vector<TestWay>> BenchFlow::chosen(const std::vector<TestWay> &ways, const TestOptions &options) const
{
    std::vector<domain::SparkId> pair;
    for (const QString &name : options.pair) {
        const SessionCore::Connection connection = m_core->connection(name);
        if (!connection || !connection->facts())
            return base::Error{
                base::ErrorKind::Usage, base::Message("bench.no-such-spark"_msg).with("spark", name.toStdString()), {}};
        pair.push_back(connection->facts()->id);
    }
    std::vector<TestWay> some;
    std::copy_if(ways.begin(), ways.end(), std::back_inserter(some), [&](const TestWay &way) {
        const auto in = [&](const domain::SparkId &id) {
            return std::find(pair.begin(), pair.end(), id) != pair.end();
        };
        return (!options.cable || way.cable == *options.cable)
            && (pair.empty() || (in(way.a.spark) && in(way.b.spark)));
    });
    if (some.empty() && options.cable)
        return base::Error{
            base::ErrorKind::Usage, base::Message("bench.no-such-cable"_msg).with("cable", *options.cable), {}};
    if (some.empty())
        return base::Error{ways.empty() ? base::ErrorKind::NotKnown : base::ErrorKind::Usage,
            ways.empty() ? base::Message("bench.nothing-to-test"_msg) : base::Message("bench.no-way-between"_msg), {}};
    return some;
}

// From what is known of the Sparks now.
base::Result<BenchFlow::Ground> BenchFlow::ground(const TestOptions &options) const
{
    Ground ground;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        if (connection->agent() && connection->facts())
            ground.sparks.push_back({connection->member().name, *connection->facts(), connection->agent()});
    if (ground.sparks.empty())
        return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    for (const ClusterMember &member : m_core->cluster().members) {
        const SessionCore::Connection connection = m_core->connection(member.name);
        if (!connection || !connection->ready())
            ground.missing.push_back(
                base::Message("verify.spark-not-reached"_msg).with("spark", member.name.toStdString()));
    }
    const std::vector<domain::SparkFacts> facts = m_core->readyFacts();
    ground.plan = m_core->cluster().applied ? *m_core->cluster().applied : planFromFacts(facts);
    // Whoever was not reached takes no part; that is said beside the figures.
    for (domain::Lane &lane : ground.plan.lanes)
        std::erase_if(lane.ends, [&](const domain::LaneEnd &end) {
            const bool reached = std::any_of(facts.begin(), facts.end(),
                [&](const domain::SparkFacts &spark) { return spark.id == end.half.spark; });
            return !reached || !takesPart(options, end.half.cageRef());
        });
    std::erase_if(ground.plan.lanes, [](const domain::Lane &lane) { return lane.ends.size() < 2; });
    const base::Result<std::vector<TestWay>> ways = chosen(waysOf(ground.plan), options);
    if (!ways)
        return ways.error();
    ground.ways = *ways;
    ground.plan = only(ground.plan, ground.ways);
    return ground;
}

QCoro::Task<base::Result<BenchFlow::Ground>> BenchFlow::prepare(TestOptions options, CancelToken token)
{
    std::vector<QCoro::Task<base::Result<void>>> inspections;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        inspections.push_back(connection->inspect(token));
    for (auto &inspection : inspections) {
        const base::Result<void> result = co_await inspection;
        if (!result && result.error().kind == base::ErrorKind::Cancelled)
            co_return result.error();
    }
    co_return ground(options);
}

LadderMeans BenchFlow::meansOf(const Ground &ground, const TestOptions &options, std::shared_ptr<TestPace> pace) const
{
    std::vector<VerifyTarget> targets;
    for (const TestSpark &spark : ground.sparks)
        if (!ground.plan.halvesOf(spark.facts.id).empty())
            targets.push_back({spark.name, spark.facts, spark.agent, {}, {}});
    const Tell tell = [weak = std::weak_ptr(pace)](const TestProgress &progress) {
        if (const auto known = weak.lock())
            known->take(progress);
    };
    LadderMeans means;
    means.tcp = std::make_shared<TcpTest>(ground.sparks, options, tell);
    const auto rdma = std::make_shared<RdmaTest>(ground.sparks, options, tell);
    means.rdma.measure = [rdma](Shot shot, CancelToken token) { return rdma->measure(std::move(shot), token); };
    means.rdma.latency = [rdma](Shot shot, CancelToken token) { return rdma->latency(std::move(shot), false, token); };
    means.rdma.underLoad = [rdma](Shot shot, CancelToken token) { return rdma->latency(std::move(shot), true, token); };
    means.rdma.isMissing = RdmaTest::isMissing;
    means.rdma.shot = rdma->durationOfShot();
    if (!ground.ways.empty())
        means.rdma.roundTrips = rdma->durationOfLatency(shotsOf(ground.ways.front(), Shot::Kind::BothHalves).front());
    means.nccl = std::make_shared<NcclTest>(ground.sparks, ground.plan, ground.ways, options, tell);
    means.verifier = std::make_shared<Verifier>(targets, ground.plan);
    means.pace = std::move(pace);
    return means;
}

std::vector<std::chrono::milliseconds> BenchFlow::durationsOf(
    TestKind kind, const Ground &ground, const TestOptions &options) const
{
    const LadderMeans means = meansOf(ground, options, std::make_shared<TestPace>(nullptr));
    if (kind == TestKind::Ladder)
        return Ladder(means, ground.ways, options).durations();
    std::vector<std::chrono::milliseconds> durations;
    if (kind == TestKind::Nccl) {
        for (const NcclGroup &group : means.nccl->groups())
            durations.push_back(means.nccl->durationOf(group, means.nccl->load()));
        return durations;
    }
    if (kind == TestKind::Rdma) {
        for (const RdmaStep &step : rdmaSteps(ground.ways, options))
            durations.push_back(step.what == RdmaStep::What::Bandwidth ? means.rdma.shot : means.rdma.roundTrips);
        return durations;
    }
    durations.assign(shotsOfTest(ground.ways, options).size(), means.tcp->durationOfShot());
    return durations;
}

base::Result<TestEstimate> BenchFlow::estimate(TestKind kind, const TestOptions &options) const
{
    const base::Result<Ground> known = ground(options);
    if (!known)
        return known.error();
    TestEstimate estimate;
    for (const std::chrono::milliseconds each : durationsOf(kind, *known, options)) {
        estimate.duration += each;
        ++estimate.shots;
    }
    for (const TestWay &way : known->ways)
        if (std::find(estimate.cables.begin(), estimate.cables.end(), way.cable) == estimate.cables.end())
            estimate.cables.push_back(way.cable);
    if (kind == TestKind::Nccl || kind == TestKind::Ladder) {
        NcclLoad load;
        if (kind == TestKind::Nccl)
            load.maxBytes = options.nccl.maxBytes;
        estimate.memory = NcclTest::memoryOf(load);
    }
    return estimate;
}

std::shared_ptr<TestPace> BenchFlow::paceOf(TestKind kind, const Ground &ground, const TestOptions &options)
{
    const std::weak_ptr<BenchFlow> weak = weak_from_this();
    auto pace = std::make_shared<TestPace>([weak](const TestProgress &progress) {
        if (const auto self = weak.lock())
            self->setProgress(progress);
    });
    pace->expect(durationsOf(kind, ground, options));
    return pace;
}

void BenchFlow::begin(TestKind kind, const Ground &ground, const TestOptions &options)
{
    m_soFar.emplace();
    m_soFar->kind = kind;
    m_soFar->when = QDateTime::currentDateTimeUtc();
    m_soFar->options = options;
    m_soFar->fingerprint = QString::fromStdString(domain::environmentFingerprint(m_core->readyFacts()));
    m_soFar->notProven = ground.missing;
    Q_EMIT soFarChanged();
}

void BenchFlow::addShot(const TestShot &shot)
{
    m_soFar->shots.push_back(shot);
    Q_EMIT soFarChanged();
}

void BenchFlow::addStep(const LadderStep &step)
{
    if (!m_soFar)
        return;
    m_soFar->steps.push_back(step);
    Q_EMIT soFarChanged();
}

void BenchFlow::end()
{
    m_running.reset(); // the frames of coroutines that hold it may outlive the answer that they gave
    m_soFar.reset();
    setProgress(std::nullopt);
    Q_EMIT soFarChanged();
}

QCoro::Task<base::Result<TestReport>> BenchFlow::finished(Work work)
{
    std::vector<ErrorDelta> moved;
    if (work.errors)
        moved = co_await work.errors->end(work.token);
    TestReport report = *m_soFar;
    for (const ErrorDelta &error : moved)
        report.alarms.push_back(grewOf(error));
    conclude(report);
    if (m_results) {
        const CancelToken token = m_core->alive();
        const QString cluster = m_core->cluster().name;
        const base::Result<QByteArray> before = co_await pendingOf(m_results->baseline(cluster)).wait(token);
        TestBaseline baseline = baselineFromJson(before ? *before : QByteArray());
        compareWithBaseline(report, baseline);
        report.sentence = sentenceOf(report.verdict);
        if (learn(baseline, report) && !token.isCancelled()) {
            const base::Result<void> kept =
                co_await pendingOf(m_results->keepBaseline(cluster, baselineToJson(baseline))).wait(token);
            static_cast<void>(kept); // the report stands without it
        }
    }
    end();
    m_report = report;
    Q_EMIT reportChanged();
    co_return base::Result<TestReport>(report);
}

std::shared_ptr<NcclCopy> BenchFlow::ncclCopy() const
{
    return std::make_shared<NcclCopy>(m_core);
}

QCoro::Task<base::Result<std::vector<base::Message>>> BenchFlow::others()
{
    return fabricUse(m_core, m_core->alive());
}

QCoro::Task<base::Result<BenchFlow::Work>> BenchFlow::start(TestOptions options)
{
    Work work;
    work.self = shared_from_this();
    if (m_running.lock())
        co_return base::refused("bench.another-runs"_msg);
    work.running = std::make_shared<int>(0);
    m_running = work.running;
    work.busy = m_core->busyScope();
    work.token = m_core->work();
    const base::Result<Ground> ground = co_await prepare(options, work.token);
    if (!ground)
        co_return ground.error();
    work.ground = *ground;
    work.errors = std::make_shared<ErrorWatch>(ground->sparks, endsOf(ground->ways));
    const base::Result<void> read = co_await work.errors->begin(work.token);
    if (work.token.isCancelled())
        co_return cancelledError();
    work.errors->rest();
    if (!read)
        work.errors.reset();
    co_return base::Result<Work>(work);
}

QCoro::Task<base::Result<TestReport>> BenchFlow::measureAll(
    Work work, TestKind kind, TestOptions options, std::shared_ptr<TestPace> pace, std::vector<Measure> measures)
{
    begin(kind, work.ground, options);
    for (const Measure &measure : measures) {
        pace->begin();
        const TestShot done = co_await measure(work.token);
        if (work.token.isCancelled()) {
            end();
            co_return cancelledError();
        }
        addShot(done);
    }
    co_return co_await finished(work);
}

QCoro::Task<base::Result<TestReport>> BenchFlow::testTcp(TestOptions options)
{
    const base::Result<Work> work = co_await start(options);
    if (!work)
        co_return work.error();
    const auto pace = paceOf(TestKind::Tcp, work->ground, options);
    const auto tcp = meansOf(work->ground, options, pace).tcp;
    std::vector<Measure> measures;
    for (const Shot &shot : shotsOfTest(work->ground.ways, options))
        measures.push_back([tcp, shot](CancelToken token) { return tcp->measure(shot, token); });
    co_return co_await measureAll(*work, TestKind::Tcp, options, pace, measures);
}

QCoro::Task<base::Result<CrossCheckReport>> BenchFlow::crossCheck(TestOptions options)
{
    const base::Result<Work> work = co_await start(options);
    if (!work)
        co_return work.error();
    std::vector<TestLane> lanes;
    for (const TestWay &way : work->ground.ways)
        lanes.insert(lanes.end(), way.lanes.begin(), way.lanes.end());
    CrossCheck check(work->ground.sparks, options, [this](const TestProgress &progress) { setProgress(progress); });
    const base::Result<CrossCheckReport> report = co_await check.run(lanes, work->token);
    end();
    co_return base::Result<CrossCheckReport>(report);
}

QCoro::Task<base::Result<TestReport>> BenchFlow::testRdma(TestOptions options)
{
    const base::Result<Work> work = co_await start(options);
    if (!work)
        co_return work.error();
    const auto pace = paceOf(TestKind::Rdma, work->ground, options);
    const auto rdma = meansOf(work->ground, options, pace).rdma;
    std::vector<Measure> measures;
    for (const RdmaStep &step : rdmaSteps(work->ground.ways, options)) {
        const auto &measure = step.what == RdmaStep::What::Latency ? rdma.latency
            : step.what == RdmaStep::What::UnderLoad               ? rdma.underLoad
                                                                   : rdma.measure;
        measures.push_back([measure, shot = step.shot](CancelToken token) { return measure(shot, token); });
    }
    co_return co_await measureAll(*work, TestKind::Rdma, options, pace, measures);
}

QCoro::Task<base::Result<TestReport>> BenchFlow::testNccl(TestOptions options)
{
    const base::Result<Work> work = co_await start(options);
    if (!work)
        co_return work.error();
    const auto pace = paceOf(TestKind::Nccl, work->ground, options);
    const auto nccl = meansOf(work->ground, options, pace).nccl;
    std::vector<Measure> measures;
    for (const NcclGroup &group : nccl->groups())
        measures.push_back([nccl, group](CancelToken token) { return nccl->measure(group, nccl->load(), token); });
    co_return co_await measureAll(*work, TestKind::Nccl, options, pace, measures);
}

QCoro::Task<base::Result<TestReport>> BenchFlow::climb(TestOptions options)
{
    const base::Result<Work> work = co_await start(options);
    if (!work)
        co_return work.error();
    const auto pace = paceOf(TestKind::Ladder, work->ground, options);
    const auto ladder = std::make_shared<Ladder>(meansOf(work->ground, options, pace), work->ground.ways, options);
    begin(TestKind::Ladder, work->ground, options);
    const base::Result<std::vector<LadderStep>> steps =
        co_await ladder->climb([this](const LadderStep &step) { addStep(step); }, work->token);
    if (!steps) {
        end();
        co_return steps.error();
    }
    co_return co_await finished(*work);
}

} // namespace sparkloom::engine
