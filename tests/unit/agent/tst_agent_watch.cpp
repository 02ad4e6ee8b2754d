// SPDX-License-Identifier: GPL-3.0-or-later
// Plugs and unplugs as events; halves that are woken for it.
#include "harness.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;

namespace {

std::vector<protocol::WatchEvent> watchEvents(const Harness &harness, std::int64_t id)
{
    std::vector<protocol::WatchEvent> found;
    for (const auto &envelope : harness.events(id, protocol::event::kWatch))
        found.push_back(protocol::decode<protocol::WatchEvent>(envelope.body).value());
    return found;
}

} // namespace

class TestAgentWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void watch_tellsAtOnceAndAfterEveryChange()
    {
        FakeSystem system;
        addHalves(system);
        Harness harness(system);
        const auto id = harness.send(protocol::verb::kWatch);
        QCOMPARE(watchEvents(harness, id).size(), std::size_t(1));
        QVERIFY(!watchEvents(harness, id)[0].halves[0].carrier);

        system.network().link("enp1s0f0np0").adminUp = system.network().link("enp1s0f0np0").carrier = true;
        system.network().changed();
        system.loop().advance(1ms);
        auto events = watchEvents(harness, id);
        QCOMPARE(events.size(), std::size_t(2));
        QVERIFY(events[1].halves[0].carrier && !events[1].halves[1].carrier);
        QVERIFY(events[1].sequence > events[0].sequence);

        // Changes in a burst are one event, within 100 ms.
        for (int mtu = 1501; mtu < 1600; ++mtu) {
            system.network().link("enp1s0f0np0").mtu = mtu;
            system.network().changed();
        }
        system.loop().advance(100ms);
        events = watchEvents(harness, id);
        QCOMPARE(events.size(), std::size_t(3));
        QCOMPARE(events[2].halves[0].mtu, 1599);

        system.network().changed(); // nothing of a half changed
        system.loop().advance(200ms);
        QCOMPARE(watchEvents(harness, id).size(), std::size_t(3));
    }

    void watch_halvesMayComeAndGo()
    {
        FakeSystem system;
        Harness harness(system);
        const auto id = harness.send(protocol::verb::kWatch);
        QVERIFY(watchEvents(harness, id)[0].halves.empty());
        addHalves(system);
        system.network().changed();
        system.loop().advance(100ms);
        QCOMPARE(watchEvents(harness, id).back().halves.size(), std::size_t(2));
    }

    void stop_endsTheStreamWithDone()
    {
        FakeSystem system;
        addHalves(system);
        Harness harness(system);
        const auto id = harness.send(protocol::verb::kWatch);
        harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        system.network().link("enp1s0f0np0").mtu = 9000;
        system.network().changed();
        system.loop().advance(100ms);
        QCOMPARE(watchEvents(harness, id).size(), std::size_t(1));
    }

    void wake_raisesAndLowersExactlyWhatWasDown()
    {
        FakeSystem system;
        addHalves(system);
        system.network().link("enp1s0f0np0").adminUp = true;
        Harness harness(system, Mode::Root);
        const auto id = harness.send(protocol::verb::kWake, protocol::encode(protocol::WakeRequest{60}));
        const auto answer = protocol::decode<protocol::WakeAnswer>(harness.terminal(id).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->raised, std::vector<std::string>{"enP2p1s0f0np0"});
        QVERIFY(system.network().link("enP2p1s0f0np0").adminUp);
        QCOMPARE(system.files().text("/run/sparkloom/woken"), std::string("enP2p1s0f0np0\n"));
        for (int i = 0; i < 7; ++i) {
            harness.session->receive(protocol::requestLine(0, protocol::verb::kHeartbeat) + "\n");
            system.loop().advance(10s);
        }
        QVERIFY(!system.network().link("enP2p1s0f0np0").adminUp);
        QVERIFY(system.network().link("enp1s0f0np0").adminUp);
        QVERIFY(!system.files().exists("/run/sparkloom"));
    }

    void wake_isUndoneByStopAndByTheEndOfInput()
    {
        for (const bool byStop : {true, false}) {
            FakeSystem system;
            addHalves(system);
            Harness harness(system, Mode::Root);
            const auto id = harness.send(protocol::verb::kWake, protocol::encode(protocol::WakeRequest{60}));
            QVERIFY(system.network().link("enp1s0f0np0").adminUp);
            if (byStop)
                harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
            else
                harness.session->inputEnded();
            QVERIFY(!system.network().link("enp1s0f0np0").adminUp);
        }
    }

    void wake_leavesAHalfUpThatSomebodyConfigured()
    {
        FakeSystem system;
        addHalves(system);
        Harness harness(system, Mode::Root);
        harness.send(protocol::verb::kWake, protocol::encode(protocol::WakeRequest{60}));
        system.network().give("enp1s0f0np0", "10.1.0.1/24");
        harness.session->inputEnded();
        QVERIFY(system.network().link("enp1s0f0np0").adminUp);
        QVERIFY(!system.network().link("enP2p1s0f0np0").adminUp);
    }

    void wake_refusesTimesOutOfRange()
    {
        FakeSystem system;
        Harness harness(system, Mode::Root);
        QCOMPARE(harness.ask(protocol::verb::kWake, "{\"seconds\":5}").type, std::string("error"));
    }
};

QTEST_GUILESS_MAIN(TestAgentWatch)
#include "tst_agent_watch.moc"
