// SPDX-License-Identifier: GPL-3.0-or-later
// The time of a TCP run, over streams that do what the test says; the owner's iperf3 beside it.
#include "harness.h"

#include "agent/iperfhost.h"
#include "protocol/messages_iperf.h"
#include "protocol/messages_tcp.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace base::literals;
using std::chrono::milliseconds;

namespace {

const std::string kToken(64, 'c');
constexpr domain::HalfId kHalf{domain::CageIndex::Zero, domain::Side::A};
constexpr domain::HalfId kOther{domain::CageIndex::Zero, domain::Side::B};

protocol::TcpFlow flow(int number = 0, domain::HalfId half = kHalf, const char *local = "10.100.0.1")
{
    return {number, half, *domain::Ipv4Address::parse(local), *domain::Ipv4Address::parse("10.100.0.2"), 0, 4};
}

std::string receive(std::vector<protocol::TcpFlow> flows = {flow()})
{
    return protocol::encode(protocol::TcpReceiveRequest{kToken, std::move(flows), 2000, 500, 1000, 250});
}

std::string send(std::vector<protocol::TcpFlow> flows = {flow()})
{
    return protocol::encode(protocol::TcpSendRequest{kToken, std::move(flows), 2000, 1800});
}

template <typename Body>
Body only(const std::vector<protocol::Envelope> &events)
{
    const auto body = events.size() == 1 ? protocol::decode<Body>(events.front().body)
                                         : base::Result<Body>(base::failed("test.none"_msg));
    return body ? *body : Body();
}

// A machine whose iperf3 says what the test lets it say.
class IperfSystem : public FakeSystem, public IperfHost {
public:
    struct State {
        std::vector<std::string> arguments;
        ProgramHost::Callbacks callbacks;
        bool gone = false;
    };
    class Running : public Child {
    public:
        explicit Running(std::shared_ptr<State> state) : m_state(std::move(state)) {}
        ~Running() override { m_state->gone = true; }

    private:
        std::shared_ptr<State> m_state;
    };
    base::Result<int> freePort(domain::Ipv4Address) override { return 40'123; }
    base::Result<std::unique_ptr<Child>> startProgram(ProgramCall call, ProgramHost::Callbacks callbacks) override
    {
        state = std::make_shared<State>(State{std::move(call.argv), std::move(callbacks)});
        return std::unique_ptr<Child>(std::make_unique<Running>(state));
    }
    std::string words() const
    {
        std::string all;
        for (const std::string &word : state->arguments)
            all += word + ' ';
        return all;
    }
    std::shared_ptr<State> state;
};

std::string errorOf(Harness &harness, std::int64_t id)
{
    const auto last = harness.terminal(id);
    return last.error ? last.error->message.id : std::string();
}

} // namespace

class TestAgentTcp : public QObject {
    Q_OBJECT

    // The bytes of a stream that moves so fast, as they are at this time.
    void pass(FakeSystem &system, FakeTcp::End &end, milliseconds time, double gbps)
    {
        for (milliseconds done{0}; done < time; done += milliseconds(50)) {
            for (const auto &each : end.flows)
                end.bytes[each.flow] += static_cast<std::uint64_t>(gbps * 1e9 / 8 * 0.05);
            system.loop().advance(milliseconds(50));
        }
    }

    template <typename System = FakeSystem>
    std::unique_ptr<System> spark()
    {
        auto system = std::make_unique<System>();
        addHalves(*system);
        system->network().give("enp1s0f0np0", "10.100.0.1/24");
        system->network().give("enP2p1s0f0np0", "10.100.1.1/24");
        return system;
    }

    static std::string serve(const char *local = "10.100.0.1")
    {
        return protocol::encode(protocol::IperfServeRequest{kHalf, *domain::Ipv4Address::parse(local), 20'000});
    }
    static std::string run()
    {
        return protocol::encode(protocol::IperfRunRequest{kHalf, *domain::Ipv4Address::parse("10.100.0.1"),
            *domain::Ipv4Address::parse("10.100.0.2"), 40'123, 8, 1, 3});
    }

private Q_SLOTS:
    void iperf_isLookedFor()
    {
        const auto system = spark<IperfSystem>();
        Harness harness(*system);
        system->processes().answer = [](const auto &) { return ProcessResult{127, {}, "not found"}; };
        auto answer = protocol::decode<protocol::IperfLookAnswer>(harness.ask(protocol::verb::kIperfLook).body);
        QVERIFY(answer && !answer->installed && answer->version.empty());
        system->processes().answer = [](const auto &) { return ProcessResult{0, "iperf 3.16 (cJSON 1.7.15)\n", {}}; };
        answer = protocol::decode<protocol::IperfLookAnswer>(harness.ask(protocol::verb::kIperfLook).body);
        QVERIFY(answer && answer->installed);
        QCOMPARE(answer->version, std::string("3.16"));
        QCOMPARE(system->processes().started.back(), (std::vector<std::string>{"iperf3", "--version"}));
    }

    void iperf_servesOneClientOnTheHalfsAddress()
    {
        const auto system = spark<IperfSystem>();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kIperfServe, serve());
        QCOMPARE(system->words(), std::string("iperf3 -s -1 -B 10.100.0.1 -p 40123 --forceflush "));
        system->state->callbacks.line("-----------------------------------------------------------");
        QVERIFY(harness.events(id, protocol::event::kIperfListening).empty()); // not before it listens
        system->state->callbacks.line("Server listening on 40123 (test #1)");
        system->state->callbacks.line("Server listening on 40123 (test #2)");
        QCOMPARE(only<protocol::IperfListening>(harness.events(id, protocol::event::kIperfListening)).port, 40'123);
        QVERIFY(harness.terminal(id).type.empty());
        system->state->callbacks.ended(0, {});
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        system->loop().advance(milliseconds(1));
        QVERIFY(system->state->gone);
        const auto other = harness.send(protocol::verb::kIperfServe, serve("10.100.0.9"));
        QCOMPARE(errorOf(harness, other), std::string("tcp.not-own-address"));
    }

    void iperf_measures()
    {
        const auto system = spark<IperfSystem>();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kIperfRun, run());
        QCOMPARE(system->words(),
            std::string("iperf3 -c 10.100.0.2 -B 10.100.0.1 -p 40123 -P 8 -t 3 -O 1 --connect-timeout 3000 -i 0 -J "));
        system->state->callbacks.line(R"({"start":{"version":"iperf 3.16"},)");
        system->state->callbacks.line(R"("end":{"sum_received":{"bytes":1000000000,"seconds":2}}})");
        system->state->callbacks.ended(0, {});
        QCOMPARE(only<protocol::IperfResult>(harness.events(id, protocol::event::kIperfResult)).gbps, 4.0);
        QCOMPARE(harness.terminal(id).type, std::string("done"));
    }

    void iperf_saysWhyThereIsNoFigure()
    {
        const auto system = spark<IperfSystem>();
        Harness harness(*system);
        const auto refused = harness.send(protocol::verb::kIperfRun, run());
        system->state->callbacks.line(R"({"error":"unable to connect to server: Connection refused"})");
        system->state->callbacks.ended(0, {}); // that is how it ends
        QCOMPARE(errorOf(harness, refused), std::string("iperf.failed"));
        QVERIFY(harness.terminal(refused).error->detail.find("Connection refused") != std::string::npos);
        const auto missing = harness.send(protocol::verb::kIperfServe, serve());
        system->state->callbacks.ended(127, "iperf3: No such file or directory");
        QCOMPARE(errorOf(harness, missing), std::string("iperf.failed"));
        const auto mute = harness.send(protocol::verb::kIperfRun, run());
        for (int second = 0; second < 30; ++second) {
            harness.send(protocol::verb::kHeartbeat);
            system->loop().advance(std::chrono::seconds(1));
        }
        QCOMPARE(errorOf(harness, mute), std::string("iperf.late"));
        QVERIFY(system->state->gone);
        const auto plain = spark();
        Harness other(*plain);
        QCOMPARE(errorOf(other, other.send(protocol::verb::kIperfServe, serve())), std::string("iperf.not-here"));
    }

    void iperf_isEndedWithItsRequestAndWithTheApplication()
    {
        const auto system = spark<IperfSystem>();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kIperfServe, serve());
        harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        QVERIFY(system->state->gone);
        harness.send(protocol::verb::kIperfRun, run());
        QVERIFY(!system->state->gone);
        harness.session->inputEnded();
        QVERIFY(system->state->gone);
    }

    void receive_measuresTheWindowOnly()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpReceive, receive());
        const auto listening = only<protocol::TcpListening>(harness.events(id, protocol::event::kTcpListening));
        QCOMPARE(listening.ports.size(), std::size_t(1));
        QCOMPARE(listening.ports.front().port, 40'000);
        QCOMPARE(system->tcp().ends.size(), std::size_t(1));
        FakeTcp::End &end = *system->tcp().ends.front();
        QCOMPARE(end.flows.front().netdev, std::string("enp1s0f0np0"));
        end.events.started();
        pass(*system, end, milliseconds(500), 10); // ramp-up, in no figure
        pass(*system, end, milliseconds(1000), 96);
        pass(*system, end, milliseconds(150), 5);
        QVERIFY(!end.finishing); // others may measure still
        pass(*system, end, milliseconds(50), 5);
        QVERIFY(end.finishing);
        QVERIFY(harness.terminal(id).type.empty()); // the sender still sends
        end.open[0] = 0;
        end.events.ended();
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        const auto result = only<protocol::TcpResult>(harness.events(id, protocol::event::kTcpResult));
        QCOMPARE(result.endNs - result.beginNs, std::int64_t(1'000'000'000));
        QCOMPARE(double(result.flows.front().windowBytes) * 8e-9, 96.0);
        QCOMPARE(result.flows.front().streams, 4);
        QVERIFY(result.flows.front().totalBytes > result.flows.front().windowBytes);
        const auto intervals = harness.events(id, protocol::event::kTcpInterval);
        QVERIFY(intervals.size() >= 5);
        QVERIFY(protocol::decode<protocol::TcpInterval>(intervals.front().body)->warmUp);
        const auto last = protocol::decode<protocol::TcpInterval>(intervals.back().body);
        QVERIFY(!last->warmUp);
        QCOMPARE(last->flows.front().gbps, 96.0);
        system->loop().advance(milliseconds(10));
        QVERIFY(system->tcp().ends.empty()); // nothing listens any more
    }

    void receive_waitsForTheSenderOnlySoLong()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpReceive, receive());
        system->tcp().ends.front()->events.started();
        system->loop().advance(milliseconds(1600));
        QVERIFY(harness.terminal(id).type.empty());
        system->loop().advance(std::chrono::seconds(6));
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        QVERIFY(system->tcp().ends.empty());
    }

    void receive_aShortWindowIsFollowedByAShortTime()
    {
        const auto system = spark();
        Harness harness(*system);
        harness.send(protocol::verb::kTcpReceive,
            protocol::encode(protocol::TcpReceiveRequest{kToken, {flow()}, 2000, 0, 100, 100}));
        FakeTcp::End &end = *system->tcp().ends.front();
        end.events.started();
        system->loop().advance(milliseconds(150));
        QVERIFY(!end.finishing);
        system->loop().advance(milliseconds(50));
        QVERIFY(end.finishing);
    }

    void receive_nobodyComes()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpReceive, receive());
        FakeTcp::End &end = *system->tcp().ends.front();
        end.open[0] = 1;
        end.strangers = 3;
        system->loop().advance(milliseconds(2100));
        QCOMPARE(errorOf(harness, id), std::string("tcp.nobody-came"));
        const auto arguments = harness.terminal(id).error->message.arguments; // a copy: the line goes
        QCOMPARE(std::get<std::int64_t>(arguments.at("joined")), std::int64_t(1));
        QCOMPARE(std::get<std::int64_t>(arguments.at("wanted")), std::int64_t(4));
        QCOMPARE(std::get<std::int64_t>(arguments.at("strangers")), std::int64_t(3));
        QVERIFY(system->tcp().ends.empty());
    }

    void receive_aSenderThatLeavesEarlyIsNoResult()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpReceive, receive());
        FakeTcp::End &end = *system->tcp().ends.front();
        end.events.started();
        pass(*system, end, milliseconds(900), 90);
        end.events.ended();
        QCOMPARE(errorOf(harness, id), std::string("tcp.sender-left"));
        QVERIFY(harness.events(id, protocol::event::kTcpResult).empty());
    }

    void receive_streamsThatBrokeAreCounted()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpReceive, receive());
        FakeTcp::End &end = *system->tcp().ends.front();
        end.events.started();
        end.open[0] = 3;
        pass(*system, end, milliseconds(1500), 50);
        end.events.ended();
        QCOMPARE(only<protocol::TcpResult>(harness.events(id, protocol::event::kTcpResult)).flows.front().streams, 3);
    }

    void send_sendsItsTimeAndLeaves()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpSend, send());
        FakeTcp::End &end = *system->tcp().ends.front();
        QCOMPARE(end.patience, milliseconds(2000));
        end.events.started();
        pass(*system, end, milliseconds(1750), 40);
        QVERIFY(harness.terminal(id).type.empty());
        QVERIFY(!end.finishing);
        pass(*system, end, milliseconds(100), 40);
        QVERIFY(end.finishing);
        QVERIFY(harness.terminal(id).type.empty()); // the receiver still reads
        end.events.ended();
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        const auto result = only<protocol::TcpResult>(harness.events(id, protocol::event::kTcpResult));
        QVERIFY(result.flows.front().totalBytes > 0);
        system->loop().advance(milliseconds(1));
        QVERIFY(system->tcp().ends.empty());
    }

    void send_isOverWhenTheReceiverHasSeenEnough()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpSend, send());
        FakeTcp::End &end = *system->tcp().ends.front();
        end.events.started();
        pass(*system, end, milliseconds(1000), 40);
        end.cpu = std::chrono::milliseconds(700);
        end.open[0] = 0;
        end.events.ended();
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        const auto result = only<protocol::TcpResult>(harness.events(id, protocol::event::kTcpResult));
        QCOMPARE(result.endNs - result.beginNs, std::int64_t(1'000'000'000));
        QCOMPARE(result.cpuSeconds, 0.7);
        QCOMPARE(result.flows.front().streams, 4); // to that end
        QCOMPARE(double(result.flows.front().totalBytes) * 8e-9, 40.0);
        system->loop().advance(std::chrono::seconds(10));
        QVERIFY(system->tcp().ends.empty());
        QCOMPARE(harness.events(id, protocol::event::kTcpResult).size(), std::size_t(1));
    }

    void send_waitsForTheReceiverOnlySoLong()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpSend, send());
        system->tcp().ends.front()->events.started();
        system->loop().advance(std::chrono::seconds(2));
        QVERIFY(harness.terminal(id).type.empty());
        system->loop().advance(std::chrono::seconds(5));
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        QVERIFY(system->tcp().ends.empty());
    }

    void send_tellsWhyItCannotConnect()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpSend, send());
        system->tcp().ends.front()->events.failed(base::failed("tcp.connect-timeout"_msg));
        QCOMPARE(errorOf(harness, id), std::string("tcp.connect-timeout"));
        system->loop().advance(milliseconds(1));
        QVERIFY(system->tcp().ends.empty());
    }

    void stop_closesAtOnce()
    {
        const auto system = spark();
        Harness harness(*system);
        const auto id = harness.send(protocol::verb::kTcpReceive, receive());
        system->tcp().ends.front()->events.started();
        harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
        QVERIFY(system->tcp().ends.empty());
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        system->loop().advance(std::chrono::seconds(10));
        QVERIFY(harness.events(id, protocol::event::kTcpResult).empty());
    }

    void endOfInput_leavesNothingOpen()
    {
        const auto system = spark();
        Harness harness(*system);
        harness.send(protocol::verb::kTcpReceive, receive());
        harness.send(protocol::verb::kTcpSend, send({flow(0, kOther, "10.100.1.1")}));
        QCOMPARE(system->tcp().ends.size(), std::size_t(2));
        harness.session->inputEnded();
        QVERIFY(system->tcp().ends.empty());
        system->loop().advance(milliseconds(10));
        QVERIFY(harness.session->finished());
    }

    void requests_thatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("error");
        const protocol::TcpFlow good = flow();
        QTest::newRow("an address of another half") << receive({flow(0, kOther)}) << std::string("tcp.not-own-address");
        QTest::newRow("a half that is not there")
            << receive({flow(0, {domain::CageIndex::One, domain::Side::A})}) << std::string("remote.half-missing");
        QTest::newRow("no flow") << receive({}) << std::string("remote.value-out-of-range");
        QTest::newRow("one number twice") << receive({good, good}) << std::string("remote.value-out-of-range");
        std::vector<protocol::TcpFlow> many;
        for (int i = 0; i < 9; ++i) {
            many.push_back(flow(i));
            many.back().streams = protocol::kMaxTcpStreams;
        }
        QTest::newRow("too many threads") << receive(many) << std::string("remote.value-out-of-range");
    }
    void requests_thatMakeNoSenseAreRefused()
    {
        QFETCH(std::string, body);
        QFETCH(std::string, error);
        const auto system = spark();
        Harness harness(*system);
        QCOMPARE(errorOf(harness, harness.send(protocol::verb::kTcpReceive, body)), error);
        QVERIFY(system->tcp().ends.empty());
    }

    void tooManyRunsAreRefused()
    {
        const auto system = spark();
        Harness harness(*system);
        for (int i = 0; i < 16; ++i)
            harness.send(protocol::verb::kTcpReceive, receive());
        QCOMPARE(errorOf(harness, harness.send(protocol::verb::kTcpReceive, receive())),
            std::string("remote.too-many-streams"));
        QCOMPARE(system->tcp().ends.size(), std::size_t(16));
    }

    void theTokenIsWholeOrRefused()
    {
        const auto system = spark();
        Harness harness(*system);
        auto request = protocol::TcpReceiveRequest{std::string(32, 'c'), {flow()}, 2000, 500, 1000, 250};
        QVERIFY(!errorOf(harness, harness.send(protocol::verb::kTcpReceive, protocol::encode(request))).empty());
        request.token = std::string(64, 'X');
        QVERIFY(!errorOf(harness, harness.send(protocol::verb::kTcpReceive, protocol::encode(request))).empty());
        QVERIFY(system->tcp().ends.empty());
    }
};

QTEST_GUILESS_MAIN(TestAgentTcp)
#include "tst_agent_tcp.moc"
