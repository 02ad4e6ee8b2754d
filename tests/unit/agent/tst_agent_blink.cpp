// SPDX-License-Identifier: GPL-3.0-or-later
// The light of a socket: which one blinks, for how long, and what puts it out.
#include "harness.h"
#include "protocol/blink.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;

namespace {

std::string request(int cage, int seconds)
{
    return protocol::encode(
        protocol::BlinkRequest{cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One, seconds});
}

// A Spark with cage 0 on a cable, and a root agent on it.
struct Desk {
    FakeSystem system;
    Harness root;

    Desk() : root((addHalves(system), system), Mode::Root) {}
    std::map<std::string, std::chrono::seconds> &blinking() { return system.network().blinking; }
    protocol::Envelope blink(int cage, int seconds) { return root.ask(protocol::verb::kBlink, request(cage, seconds)); }
};

const std::string kHalfA = "enp1s0f0np0";

} // namespace

class TestAgentBlink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void light_ofHalfA_endsByItself()
    {
        Desk desk;
        const auto answer = desk.blink(0, 5);
        QCOMPARE(answer.type, std::string("done"));
        QCOMPARE(protocol::decode<protocol::BlinkAnswer>(answer.body)->netdev, kHalfA);
        QCOMPARE(desk.blinking().size(), std::size_t(1));
        QVERIFY(desk.blinking().at(kHalfA) == 5s);
        desk.system.loop().advance(4900ms);
        QVERIFY(desk.blinking().contains(kHalfA));
        desk.system.loop().advance(200ms);
        QVERIFY(desk.blinking().empty());
    }

    void zeroSeconds_putItOut()
    {
        Desk desk;
        desk.blink(0, 60);
        const auto answer = desk.blink(0, 0);
        QCOMPARE(answer.type, std::string("done"));
        QVERIFY(desk.blinking().empty());
    }

    void secondRequest_movesTheLight_withItsOwnTime()
    {
        Desk desk;
        desk.system.network().add("enp1s0f1np1", "4c:bb:47:00:a1:01", false);
        desk.blink(0, 2);
        desk.blink(1, 30);
        QCOMPARE(desk.blinking().size(), std::size_t(1));
        QVERIFY(desk.blinking().contains("enp1s0f1np1"));
        desk.system.loop().advance(3s); // the first one's time is over: that is not this one's
        QVERIFY(desk.blinking().contains("enp1s0f1np1"));
    }

    void endOfInput_putsItOut()
    {
        Desk desk;
        desk.blink(0, 60);
        desk.root.session->inputEnded();
        QVERIFY(desk.blinking().empty());
    }

    // An application that is gone without a word: no heartbeat comes any more.
    void silence_putsItOut()
    {
        Desk desk;
        desk.blink(0, 60);
        desk.system.loop().advance(protocol::kHeartbeatTimeout + 5s);
        QVERIFY(desk.blinking().empty());
    }

    void hiddenCard_isTold()
    {
        Desk desk;
        const auto answer = desk.blink(1, 5);
        QCOMPARE(answer.type, std::string("error"));
        QCOMPARE(answer.error->message.id, std::string("remote.blink-no-card"));
        QVERIFY(answer.error->kind == base::ErrorKind::NotKnown);
    }

    void driverThatCannot_isTold()
    {
        Desk desk;
        desk.system.network().canBlink = false;
        QCOMPARE(desk.blink(0, 5).error->message.id, std::string("remote.blink-not-supported"));
    }

    void values_haveTheirRange()
    {
        Desk desk;
        for (const char *body : {R"({"cage":2,"seconds":5})", R"({"cage":0,"seconds":61})",
                 R"({"cage":0,"seconds":-1})", R"({"cage":"enp1s0f0np0","seconds":5})", R"({"seconds":5})"})
            QVERIFY2(desk.root.ask(protocol::verb::kBlink, body).type == "error", body);
        QVERIFY(desk.blinking().empty());
    }

    void onlyRootHasTheVerb()
    {
        FakeSystem system;
        addHalves(system);
        Harness user(system);
        QCOMPARE(user.ask(protocol::verb::kBlink, request(0, 5)).error->message.id, std::string("remote.unknown-verb"));
    }
};

QTEST_GUILESS_MAIN(TestAgentBlink)
#include "tst_agent_blink.moc"
