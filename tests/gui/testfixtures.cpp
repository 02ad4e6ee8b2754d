// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfixtures.h"

#include "domain/measure/fingerprint.h"
#include "engine/bench/proven.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace fixtures {

using namespace base::literals;
using engine::LadderStep;
using engine::Shot;
using engine::TestKind;
using engine::TestLayer;
using engine::TestShot;
using viewmodels::SetupViewModels;
using viewmodels::Step;

namespace {

constexpr std::uint64_t kBytesEachGbps = 375'000'000; // three seconds
constexpr double kHeaders = 1.008;                    // of frames of 9000 bytes

domain::Band bandOf(const Shot &shot, TestLayer layer)
{
    const bool both = shot.kind != Shot::Kind::OneHalf;
    if (layer == TestLayer::Rdma)
        return both ? domain::Band{185, 175, 112, 200, "band.pcie"_msg}
                    : domain::Band{95, 90, 58, 111, "band.pcie"_msg};
    if (shot.kind == Shot::Kind::BothWays)
        return {95, 80, 50, 200, "band.both-ways"_msg};
    return both ? domain::Band{165, 150, 100, 200, "band.cpu"_msg} : domain::Band{95, 85, 30, 111, "band.pcie"_msg};
}

domain::RunFigure runOf(double gbps)
{
    domain::RunFigure run;
    run.gbps = gbps;
    run.payloadBytes = static_cast<std::uint64_t>(gbps * static_cast<double>(kBytesEachGbps));
    run.wireBytes = static_cast<std::uint64_t>(static_cast<double>(run.payloadBytes) * kHeaders);
    run.source = domain::WireSource::Port;
    run.wire = domain::WireVerdict::Agrees;
    run.retransmits = 12;
    run.senderCores = 3.2;
    run.receiverCores = 4.6;
    return run;
}

QString nameOf(const domain::SparkId &id)
{
    return u"spark-"_s + QChar(u'a' + id.value.back() - '1');
}

TestShot measured(const Shot &shot, TestLayer layer, double share)
{
    TestShot done;
    done.kind = shot.kind;
    done.cable = shot.cable;
    done.layer = layer;
    for (const engine::TestLane &lane : shot.lanes) {
        auto figure = std::find_if(done.figures.begin(), done.figures.end(),
            [&](const engine::TestFigure &each) { return each.from == nameOf(lane.from.half.spark); });
        if (figure == done.figures.end()) {
            figure = done.figures.insert(done.figures.end(), engine::TestFigure());
            figure->from = nameOf(lane.from.half.spark);
            figure->to = nameOf(lane.to.half.spark);
            figure->cable = shot.cable;
        }
        figure->lanes.push_back(lane);
    }
    for (engine::TestFigure &figure : done.figures) {
        figure.figure.band = bandOf(shot, layer);
        for (const double near : {1.03, 1.022, 1.035})
            figure.figure.runs.push_back(runOf(figure.figure.band->good * near * share));
        domain::judge(figure.figure);
    }
    return done;
}

std::vector<TestShot> allOf(const domain::AddressPlan &plan, Shot::Kind kind, TestLayer layer, double share = 1)
{
    std::vector<TestShot> done;
    for (const engine::TestWay &way : engine::waysOf(plan))
        for (const Shot &shot : engine::shotsOf(way, kind))
            done.push_back(measured(shot, layer, share));
    return done;
}

LadderStep step(LadderStep::Kind kind, std::vector<TestShot> shots = {})
{
    LadderStep step;
    step.kind = kind;
    step.verdict = shots.empty() ? domain::Verdict::Good : engine::verdictOf(shots);
    step.shots = std::move(shots);
    return step;
}

LadderStep notTested(LadderStep::Kind kind, base::MessageId why, bool counts)
{
    LadderStep step;
    step.kind = kind;
    step.seen = {base::Message(why)};
    step.counts = counts;
    return step;
}

std::vector<LadderStep> facts()
{
    using Kind = LadderStep::Kind;
    return {step(Kind::Link), step(Kind::Pcie), step(Kind::Address), step(Kind::JumboAndLane)};
}

engine::TestReport begun(TestKind kind)
{
    engine::TestReport report;
    report.kind = kind;
    report.when = QDateTime(QDate(2026, 11, 21), QTime(14, 3), Qt::UTC);
    report.options.length = engine::TestLength::Quick;
    report.options.measure = std::chrono::milliseconds(3000);
    report.fingerprint = QString::fromStdString(domain::environmentFingerprint(cabledPair().sparks));
    return report;
}

// --- states

void show(SetupViewModels &models)
{
    viewmodels::FlowFacts facts;
    facts.members = facts.ready = 2;
    facts.topologyChosen = facts.cablingComplete = facts.planned = facts.applied = true;
    facts.testing = models.tests.state() == viewmodels::TestsViewModel::State::Running;
    models.steps.setFacts(facts);
    models.steps.go(Step::Tests);
}

void fill(SetupViewModels &models, const Fabric &fabric)
{
    models.tests.setOffered({TestKind::Ladder, TestKind::Tcp, TestKind::Rdma, TestKind::Nccl});
    models.tests.setHosts(fabric.hosts);
    models.tests.setAddresses(planOf(fabric).addresses);
    engine::TestEstimate estimate;
    estimate.duration = std::chrono::seconds(34);
    estimate.cables = {1};
    estimate.memory = std::int64_t(3) << 30;
    models.tests.setEstimate(estimate);
    models.tests.setOthers({});
}

void run(SetupViewModels &models)
{
    fill(models, cabledPair());
    models.tests.begin();
    engine::TestReport soFar = ladderReport(planOf(cabledPair()).addresses);
    soFar.steps.resize(5);
    models.tests.setSoFar(soFar);
    for (int i = 0; i < 40; ++i) {
        engine::TestProgress progress = climbing(std::chrono::milliseconds(250 * i), i % 10 < 2 ? 0 : 97 + i % 3);
        progress.shot = 1 + i / 10;
        if (i >= 30)
            progress.gbps = i < 33 ? 60.0 * (i - 29) : 188 + i % 4;
        else
            progress.band = domain::Band{95, 90, 58, 111, "band.pcie"_msg};
        models.tests.setProgress(progress);
    }
}

void end(SetupViewModels &models, const engine::TestReport &report)
{
    models.tests.begin();
    models.tests.finish(report);
}

void prove(SetupViewModels &models)
{
    const Fabric fabric = cabledPair();
    const domain::Plan plan = planOf(fabric);
    models.prove.setHosts(fabric.hosts);
    models.prove.setLive(fabric.cabling.halves);
    models.prove.setAddresses(plan.addresses);
    models.prove.setReport(passedReport(fabric, plan));
    show(models);
    models.steps.go(Step::Prove);
}

} // namespace

engine::TestReport tcpReport(const domain::AddressPlan &plan, double share)
{
    engine::TestReport report = begun(TestKind::Tcp);
    for (const Shot::Kind kind : {Shot::Kind::OneHalf, Shot::Kind::BothHalves})
        for (TestShot &shot : allOf(plan, kind, TestLayer::Tcp, share))
            report.shots.push_back(std::move(shot));
    engine::conclude(report);
    return report;
}

engine::TestReport ladderReport(const domain::AddressPlan &plan, bool withRdma)
{
    using Kind = LadderStep::Kind;
    engine::TestReport report = begun(TestKind::Ladder);
    const TestLayer layer = withRdma ? TestLayer::Rdma : TestLayer::Tcp;
    report.steps = facts();
    report.steps.push_back(step(Kind::EachHalf, allOf(plan, Shot::Kind::OneHalf, layer)));
    report.steps.push_back(step(Kind::BothHalves, allOf(plan, Shot::Kind::BothHalves, layer)));
    report.steps.push_back(step(Kind::BothWays, allOf(plan, Shot::Kind::BothWays, layer)));
    if (!withRdma) {
        report.steps[4].seen = {"ladder.by-tcp"_msg};
        report.steps.push_back(notTested(Kind::Latency, "ladder.latency-needs-rdma"_msg, false));
    } else {
        TestShot round;
        round.layer = TestLayer::Rdma;
        const std::vector<engine::TestWay> ways = engine::waysOf(plan);
        for (const engine::TestLane &lane : ways.front().lanes) {
            engine::LatencyFigure latency;
            latency.from = u"spark-a"_s;
            latency.to = u"spark-b"_s;
            latency.lane = lane;
            latency.p50 = 1.9;
            latency.p99 = 2.4;
            latency.p999 = 3.8;
            latency.verdict = domain::Verdict::Good;
            round.latencies.push_back(latency);
        }
        report.steps.push_back(step(Kind::Latency, {round}));
    }
    report.steps.push_back(notTested(Kind::NcclSmall, "ladder.nccl-missing-remedy"_msg, false));
    report.steps.push_back(notTested(Kind::NcclLarge, "ladder.nccl-missing-remedy"_msg, false));
    report.steps.push_back(step(Kind::Tcp, allOf(plan, Shot::Kind::BothHalves, TestLayer::Tcp)));
    engine::conclude(report);
    return report;
}

engine::TestReport ncclMissingReport(const domain::AddressPlan &plan)
{
    engine::TestReport report = ladderReport(plan);
    for (LadderStep &step : report.steps)
        if (step.kind == LadderStep::Kind::NcclSmall) {
            TestShot shot;
            shot.layer = TestLayer::Nccl;
            shot.error = base::Error{base::ErrorKind::NotKnown, base::Message("nccl.library-missing"_msg), {}};
            step.seen.insert(step.seen.begin(), shot.error->message);
            step.shots = {shot};
        }
    return report;
}

engine::TestReport oneHalfReport(const domain::AddressPlan &plan)
{
    using Kind = LadderStep::Kind;
    engine::TestReport report = begun(TestKind::Ladder);
    report.steps = facts();
    report.steps.pop_back();
    LadderStep &address = report.steps.back();
    address.verdict = domain::Verdict::Degraded;
    for (const char *spark : {"spark-a", "spark-b"})
        address.seen.push_back(base::Message("ladder.half-without-address"_msg)
                                   .with("spark", spark)
                                   .with("half", "0B")
                                   .with("interface", "enP2p1s0f0np0"));
    address.remedies = {"ladder.half-without-address-remedy"_msg};
    for (const Kind kind : {Kind::JumboAndLane, Kind::EachHalf, Kind::BothHalves, Kind::BothWays, Kind::Latency,
             Kind::NcclSmall, Kind::NcclLarge, Kind::Tcp})
        report.steps.push_back(notTested(kind, "ladder.stopped"_msg, true));
    engine::conclude(report);
    Q_UNUSED(plan)
    return report;
}

engine::TestProgress climbing(std::chrono::milliseconds elapsed, double gbps)
{
    engine::TestProgress progress;
    progress.doing = base::Message("bench.doing-both-halves"_msg)
                         .with("cable", 1)
                         .with("from", "spark-a")
                         .with("to", "spark-b")
                         .with("half", "0A");
    progress.shot = 5;
    progress.shots = 9;
    progress.left = std::chrono::seconds(14);
    progress.gbps = gbps;
    progress.layer = TestLayer::Rdma;
    progress.rung = LadderStep::Kind::BothHalves;
    progress.cables = {1};
    progress.band = domain::Band{185, 175, 112, 200, "band.pcie"_msg};
    progress.elapsed = elapsed;
    return progress;
}

std::vector<TestState> testStates()
{
    const auto pair = [] { return planOf(cabledPair()).addresses; };
    return {
        {"tests-nobody", [](SetupViewModels &m) { show(m); }},
        {"tests-nothing-set-up",
            [](SetupViewModels &m) {
                m.tests.setHosts(cabledPair().hosts);
                show(m);
            }},
        {"tests-choose",
            [](SetupViewModels &m) {
                fill(m, cabledPair());
                show(m);
            }},
        {"tests-choose-busy",
            [](SetupViewModels &m) {
                fill(m, cabledRing());
                m.tests.setKind(TestKind::Tcp);
                m.tests.toggleCable(1);
                m.tests.setOthers({base::Message("preflight.job"_msg)
                                       .with("spark", "spark-a")
                                       .with("program", "all_reduce_perf")
                                       .with("pid", 4242)});
                viewmodels::HistoryEntry old = viewmodels::entryOf(tcpReport(planOf(cabledRing()).addresses, 0.6));
                old.report.reset();
                m.tests.setHistory({old});
                m.tests.remember(ladderReport(planOf(cabledRing()).addresses));
                show(m);
            }},
        {"tests-running",
            [](SetupViewModels &m) {
                run(m);
                show(m);
            }},
        {"tests-stopped",
            [](SetupViewModels &m) {
                run(m);
                m.tests.finish(base::Error{base::ErrorKind::Cancelled, base::Message("bench.no-end"_msg), {}});
                show(m);
            }},
        {"tests-failed",
            [](SetupViewModels &m) {
                run(m);
                m.tests.finish(base::Error{base::ErrorKind::Unreachable, base::Message("bench.spark-missing"_msg), {}});
                show(m);
            }},
        {"tests-full-speed",
            [pair](SetupViewModels &m) {
                fill(m, cabledPair());
                end(m, ladderReport(pair()));
                show(m);
            }},
        {"tests-nccl-missing",
            [pair](SetupViewModels &m) {
                fill(m, cabledPair());
                end(m, ncclMissingReport(pair()));
                engine::NcclKept kept;
                kept.spark = u"spark-b"_s;
                kept.path = u"/home/nvidia/.local/share/sparkloom/nccl/libnccl.so.2"_s;
                m.tests.ncclCopy().setKept({kept});
                show(m);
            }},
        {"tests-one-half",
            [pair](SetupViewModels &m) {
                fill(m, cabledPair());
                end(m, oneHalfReport(pair()));
                show(m);
            }},
        {"tests-tcp-slow",
            [pair](SetupViewModels &m) {
                fill(m, cabledPair());
                end(m, tcpReport(pair(), 0.6));
                show(m);
            }},
        {"tests-stale",
            [pair](SetupViewModels &m) {
                fill(m, cabledPair());
                engine::TestReport old = ladderReport(pair(), false);
                old.fingerprint = u"0123456789abcdef"_s;
                end(m, old);
                show(m);
            }},
        {"prove-measuring",
            [pair](SetupViewModels &m) {
                prove(m);
                engine::TestReport soFar = ladderReport(pair());
                soFar.steps.resize(5);
                m.prove.setMeasuring(soFar, climbing(std::chrono::seconds(9), 188));
            }},
        {"prove-full-speed",
            [pair](SetupViewModels &m) {
                prove(m);
                m.prove.setMeasuring({}, engine::TestProgress());
                m.prove.setMeasured(ladderReport(pair()));
            }},
    };
}

} // namespace fixtures
