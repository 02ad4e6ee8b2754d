// SPDX-License-Identifier: GPL-3.0-or-later
// RDMA in the agent without a library: which GID, the steps of a run and their bounds, the words for failures, the
// pattern of the data, percentiles.
#include "harness.h"

#include "agent/rdma/completion.h"
#include "agent/rdma/datapattern.h"
#include "agent/rdma/rdma.h"
#include "agent/rdma/rdmahost.h"
#include "agent/rdma/rdmawindow.h"
#include "agent/rdma/roundtrips.h"
#include "protocol/messages_rdma.h"

#include <QTest>

#include <cerrno>
#include <numeric>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace base::literals;
using std::chrono::milliseconds;

namespace {

const std::string kToken(protocol::kRdmaTokenDigits, 'c');
constexpr domain::HalfId kHalf{domain::CageIndex::Zero, domain::Side::A};
const std::string kPort = "/sys/class/infiniband/rocep1s0f0/ports/1/";
constexpr const char *kMapped = "0000:0000:0000:0000:0000:ffff:0a64:0001"; // 10.100.0.1

// A machine whose ends do what the test says.
class RdmaSystem : public FakeSystem, public RdmaHost {
public:
    struct State {
        protocol::RdmaPlan plan;
        RdmaEvents events;
        std::vector<std::string> told;
        bool gone = false;
    };
    class End : public RdmaEnd {
    public:
        explicit End(std::shared_ptr<State> state) : m_state(std::move(state)) {}
        ~End() override { m_state->gone = true; }
        void connect(const protocol::RdmaConnectRequest &) override { m_state->told.emplace_back("connect"); }
        void start() override { m_state->told.emplace_back("start"); }
        void finish() override { m_state->told.emplace_back("finish"); }
        void check() override { m_state->told.emplace_back("check"); }

    private:
        std::shared_ptr<State> m_state;
    };
    base::Result<std::unique_ptr<RdmaEnd>> openRdma(const protocol::RdmaPlan &plan, RdmaEvents events) override
    {
        state = std::make_shared<State>();
        state->plan = plan;
        state->events = std::move(events);
        return std::unique_ptr<RdmaEnd>(std::make_unique<End>(state));
    }
    std::shared_ptr<State> state;
};

void putGid(FakeSystem &system, int index, const std::string &gid, const std::string &type)
{
    const std::string number = std::to_string(index);
    system.files().put(kPort + "gids/" + number, gid + "\n");
    system.files().put(kPort + "gid_attrs/types/" + number, type + "\n");
    system.files().put(kPort + "gid_attrs/ndevs/" + number, "enp1s0f0np0\n");
}

std::unique_ptr<RdmaSystem> spark()
{
    auto system = std::make_unique<RdmaSystem>();
    addHalves(*system);
    system->network().give("enp1s0f0np0", "10.100.0.1/24");
    system->files().put(kPort + "state", "4: ACTIVE\n");
    putGid(*system, 0, "fe80:0000:0000:0000:32c5:99ff:fe3e:6a13", "IB/RoCE v1");
    putGid(*system, 1, "fe80:0000:0000:0000:32c5:99ff:fe3e:6a13", "RoCE v2");
    putGid(*system, 2, kMapped, "IB/RoCE v1");
    putGid(*system, 3, kMapped, "RoCE v2");
    system->network().echoAnswer = [](int) { return base::Result<double>(0.2); };
    return system;
}

protocol::RdmaOpenRequest request(bool active = true)
{
    protocol::RdmaOpenRequest open;
    open.token = kToken;
    open.flows.push_back({0, kHalf, *domain::Ipv4Address::parse("10.100.0.1"),
        *domain::Ipv4Address::parse("10.100.0.2"), active, protocol::RdmaKind::Bandwidth, 1});
    open.warmUpMs = 500;
    open.measureMs = 1000;
    open.idleMs = 5000;
    return open;
}

protocol::RdmaEndpoint endpoint()
{
    return {0, std::string(32, '0'), 4096, {{17, 5}}, 4096, 7, 131072};
}

// A run, driven to a step.
struct Run {
    Run(RdmaSystem &machine, const protocol::RdmaOpenRequest &open) : system(machine), harness(machine)
    {
        id = harness.send(protocol::verb::kRdmaOpen, protocol::encode(open));
    }
    std::int64_t connect()
    {
        return harness.send(
            protocol::verb::kRdmaConnect, protocol::encode(protocol::RdmaConnectRequest{kToken, {endpoint()}}));
    }
    std::int64_t step(std::string_view verb) { return harness.send(verb, protocol::encode(protocol::RdmaRun{kToken})); }
    void bringToRunning()
    {
        system.state->events.ready({"libibverbs.so.1", {}, {endpoint()}, system.state->plan.devices});
        connect();
        system.loop().advance(milliseconds(10));
        system.state->events.connected();
        step(protocol::verb::kRdmaStart);
    }
    std::string problem(std::int64_t of = 0) const
    {
        const auto last = harness.terminal(of ? of : id);
        return last.error ? last.error->message.id : last.type;
    }
    RdmaSystem &system;
    Harness harness;
    std::int64_t id = 0;
};

} // namespace

class TestAgentRdma : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gid_isTheV2OneOfTheAddress()
    {
        const auto system = spark();
        const Run run(*system, request());
        QVERIFY(system->state);
        const auto &device = system->state->plan.devices.front();
        QCOMPARE(device.device, std::string("rocep1s0f0"));
        QCOMPARE(device.gidIndex, 3);
        QCOMPARE(device.gid, std::string("00000000000000000000ffff0a640001"));
    }

    void gid_saysWhyThereIsNone_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("port down") << QByteArray("down") << QByteArray("rdma.port-down");
        QTest::newRow("only v1") << QByteArray("v1") << QByteArray("rdma.no-roce-v2");
        QTest::newRow("only link-local") << QByteArray("fe80") << QByteArray("rdma.no-ipv4-gid");
        QTest::newRow("of another netdev") << QByteArray("netdev") << QByteArray("rdma.no-roce-v2");
    }
    void gid_saysWhyThereIsNone()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, problem);
        const auto system = spark();
        if (what == "down")
            system->files().put(kPort + "state", "1: DOWN\n");
        if (what == "v1")
            putGid(*system, 3, kMapped, "IB/RoCE v1");
        if (what == "netdev")
            system->files().put(kPort + "gid_attrs/ndevs/3", "enp1s0f1np1\n");
        if (what == "fe80") {
            putGid(*system, 2, "fe80:0000:0000:0000:0000:0000:0000:0001", "RoCE v2");
            putGid(*system, 3, "0000:0000:0000:0000:0000:0000:0000:0000", "RoCE v2");
        }
        const Run run(*system, request());
        QCOMPARE(run.problem(), problem.toStdString());
    }

    void gid_canBeAskedFor()
    {
        const auto system = spark();
        auto open = request();
        open.gidIndex = 1;
        const Run run(*system, open);
        QCOMPARE(system->state->plan.devices.front().gidIndex, 1);
        open.gidIndex = 9;
        open.token = std::string(protocol::kRdmaTokenDigits, 'd');
        const Run other(*system, open);
        QCOMPARE(other.problem(), std::string("rdma.no-such-gid"));
    }

    void aRun_goesThroughItsSteps()
    {
        const auto system = spark();
        Run run(*system, request());
        const auto tooEarly = run.step(protocol::verb::kRdmaStart);
        QCOMPARE(run.problem(tooEarly), std::string("rdma.wrong-step"));
        system->state->events.ready({"libibverbs.so.1", {}, {endpoint()}, system->state->plan.devices});
        QCOMPARE(run.harness.events(run.id, protocol::event::kRdmaReady).size(), std::size_t(1));
        const auto connect = run.connect();
        QVERIFY(system->state->told.empty()); // a packet goes first
        system->loop().advance(milliseconds(10));
        QCOMPARE(system->network().echoes.size(), std::size_t(1));
        QCOMPARE(system->state->told, std::vector<std::string>{"connect"});
        system->state->events.connected();
        const auto paths = protocol::decode<protocol::RdmaConnectAnswer>(run.harness.terminal(connect).body);
        QVERIFY(paths && paths->paths.front().answered);
        QCOMPARE(run.problem(run.step(protocol::verb::kRdmaFinish)), std::string("rdma.wrong-step"));
        run.step(protocol::verb::kRdmaStart);
        system->state->events.measured();
        QCOMPARE(run.harness.events(run.id, protocol::event::kRdmaMeasured).size(), std::size_t(1));
        QVERIFY(run.harness.events(run.id, protocol::event::kRdmaResult).empty());
        QCOMPARE(run.problem(run.step(protocol::verb::kRdmaFinish)), std::string("done"));
        QCOMPARE(system->state->told.back(), std::string("finish"));
        system->state->events.result({});
        QCOMPARE(run.harness.events(run.id, protocol::event::kRdmaResult).size(), std::size_t(1));
        QCOMPARE(run.problem(run.step(protocol::verb::kRdmaFinish)), std::string("done")); // it has ended by itself
        QCOMPARE(system->state->told.back(), std::string("finish"));
        const auto check = run.step(protocol::verb::kRdmaCheck);
        system->state->events.checked({{{0, 4096, 0, -1}}, {}});
        QCOMPARE(run.problem(check), std::string("done"));
        QCOMPARE(run.problem(), std::string("done"));
        system->loop().advance(milliseconds(1));
        QVERIFY(system->state->gone);
        QCOMPARE(run.problem(run.step(protocol::verb::kRdmaCheck)), std::string("rdma.no-such-run"));
    }

    void hangs_areBounded_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("opening") << 0 << QByteArray("rdma.hangs-opening");
        QTest::newRow("connecting") << 1 << QByteArray("rdma.hangs-connecting");
        QTest::newRow("running") << 2 << QByteArray("rdma.hangs-running");
        QTest::newRow("checking") << 3 << QByteArray("rdma.hangs-checking");
        QTest::newRow("nobody goes on") << 4 << QByteArray("rdma.abandoned");
    }
    void hangs_areBounded()
    {
        QFETCH(int, step);
        QFETCH(QByteArray, problem);
        const auto system = spark();
        Run run(*system, request());
        if (step == 1 || step == 4)
            system->state->events.ready({"libibverbs.so.1", {}, {endpoint()}, system->state->plan.devices});
        if (step == 1)
            run.connect();
        if (step >= 2 && step <= 3)
            run.bringToRunning();
        if (step == 3) {
            system->state->events.result({});
            run.step(protocol::verb::kRdmaCheck);
        }
        for (int second = 0; second < 60; ++second) { // while the application is there
            run.harness.send(protocol::verb::kHeartbeat);
            system->loop().advance(std::chrono::seconds(1));
        }
        QCOMPARE(QByteArray::fromStdString(run.problem()), problem);
        QVERIFY(system->state->gone);
    }

    // However late the other Sparks are: their windows have the load of this one.
    void load_lastsUntilEveryWindowIsOver()
    {
        const auto open = request(); // 0.5 s to warm up, 1 s
        const auto at = [](int ms, std::uint64_t messages) { return RdmaReading{milliseconds(ms), 0, {messages}}; };
        RdmaWindow window(open, at(0, 0));
        window.look(at(500, 10), false);
        QVERIFY(!window.look(at(1400, 28), false).measured);
        const RdmaWindow::Next end = window.look(at(1500, 30), false);
        QVERIFY(end.measured && !end.finish);
        const RdmaWindow::Next later = window.look(at(4500, 90), false);
        QVERIFY(!later.measured && !later.finish && !later.interval);
        QVERIFY(later.due && *later.due > milliseconds(4500));
        window.finish();
        QVERIFY(window.look(at(4600, 92), false).finish);
        QVERIFY(!window.look(at(4700, 93), false).finish); // said once
        QVERIFY(!window.look(at(4800, 94), true).finish);
        const protocol::RdmaResult result = window.result(at(4800, 94));
        QCOMPARE(result.endNs - result.beginNs, std::int64_t(1'000'000'000));
        QCOMPARE(result.flows.front().messages, std::uint64_t(20));
        QCOMPARE(result.flows.front().totalBytes, std::uint64_t(94 * open.messageBytes));
        QCOMPARE(result.runNs, std::int64_t(4'800'000'000));
    }

    void load_endsAlthoughNobodySaysSo()
    {
        const auto open = request();
        const auto at = [](int ms) { return RdmaReading{milliseconds(ms), 0, {1}}; };
        RdmaWindow window(open, at(0));
        window.look(at(500), false);
        const RdmaWindow::Next end = window.look(at(1500), false);
        QVERIFY(end.due);
        const int unheard = static_cast<int>(std::chrono::duration_cast<milliseconds>(*end.due).count());
        QCOMPARE(unheard, 1500 + protocol::kRdmaUnheardMs);
        QVERIFY(window.look(at(unheard), false).finish);
    }

    void stopping_leavesNothing()
    {
        const auto system = spark();
        Run run(*system, request());
        run.bringToRunning();
        run.harness.session->receive(protocol::requestLine(run.id, protocol::verb::kStop) + "\n");
        QCOMPARE(run.problem(), std::string("done"));
        QVERIFY(system->state->gone);
    }

    // Pings may be filtered, so RDMA is tried all the same; when it fails too, the neighbour is what is missing.
    void aSilentNeighbour_isNamed()
    {
        const auto system = spark();
        system->network().echoAnswer = [](int) -> base::Result<double> {
            return base::Error{base::ErrorKind::NotKnown, "ping.no-answer"_msg, {}};
        };
        Run run(*system, request());
        run.bringToRunning();
        CompletionFailure failure;
        failure.status = 12;
        failure.device = "rocep1s0f0";
        base::Error error = completionError(failure);
        error.message.arguments["flow"] = std::int64_t(0);
        system->state->events.failed(error);
        QCOMPARE(run.problem(), std::string("rdma.no-neighbour"));
        const auto said = run.harness.terminal(run.id).error->message.arguments;
        QCOMPARE(std::get<std::string>(said.at("peer")), std::string("10.100.0.2"));
    }

    void memory_isCapped()
    {
        const auto system = spark();
        auto open = request();
        open.messageBytes = protocol::kMaxRdmaMessage;
        const Run run(*system, open);
        QCOMPARE(run.problem(), std::string("rdma.memory-cap"));
    }

    void completions_haveCauses()
    {
        const auto causeOf = [](int status, bool portDown = false) {
            CompletionFailure failure;
            failure.status = status;
            failure.portDown = portDown;
            return completionError(failure).message.id;
        };
        QCOMPARE(causeOf(12), std::string("rdma.retry-exceeded"));
        QCOMPARE(causeOf(12, true), std::string("rdma.link-lost"));
        QCOMPARE(causeOf(13), std::string("rdma.receiver-not-ready"));
        QCOMPARE(causeOf(10), std::string("rdma.remote-access"));
        QCOMPARE(causeOf(9), std::string("rdma.remote-access"));
        QCOMPARE(causeOf(11), std::string("rdma.remote-operation"));
        QCOMPARE(causeOf(4), std::string("rdma.local-protection"));
        QCOMPARE(causeOf(5), std::string("rdma.flushed"));
        QCOMPARE(causeOf(21), std::string("rdma.completion"));
        QCOMPARE(resourceError(ENOMEM, "ibv_reg_mr", "d", 65536, 524288).message.id, std::string("rdma.memlock"));
        QCOMPARE(resourceError(ENOMEM, "ibv_reg_mr", "d", -1, 524288).message.id, std::string("rdma.no-memory"));
        QCOMPARE(resourceError(EPERM, "ibv_create_qp", "d", -1, 0).message.id, std::string("rdma.no-permission"));
    }

    void pattern_knowsEveryByte()
    {
        std::vector<std::byte> memory(1000);
        const DataPattern pattern(42);
        pattern.fill(memory, 3);
        QCOMPARE(pattern.compare(memory, 3).wrong, std::uint64_t(0));
        QVERIFY(pattern.compare(memory, 4).wrong > 900);         // data of another place
        QVERIFY(DataPattern(43).compare(memory, 3).wrong > 900); // data of another run
        memory[500] ^= std::byte(1);
        memory[700] ^= std::byte(0x80);
        const auto found = pattern.compare(memory, 3);
        QCOMPARE(found.wrong, std::uint64_t(2));
        QCOMPARE(found.firstWrong, std::int64_t(503));
    }

    void percentiles_areOfTheNearestRank()
    {
        std::vector<std::uint32_t> rounds(1000);
        std::iota(rounds.begin(), rounds.end(), 1);
        for (std::uint32_t &ns : rounds)
            ns *= 2000; // 1 to 1000 us of half a round trip
        const auto latency = latencyOf(3, rounds);
        QCOMPARE(latency.rounds, std::uint64_t(1000));
        QCOMPARE(latency.least, 1.0);
        QCOMPARE(latency.p50, 500.0);
        QCOMPARE(latency.p99, 990.0);
        QCOMPARE(latency.p999, 999.0);
        QCOMPARE(latency.most, 1000.0);
        QCOMPARE(latencyOf(0, {}).rounds, std::uint64_t(0));
    }
};

QTEST_APPLESS_MAIN(TestAgentRdma)
#include "tst_agent_rdma.moc"
