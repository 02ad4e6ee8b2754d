// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic of virtual Sparks: rates, shared capacity, and the counters that move with it.
#include "trafficworld.h"

#include "sim/control/control.h"

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = sim::TrafficRequest::Kind;

namespace {

const std::vector<domain::HalfId> kHalfA = {half(0, 'A')};
const std::string kRdmaFolder = "/sys/class/infiniband/rocep1s0f0/ports/1/";

} // namespace

class TestTraffic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rates_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("mtu");
        QTest::addColumn<bool>("oneHalf");
        QTest::addColumn<double>("expected"); // Gb/s; of a collective GB/s
        const auto add = [](const char *name, const char *scenario, Kind kind, int mtu, bool oneHalf, double expected) {
            QTest::newRow(name) << QString::fromLatin1(scenario) << static_cast<int>(kind) << mtu << oneHalf
                                << expected;
        };
        add("rdma, one half alone, MTU 1500", "pair", Kind::Rdma, 1500, true, 109);
        add("rdma, both halves, MTU 1500", "pair", Kind::Rdma, 1500, false, 185);
        add("rdma, both halves, MTU 9000", "pair", Kind::Rdma, 9000, false, 196);
        add("rdma, two cables", "pair2", Kind::Rdma, 9000, false, 218);
        add("tcp, both halves", "pair", Kind::Tcp, 9000, false, 177);
        add("tcp, two cables", "pair2", Kind::Tcp, 9000, false, 172);
        add("all_gather, MTU 1500", "pair", Kind::Nccl, 1500, false, 18.9);
        add("all_gather, MTU 9000", "pair", Kind::Nccl, 9000, false, 23.7);
        add("all_gather through a switch", "star", Kind::Nccl, 9000, false, 23.7);
    }
    void rates()
    {
        QFETCH(QString, scenario);
        QFETCH(int, kind);
        QFETCH(int, mtu);
        QFETCH(bool, oneHalf);
        QFETCH(double, expected);
        TrafficWorld v(scenario.toLatin1().constData(), mtu);
        auto request = TrafficWorld::request(static_cast<Kind>(kind), oneHalf ? kHalfA : std::vector<domain::HalfId>());
        request.bytes = 16LL << 30;
        const auto state = v.run(request);
        QVERIFY2(state.problem.empty() && !state.running, state.problem.c_str());
        const double value = request.kind == Kind::Nccl ? state.busGBps : state.gbpsAverage;
        QVERIFY2(near(value, expected), qPrintable(QString::number(value)));
        QVERIFY(!state.limitedBy.empty());
    }

    void ringOfThree_isInItsBand()
    {
        TrafficWorld v("ring");
        auto request = TrafficWorld::request(Kind::Nccl);
        request.sparks = {0, 1, 2};
        request.bytes = 16LL << 30;
        const auto state = v.run(request);
        QVERIFY2(state.busGBps >= 10 && state.busGBps <= 22,
            qPrintable(QString::number(state.busGBps) + QString::fromStdString(state.problem)));
    }

    void twoCables_move340BothWays()
    {
        TrafficWorld v("pair2");
        auto request = TrafficWorld::request(Kind::Nccl);
        request.collective = sim::physics::CollectiveKind::SendReceive;
        request.bytes = 4LL << 30;
        v.run(request);
        double octets = 0;
        for (const int cage : {0, 1}) {
            octets += static_cast<double>(v.statistic(0, half(cage, 'A'), "tx_bytes_phy"));
            octets += static_cast<double>(v.statistic(0, half(cage, 'A'), "rx_bytes_phy"));
        }
        QVERIFY2(near(octets * 8 / 1e9 / 10, 340), qPrintable(QString::number(octets * 8 / 1e10)));
    }

    void agentSnapshot_showsWhoSeesWhat()
    {
        TrafficWorld v("pair");
        VirtualAgent agent(v, 0);
        const auto before = agent.ask<protocol::CounterSnapshot>(protocol::verb::kCounters);
        v.run(TrafficWorld::request(Kind::Rdma, kHalfA));
        const auto rdma = agent.ask<protocol::CounterSnapshot>(protocol::verb::kCounters);
        v.run(TrafficWorld::request(Kind::Tcp, {half(0, 'B')}));
        const auto tcp = agent.ask<protocol::CounterSnapshot>(protocol::verb::kCounters);
        QVERIFY(before && rdma && tcp);
        const auto moved = [](const protocol::CounterSnapshot &from, const protocol::CounterSnapshot &to,
                               std::size_t i) {
            return std::array<std::uint64_t, 3>{*to.halves[i].cageTxOctets - *from.halves[i].cageTxOctets,
                *to.halves[i].rdmaTxBytes - *from.halves[i].rdmaTxBytes,
                to.halves[i].netdevTxBytes - from.halves[i].netdevTxBytes};
        };
        QCOMPARE(rdma->halves[0].half, half(0, 'A'));
        const auto [cageA, rdmaA, netA] = moved(*before, *rdma, 0);
        const auto [cageB, rdmaB, netB] = moved(*before, *rdma, 1);
        QCOMPARE(cageA, cageB); // both halves report the cage
        QVERIFY(near(static_cast<double>(cageA) * 8 / 1e10, 109.5 * 1.015));
        QVERIFY(rdmaA > 130'000'000'000 && rdmaB == 0);
        QVERIFY(netA < 10'000 && netB < 10'000); // the kernel does not see RDMA
        const auto [tcpCage, tcpRdma, tcpNet] = moved(*rdma, *tcp, 1);
        QVERIFY(tcpNet > 120'000'000'000 && tcpRdma == 0);
        QVERIFY(tcpCage > tcpNet); // the port counts the checksums too
    }

    void wordsAreFourBytes_andThePortCountsHeaders()
    {
        for (const int mtu : {1500, 9000}) {
            TrafficWorld v("pair", mtu);
            const auto state = v.run(TrafficWorld::request(Kind::Rdma, kHalfA));
            const double words = std::stod(v.file(0, kRdmaFolder + "counters/port_xmit_data"));
            QVERIFY(near(
                words * 4, static_cast<double>(v.statistic(0, half(0, 'A'), "tx_vport_rdma_unicast_bytes")), 1e-6));
            const double port = static_cast<double>(v.statistic(0, half(0, 'A'), "tx_bytes_phy"));
            QVERIFY(near(port * 8 / 1e9 / state.gigabits, mtu == 1500 ? 1.060 : 1.015, 0.001)); // facts 8.1
            QVERIFY(near(static_cast<double>(v.statistic(1, half(0, 'B'), "rx_bytes_phy")), port, 0.01));
        }
    }

    void flows_shareWhatTheyBothCross()
    {
        TrafficWorld v("pair", 1500);
        auto &flows = v.world->flows();
        auto request = TrafficWorld::request(Kind::Rdma, kHalfA);
        request.duration = seconds(0);
        const auto first = flows.start(request);
        QVERIFY(first.ok());
        v.loop.pass(seconds(2));
        QVERIFY(near(flows.state(*first)->gbpsNow, 109.5, 0.02));
        request.halves = {half(0, 'B')};
        const auto second = flows.start(request);
        v.loop.pass(seconds(2));
        QVERIFY(near(flows.state(*first)->gbpsNow, 92.6, 0.02) && near(flows.state(*second)->gbpsNow, 92.6, 0.02));
        QVERIFY(QString::fromStdString(flows.state(*first)->limitedBy).contains(QStringLiteral("cable")));
        QVERIFY(flows.stop(*second).ok() && !flows.stop(*second).ok());
        QVERIFY(near(flows.state(*first)->gbpsNow, 109.5, 0.02));
        QVERIFY(flows.state(*first)->running && !flows.state(*second)->running);
    }

    // Whatever begins and ends meanwhile, and however long that takes: what arrived has been counted.
    void everyByteIsCounted_whileFlowsComeAndGo()
    {
        TrafficWorld v("pair");
        auto &flows = v.world->flows();
        auto request = TrafficWorld::request(Kind::Rdma, kHalfA);
        request.duration = seconds(0);
        v.loop.setTick(std::chrono::microseconds(100));
        const auto before = v.statistic(1, half(0, 'A'), "rx_bytes_phy");
        std::vector<sim::Flows::Id> ids{*flows.start(request)};
        for (int i = 0; i < 100; ++i) {
            v.loop.pass(milliseconds(1));
            request.halves = {half(0, i % 2 == 0 ? 'B' : 'A')};
            ids.push_back(*flows.start(request));
            v.loop.pass(milliseconds(1));
            QVERIFY(flows.stop(ids.back()).ok());
        }
        QVERIFY(flows.stop(ids.front()).ok());
        double payload = 0; // gigabits
        for (const sim::Flows::Id id : ids)
            payload += flows.state(id)->gigabits;
        const auto counted = static_cast<double>(v.statistic(1, half(0, 'A'), "rx_bytes_phy") - before) * 8e-9;
        QVERIFY2(near(counted / payload, 1.015, 0.001), qPrintable(QString::number(counted / payload)));
    }

    // Cage 0 and cage 1 hang on the same two PCIe links.
    void cages_shareThePcieLinks()
    {
        TrafficWorld v("ring");
        auto request = TrafficWorld::request(Kind::Rdma, kHalfA);
        request.duration = seconds(0);
        const auto toB = v.world->flows().start(request);
        request.sparks = {0, 2};
        request.halves = {half(1, 'A')};
        const auto toC = v.world->flows().start(request);
        QVERIFY(toB.ok() && toC.ok());
        v.loop.pass(seconds(1));
        QVERIFY(near(v.world->flows().state(*toB)->gbpsNow, 54.7, 0.02));
        QVERIFY(near(v.world->flows().state(*toC)->gbpsNow, 54.7, 0.02));
    }

    void rateRises_andProgressIsLive()
    {
        TrafficWorld v("pair");
        const auto id = v.world->flows().start(TrafficWorld::request(Kind::Tcp, kHalfA));
        QVERIFY(id.ok());
        v.loop.pass(milliseconds(50));
        const auto early = *v.world->flows().state(*id);
        v.loop.pass(milliseconds(4950));
        const auto middle = *v.world->flows().state(*id);
        QVERIFY(early.gbpsNow > 0 && early.gbpsNow < middle.gbpsNow / 2);
        QVERIFY(std::abs(middle.progress - 0.5) < 1e-6 && middle.running);
        v.loop.pass(seconds(6));
        const auto late = *v.world->flows().state(*id);
        QVERIFY(!late.running && late.progress == 1 && std::abs(late.seconds - 10) < 1e-6);
        QVERIFY(late.gbpsAverage <= 108.7 && late.gbpsNow == 0);
    }

    void speed_dividesTheTimeNotTheRate()
    {
        TrafficWorld v("pair", 9000, 1, 10);
        const auto id = v.world->flows().start(TrafficWorld::request(Kind::Rdma));
        v.loop.pass(milliseconds(1001));
        const auto state = *v.world->flows().state(*id);
        QVERIFY(!state.running && near(state.gbpsAverage, 196));
        QVERIFY(std::abs(state.seconds - 10) < 1e-6);
    }

    void sameSeed_sameNumbers()
    {
        const auto numbers = [](std::uint64_t seed, bool readOften) {
            TrafficWorld v("pair2", 9000, seed);
            std::string text;
            for (const Kind kind : {Kind::Tcp, Kind::Rdma, Kind::Nccl}) {
                const auto id = v.world->flows().start(TrafficWorld::request(kind));
                for (int i = 0; i < 200; ++i) {
                    v.loop.pass(milliseconds(51));
                    if (readOften)
                        v.world->flows().settle();
                }
                text += std::to_string(v.world->flows().state(*id)->gigabits) + ' ';
            }
            for (int spark = 0; spark < 2; ++spark)
                for (const domain::HalfId which : domain::kAllHalves)
                    for (const auto &[name, value] : sim::ethtoolStatistics(*v.world, v.spark(spark), which))
                        text += name + '=' + std::to_string(value) + ' ';
            return text;
        };
        const std::string once = numbers(7, false);
        QCOMPARE(numbers(7, false), once);
        QCOMPARE(numbers(7, true), once); // looking changes nothing
        QVERIFY(numbers(8, false) != once);
    }

    void pulledCable_endsRdmaAndStallsTcp()
    {
        TrafficWorld v("pair");
        auto &flows = v.world->flows();
        const auto rdma = flows.start(TrafficWorld::request(Kind::Rdma, kHalfA));
        const auto tcp = flows.start(TrafficWorld::request(Kind::Tcp, {half(0, 'B')}));
        v.loop.pass(seconds(2));
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        v.loop.pass(seconds(1));
        QVERIFY(!flows.state(*rdma)->running && !flows.state(*rdma)->problem.empty());
        QVERIFY(flows.state(*tcp)->running && flows.state(*tcp)->gbpsNow == 0);
        QVERIFY(v.statistic(0, half(0, 'A'), "link_down_events_phy") == 1);
        QVERIFY(v.world->plug(v.cage(0, 0), v.cage(1, 0)).ok());
        v.loop.pass(milliseconds(2500));
        QVERIFY(flows.state(*tcp)->gbpsNow > 90);
    }

    void whatCannotRun_saysWhy_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char *trouble, Kind kind, const char *reason) {
            QTest::newRow(trouble) << static_cast<int>(kind) << QString::fromLatin1(trouble)
                                   << QString::fromLatin1(reason);
        };
        add("no address", Kind::Tcp, "shares no subnet");
        add("no address", Kind::Nccl, "shares no subnet");
        add("firewall", Kind::Tcp, "timed out");
        add("no CMA", Kind::Rdma, "ibv_reg_mr");
        add("no CMA", Kind::Nccl, "ibv_reg_mr");
        add("versions", Kind::Nccl, "NCCL versions differ");
        add("gid index", Kind::Nccl, "error 110");
        add("dark half", Kind::Rdma, "has no link");
    }
    void whatCannotRun_saysWhy()
    {
        QFETCH(int, kind);
        QFETCH(QString, trouble);
        QFETCH(QString, reason);
        TrafficWorld v("pair");
        const auto request = TrafficWorld::request(static_cast<Kind>(kind), kHalfA);
        QVERIFY(v.world->flows().start(request).ok());
        const bool noAddress = trouble == u"no address";
        if (noAddress)
            for (const char side : {'A', 'B'})
                v.spark(1).network.setAddresses(*v.netdev(1, half(0, side)), {});
        v.world->adjustSpark(1, [&](sim::SparkParameters &spark) {
            spark.ip.firewallDropsFabric = trouble == u"firewall";
            spark.memory.cmaTotalKb = trouble == u"no CMA" ? 0 : spark.memory.cmaTotalKb;
            spark.nccl.version = trouble == u"versions" ? "2.28.3" : spark.nccl.version;
            if (trouble == u"gid index")
                spark.nccl.gidIndex = 1;
            if (trouble == u"dark half")
                spark.half(half(0, 'A')).state = sim::HalfParameters::State::Dark;
        });
        const auto refused = v.world->flows().start(request);
        QVERIFY(!refused.ok());
        QVERIFY2(QString::fromStdString(refused.error().detail).contains(reason)
                || (trouble == u"dark half" && !refused.error().detail.empty()),
            refused.error().detail.c_str());
        v.world->adjustSpark(1, [](sim::SparkParameters &spark) { spark = sim::SparkParameters(); });
        if (!noAddress)
            QVERIFY(v.world->flows().start(request).ok());
    }

    void ncclWithoutRdma_goesOverSockets()
    {
        TrafficWorld v("pair");
        v.world->adjustSpark(1, [](sim::SparkParameters &spark) { spark.nccl.rdmaUsable = false; });
        auto request = TrafficWorld::request(Kind::Nccl);
        request.bytes = 16LL << 30;
        const double fabric = v.run(request).busGBps;
        QVERIFY2(near(fabric, 2.95), qPrintable(QString::number(fabric)));
        QCOMPARE(v.statistic(0, half(0, 'A'), "tx_vport_rdma_unicast_bytes"), std::uint64_t(0));
        QVERIFY(v.statistic(0, half(0, 'A'), "tx_bytes") > 20'000'000'000);
        const auto before = v.statistic(0, half(0, 'A'), "tx_bytes_phy");
        v.world->adjustSpark(0, [](sim::SparkParameters &spark) { spark.nccl.socketInterface = "enP7s7"; });
        const double management = v.run(request).busGBps;
        QVERIFY2(management >= 1 && management <= 1.2, qPrintable(QString::number(management)));
        QCOMPARE(v.statistic(0, half(0, 'A'), "tx_bytes_phy"), before);
        QVERIFY(v.spark(0).network.byName("enP7s7")->traffic.txBytes > 10'000'000'000);
    }

    void refusedRequests()
    {
        TrafficWorld v("pair");
        const auto refused = [&](const auto &change) {
            auto request = TrafficWorld::request(Kind::Tcp);
            change(request);
            return !v.world->flows().start(request).ok();
        };
        QVERIFY(refused([](auto &r) { r.sparks = {0}; }));
        QVERIFY(refused([](auto &r) { r.sparks = {0, 0}; }));
        QVERIFY(refused([](auto &r) { r.sparks = {0, 2}; }));
        QVERIFY(refused([](auto &r) { r.sparks = {-1, 0}; }));
        QVERIFY(refused([](auto &r) { r.channels = 0; }));
        QVERIFY(refused([](auto &r) { r.channels = 129; }));
        QVERIFY(refused([](auto &r) { r.halves = {half(1, 'A')}; }));
        QVERIFY(refused([](auto &r) { r.duration = milliseconds(-1); }));
        QVERIFY(!refused([](auto &) {}));
        QVERIFY(!v.world->flows().state(99) && !v.world->flows().stop(99).ok());
    }

    void firstTraffic_isToldOnce()
    {
        TrafficWorld v("pair");
        int told = 0;
        v.world->flows().onTraffic([&told] { ++told; });
        QVERIFY(v.world->flows().start(TrafficWorld::request(Kind::Tcp)).ok());
        QVERIFY(v.world->flows().start(TrafficWorld::request(Kind::Tcp)).ok());
        QCOMPARE(told, 1);
        v.world->flows().abort(1, "GID table changed");
        QVERIFY(v.world->flows().running().empty());
        QCOMPARE(v.world->flows().state(1)->problem, std::string("GID table changed"));
    }
};

QTEST_APPLESS_MAIN(TestTraffic)
#include "tst_sim_traffic.moc"
