// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/benchflow.h"

#include "domain/measure/fingerprint.h"
#include "engine/bench/ladder.h"
#include "engine/bench/proven.h"
#include "engine/bench/tcptest.h"

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
    Ground ground;
    std::vector<TestSpark> sparks;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        if (connection->agent() && connection->facts())
            sparks.push_back({connection->member().name, *connection->facts(), connection->agent()});
    if (sparks.empty())
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
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
            return std::none_of(facts.begin(), facts.end(),
                [&](const domain::SparkFacts &spark) { return spark.id == end.half.spark; });
        });
    std::erase_if(ground.plan.lanes, [](const domain::Lane &lane) { return lane.ends.size() < 2; });
    const base::Result<std::vector<TestWay>> ways = chosen(waysOf(ground.plan), options);
    if (!ways)
        co_return ways.error();
    ground.ways = *ways;
    ground.plan = only(ground.plan, ground.ways);
    const std::weak_ptr<BenchFlow> weak = weak_from_this();
    ground.tcp = std::make_shared<TcpTest>(std::move(sparks), options, [weak](const TestProgress &progress) {
        if (const auto self = weak.lock())
            self->setProgress(progress);
    });
    co_return ground;
}

TestReport BenchFlow::begun(const Ground &ground, const TestOptions &options) const
{
    TestReport report;
    report.when = QDateTime::currentDateTimeUtc();
    report.options = options;
    report.fingerprint = QString::fromStdString(domain::environmentFingerprint(m_core->readyFacts()));
    report.notProven = ground.missing;
    return report;
}

TestReport BenchFlow::finished(TestReport report)
{
    setProgress(std::nullopt);
    conclude(report);
    m_report = report;
    Q_EMIT reportChanged();
    return report;
}

QCoro::Task<base::Result<TestReport>> BenchFlow::testTcp(TestOptions options)
{
    const auto self = shared_from_this();
    if (m_running.lock())
        co_return base::refused("bench.another-runs"_msg);
    const auto running = std::make_shared<int>(0);
    m_running = running;
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const base::Result<Ground> ground = co_await prepare(options, token);
    if (!ground)
        co_return ground.error();
    TestReport report = begun(*ground, options);
    const std::vector<Shot> shots = shotsOfTest(ground->ways, options);
    ground->tcp->expect(static_cast<int>(shots.size()));
    for (const Shot &shot : shots) {
        const TestShot done = co_await ground->tcp->measure(shot, token);
        if (token.isCancelled()) {
            setProgress(std::nullopt);
            co_return cancelledError();
        }
        report.shots.push_back(done);
    }
    co_return finished(std::move(report));
}

QCoro::Task<base::Result<TestReport>> BenchFlow::climb(TestOptions options)
{
    const auto self = shared_from_this();
    if (m_running.lock())
        co_return base::refused("bench.another-runs"_msg);
    const auto running = std::make_shared<int>(0);
    m_running = running;
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const base::Result<Ground> ground = co_await prepare(options, token);
    if (!ground)
        co_return ground.error();
    TestReport report = begun(*ground, options);
    std::vector<VerifyTarget> targets;
    for (const TestSpark &spark : ground->tcp->sparks())
        if (!ground->plan.halvesOf(spark.facts.id).empty())
            targets.push_back({spark.name, spark.facts, spark.agent, {}, {}});
    const auto verifier = std::make_shared<Verifier>(targets, ground->plan);
    const auto ladder = std::make_shared<Ladder>(ground->tcp, verifier, ground->ways, options);
    ground->tcp->expect(ladder->shots());
    const base::Result<std::vector<LadderStep>> steps = co_await ladder->climb(token);
    if (!steps) {
        setProgress(std::nullopt);
        co_return steps.error();
    }
    report.steps = *steps;
    co_return finished(std::move(report));
}

} // namespace sparkloom::engine
