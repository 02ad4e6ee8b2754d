// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace base::literals;

namespace {

protocol::PingRequest request(std::vector<int> sizes, int count = 3)
{
    return {{domain::CageIndex::Zero, domain::Side::A}, *domain::Ipv4Address::parse("10.100.0.2"),
        *domain::MacAddress::parse("4c:bb:47:00:b2:00"), sizes, count, 500};
}

protocol::PingAnswer answerOf(Harness &harness, const protocol::PingRequest &ping)
{
    const auto envelope = harness.ask(protocol::verb::kPing, protocol::encode(ping));
    const auto answer = protocol::decode<protocol::PingAnswer>(envelope.body);
    return answer ? *answer : protocol::PingAnswer();
}

} // namespace

class TestAgentPing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ping_warmsUpThenSendsEverySize()
    {
        FakeSystem system;
        addHalves(system);
        auto &network = system.network();
        network.give("enp1s0f0np0", "10.100.0.1/24");
        network.neighbourTable = {
            {network.link("enP2p1s0f0np0").index, "10.100.0.2", *domain::MacAddress::parse("4c:bb:47:00:b2:04")},
            {network.link("enp1s0f0np0").index, "10.100.0.2", *domain::MacAddress::parse("4c:bb:47:00:b2:00")}};
        Harness harness(system);
        const auto answer = answerOf(harness, request({56, 8972}));
        QCOMPARE(answer.sizes.size(), std::size_t(2));
        QCOMPARE(answer.sizes[0].sent, 3);
        QCOMPARE(answer.sizes[1].received, 3);
        QCOMPARE(answer.sizes[1].roundTripMs, 0.2);
        QCOMPARE(answer.neighbourMac->toString(), std::string("4c:bb:47:00:b2:00"));
        QCOMPARE(answer.routeInterface, std::string("enp1s0f0np0"));
        QCOMPARE(network.echoes.size(), std::size_t(7)); // one to warm up
        QCOMPARE(network.echoes.back().netdev, std::string("enp1s0f0np0"));
    }

    void ping_tellsTooLongAndLost()
    {
        FakeSystem system;
        addHalves(system);
        system.network().echoAnswer = [](int payload) -> base::Result<double> {
            if (payload > 1472)
                return base::failed("test.too-long"_msg, "Message too long");
            if (payload > 100)
                return base::Error{base::ErrorKind::NotKnown, base::Message("test.timeout"_msg), {}};
            return 0.3;
        };
        Harness harness(system);
        const auto answer = answerOf(harness, request({56, 1472, 8972}, 2));
        QCOMPARE(answer.sizes[0].received, 2);
        QCOMPARE(answer.sizes[1].received, 0);
        QVERIFY(answer.sizes[1].problem.empty());
        QCOMPARE(answer.sizes[2].received, 0);
        QCOMPARE(answer.sizes[2].problem, std::string("Message too long"));
        QVERIFY(!answer.neighbourMac);
        QVERIFY(answer.routeInterface.empty());
    }

    void ping_severalAtOnceDoNotMix()
    {
        FakeSystem system;
        addHalves(system);
        Harness harness(system);
        const auto first = harness.send(protocol::verb::kPing, protocol::encode(request({10}, 5)));
        auto other = request({20}, 2);
        other.half.side = domain::Side::B;
        const auto second = harness.send(protocol::verb::kPing, protocol::encode(other));
        system.loop().advance(std::chrono::seconds(1));
        QCOMPARE(protocol::decode<protocol::PingAnswer>(harness.terminal(first).body)->sizes[0].received, 5);
        QCOMPARE(protocol::decode<protocol::PingAnswer>(harness.terminal(second).body)->sizes[0].received, 2);
    }

    void ping_halfThatIsNotThere()
    {
        FakeSystem system;
        Harness harness(system);
        QCOMPARE(harness.ask(protocol::verb::kPing, protocol::encode(request({56}))).error->message.id,
            std::string("remote.half-missing"));
    }

    void ping_endOfInputDropsIt()
    {
        FakeSystem system;
        addHalves(system);
        Harness harness(system);
        const auto id = harness.send(protocol::verb::kPing, protocol::encode(request({56})));
        harness.session->inputEnded();
        system.loop().advance(std::chrono::seconds(5));
        QVERIFY(harness.terminal(id).type.empty());
        QVERIFY(harness.session->finished());
    }
};

QTEST_GUILESS_MAIN(TestAgentPing)
#include "tst_agent_ping.moc"
