// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/fabric/moduleserials.h"
#include "domain/fabric/pull.h"
#include "domain/fabric/rawframes.h"
#include "fabricfixture.h"

#include <algorithm>
#include <map>
#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

constexpr std::array kKinds = {EvidenceKind::NeighbourTable, EvidenceKind::CounterSignature, EvidenceKind::Ipv4Datagram,
    EvidenceKind::Ipv6Datagram, EvidenceKind::RawFrame};

// What the plugs say of themselves, where they can be read: a cable has one serial number at both ends, and so have
// the plugs of a breakout cable to a switch.
std::vector<Evidence> serialEvidence(const Cabling &cabling, Dice &dice)
{
    std::vector<ModuleSeen> seen;
    int number = 0;
    const auto read = [&](const CageRef &cage, const char *letter) {
        if (dice.chance(20))
            return;
        const std::string serial = "APF2025" + std::to_string(10'000 + number) + letter;
        const HalfRef at{cage.spark, {cage.cage, dice.chance(50) ? Side::A : Side::B}};
        seen.push_back({at, {"Amphenol", "NJAAKK-N911", serial}});
    };
    for (const auto &[a, b] : cabling.direct) {
        const bool letters = dice.chance(30);
        read(a, letters ? "A" : "");
        read(b, letters ? "B" : "");
        ++number;
    }
    for (const auto &cages : cabling.switches) {
        const bool breakouts = dice.chance(40);
        for (std::size_t i = 0; i < cages.size(); ++i) {
            read(cages[i], "");
            number += !breakouts || i % 2 == 1;
        }
        ++number;
    }
    return evidenceFromModules(seen);
}

// Somebody has pulled some of the plugs, one after the other.
std::vector<Evidence> pullEvidence(const Cabling &cabling, Dice &dice)
{
    std::vector<Evidence> all;
    const auto pulled = [&](std::vector<CageRef> dark) {
        if (dice.chance(30))
            for (const Evidence &item : evidenceFromPull(readPull(std::move(dark))))
                all.push_back(item);
    };
    for (const auto &[a, b] : cabling.direct)
        pulled({a, b});
    for (const auto &cages : cabling.switches)
        for (const CageRef &each : cages)
            pulled({each});
    return all;
}

// All probe as root: broadcasts reach everybody on the wire, direct frames only the other end of a cable. Some halves
// send no direct frames and say so, and of some cables one end takes none.
std::vector<Evidence> frameEvidence(const std::vector<SparkFacts> &sparks, const Cabling &cabling, Dice &dice)
{
    std::vector<FramesHeard> all;
    std::map<SparkId, std::size_t> place;
    for (const SparkFacts &spark : sparks) {
        if (dice.chance(10))
            continue; // nobody gave a password there
        place[spark.id] = all.size();
        FramesHeard &here = all.emplace_back();
        here.at = spark.id;
        for (const HalfId half : kAllHalves)
            if (!dice.chance(10))
                here.direct.insert(half);
    }
    const auto hears = [&](const CageRef &from, const CageRef &to, bool direct) {
        if (!place.contains(from.spark) || !place.contains(to.spark))
            return;
        FramesHeard &here = all[place[to.spark]];
        const FramesHeard &there = all[place[from.spark]];
        for (const Side sender : {Side::A, Side::B}) {
            for (const Side receiver : {Side::A, Side::B}) {
                const HalfRef source{from.spark, {from.cage, sender}};
                const HalfId at{to.cage, receiver};
                if (!dice.chance(20))
                    here.frames.push_back({source, at, false});
                if (direct && there.direct.contains(source.half) && here.direct.contains(at))
                    here.frames.push_back({source, at, true});
            }
        }
    };
    for (const auto &[a, b] : cabling.direct) {
        const int lost = dice.below(4);
        hears(a, b, lost != 0);
        hears(b, a, lost != 1);
    }
    for (const auto &cages : cabling.switches)
        for (const CageRef &from : cages)
            for (const CageRef &to : cages)
                if (from.spark != to.spark)
                    hears(from, to, false);
    return evidenceFromFrames(all);
}

// What a run really delivers: some cages cannot send or receive with a method, others have not begun, and some halves
// do not hear each other.
std::vector<Evidence> partialEvidence(const std::vector<SparkFacts> &sparks, const Cabling &cabling, Dice &dice)
{
    std::vector<Evidence> all;
    const int lossPercent =
        dice.chance(30) ? 10 : 0; // between two halves, of frames that repeat several times a second
    std::set<CageRef> late;
    for (const SparkFacts &spark : sparks)
        for (const CageIndex number : kAllCages)
            if (dice.chance(10))
                late.insert({spark.id, number});
    for (const EvidenceKind kind : kKinds) {
        if (dice.chance(50))
            continue;
        std::set<CageRef> mute = late, deaf = late;
        for (const SparkFacts &spark : sparks) {
            for (const CageIndex number : kAllCages) {
                if (dice.chance(15))
                    mute.insert({spark.id, number});
                if (dice.chance(15))
                    deaf.insert({spark.id, number});
            }
        }
        // Of the frames between two cages one or two are taken, from any half to any half: each says the same.
        const auto hears = [&](const CageRef &from, const CageRef &to) {
            if (mute.contains(from) || deaf.contains(to) || dice.chance(lossPercent))
                return;
            for (int frames = 1 + dice.below(2); frames > 0; --frames)
                all.push_back({kind, {from.spark, {from.cage, dice.chance(50) ? Side::A : Side::B}},
                    {to.spark, {to.cage, dice.chance(50) ? Side::A : Side::B}}});
        };
        for (const auto &[a, b] : cabling.direct) {
            hears(a, b);
            hears(b, a);
        }
        for (const auto &cages : cabling.switches)
            for (const CageRef &from : cages)
                for (const CageRef &to : cages)
                    if (from.spark != to.spark)
                        hears(from, to);
    }
    for (const bool serials : {true, false})
        if (dice.chance(50))
            for (const Evidence &item : serials ? serialEvidence(cabling, dice) : pullEvidence(cabling, dice))
                all.push_back(item);
    if (dice.chance(40))
        for (const Evidence &item : frameEvidence(sparks, cabling, dice))
            all.push_back(item);
    dice.shuffle(all);
    return all;
}

// Left over from an earlier cabling: only tables can be.
void addStale(std::vector<Evidence> &evidence, const std::vector<SparkFacts> &sparks, Dice &dice)
{
    const Cabling earlier = randomCabling(sparks, dice);
    for (const Evidence &item : fullEvidence(earlier, EvidenceKind::NeighbourTable))
        if (dice.chance(30))
            evidence.push_back(item);
    dice.shuffle(evidence);
}

} // namespace

class TestCableMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingHeardIsEverythingKnown();
    void neverWrong();
    void neverWrongWithStaleTables();
    void orderOfInputDoesNotMatter();
    void certainty_data();
    void certainty();
    void contradictionsAreShown_data();
    void contradictionsAreShown();
    void silenceOverIpv4_countsInOneSubnetOnly();
    void framesThatNoSwitchPassesOn_data();
    void framesThatNoSwitchPassesOn();
    void pulledPlugIsCertainAmongOthers();
    void movedPlugIsNoSwitch();
    void ignoredEvidence();
    void neighbourTables();
};

// With every frame heard the map is complete, but for what cannot be told apart: two cages on a switch.
void TestCableMap::everythingHeardIsEverythingKnown()
{
    Dice dice(11);
    for (int round = 0; round < 300; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(7));
        const Cabling cabling = randomCabling(sparks, dice);
        plug(sparks, cabling);
        const CableMap map = trueMap(sparks, cabling);
        QCOMPARE(mistakeIn(map, sparks, cabling), std::string());
        for (const auto &[a, b] : cabling.direct) {
            const Cable *cable = map.cableAt(a);
            QVERIFY(cable && cable == map.cableAt(b) && !cable->b.isSwitch());
        }
        for (const auto &cages : cabling.switches) {
            std::set<SparkId> on;
            for (const CageRef &each : cages)
                on.insert(each.spark);
            for (const CageRef &each : cages)
                QCOMPARE(map.cableAt(each) && map.cableAt(each)->b.isSwitch(), on.size() >= 3);
        }
    }
}

void TestCableMap::neverWrong()
{
    Dice dice(1);
    int known = 0, certain = 0, notKnown = 0, bySerial = 0, byPull = 0, switchBetween = 0;
    for (int round = 0; round < 10'000; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(5));
        const Cabling cabling = randomCabling(sparks, dice);
        plug(sparks, cabling);
        const CableMap map = buildCableMap(sparks, partialEvidence(sparks, cabling, dice));
        const std::string mistake = mistakeIn(map, sparks, cabling);
        QVERIFY2(mistake.empty(), qPrintable(QString::fromStdString(mistake + " in round " + std::to_string(round))));
        known += static_cast<int>(map.cables.size());
        certain += static_cast<int>(std::count_if(map.cables.begin(), map.cables.end(),
            [](const Cable &cable) { return cable.certainty == Certainty::Certain; }));
        notKnown += static_cast<int>(map.unknown.size());
        switchBetween += static_cast<int>(std::count_if(map.cables.begin(), map.cables.end(),
            [](const Cable &cable) { return cable.b.cage && cable.throughSwitch(); }));
        const auto onlyBy = [&map](EvidenceKind kind) {
            return static_cast<int>(std::count_if(map.cables.begin(), map.cables.end(), [kind](const Cable &cable) {
                return std::all_of(cable.evidence.begin(), cable.evidence.end(),
                    [kind](const Evidence &item) { return item.kind == kind; });
            }));
        };
        bySerial += onlyBy(EvidenceKind::ModuleSerial);
        byPull += onlyBy(EvidenceKind::Unplug);
    }
    qInfo("10000 cablings: %d cables known (%d for certain, %d by serial numbers alone, %d by a pulled plug alone, %d "
          "with"
          " a switch between), %d sockets not known, none wrong",
        known, certain, bySerial, byPull, switchBetween, notKnown);
    QVERIFY(bySerial > 0 && byPull > 0 && switchBetween > 0);
    // The property would be empty if nothing were ever known.
    QVERIFY2(known > notKnown, qPrintable(QStringLiteral("%1 known, %2 not").arg(known).arg(notKnown)));
}

// Tables alone may be wrong; then nothing else was heard and the cable is not called certain. What was heard by frames
// is never replaced by them.
void TestCableMap::neverWrongWithStaleTables()
{
    Dice dice(5);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(4));
        const Cabling cabling = randomCabling(sparks, dice);
        plug(sparks, cabling);
        std::vector<Evidence> evidence = fullEvidence(cabling, EvidenceKind::Ipv6Datagram);
        addStale(evidence, sparks, dice);
        const CableMap map = buildCableMap(sparks, evidence);
        for (const Cable &cable : map.cables) {
            if (cable.certainty == Certainty::Probable || cable.b.isSwitch())
                continue;
            const CageRef *peer = cabling.peerOf(*cable.a.cage);
            const int onSwitch = cabling.switchOf(*cable.a.cage);
            QVERIFY((peer && *peer == *cable.b.cage) || (onSwitch >= 0 && onSwitch == cabling.switchOf(*cable.b.cage)));
        }
    }
}

void TestCableMap::orderOfInputDoesNotMatter()
{
    Dice dice(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(5));
        const Cabling cabling = randomCabling(sparks, dice);
        plug(sparks, cabling);
        std::vector<Evidence> evidence = partialEvidence(sparks, cabling, dice);
        const CableMap map = buildCableMap(sparks, evidence);
        evidence.insert(
            evidence.end(), evidence.begin(), evidence.begin() + static_cast<std::ptrdiff_t>(evidence.size() / 2));
        dice.shuffle(evidence);
        dice.shuffle(sparks);
        QVERIFY(buildCableMap(sparks, evidence) == map);
    }
}

void TestCableMap::certainty_data()
{
    using E = EvidenceKind;
    QTest::addColumn<QList<int>>("forward");
    QTest::addColumn<QList<int>>("backward");
    QTest::addColumn<bool>("certain");
    const auto row = [](const char *name, std::vector<E> forward, std::vector<E> backward, bool certain) {
        QList<int> f, b;
        for (const E kind : forward)
            f << static_cast<int>(kind);
        for (const E kind : backward)
            b << static_cast<int>(kind);
        QTest::newRow(name) << f << b << certain;
    };
    row("datagram, one way", {E::Ipv6Datagram}, {}, false);
    row("datagram, both ways", {E::Ipv6Datagram}, {E::Ipv6Datagram}, true);
    row("raw frame, both ways", {E::RawFrame}, {E::RawFrame}, true);
    row("table, both ways", {E::NeighbourTable}, {E::NeighbourTable}, false);
    row("signature, both ways", {E::CounterSignature}, {E::CounterSignature}, false);
    row("table and signature", {E::NeighbourTable, E::CounterSignature}, {}, true);
    row("IPv4 there, IPv6 back", {E::Ipv4Datagram}, {E::Ipv6Datagram}, true);
    row("unplugged and watched", {E::Unplug}, {}, true);
    row("serial number", {E::ModuleSerial}, {}, false);
    row("serial number and signature", {E::ModuleSerial, E::CounterSignature}, {}, true);
}

void TestCableMap::certainty()
{
    QFETCH(QList<int>, forward);
    QFETCH(QList<int>, backward);
    QFETCH(bool, certain);
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks);
    plug(sparks, cabling);
    const HalfRef a{sparks[0].id, {CageIndex::Zero, Side::A}}, b{sparks[1].id, {CageIndex::Zero, Side::B}};
    std::vector<Evidence> evidence;
    for (const int kind : forward)
        evidence.push_back({static_cast<EvidenceKind>(kind), a, b});
    for (const int kind : backward)
        evidence.push_back({static_cast<EvidenceKind>(kind), b, a});
    const CableMap map = buildCableMap(sparks, evidence);
    QCOMPARE(map.cables.size(), std::size_t(1));
    QCOMPARE(map.cables[0].certainty == Certainty::Certain, certain);
    QCOMPARE(map.cables[0].evidence.size(), evidence.size());
}

void TestCableMap::contradictionsAreShown_data()
{
    QTest::addColumn<int>("one");
    QTest::addColumn<int>("other");
    const auto row = [](const char *name, EvidenceKind one, EvidenceKind other) {
        QTest::newRow(name) << static_cast<int>(one) << static_cast<int>(other);
    };
    row("frames against a table", EvidenceKind::Ipv6Datagram, EvidenceKind::NeighbourTable);
    row("frames against serial numbers", EvidenceKind::RawFrame, EvidenceKind::ModuleSerial);
    row("a pulled plug against frames", EvidenceKind::Unplug, EvidenceKind::Ipv4Datagram);
    row("serial numbers against a pulled plug", EvidenceKind::ModuleSerial, EvidenceKind::Unplug);
}

void TestCableMap::contradictionsAreShown()
{
    QFETCH(int, one);
    QFETCH(int, other);
    std::vector<SparkFacts> sparks = makeSparks(3);
    light(sparks, cage(sparks, 0, 0));
    light(sparks, cage(sparks, 1, 0));
    light(sparks, cage(sparks, 2, 0));
    std::vector<Evidence> evidence =
        fullEvidence({{{cage(sparks, 0, 0), cage(sparks, 1, 0)}}, {}}, static_cast<EvidenceKind>(one));
    for (const Evidence &item :
        fullEvidence({{{cage(sparks, 0, 0), cage(sparks, 2, 0)}}, {}}, static_cast<EvidenceKind>(other)))
        evidence.push_back(item);
    const CableMap map = buildCableMap(sparks, evidence);
    QVERIFY(map.cables.empty());
    QCOMPARE(map.unknown.size(), std::size_t(3));
    QCOMPARE(map.contradictions.size(), std::size_t(1));
    QVERIFY(map.contradictions[0].cage == cage(sparks, 0, 0));
    QCOMPARE(map.contradictions[0].evidence.size(), evidence.size());
}

// Two and two who hear each other by IPv4 could all be on one switch, each pair in a subnet of its own.
void TestCableMap::silenceOverIpv4_countsInOneSubnetOnly()
{
    for (const bool oneSubnet : {false, true}) {
        std::vector<SparkFacts> sparks = makeSparks(4);
        for (int i = 0; i < 4; ++i) {
            light(sparks, cage(sparks, i, 0));
            const std::string subnet = oneSubnet || i < 2 ? "10.100.0." : "10.100.1.";
            sparks[static_cast<std::size_t>(i)].halves[0].addresses = {
                *Ipv4Interface::parse(subnet + std::to_string(i + 1) + "/24")};
        }
        const Cabling pairs{{{cage(sparks, 0, 0), cage(sparks, 1, 0)}, {cage(sparks, 2, 0), cage(sparks, 3, 0)}}, {}};
        const CableMap map = buildCableMap(sparks, fullEvidence(pairs, EvidenceKind::Ipv4Datagram));
        QCOMPARE(map.cables.size(), std::size_t(2));
        for (const Cable &cable : map.cables)
            QCOMPARE(cable.certainty == Certainty::Certain, oneSubnet);
    }
}

void TestCableMap::framesThatNoSwitchPassesOn_data()
{
    QTest::addColumn<int>("broadcasts"); // 1: forward, 2: backward, 3: both
    QTest::addColumn<int>("direct");
    QTest::addColumn<int>("able"); // 1: the one, 2: the other, 3: both
    QTest::addColumn<bool>("switched");
    QTest::newRow("a cable") << 3 << 3 << 3 << false;
    QTest::newRow("direct frames of one direction lost") << 3 << 2 << 3 << false;
    QTest::newRow("of the other") << 3 << 1 << 3 << false;
    QTest::newRow("a switch") << 3 << 0 << 3 << true;
    QTest::newRow("one direction heard only") << 1 << 0 << 3 << false;
    QTest::newRow("the one cannot") << 3 << 0 << 2 << false;
    QTest::newRow("the other cannot") << 3 << 0 << 1 << false;
    QTest::newRow("nobody can") << 3 << 0 << 0 << false;
}

// A switch is concluded from both directions together, and only where both ends were able to.
void TestCableMap::framesThatNoSwitchPassesOn()
{
    QFETCH(int, broadcasts);
    QFETCH(int, direct);
    QFETCH(int, able);
    QFETCH(bool, switched);
    std::vector<SparkFacts> sparks = makeSparks(2);
    plug(sparks, pairCabling(sparks));
    const HalfId half{CageIndex::Zero, Side::A};
    std::vector<FramesHeard> heard(2);
    for (const int i : {0, 1}) {
        FramesHeard &here = heard[static_cast<std::size_t>(i)];
        here.at = sparks[static_cast<std::size_t>(i)].id;
        const HalfRef other{sparks[static_cast<std::size_t>(1 - i)].id, half};
        const int bit = i == 0 ? 2 : 1;
        if (broadcasts & bit)
            here.frames.push_back({other, half, false});
        if (direct & bit)
            here.frames.push_back({other, half, true});
        if (able & (i + 1))
            here.direct.insert(half);
    }
    const CableMap map = buildCableMap(sparks, evidenceFromFrames(heard));
    QCOMPARE(map.cables.size(), std::size_t(1));
    QCOMPARE(map.cables[0].throughSwitch(), switched);
    QCOMPARE(map.cables[0].certainty == Certainty::Certain, broadcasts == 3);
    QVERIFY(map.cables[0].b.cage && map.contradictions.empty());
}

// Other lit cages that nothing was heard of could be on one switch with these two; not when the plug was pulled.
void TestCableMap::pulledPlugIsCertainAmongOthers()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    for (const int spark : {0, 1, 2})
        light(sparks, cage(sparks, spark, 0));
    const std::vector<Evidence> pulled = evidenceFromPull(readPull({cage(sparks, 1, 0), cage(sparks, 0, 0)}));
    const CableMap map = buildCableMap(sparks, pulled);
    QCOMPARE(map.cables.size(), std::size_t(1));
    QVERIFY(map.cables[0].certainty == Certainty::Certain);
    QVERIFY(map.cableAt(cage(sparks, 0, 0)) && map.cableAt(cage(sparks, 0, 0)) == map.cableAt(cage(sparks, 1, 0)));
    QCOMPARE(map.unknown, std::vector{cage(sparks, 2, 0)});
    const std::vector<Evidence> heard =
        fullEvidence({{{cage(sparks, 0, 0), cage(sparks, 1, 0)}}, {}}, EvidenceKind::Ipv6Datagram);
    QVERIFY(buildCableMap(sparks, heard).cables[0].certainty == Certainty::Probable);
}

// Evidence from before and after a plug was moved, all of one kind.
void TestCableMap::movedPlugIsNoSwitch()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    const Cabling before{{{cage(sparks, 0, 0), cage(sparks, 1, 0)}}, {}},
        after{{{cage(sparks, 0, 0), cage(sparks, 2, 0)}}, {}};
    plug(sparks, before);
    plug(sparks, after);
    std::vector<Evidence> evidence = fullEvidence(before, EvidenceKind::Ipv6Datagram);
    for (const Evidence &item : fullEvidence(after, EvidenceKind::Ipv6Datagram))
        evidence.push_back(item);
    const CableMap map = buildCableMap(sparks, evidence);
    QVERIFY(map.cables.empty() && map.switchCount == 0);
    QCOMPARE(map.unknown.size(), std::size_t(3));

    // Two Sparks, both plugs crossed in between.
    std::vector<SparkFacts> two = makeSparks(2);
    const Cabling straight = pairTwoCabling(two),
                  crossed{{{cage(two, 0, 0), cage(two, 1, 1)}, {cage(two, 0, 1), cage(two, 1, 0)}}, {}};
    plug(two, straight);
    evidence = fullEvidence(straight, EvidenceKind::Ipv6Datagram);
    for (const Evidence &item : fullEvidence(crossed, EvidenceKind::Ipv6Datagram))
        evidence.push_back(item);
    QVERIFY(buildCableMap(two, evidence).cables.empty());
}

void TestCableMap::ignoredEvidence()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks);
    const std::vector<Evidence> evidence = fullEvidence(cabling, EvidenceKind::Ipv6Datagram);
    QVERIFY(buildCableMap(sparks, evidence) == CableMap()); // all dark
    plug(sparks, cabling);
    const std::vector<SparkFacts> one = {sparks[0]};
    QCOMPARE(buildCableMap(one, evidence).unknown.size(), std::size_t(1));
    QVERIFY(buildCableMap(one, evidence).cables.empty());
    const HalfRef a{sparks[0].id, {CageIndex::Zero, Side::A}}, b{sparks[0].id, {CageIndex::Zero, Side::B}};
    const std::vector<Evidence> own = {{EvidenceKind::RawFrame, a, b}, {EvidenceKind::RawFrame, b, a}};
    QVERIFY(buildCableMap(sparks, own).cables.empty());
    QVERIFY(buildCableMap({}, evidence) == CableMap());
}

void TestCableMap::neighbourTables()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const HalfFacts &peer = sparks[1].halves[1];
    const std::vector<NeighbourEntry> entries = {{"enp1s0f0np0", "10.0.0.2", peer.mac},
        {"enp1s0f0np0", "fe80::1", peer.mac}, {"enP7s7", "10.0.0.3", peer.mac},
        {"enp1s0f0np0", "10.0.0.4", *MacAddress::parse("02:00:00:00:00:99")},
        {"enp1s0f0np0", "10.0.0.5", MacAddress()}};
    std::vector<Evidence> found = evidenceFromNeighbourTable(sparks, sparks[0].id, entries);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY((found[0]
        == Evidence{
            EvidenceKind::NeighbourTable, {sparks[1].id, peer.id}, {sparks[0].id, {CageIndex::Zero, Side::A}}}));
    // Two Sparks with one MAC prove nothing.
    sparks.push_back(makeSpark(2));
    sparks[2].halves[0].mac = peer.mac;
    QVERIFY(evidenceFromNeighbourTable(sparks, sparks[0].id, entries).empty());
    QVERIFY(evidenceFromNeighbourTable(sparks, SparkId{"nobody"}, entries).empty());
}

QTEST_GUILESS_MAIN(TestCableMap)
#include "tst_cablemap.moc"
