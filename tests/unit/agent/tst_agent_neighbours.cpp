// SPDX-License-Identifier: GPL-3.0-or-later
// The datagrams of the cable map: what is sent, what is believed, what is told.
#include "agent/probeframe.h"
#include "harness.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;

namespace {

const std::string kNonce(32, 'a');
const std::string kKey(64, 'b');
const std::string kSelf(32, '1');
const std::string kPeer(32, '2');

std::string requestBody(int intervalMs = 250)
{
    return protocol::encode(protocol::NeighboursRequest{kNonce, kKey, {kSelf}, intervalMs});
}

std::string frameFrom(
    const std::string &spark, domain::HalfId half, std::uint64_t sequence = 1, const std::string &key = kKey)
{
    return renderProbeFrame({kNonce, {{spark}, half}, sequence}, key);
}

std::vector<protocol::NeighbourHeard> heard(const Harness &harness, std::int64_t id)
{
    std::vector<protocol::NeighbourHeard> found;
    for (const auto &envelope : harness.events(id, protocol::event::kHeard))
        found.push_back(protocol::decode<protocol::NeighbourHeard>(envelope.body).value());
    return found;
}

const domain::HalfId k0A{domain::CageIndex::Zero, domain::Side::A};
const domain::HalfId k1B{domain::CageIndex::One, domain::Side::B};

} // namespace

class TestAgentNeighbours : public QObject {
    Q_OBJECT

private:
    FakeSystem *m_system = nullptr;

private Q_SLOTS:
    void init()
    {
        m_system = new FakeSystem;
        addHalves(*m_system);
        for (const char *name : {"enp1s0f0np0", "enP2p1s0f0np0"})
            m_system->network().link(name).adminUp = m_system->network().link(name).carrier = true;
        m_system->network().giveLinkLocal("enp1s0f0np0", "fe80::1");
    }
    void cleanup() { delete m_system; }

    void frame_roundTrip()
    {
        const auto frame = parseProbeFrame(frameFrom(kPeer, k1B, 77), kNonce, kKey);
        QVERIFY(frame.has_value());
        QCOMPARE(frame->from.spark.value, kPeer);
        QVERIFY(frame->from.half == k1B);
        QCOMPARE(frame->sequence, std::uint64_t(77));
    }

    void frame_anyChangedByteIsRefused()
    {
        const std::string good = frameFrom(kPeer, k1B, 77);
        for (std::size_t i = 0; i < good.size(); ++i) {
            std::string bad = good;
            bad[i] = bad[i] == '0' ? '1' : '0';
            QVERIFY2(bad == good || !parseProbeFrame(bad, kNonce, kKey), bad.c_str());
        }
        QVERIFY(!parseProbeFrame(good + " ", kNonce, kKey));
        QVERIFY(!parseProbeFrame(std::string(5000, ' '), kNonce, kKey));
        QVERIFY(!parseProbeFrame(good, std::string(32, 'c'), kKey));
        QVERIFY(!parseProbeFrame("", kNonce, kKey));
    }

    void send_onEveryMethodThatWorksThere()
    {
        m_system->network().give("enP2p1s0f0np0", "10.1.0.1/24");
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        m_system->loop().advance(600ms);
        int v6 = 0, v4 = 0;
        for (const auto &sent : m_system->network().sent) {
            const auto frame = parseProbeFrame(sent.payload, kNonce, kKey);
            QVERIFY(frame.has_value());
            QCOMPARE(frame->from.spark.value, kSelf);
            QCOMPARE(sent.netdev, std::string(sent.kind == Network::ProbeKind::V6 ? "enp1s0f0np0" : "enP2p1s0f0np0"));
            (sent.kind == Network::ProbeKind::V6 ? v6 : v4)++;
        }
        QCOMPARE(v6, 3);
        QCOMPARE(v4, 3);
        const auto methods =
            protocol::decode<protocol::NeighbourMethods>(harness.events(id, protocol::event::kMethods).back().body);
        QVERIFY(methods->halves[0].ipv6 && !methods->halves[0].ipv4);
        QVERIFY(methods->halves[1].ipv4 && !methods->halves[1].ipv6);
    }

    void hear_tellsWhereAndFromWhom()
    {
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        m_system->network().deliver("enp1s0f0np0", Network::ProbeKind::V6, frameFrom(kPeer, k1B));
        const auto found = heard(harness, id);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0].kind == domain::EvidenceKind::Ipv6Datagram);
        QVERIFY(found[0].at == k0A);
        QCOMPARE(found[0].from->spark.value, kPeer);
        QVERIFY(found[0].from->half == k1B);
    }

    void hear_dropsOurOwnAndForgedFrames()
    {
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        m_system->network().deliver("enp1s0f0np0", Network::ProbeKind::V6, frameFrom(kSelf, k1B));
        m_system->network().deliver(
            "enp1s0f0np0", Network::ProbeKind::V6, frameFrom(kPeer, k1B, 1, std::string(64, 'c')));
        m_system->network().deliver("enp1s0f0np0", Network::ProbeKind::V6, "hello");
        QVERIFY(heard(harness, id).empty());
    }

    void hear_repeatsSeldomButAfterAReplugAtOnce()
    {
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        for (std::uint64_t i = 0; i < 4; ++i) {
            m_system->network().deliver("enp1s0f0np0", Network::ProbeKind::V6, frameFrom(kPeer, k1B, i));
            m_system->loop().advance(100ms);
        }
        QCOMPARE(heard(harness, id).size(), std::size_t(1));
        // The half goes and comes again with a new index.
        auto &network = m_system->network();
        const auto links = network.linkTable;
        std::erase_if(network.linkTable, [](const auto &link) { return link.name == "enp1s0f0np0"; });
        network.changed();
        m_system->loop().advance(100ms);
        network.linkTable = links;
        network.link("enp1s0f0np0").index = 99;
        network.giveLinkLocal("enp1s0f0np0", "fe80::1");
        network.changed();
        m_system->loop().advance(100ms);
        network.deliver("enp1s0f0np0", Network::ProbeKind::V6, frameFrom(kPeer, k1B, 9));
        QCOMPARE(heard(harness, id).size(), std::size_t(2));
    }

    // On a switch with 64 Sparks each half hears 126 others: what it hears must not grow with their number.
    void send_growsRareWhereManyAreHeard()
    {
        Harness harness(*m_system);
        harness.send(protocol::verb::kNeighbours, requestBody(250));
        const auto sentIn5Seconds = [this] {
            const std::size_t before = m_system->network().sent.size();
            m_system->loop().advance(5s);
            return m_system->network().sent.size() - before;
        };
        const std::size_t alone = sentIn5Seconds();
        QVERIFY(alone >= 20);
        for (int i = 0; i < 126; ++i) {
            const std::string id = std::to_string(i);
            m_system->network().deliver(
                "enp1s0f0np0", Network::ProbeKind::V6, frameFrom(std::string(32 - id.size(), '0') + id, k1B));
        }
        const std::size_t among = sentIn5Seconds(); // one each 2.52 s, at the next tick
        QVERIFY2(among == 1 || among == 2, std::to_string(among).c_str());
    }

    void sockets_areOpenedWhenAnAddressComes()
    {
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        m_system->network().deliver("enP2p1s0f0np0", Network::ProbeKind::V4, frameFrom(kPeer, k1B));
        QVERIFY(heard(harness, id).empty());
        m_system->network().give("enP2p1s0f0np0", "169.254.3.4/16");
        m_system->network().changed();
        m_system->loop().advance(100ms);
        m_system->network().deliver("enP2p1s0f0np0", Network::ProbeKind::V4, frameFrom(kPeer, k1B));
        QCOMPARE(heard(harness, id).size(), std::size_t(1));
        QVERIFY(heard(harness, id)[0].kind == domain::EvidenceKind::Ipv4Datagram);
    }

    void sockets_problemIsTold()
    {
        m_system->network().probeProblem = "Operation not permitted";
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        const auto methods =
            protocol::decode<protocol::NeighbourMethods>(harness.events(id, protocol::event::kMethods).back().body);
        QVERIFY(!methods->halves[0].ipv6);
        QCOMPARE(methods->halves[0].problem, std::string("Operation not permitted"));
    }

    void table_entriesOfHalvesAreToldOnce()
    {
        auto &network = m_system->network();
        network.neighbourTable = {
            {network.link("enp1s0f0np0").index, "10.1.0.2", *domain::MacAddress::parse("4c:bb:47:00:b2:00")},
            {network.link("enP7s7").index, "192.168.77.1", *domain::MacAddress::parse("4c:bb:47:00:b2:09")},
            {network.link("enp1s0f0np0").index, "ff02::1", *domain::MacAddress::parse("33:33:00:00:00:01")}};
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        network.changed();
        m_system->loop().advance(200ms);
        auto found = heard(harness, id);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0].kind == domain::EvidenceKind::NeighbourTable && !found[0].from);
        QCOMPARE(found[0].table->address, std::string("10.1.0.2"));
        network.neighbourTable[0].mac = *domain::MacAddress::parse("4c:bb:47:00:b2:04");
        network.changed();
        m_system->loop().advance(200ms);
        QCOMPARE(heard(harness, id).size(), std::size_t(2));
    }

    void request_valuesAreChecked()
    {
        Harness harness(*m_system);
        QCOMPARE(harness.ask(protocol::verb::kNeighbours, requestBody(10)).type, std::string("error"));
        auto request = protocol::NeighboursRequest{"short", kKey, {kSelf}, 250};
        QCOMPARE(harness.ask(protocol::verb::kNeighbours, protocol::encode(request)).type, std::string("error"));
    }

    void stop_endsIt()
    {
        Harness harness(*m_system);
        const auto id = harness.send(protocol::verb::kNeighbours, requestBody());
        harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        const auto count = m_system->network().sent.size();
        m_system->loop().advance(2s);
        QCOMPARE(m_system->network().sent.size(), count);
    }
};

QTEST_GUILESS_MAIN(TestAgentNeighbours)
#include "tst_agent_neighbours.moc"
