// SPDX-License-Identifier: GPL-3.0-or-later
// TCP and NCCL tests of virtual Sparks through the agent's own verbs: the figures of the physics come out, and counters
// agree.
#include "trafficworld.h"

#include "protocol/messages_iperf.h"
#include "protocol/messages_nccl.h"
#include "protocol/messages_tcp.h"
#include "sim/world/listeners.h"

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;
namespace verb = protocol::verb;

namespace {

const std::string kToken(64, '7');
constexpr int kWarmUpMs = 1500; // ten times the rise of a connection
constexpr int kMeasureMs = 3000;

// Two Sparks with an agent each, and runs between their halves.
struct TestPair {
    explicit TestPair(const char *scenario = "pair", int mtu = 9000) : world(scenario, mtu), a(world, 0), b(world, 1) {}

    domain::Ipv4Address addressOf(int spark, domain::HalfId which)
    {
        return world.netdev(spark, which)->addresses.front().address;
    }
    // From these halves of one Spark to the same halves of the other one.
    std::vector<protocol::TcpFlow> flows(
        int from, const std::vector<domain::HalfId> &halves, int streams, bool receiving)
    {
        std::vector<protocol::TcpFlow> list;
        for (const domain::HalfId half : halves) {
            const int own = receiving ? 1 - from : from;
            list.push_back(
                {static_cast<int>(list.size()), half, addressOf(own, half), addressOf(1 - own, half), 0, streams});
        }
        return list;
    }
    VirtualAgent &agent(int spark) { return spark == 0 ? a : b; }

    template <typename Body>
    std::optional<Body> event(VirtualAgent &of, std::int64_t id, std::string_view type)
    {
        for (const std::string &line : of.lines) {
            const auto envelope = protocol::decodeLine(line);
            if (envelope && envelope->id == id && envelope->type == type) {
                const auto body = protocol::decode<Body>(envelope->body);
                return body ? std::optional(*body) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    // What runs: the two requests of one direction.
    struct Run {
        int from = 0;
        std::int64_t receive = 0;
        std::int64_t send = 0;
    };
    Run begin(int from, const std::vector<domain::HalfId> &halves, int streams = 16, const std::string &token = kToken,
        int sendMs = kWarmUpMs + kMeasureMs + 200)
    {
        Run run{from, 0, 0};
        VirtualAgent &to = agent(1 - from);
        run.receive = to.send(verb::kTcpReceive,
            protocol::encode(protocol::TcpReceiveRequest{
                kToken, flows(from, halves, streams, true), 3000, kWarmUpMs, kMeasureMs, 500}));
        const auto listening = event<protocol::TcpListening>(to, run.receive, protocol::event::kTcpListening);
        auto sending = flows(from, halves, streams, false);
        for (std::size_t i = 0; listening && i < sending.size(); ++i)
            sending[i].port = listening->ports[i].port;
        run.send =
            agent(from).send(verb::kTcpSend, protocol::encode(protocol::TcpSendRequest{token, sending, 1000, sendMs}));
        return run;
    }
    std::optional<protocol::TcpResult> result(const Run &run)
    {
        VirtualAgent &to = agent(1 - run.from);
        if (!to.answer(run.receive))
            return std::nullopt;
        return event<protocol::TcpResult>(to, run.receive, protocol::event::kTcpResult);
    }
    double gbps(const std::optional<protocol::TcpResult> &result)
    {
        double sum = 0;
        for (std::size_t i = 0; result && i < result->flows.size(); ++i)
            sum += static_cast<double>(result->flows[i].windowBytes) * 8
                / static_cast<double>(result->endNs - result->beginNs);
        return sum;
    }
    double measure(int from, const std::vector<domain::HalfId> &halves, int streams = 16)
    {
        return gbps(result(begin(from, halves, streams)));
    }
    std::string error(int spark, std::int64_t id)
    {
        const auto last = agent(spark).answer(id);
        return last && last->error ? last->error->message.id : std::string();
    }

    TrafficWorld world;
    VirtualAgent a, b;
};

// One NCCL run over the two Sparks of a pair, as the application would make it.
struct NcclPair : TestPair {
    using TestPair::TestPair;

    protocol::NcclRunRequest request(protocol::NcclCollective collective, std::int64_t bytes)
    {
        protocol::NcclRunRequest wanted;
        wanted.collectives = {collective};
        wanted.minBytes = wanted.maxBytes = bytes;
        wanted.iterations = 5;
        wanted.warmUps = 1;
        wanted.inPlace = false;
        wanted.settings = {{"NCCL_IB_HCA", "=rocep1s0f0,roceP2p1s0f0"}};
        return wanted;
    }
    void begin(protocol::NcclRunRequest wanted)
    {
        first = a.send(verb::kNcclRun, protocol::encode(wanted));
        std::optional<protocol::NcclId> id;
        for (int i = 0; i < 50 && !id; ++i) {
            world.loop.pass(milliseconds(20));
            id = event<protocol::NcclId>(a, first, protocol::event::kNcclId);
        }
        wanted.rank = 1;
        wanted.uniqueId = id ? id->uniqueId : std::string(256, '0');
        second = b.send(verb::kNcclRun, protocol::encode(wanted));
    }
    // Its one row on rank 0.
    std::optional<protocol::NcclRow> rowOf(const protocol::NcclRunRequest &wanted)
    {
        begin(wanted);
        const auto one = a.answer(first);
        const auto other = b.answer(second);
        if (!one || one->type != "done" || !other || other->type != "done")
            return std::nullopt;
        answer = *protocol::decode<protocol::NcclRunAnswer>(one->body);
        return event<protocol::NcclRow>(a, first, protocol::event::kNcclRow);
    }

    std::int64_t first = 0;
    std::int64_t second = 0;
    protocol::NcclRunAnswer answer;
};

constexpr std::int64_t kGiB = std::int64_t(1) << 30;

const std::vector<domain::HalfId> kHalfA{half(0, 'A')};
const std::vector<domain::HalfId> kBoth{half(0, 'A'), half(0, 'B')};

} // namespace

class TestSimTcp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void physics_comeOut_data()
    {
        QTest::addColumn<int>("mtu");
        QTest::addColumn<int>("halves");
        QTest::addColumn<int>("streams");
        QTest::addColumn<double>("gbps"); // published (facts 5.1)
        QTest::newRow("one stream") << 9000 << 1 << 1 << 21.0;
        QTest::newRow("16 streams, one half, MTU 1500") << 1500 << 1 << 16 << 96.2;
        QTest::newRow("16 streams, one half, MTU 9000") << 9000 << 1 << 16 << 107.0;
        QTest::newRow("16 streams, both halves") << 9000 << 2 << 16 << 177.0;
    }
    void physics_comeOut()
    {
        QFETCH(int, mtu);
        QFETCH(int, halves);
        QFETCH(int, streams);
        QFETCH(double, gbps);
        TestPair pair("pair", mtu);
        const double there = pair.measure(0, halves == 1 ? kHalfA : kBoth, streams);
        QVERIFY2(near(there, gbps, 0.05), qPrintable(QString::number(there)));
        const double back = pair.measure(1, halves == 1 ? kHalfA : kBoth, streams);
        QVERIFY2(near(back, gbps, 0.05), qPrintable(QString::number(back)));
    }

    void aShareOfTheWire_is98()
    {
        TestPair pair;
        for (int spark = 0; spark < 2; ++spark)
            pair.world.world->adjustSpark(
                spark, [](sim::SparkParameters &p) { p.nic.share = sim::NicParameters::Share::Fixed; });
        const double gbps = pair.measure(0, kHalfA);
        QVERIFY2(near(gbps, 98, 0.02), qPrintable(QString::number(gbps)));
    }

    void bothWays_shareTheCpu()
    {
        TestPair pair;
        const auto there = pair.begin(0, kBoth);
        const auto back = pair.begin(1, kBoth);
        const double one = pair.gbps(pair.result(there));
        const double other = pair.gbps(pair.result(back));
        QVERIFY2(one > 95 && one < 125 && other > 95 && other < 125,
            qPrintable(QStringLiteral("%1 %2").arg(one).arg(other)));
    }

    void counters_sawTheSameBytes()
    {
        TestPair pair;
        const auto before = pair.b.ask<protocol::CounterSnapshot>(verb::kCounters);
        const auto result = pair.result(pair.begin(0, kHalfA));
        const auto after = pair.b.ask<protocol::CounterSnapshot>(verb::kCounters);
        QVERIFY(result && before && after);
        QCOMPARE(after->halves[0].half, half(0, 'A'));
        const auto payload = static_cast<double>(result->flows[0].totalBytes);
        const auto cage = static_cast<double>(*after->halves[0].cageRxOctets - *before->halves[0].cageRxOctets);
        QVERIFY2(near(cage / payload, 9018.0 / 8948, 0.001), qPrintable(QString::number(cage / payload)));
        const auto netdev = static_cast<double>(after->halves[0].netdevRxBytes - before->halves[0].netdevRxBytes);
        QVERIFY(near(netdev / payload, 9014.0 / 8948, 0.001));
        // The other half of the cage reports the port, too, but its netdev stood still.
        QCOMPARE(*after->halves[1].cageRxOctets, *after->halves[0].cageRxOctets);
        QVERIFY(after->halves[1].netdevRxBytes - before->halves[1].netdevRxBytes < 10'000);
        QVERIFY(result->cpuSeconds > 0);
    }

    void theReceiver_endsBothSides()
    {
        TestPair pair;
        const auto run = pair.begin(0, kBoth, 16, kToken, 60'000);
        const auto result = pair.result(run);
        QVERIFY(result);
        const auto sent = pair.a.answer(run.send);
        QVERIFY(sent);
        QCOMPARE(sent->type, std::string("done"));
        const auto sender = pair.event<protocol::TcpResult>(pair.a, run.send, protocol::event::kTcpResult);
        QVERIFY(sender);
        const auto took = sender->endNs - sender->beginNs;
        QVERIFY2(took < (kWarmUpMs + kMeasureMs + 300) * std::int64_t(1'000'000), qPrintable(QString::number(took)));
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(result->flows[i].streams, 16);
            QCOMPARE(sender->flows[i].streams, 16);
            QCOMPARE(sender->flows[i].totalBytes, result->flows[i].totalBytes);
        }
        QVERIFY(pair.world.world->flows().running().empty());
    }

    void iperf3_playsByTheSamePhysics()
    {
        TestPair pair;
        const domain::HalfId half = domain::kAllHalves.front();
        const auto installed = [&](VirtualAgent &of) {
            const auto answer = of.answer(of.send(verb::kIperfLook));
            const auto look = answer ? protocol::decode<protocol::IperfLookAnswer>(answer->body)
                                     : base::Result<protocol::IperfLookAnswer>(protocol::IperfLookAnswer());
            return look && look->installed && look->version == "3.16";
        };
        QVERIFY(!installed(pair.a));
        for (const int spark : {0, 1})
            pair.world.spark(spark).files.putFile("/usr/bin/iperf3", "", 0755);
        QVERIFY(installed(pair.a) && installed(pair.b));
        const auto served = [&] {
            const auto id = pair.b.send(verb::kIperfServe,
                protocol::encode(protocol::IperfServeRequest{half, pair.addressOf(1, half), 20'000}));
            (void)pair.b.answer(id, milliseconds(50));
            return id;
        };
        const auto runTo = [&](int port) {
            const auto id = pair.a.send(verb::kIperfRun,
                protocol::encode(
                    protocol::IperfRunRequest{half, pair.addressOf(0, half), pair.addressOf(1, half), port, 16, 2, 3}));
            return std::pair(id, pair.a.answer(id));
        };
        const auto server = served();
        const auto listening = pair.event<protocol::IperfListening>(pair.b, server, protocol::event::kIperfListening);
        QVERIFY(listening);
        const auto [id, ended] = runTo(listening->port);
        QVERIFY(ended);
        QCOMPARE(ended->type, std::string("done"));
        const auto theirs = pair.event<protocol::IperfResult>(pair.a, id, protocol::event::kIperfResult);
        QVERIFY(theirs);
        const auto ours = pair.result(pair.begin(0, {half}));
        QVERIFY(ours);
        const double gbps =
            static_cast<double>(ours->flows.front().windowBytes) * 8 / static_cast<double>(ours->endNs - ours->beginNs);
        QVERIFY2(std::abs(theirs->gbps / gbps - 1) < 0.03, qPrintable(QString::number(theirs->gbps)));
        QVERIFY(theirs->receiverCores > 0);
        const auto done = pair.b.answer(server);
        QVERIFY(done && done->type == "done");
        const auto [refused, error] = runTo(listening->port); // for one client only
        QVERIFY(error && error->error);
        QVERIFY(error->error->detail.find("Connection refused") != std::string::npos);
        pair.b.stop(served()); // nobody came
        QVERIFY(pair.world.world->listeners().empty());
        QVERIFY(pair.world.world->flows().running().empty());
    }

    void aFirewall_timesOut()
    {
        TestPair pair;
        pair.world.world->adjustSpark(1, [](sim::SparkParameters &p) { p.ip.firewallDropsFabric = true; });
        const auto run = pair.begin(0, kHalfA);
        QCOMPARE(pair.error(0, run.send), std::string("tcp.connect-timeout"));
        QCOMPARE(pair.error(1, run.receive), std::string("tcp.nobody-came"));
        QVERIFY(pair.world.world->listeners().empty());
    }

    void aCableThatIsOut_hasNoWay()
    {
        TestPair pair;
        const auto receive = pair.b.send(verb::kTcpReceive,
            protocol::encode(protocol::TcpReceiveRequest{kToken, pair.flows(0, kHalfA, 4, true), 3000, 0, 500, 500}));
        auto sending = pair.flows(0, kHalfA, 4, false);
        sending[0].port =
            pair.event<protocol::TcpListening>(pair.b, receive, protocol::event::kTcpListening)->ports[0].port;
        pair.world.world->adjustSpark(
            0, [](sim::SparkParameters &p) { p.half(half(0, 'A')).state = sim::HalfParameters::State::Dark; });
        const auto send =
            pair.a.send(verb::kTcpSend, protocol::encode(protocol::TcpSendRequest{kToken, sending, 1000, 500}));
        QCOMPARE(pair.error(0, send), std::string("tcp.no-way"));
    }

    void aWrongToken_isTurnedAway()
    {
        TestPair pair;
        const auto run = pair.begin(0, kHalfA, 4, std::string(64, '8'));
        QCOMPARE(pair.error(0, run.send), std::string("tcp.turned-away"));
        QCOMPARE(pair.error(1, run.receive), std::string("tcp.nobody-came"));
    }

    void hangingUp_stopsTheTraffic()
    {
        TestPair pair;
        const auto run = pair.begin(0, kBoth);
        pair.world.loop.pass(milliseconds(1000));
        QCOMPARE(pair.world.world->flows().running().size(), std::size_t(2));
        pair.a.hangUp();
        QVERIFY(pair.world.world->flows().running().empty());
        QCOMPARE(pair.error(1, run.receive), std::string("tcp.sender-left"));
        QVERIFY(pair.world.world->listeners().empty());
    }

    void stop_endsBothSides()
    {
        TestPair pair;
        const auto run = pair.begin(0, kBoth);
        pair.world.loop.pass(milliseconds(1000));
        pair.b.stop(run.receive);
        QCOMPARE(pair.error(0, run.send), std::string("tcp.stream-broke"));
        QVERIFY(pair.world.world->flows().running().empty());
    }

    void nccl_physicsComeOut_data()
    {
        QTest::addColumn<int>("mtu");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<double>("busBw"); // published (facts 5.3)
        QTest::newRow("MTU 1500") << 1500 << qint64(kGiB) << 18.9;
        QTest::newRow("MTU 9000") << 9000 << qint64(kGiB) << 23.7;
        QTest::newRow("MTU 9000, 32 MiB") << 9000 << qint64(32 << 20) << 18.9;
    }
    void nccl_physicsComeOut()
    {
        QFETCH(int, mtu);
        QFETCH(qint64, bytes);
        QFETCH(double, busBw);
        NcclPair pair("pair", mtu);
        const auto row = pair.rowOf(pair.request(protocol::NcclCollective::AllGather, bytes));
        QVERIFY(row);
        QVERIFY2(near(row->busBw, busBw, 0.03), qPrintable(QString::number(row->busBw)));
        QCOMPARE(row->bytes, bytes);
        QVERIFY(near(row->algBw, 2 * row->busBw, 0.001));
        QVERIFY(near(row->timeUs, double(bytes) / 1e3 / row->algBw, 0.001));
        QCOMPARE(row->wrong.value_or(-1), std::int64_t(0));
        QCOMPARE(pair.answer.transport.network, std::string("IB"));
        QCOMPARE(pair.answer.transport.devices.size(), std::size_t(2));
    }

    void nccl_countersSawTheSameBytes()
    {
        NcclPair pair;
        const auto before = pair.b.ask<protocol::CounterSnapshot>(verb::kCounters);
        QVERIFY(pair.rowOf(pair.request(protocol::NcclCollective::AllReduce, kGiB)));
        const auto after = pair.b.ask<protocol::CounterSnapshot>(verb::kCounters);
        double rdma = 0;
        for (int i = 0; i < 2; ++i)
            rdma += static_cast<double>(
                *after->halves[std::size_t(i)].rdmaRxBytes - *before->halves[std::size_t(i)].rdmaRxBytes);
        // One first pass, one untimed, five timed, one checked; two Sparks: as many bytes as the size each time.
        const double job = 8.0 * static_cast<double>(kGiB);
        const auto cage = static_cast<double>(*after->halves[0].cageRxOctets - *before->halves[0].cageRxOctets);
        QVERIFY2(cage / job > 1.0 && cage / job < 1.06, qPrintable(QString::number(cage / job)));
        QVERIFY2(rdma / job > 1.0 && rdma / job < 1.06, qPrintable(QString::number(rdma / job)));
    }

    // A test of 25 ms on a machine that looks at its clock every 37 ms: no byte more goes over the wire, and the figure
    // is no other.
    void nccl_onABusyMachine_isTheSame_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("iterations");
        QTest::newRow("over before it is at full speed") << qint64(kGiB / 32) << 5;
        QTest::newRow("measured from full speed on") << qint64(kGiB) << 30;
    }
    void nccl_onABusyMachine_isTheSame()
    {
        QFETCH(qint64, bytes);
        QFETCH(int, iterations);
        struct Seen {
            double wire = 0, rdma = 0, busBw = 0;
        };
        const auto seen = [bytes, iterations](bool busy) {
            NcclPair pair;
            const auto before = pair.b.ask<protocol::CounterSnapshot>(verb::kCounters);
            auto wanted = pair.request(protocol::NcclCollective::AllGather, bytes);
            wanted.iterations = iterations;
            pair.begin(wanted);
            const auto isOver = [&pair] { return pair.event<protocol::NcclRunAnswer>(pair.a, pair.first, "done"); };
            for (int i = 0; busy && i < 1000 && !isOver(); ++i)
                pair.world.loop.stall(milliseconds(37));
            pair.a.answer(pair.first);
            const auto row = pair.event<protocol::NcclRow>(pair.a, pair.first, protocol::event::kNcclRow);
            const auto after = pair.b.ask<protocol::CounterSnapshot>(verb::kCounters);
            Seen one;
            one.wire = static_cast<double>(*after->halves[0].cageRxOctets - *before->halves[0].cageRxOctets);
            for (std::size_t i = 0; i < 2; ++i)
                one.rdma += static_cast<double>(*after->halves[i].rdmaRxBytes - *before->halves[i].rdmaRxBytes);
            one.busBw = row ? row->busBw : 0;
            return one;
        };
        const Seen idle = seen(false);
        const Seen busy = seen(true);
        QVERIFY(idle.busBw > 10 && idle.wire > 1e8);
        const double most = sim::physics::Meter::kNoise * 2;
        QVERIFY2(near(busy.wire, idle.wire, most), qPrintable(QString::number(busy.wire / idle.wire)));
        QVERIFY2(near(busy.rdma, idle.rdma, most), qPrintable(QString::number(busy.rdma / idle.rdma)));
        QVERIFY2(near(busy.busBw, idle.busBw, most), qPrintable(QString::number(busy.busBw / idle.busBw)));
    }

    void nccl_otherLibrary_isRefused()
    {
        NcclPair pair;
        pair.world.world->adjustSpark(1, [](sim::SparkParameters &p) { p.nccl.version = "2.28.9"; });
        const std::string look = protocol::encode(protocol::NcclLookRequest{});
        const auto one = pair.a.ask<protocol::NcclLookAnswer>(verb::kNcclLook, look);
        const auto other = pair.b.ask<protocol::NcclLookAnswer>(verb::kNcclLook, look);
        QVERIFY(one && other && one->library.sha256 != other->library.sha256);
        QCOMPARE(one->gpus.front().capability, std::string("12.1"));
        QVERIFY(!one->gpus.front().gpuDirectRdma);
        auto wanted = pair.request(protocol::NcclCollective::AllReduce, kGiB);
        wanted.sha256 = one->library.sha256;
        pair.begin(wanted);
        QCOMPARE(pair.error(1, pair.second), std::string("nccl.library-differs"));
        pair.a.stop(pair.first);
        QCOMPARE(pair.error(0, pair.first), std::string("nccl.cancelled"));
    }

    void nccl_overSockets_saysSo()
    {
        NcclPair pair;
        for (int spark = 0; spark < 2; ++spark)
            pair.world.world->adjustSpark(spark, [](sim::SparkParameters &p) {
                p.nccl.rdmaUsable = false;
                p.nccl.socketInterface = "enP7s7";
            });
        const auto row = pair.rowOf(pair.request(protocol::NcclCollective::AllGather, kGiB / 8));
        QVERIFY(row);
        QVERIFY2(row->busBw > 0.9 && row->busBw < 1.25, qPrintable(QString::number(row->busBw)));
        QCOMPARE(pair.answer.transport.network, std::string("Socket"));
    }

    void nccl_aRankThatGoes_costsTheOtherItsPeer()
    {
        NcclPair pair;
        auto wanted = pair.request(protocol::NcclCollective::AllGather, kGiB);
        wanted.iterations = 1000;
        pair.begin(wanted);
        pair.world.loop.pass(milliseconds(1000));
        QCOMPARE(pair.world.world->flows().running().size(), std::size_t(1));
        pair.b.hangUp();
        QCOMPARE(pair.error(0, pair.first), std::string("nccl.peer-lost"));
        QVERIFY(pair.world.world->flows().running().empty());
    }

    void nccl_damage_isFound()
    {
        NcclPair pair;
        auto wanted = pair.request(protocol::NcclCollective::AllGather, kGiB / 32);
        wanted.damageCheck = 1;
        const auto row = pair.rowOf(wanted);
        QVERIFY(row);
        QCOMPARE(row->wrong.value_or(-1), std::int64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSimTcp)
#include "tst_sim_tcp.moc"
