// SPDX-License-Identifier: GPL-3.0-or-later
// What the root agent finds out about unknown cages: the plugs in them, and raw frames.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "harness.h"

#include "agent/probeframe.h"
#include "domain/fabric/lldp.h"
#include "protocol/messages_plugs.h"
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
namespace verb = protocol::verb;

namespace {

const std::string kNonce(32, 'a'), kKey(64, 'b'), kSelf(32, 'c'), kOther(32, 'd');

std::string eepromOf(const std::string &serial)
{
    std::string bytes(256, '\0');
    bytes[0] = 0x11;
    bytes.replace(148, 8, "Amphenol");
    bytes.replace(168, 11, "NJAAKK-N911");
    bytes.replace(196, serial.size(), serial);
    return bytes;
}

protocol::RawProbeRequest request()
{
    protocol::RawProbeRequest request;
    request.runNonce = kNonce;
    request.runKey = kKey;
    request.self.value = kSelf;
    return request;
}

std::string frameOf(const std::string &spark, domain::HalfId half, const std::string &key = kKey)
{
    return renderProbeFrame({kNonce, {{spark}, half}, 1}, key);
}

void raise(FakeSystem &system)
{
    for (const char *name : {"enp1s0f0np0", "enP2p1s0f0np0"})
        system.network().link(name).adminUp = true;
}

} // namespace

class TestAgentPlugs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What a switch says arrives beside our own frames; nonsense and its end do not.
    void rawProbe_hearsWhatASwitchSays()
    {
        FakeSystem system;
        addHalves(system);
        raise(system);
        Harness harness(system, Mode::Root);
        const auto id = harness.send(verb::kRawProbe, protocol::encode(request()));
        const auto deliver = [&](const char *netdev, const std::string &payload) {
            system.network().deliver(netdev, Network::ProbeKind::Raw, payload);
        };
        const domain::LldpNeighbour port1{"4c:5e:0c:00:00:01", "qsfp1", "crs804"};
        deliver("enp1s0f0np0", domain::renderLldp(port1));
        deliver("enP2p1s0f0np0", domain::renderLldp(port1));
        deliver("enp1s0f0np0", domain::renderLldp(port1)); // again, as every half a minute
        deliver("enp1s0f0np0", "no LLDP");
        for (int i = 0; i < 200; ++i) // a flood of devices is bounded
            deliver("enP2p1s0f0np0", domain::renderLldp({"x" + std::to_string(i), "p", ""}));
        system.loop().advance(3s);
        const auto answer = protocol::decode<protocol::RawProbeAnswer>(harness.terminal(id).body);
        QVERIFY(answer.ok());
        QVERIFY(answer->heard.empty());
        QCOMPARE(answer->neighbours.size(), std::size_t(64));
        QVERIFY(std::ranges::count_if(answer->neighbours, [&](const auto &one) { return one.device == port1; }) == 2);
    }

    void modules_areReadOncePerCage()
    {
        FakeSystem system;
        addHalves(system);
        system.network().add("enp1s0f1np1", "4c:bb:47:00:a1:01");
        system.network().eepromTable = {
            {"enp1s0f0np0", eepromOf("APF25281234567")}, {"enP2p1s0f0np0", eepromOf("APF25281234567")}};
        Harness harness(system, Mode::Root);
        const auto answer = protocol::decode<protocol::ModulesAnswer>(harness.ask(verb::kModules).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->modules.size(), std::size_t(1));
        QCOMPARE(answer->modules[0].module.serial, std::string("APF25281234567"));
        QCOMPARE(answer->modules[0].module.partNumber, std::string("NJAAKK-N911"));
        QCOMPARE(answer->problems.size(), std::size_t(1));
        QVERIFY(answer->problems[0].half.cage == domain::CageIndex::One);
        QVERIFY(answer->problems[0].text.find("Input/output error") != std::string::npos);
    }

    // One half of a cage may be without a driver that can read it.
    void modules_halfBWillDo()
    {
        FakeSystem system;
        addHalves(system);
        system.network().eepromTable = {
            {"enp1s0f0np0", std::string(256, '\xff')}, {"enP2p1s0f0np0", eepromOf("S0001")}};
        Harness harness(system, Mode::Root);
        const auto answer = protocol::decode<protocol::ModulesAnswer>(harness.ask(verb::kModules).body);
        QVERIFY(answer.ok() && answer->problems.empty());
        QVERIFY(answer->modules.at(0).half.side == domain::Side::B);
    }

    void rawProbe_sendsOnEveryHalfThatIsUp()
    {
        FakeSystem system;
        addHalves(system);
        system.network().link("enp1s0f0np0").adminUp = true;
        Harness harness(system, Mode::Root);
        harness.ask(verb::kRawProbe, protocol::encode(request()));
        QCOMPARE(system.network().sent.size(), std::size_t(20)); // 2000 ms, every 200, to either address
        QCOMPARE(std::ranges::count_if(
                     system.network().sent, [](const auto &sent) { return sent.kind == Network::ProbeKind::Direct; }),
            10);
        for (const auto &sent : system.network().sent) {
            QVERIFY(sent.kind == Network::ProbeKind::Raw || sent.kind == Network::ProbeKind::Direct);
            QCOMPARE(sent.netdev, std::string("enp1s0f0np0"));
            const auto frame = parseProbeFrame(sent.payload, kNonce, kKey);
            QVERIFY(frame && frame->from.spark.value == kSelf);
        }
    }

    void rawProbe_tellsWhoWasHeardOnce()
    {
        FakeSystem system;
        addHalves(system);
        raise(system);
        Harness harness(system, Mode::Root);
        const auto id = harness.send(verb::kRawProbe, protocol::encode(request()));
        const domain::HalfId there{domain::CageIndex::One, domain::Side::B};
        for (int i = 0; i < 3; ++i)
            system.network().deliver("enp1s0f0np0", Network::ProbeKind::Raw, frameOf(kOther, there));
        system.network().deliver("enP2p1s0f0np0", Network::ProbeKind::Raw, frameOf(kOther, there));
        // Our own, handed over by the adapter; somebody else's key; no frame of ours at all; another kind of socket.
        system.network().deliver("enP2p1s0f0np0", Network::ProbeKind::Raw, frameOf(kSelf, there));
        system.network().deliver("enp1s0f0np0", Network::ProbeKind::Raw, frameOf(std::string(32, 'e'), there, "x"));
        system.network().deliver("enp1s0f0np0", Network::ProbeKind::Raw, std::string(1500, 'x'));
        system.network().deliver("enp1s0f0np0", Network::ProbeKind::V4, frameOf(std::string(32, 'f'), there));
        for (int i = 0; i < 2; ++i) // that no switch passes on
            system.network().deliver("enp1s0f0np0", Network::ProbeKind::Direct, frameOf(kOther, there));
        system.network().deliver("enp1s0f0np0", Network::ProbeKind::Direct, frameOf(kSelf, there));
        system.loop().advance(2s);
        const auto answer = protocol::decode<protocol::RawProbeAnswer>(harness.terminal(id).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->heard.size(), std::size_t(3));
        QCOMPARE(std::ranges::count_if(answer->heard, [](const auto &heard) { return heard.direct; }), 1);
        QCOMPARE(answer->direct.size(), std::size_t(2));
        for (const auto &heard : answer->heard) {
            QCOMPARE(heard.from.spark.value, kOther);
            QVERIFY(heard.from.half == there && heard.at.cage == domain::CageIndex::Zero);
        }
        QVERIFY(answer->problems.empty());
    }

    void rawProbe_thatCannotBeSentSaysWhy()
    {
        FakeSystem system;
        addHalves(system);
        raise(system);
        system.network().probeProblem = "Operation not permitted";
        Harness harness(system, Mode::Root);
        const auto answer =
            protocol::decode<protocol::RawProbeAnswer>(harness.ask(verb::kRawProbe, protocol::encode(request())).body);
        QVERIFY(answer.ok() && answer->heard.empty() && answer->direct.empty());
        QCOMPARE(answer->problems.size(), std::size_t(2));
        QCOMPARE(answer->problems[0].text, std::string("Operation not permitted"));
    }

    void rawProbe_oneAtATime_andEndsWithItsRequest()
    {
        FakeSystem system;
        addHalves(system);
        raise(system);
        Harness harness(system, Mode::Root);
        const auto first = harness.send(verb::kRawProbe, protocol::encode(request()));
        QCOMPARE(harness.ask(verb::kRawProbe, protocol::encode(request())).type, std::string("error"));
        harness.session->receive(protocol::requestLine(first, verb::kStop) + "\n");
        QCOMPARE(harness.terminal(first).type, std::string("done"));
        const std::size_t sent = system.network().sent.size();
        system.loop().advance(5s);
        QCOMPARE(system.network().sent.size(), sent);
        harness.send(verb::kRawProbe, protocol::encode(request()));
        harness.session->inputEnded();
        system.loop().advance(5s);
        QVERIFY(harness.session->finished());
    }

    void bothVerbs_needRoot()
    {
        FakeSystem system;
        addHalves(system);
        Harness harness(system);
        QCOMPARE(harness.ask(verb::kModules).type, std::string("error"));
        QCOMPARE(harness.ask(verb::kRawProbe, protocol::encode(request())).type, std::string("error"));
    }
};

QTEST_GUILESS_MAIN(TestAgentPlugs)
#include "tst_agent_plugs.moc"
