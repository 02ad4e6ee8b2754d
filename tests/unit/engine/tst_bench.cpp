// SPDX-License-Identifier: GPL-3.0-or-later
// Which lanes are measured, what crossed the wire, and what facts alone say on the ladder.
#include <QTest>

#include "engine/bench/ladder.h"
#include "engine/bench/proven.h"
#include "engine/bench/shotrun.h"

using namespace sparkloom;
using namespace sparkloom::engine;
using domain::CageIndex;
using domain::Side;
using domain::Verdict;

namespace {

domain::SparkId id(char letter)
{
    return domain::SparkId{std::string(32, letter)};
}

domain::LaneEnd end(char spark, int cage, Side side, int net, int host)
{
    const domain::HalfId half{cage == 0 ? CageIndex::Zero : CageIndex::One, side};
    return {{id(spark), half}, std::string(domain::documentedNetdev(half)), {},
        *domain::Ipv4Interface::parse("10.100." + std::to_string(net) + '.' + std::to_string(host) + "/24")};
}

domain::Lane lane(int cable, Side side, std::vector<domain::LaneEnd> ends)
{
    const domain::Ipv4Prefix subnet = ends.front().address.prefix();
    return {cable, side, subnet, std::move(ends), domain::Lane::Role::Cluster};
}

// Both lanes of one cable between cages 0.
void addCable(domain::AddressPlan &plan, int cable, char a, char b, int cageA = 0, int cageB = 0)
{
    for (const Side side : {Side::A, Side::B}) {
        const int net = cable * 2 + (side == Side::B ? 1 : 0);
        plan.lanes.push_back(lane(cable, side, {end(a, cageA, side, net, 1), end(b, cageB, side, net, 2)}));
    }
}

domain::SparkFacts facts(char letter, int halves = 2)
{
    domain::SparkFacts spark;
    spark.id = id(letter);
    for (int i = 0; i < halves; ++i) {
        const Side side = i % 2 == 0 ? Side::A : Side::B;
        const domain::LaneEnd own = end(letter, 0, side, i, letter - 'a' + 1);
        domain::HalfFacts half;
        half.id = own.half.half;
        half.netdev = own.netdev;
        half.carrier = half.adminUp = true;
        half.speedMbps = 200'000;
        half.mtu = 9000;
        half.addresses = {own.address};
        half.pcie = domain::PcieLink{32, 4, 4};
        spark.halves.push_back(half);
    }
    return spark;
}

Ladder ladderOf(const std::vector<domain::SparkFacts> &sparks)
{
    std::vector<TestSpark> tested;
    std::vector<VerifyTarget> targets;
    for (const domain::SparkFacts &spark : sparks) {
        const QString name = QStringLiteral("spark-") + QLatin1Char(spark.id.value.front());
        tested.push_back({name, spark, nullptr});
        targets.push_back({name, spark, nullptr, {}, {}});
    }
    const domain::AddressPlan plan = planFromFacts(sparks);
    LadderMeans means;
    means.tcp = std::make_shared<TcpTest>(tested, TestOptions(), nullptr);
    means.nccl = std::make_shared<NcclTest>(tested, plan, waysOf(plan), TestOptions(), nullptr);
    means.verifier = std::make_shared<Verifier>(targets, plan);
    means.pace = std::make_shared<TestPace>(nullptr);
    return {means, waysOf(plan), TestOptions()};
}

QStringList idsOf(const std::vector<base::Message> &messages)
{
    QStringList ids;
    for (const base::Message &message : messages)
        ids << QString::fromStdString(message.id);
    return ids;
}

protocol::CounterSnapshot::Half counted(Side side, std::optional<std::uint64_t> cage, std::uint64_t netdev)
{
    protocol::CounterSnapshot::Half half;
    half.half = {CageIndex::Zero, side};
    half.cageRxOctets = cage;
    half.netdevRxBytes = netdev;
    return half;
}

} // namespace

class TestBench : public QObject {
    Q_OBJECT

    domain::AddressPlan m_pair;
    std::vector<TestLane> m_lanes;
    std::vector<ShotRun::Lane> m_runs;

    Snapshots snapshots(const protocol::CounterSnapshot::Half &a, const protocol::CounterSnapshot::Half &b)
    {
        return {{id('b'), {0, {a, b}}}};
    }

    // Of one second over a link of 200 Gb/s; never good.
    domain::WireVerdict verdictFor(std::uint64_t job, std::uint64_t wire, int runs)
    {
        domain::Figure figure;
        domain::RunFigure run;
        run.gbps = 8;
        run.payloadBytes = job;
        run.wireBytes = wire;
        run.source = domain::WireSource::Port;
        run.wire = domain::judgeWire(run, std::chrono::seconds(1), 200, 9000);
        figure.runs.assign(std::size_t(runs), run);
        figure.band = domain::Band{1, 0.5, 0.1, 0, {}};
        domain::judge(figure);
        return figure.verdict == Verdict::Invalid ? run.wire : domain::WireVerdict::Agrees;
    }
    NcclEvidence evidence(double job, std::uint64_t wire)
    {
        NcclEvidence all;
        all.jobBytes = job;
        all.wireBytes = wire;
        all.rdmaBytes = wire;
        all.network = QStringLiteral("IB");
        all.window = std::chrono::seconds(1);
        all.linkGbps = 200;
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_pair = {};
        addCable(m_pair, 1, 'a', 'b');
        m_lanes = waysOf(m_pair).front().lanes;
        m_runs.assign(2, {});
        m_runs[0].payloadBytes = 600;
        m_runs[1].payloadBytes = 400;
    }

    void ways_ofCables()
    {
        addCable(m_pair, 2, 'a', 'b', 1, 1);
        const auto ways = waysOf(m_pair);
        QCOMPARE(ways.size(), std::size_t(2));
        QCOMPARE(ways[1].cable, 2);
        QCOMPARE(ways[1].lanes.size(), std::size_t(2));
        QCOMPARE(ways[1].a.cage, CageIndex::One);
        QCOMPARE(ways[0].lanes[0].from.half.half.side, Side::A);
        QCOMPARE(ways[0].lanes[0].reversed().to.half.spark, id('a'));
    }

    void ways_throughASwitchGoRound()
    {
        domain::AddressPlan star;
        for (const Side side : {Side::B, Side::A}) {
            const int net = side == Side::A ? 0 : 1;
            star.lanes.push_back(
                lane(0, side, {end('a', 0, side, net, 1), end('b', 0, side, net, 2), end('c', 0, side, net, 3)}));
        }
        const auto ways = waysOf(star);
        QCOMPARE(ways.size(), std::size_t(3)); // a-b, b-c, c-a
        for (const TestWay &way : ways) {
            QCOMPARE(way.lanes.size(), std::size_t(2));
            QCOMPARE(way.lanes.front().from.half.half.side, Side::A);
        }
        QCOMPARE(ways[2].a.spark, id('c'));
        QCOMPARE(ways[2].b.spark, id('a'));
        star.lanes[0].ends.pop_back();
        star.lanes[1].ends.pop_back();
        QCOMPARE(waysOf(star).size(), std::size_t(1)); // two on a switch: once is enough
        star.lanes[0].role = star.lanes[1].role = domain::Lane::Role::Storage;
        QVERIFY(waysOf(star).empty());
    }

    void shots_ofAWay()
    {
        const TestWay way = waysOf(m_pair).front();
        const auto halves = shotsOf(way, Shot::Kind::OneHalf);
        QCOMPARE(halves.size(), std::size_t(4));
        QCOMPARE(halves[1].lanes.front().from.half.spark, id('b')); // and back
        QCOMPARE(shotsOf(way, Shot::Kind::BothHalves).size(), std::size_t(2));
        QCOMPARE(shotsOf(way, Shot::Kind::BothWays).front().lanes.size(), std::size_t(4));
        QCOMPARE(everythingAtOnce(std::vector{way, way}).lanes.size(), std::size_t(8));
    }

    void plan_fromWhatIsThere()
    {
        std::vector sparks{facts('a'), facts('b')};
        domain::AddressPlan plan = planFromFacts(sparks);
        QCOMPARE(plan.lanes.size(), std::size_t(2));
        QCOMPARE(plan.lanes[0].cable, 1);
        QCOMPARE(plan.lanes[1].cable, 1); // both lanes of the one cable
        QCOMPARE(plan.mtu, 9000);
        sparks.push_back(facts('c'));
        plan = planFromFacts(sparks);
        QCOMPARE(plan.lanes.size(), std::size_t(2));
        QCOMPARE(plan.lanes[0].cable, 0); // three in one subnet: a switch
        sparks.resize(1);
        QVERIFY(planFromFacts(sparks).lanes.empty());
    }

    void wire_siblingsAreOnePort()
    {
        const auto wires = wiresOf(m_lanes, m_runs, snapshots(counted(Side::A, 5000, 0), counted(Side::B, 5000, 0)),
            snapshots(counted(Side::A, 6010, 605), counted(Side::B, 6012, 404)));
        QCOMPARE(wires.size(), std::size_t(1));
        const ShotRun::Wire &wire = wires.begin()->second;
        QCOMPARE(wire.payloadBytes, std::uint64_t(1000));
        QCOMPARE(*wire.wireBytes, std::uint64_t(1012)); // not 2022
        QCOMPARE(wire.source, domain::WireSource::Port);
    }

    void wire_portsThatDifferAreTwo()
    {
        const auto wires = wiresOf(m_lanes, m_runs, snapshots(counted(Side::A, 0, 0), counted(Side::B, 0, 0)),
            snapshots(counted(Side::A, 606, 0), counted(Side::B, 404, 0)));
        QCOMPARE(*wires.begin()->second.wireBytes, std::uint64_t(1010));
    }

    void wire_withoutPortTheKernelCounts()
    {
        const auto before = snapshots(counted(Side::A, std::nullopt, 100), counted(Side::B, std::nullopt, 100));
        const auto wires = wiresOf(m_lanes, m_runs, before,
            snapshots(counted(Side::A, std::nullopt, 701), counted(Side::B, std::nullopt, 501)));
        QCOMPARE(*wires.begin()->second.wireBytes, std::uint64_t(1002));
        QCOMPARE(wires.begin()->second.source, domain::WireSource::Netdev);
        // A counter that was reset, or is gone, proves nothing.
        const auto reset = wiresOf(m_lanes, m_runs, before,
            snapshots(counted(Side::A, std::nullopt, 50), counted(Side::B, std::nullopt, 501)));
        QVERIFY(!reset.begin()->second.wireBytes);
        const auto gone = wiresOf(m_lanes, m_runs, before, {});
        QVERIFY(!gone.begin()->second.wireBytes);
    }

    void ladder_ofHealthyFacts()
    {
        const Ladder ladder = ladderOf({facts('a'), facts('b')});
        QCOMPARE(ladder.linkStep().verdict, Verdict::Good);
        QCOMPARE(ladder.pcieStep().verdict, Verdict::Good);
        QCOMPARE(ladder.addressStep().verdict, Verdict::Good);
        QCOMPARE(ladder.durations().size(), std::size_t(9)); // seven shots, NCCL twice
    }

    void ladder_link()
    {
        std::vector sparks{facts('a'), facts('b')};
        sparks[1].halves[1].speedMbps = 100'000;
        LadderStep step = ladderOf(sparks).linkStep();
        QCOMPARE(step.verdict, Verdict::Degraded);
        QCOMPARE(idsOf(step.seen), QStringList(QStringLiteral("ladder.slow-link")));
        sparks[1].halves[0].carrier = false;
        step = ladderOf(sparks).linkStep();
        QCOMPARE(step.verdict, Verdict::Broken);
        QCOMPARE(idsOf(step.seen).front(), QStringLiteral("ladder.half-dark")); // the worst first
        QCOMPARE(step.remedies.size(), std::size_t(2));
    }

    void ladder_pcie()
    {
        std::vector sparks{facts('a'), facts('b')};
        sparks[0].halves[1].pcie->width = 2;
        QCOMPARE(ladderOf(sparks).pcieStep().verdict, Verdict::Degraded);
        sparks[0].halves[1].pcie.reset();
        QCOMPARE(ladderOf(sparks).pcieStep().verdict, Verdict::NotTested);
    }

    void ladder_address()
    {
        std::vector sparks{facts('a'), facts('b')};
        sparks[1].halves[1].addresses.clear();
        LadderStep step = ladderOf(sparks).addressStep();
        QCOMPARE(step.verdict, Verdict::Degraded);
        QVERIFY(idsOf(step.seen).contains(QStringLiteral("ladder.half-without-address")));
        sparks = {facts('a'), facts('b')};
        sparks[1].halves[0].mtu = 1500;
        step = ladderOf(sparks).addressStep();
        QCOMPARE(step.verdict, Verdict::Broken);
        QCOMPARE(idsOf(step.seen).front(), QStringLiteral("verify.mtu-not-set"));
    }

    // Someone follows wrong counters: none of the three ways to be fooled passes for a figure.
    void fooled_byBytesCountedTwice()
    {
        // The streams say twice of what the port saw.
        const std::uint64_t gigabyte = 1'000'000'000;
        QCOMPARE(verdictFor(2 * gigabyte, gigabyte * 101 / 100, 2), domain::WireVerdict::CountedTwice);
        // The same of NCCL: a slip of four, as it was published (measurement-and-safety 0.1).
        NcclEvidence nccl = evidence(4 * gigabyte, gigabyte * 104 / 100);
        QCOMPARE(judgeNccl(nccl), domain::WireVerdict::CountedTwice);
    }

    void fooled_bySiblingsAdded()
    {
        // Both halves show the port of their cage: added they would prove twice the bytes. They are not added.
        m_runs[0].payloadBytes = 1'200'000'000;
        m_runs[1].payloadBytes = 800'000'000;
        const std::uint64_t port = 1'010'000'000;
        const auto wires = wiresOf(m_lanes, m_runs, snapshots(counted(Side::A, 0, 0), counted(Side::B, 0, 0)),
            snapshots(counted(Side::A, port, 0), counted(Side::B, port, 0)));
        const ShotRun::Wire &wire = wires.begin()->second;
        QCOMPARE(*wire.wireBytes, port);
        QCOMPARE(verdictFor(wire.payloadBytes, *wire.wireBytes, 2), domain::WireVerdict::CountedTwice);
        // Somebody who added them all the same is told so.
        domain::WireEvidence added;
        added.jobBytes = 2'000'000'000;
        added.wireOctets = 2 * port;
        added.siblingOctets = port;
        added.siblingsAdded = true;
        added.window = std::chrono::seconds(1);
        added.linkGbps = 200;
        QCOMPARE(domain::judgeAgainstWire(added), domain::WireVerdict::SiblingsAdded);
    }

    void fooled_byJobBytesWithoutWireBytes()
    {
        QCOMPARE(verdictFor(1'000'000'000, 12'000, 1), domain::WireVerdict::NotOnCable);
        QCOMPARE(judgeNccl(evidence(1e9, 12'000)), domain::WireVerdict::NotOnCable);
        // The port moved, but not by RDMA, although NCCL's log says so.
        NcclEvidence pretended = evidence(1e9, 1'040'000'000);
        QCOMPARE(judgeNccl(pretended), domain::WireVerdict::Agrees);
        pretended.rdmaBytes = 3'000;
        QCOMPARE(judgeNccl(pretended), domain::WireVerdict::NotOnCable);
        pretended.network = QStringLiteral("Socket");
        QCOMPARE(judgeNccl(pretended), domain::WireVerdict::Agrees);
        // No counters at all prove nothing either.
        NcclEvidence blind = evidence(1e9, 0);
        blind.wireBytes.reset();
        QCOMPARE(judgeNccl(blind), domain::WireVerdict::NotMeasured);
    }

    void link_thatWentAway()
    {
        const auto half = [](Side side, std::uint64_t changes) {
            protocol::CounterSnapshot::Half one = counted(side, 0, 0);
            one.carrierChanges = changes;
            return one;
        };
        const auto both = [&](std::uint64_t a, std::uint64_t b) {
            Snapshots all{{id('a'), {0, {half(Side::A, a), half(Side::B, 4)}}},
                {id('b'), {0, {half(Side::A, b), half(Side::B, 4)}}}};
            return all;
        };
        QVERIFY(!lostLink(m_lanes, both(2, 2), both(2, 2)));
        QCOMPARE(lostLink(m_lanes, both(2, 2), both(2, 3))->message.id, std::string("bench.link-lost"));
        QCOMPARE(lostLink(m_lanes, both(2, 2), both(4, 2))->message.id, std::string("bench.link-flapped"));
        Snapshots gone = both(2, 2);
        gone[id('b')].halves.clear(); // a NIC without a cable goes
        QCOMPARE(lostLink(m_lanes, both(2, 2), gone)->message.id, std::string("bench.link-lost"));
        QVERIFY(!lostLink(m_lanes, both(2, 2), both(2, 2)));
        // Then the NIC's own word is all there is.
        for (const char *id : {"bench.link-lost", "rdma.link-lost"}) {
            TestShot shot;
            shot.error = base::failed(base::MessageId(id));
            QCOMPARE(shot.verdict(), domain::Verdict::Broken);
        }
    }

    void nccl_groups()
    {
        QCOMPARE(ncclGroups(m_pair, waysOf(m_pair)).size(), std::size_t(1));
        // A ring of three is one group, in the order of its cables.
        domain::AddressPlan ring;
        ring.topology = domain::Topology::Ring;
        addCable(ring, 1, 'a', 'b', 0, 1);
        addCable(ring, 2, 'b', 'c', 0, 1);
        addCable(ring, 3, 'c', 'a', 0, 1);
        auto groups = ncclGroups(ring, waysOf(ring));
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups.front().ranks, (std::vector{id('a'), id('b'), id('c')}));
        // Without its last cable it has no ring: each cable by itself.
        domain::AddressPlan line = ring;
        std::erase_if(line.lanes, [](const domain::Lane &lane) { return lane.cable == 3; });
        groups = ncclGroups(line, waysOf(line));
        QCOMPARE(groups.size(), std::size_t(2));
        QCOMPARE(groups[1].ranks, (std::vector{id('b'), id('c')}));
    }

    void nccl_settings()
    {
        domain::SparkFacts spark = facts('a');
        spark.managementInterface = "enP7s7";
        for (domain::HalfFacts &half : spark.halves)
            half.rdmaDevice = std::string(domain::documentedRdmaDevice(half.id));
        const auto group = ncclGroups(m_pair, waysOf(m_pair)).front();
        const auto settings = ncclSettings(m_pair, group, spark);
        const auto value = [&](const char *name) {
            for (const NcclOutcome::Setting &setting : settings)
                if (setting.name == QLatin1String(name))
                    return setting.value;
            return QString();
        };
        QCOMPARE(value("NCCL_SOCKET_IFNAME"), QStringLiteral("=enP7s7")); // exactly this one
        QCOMPARE(value("NCCL_IB_HCA"), QStringLiteral("=rocep1s0f0,roceP2p1s0f0"));
        QCOMPARE(value("NCCL_ALGO"), QStringLiteral("Ring"));
        QCOMPARE(value("NCCL_IB_GID_INDEX"), QString()); // never
        QCOMPARE(value("NCCL_IB_SUBNET_AWARE_ROUTING"), QString());
        for (const NcclOutcome::Setting &setting : settings)
            QVERIFY(!setting.reason.empty());
    }

    void nccl_trafficOfARun()
    {
        protocol::NcclRunRequest request;
        request.ranks = 2;
        request.minBytes = request.maxBytes = 1000;
        request.iterations = 10;
        request.warmUps = 2;
        request.inPlace = false;
        request.collectives = {protocol::NcclCollective::AllGather};
        // 2 of the first pass, 2 untimed, 10 timed, 1 checked; half of each comes from the other Spark.
        QCOMPARE(ncclTraffic(request, 0).all, 7500.0);
        QCOMPARE(ncclTraffic(request, 0).timed, 5000.0);
        request.collectives = {protocol::NcclCollective::Broadcast};
        QCOMPARE(ncclTraffic(request, 0).all, 0.0); // the root only gives
        QCOMPARE(ncclTraffic(request, 1).all, 15000.0);
    }

    void nccl_code()
    {
        const std::vector<std::string> release{"sm_90", "sm_100", "sm_120", "compute_120"};
        QVERIFY(ncclCodeFor(release, "12.1") == NcclCode::Own);
        QVERIFY(ncclCodeFor(std::vector<std::string>{"sm_121"}, "12.1") == NcclCode::Own);
        QVERIFY(ncclCodeFor(std::vector<std::string>{"sm_90", "compute_90"}, "12.1") == NcclCode::Translated);
        QVERIFY(ncclCodeFor(std::vector<std::string>{"sm_90", "sm_100"}, "12.1") == NcclCode::None);
        QVERIFY(ncclCodeFor({}, "12.1") == NcclCode::NotKnown);
    }

    void nccl_bands()
    {
        domain::NcclExpectation of;
        of.pcie = {domain::PcieLink{32, 4, 4}};
        of.linkGbps = 200;
        const auto place = [&](double busBw) { return domain::placeIn(*domain::ncclBand(of), busBw * 8); };
        QCOMPARE(place(23.7), Verdict::Good);
        QCOMPARE(place(22.0), Verdict::Ok); // NVIDIA's bar is 21.9
        QCOMPARE(place(20.0), Verdict::Degraded);
        QCOMPARE(place(12.2), Verdict::Broken); // one half
        QCOMPARE(place(40.0), Verdict::Invalid);
        of.mtu = 1500;
        QCOMPARE(place(18.9), Verdict::Ok); // as good as it gets without large frames
        of.mtu = 9000;
        of.bytes = 32 << 20;
        QCOMPARE(place(18.5), Verdict::Good);
        QCOMPARE(place(3.0), Verdict::Broken);
        of.bytes = 4096;
        QVERIFY(!domain::ncclBand(of)); // latency decides
        of.bytes = 1 << 30;
        of.way = domain::NcclExpectation::Way::DirectRing;
        QCOMPARE(place(20.7), Verdict::Good);
        QCOMPARE(place(10.5), Verdict::Ok);
        of.motion = domain::NcclExpectation::Motion::Other;
        QVERIFY(!domain::ncclBand(of));
        of.motion = domain::NcclExpectation::Motion::Ring;
        of.pcie.clear();
        QVERIFY(!domain::ncclBand(of)); // no NIC of a Spark
    }

    void conclusion_ofATest()
    {
        TestReport report;
        TestFigure figure;
        figure.lanes = m_lanes;
        figure.figure.verdict = Verdict::Good;
        report.shots = {{Shot::Kind::BothHalves, 1, {figure}, std::nullopt}};
        conclude(report);
        QCOMPARE(report.verdict, Verdict::Good);
        QVERIFY(idsOf(report.proven).contains(QStringLiteral("bench.proven-cables")));
        QCOMPARE(idsOf(report.notProven),
            QStringList({QStringLiteral("bench.rdma-not-proven"), QStringLiteral("bench.nccl-not-proven")}));
        // What has no band decides nothing.
        figure.figure.verdict = Verdict::NotTested;
        report.shots.push_back({Shot::Kind::Everything, 0, {figure}, std::nullopt});
        report.notProven.clear();
        conclude(report);
        QCOMPARE(report.verdict, Verdict::Good);
        report.shots.front().error = base::failed(base::Message());
        report.notProven.clear();
        conclude(report);
        QCOMPARE(report.verdict, Verdict::NotTested);
        report.shots.clear();
        conclude(report);
        QCOMPARE(report.verdict, Verdict::NotTested);
    }

    // Once, however many shots heard it.
    void conclusion_tellsWhatNicsSaid()
    {
        TestShot shot;
        shot.heard = {base::Message(base::MessageId("bench.nic-said"))};
        TestReport report;
        report.shots = {shot, shot};
        report.steps = {{LadderStep::Kind::BothHalves, Verdict::Good, {}, {}, {shot}}};
        conclude(report);
        QCOMPARE(report.alarms, shot.heard);
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
