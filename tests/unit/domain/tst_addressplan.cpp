// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include <algorithm>
#include <map>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

Ipv4Prefix prefix(const char *text)
{
    return *Ipv4Prefix::parse(text);
}

// One cage of each Spark to a peer; the other ones to a switch, where there is one.
Cabling splitCabling(const std::vector<SparkFacts> &sparks, Dice &dice)
{
    Cabling cabling;
    const bool onSwitch = dice.chance(50);
    if (onSwitch)
        cabling.switches.emplace_back();
    for (int i = 0; i + 1 < static_cast<int>(sparks.size()); i += 2) {
        const int a = dice.below(2), b = dice.below(2);
        cabling.direct.emplace_back(cage(sparks, i, a), cage(sparks, i + 1, b));
        if (onSwitch) {
            cabling.switches[0].push_back(cage(sparks, i, 1 - a));
            cabling.switches[0].push_back(cage(sparks, i + 1, 1 - b));
        }
    }
    return cabling;
}

// What a plan would set up to make a Spark pass on what is for others; nothing, in any form.
std::string forwardingIn(const Plan &plan)
{
    for (const SparkPlan &spark : plan.sparks)
        for (const Change &change : spark.changes)
            for (const char *word : {"ip_forward", "/forwarding", "proxy_arp", "routes:", "gateway", "MASQUERADE"})
                if (change.diff.find(word) != std::string::npos || change.command.find(word) != std::string::npos)
                    return spark.hostname + ": " + word + " in " + change.path;
    return {};
}

// Random cabling of the kinds that can be asked for, with random cages.
Cabling randomGoal(const std::vector<SparkFacts> &sparks, Dice &dice)
{
    if (sparks.size() % 2 == 0 && dice.chance(20))
        return splitCabling(sparks, dice);
    if (sparks.size() == 2)
        return dice.chance(50) ? Cabling{{{cage(sparks, 0, dice.below(2)), cage(sparks, 1, dice.below(2))}}, {}}
                               : pairTwoCabling(sparks);
    if (dice.chance(50)) {
        Cabling ring = ringCabling(sparks);
        if (dice.chance(30))
            ring.direct.pop_back(); // a line
        return ring;
    }
    if (dice.chance(30)) {
        Cabling star = starCabling(sparks, 0);
        const Cabling second = starCabling(sparks, 1);
        if (dice.chance(50))
            star.switches.emplace_back();
        star.switches.back().insert(star.switches.back().end(), second.switches[0].begin(), second.switches[0].end());
        return star;
    }
    Cabling star = starCabling(sparks, dice.below(2));
    for (CageRef &each : star.switches[0])
        if (dice.chance(20))
            each.cage = each.cage == CageIndex::Zero ? CageIndex::One : CageIndex::Zero;
    return star;
}

} // namespace

class TestAddressPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair();
    void rulesHoldForRandomFabrics();
    void numbersAreThoseOfTheCablingPage();
    void starSharesOneSubnetPerSide();
    void starWithTwoCables();
    void splitRole();
    void splitRoleWithoutSwitch();
    void goalLeavesUnseenEndsAlone();
    void idempotentOnTopOfItself();
    void poolAvoidsRoutes();
    void explicitPool_data();
    void explicitPool();
    void receiptsKeepAddresses();
    void newSparkJoinsStar();
    void movedCableGetsNewLane();
    void errors();
};

void TestAddressPlan::pair()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks, 1);
    plug(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, {});
    QVERIFY(plan.ok());
    QVERIFY(plan->topology == Topology::Pair);
    QCOMPARE(plan->pool.toString(), std::string("10.100.0.0/16"));
    QCOMPARE(plan->lanes.size(), std::size_t(2));
    const SparkFacts &first = sparks[0].id < sparks[1].id ? sparks[0] : sparks[1];
    const std::vector<HalfConfig> halves = plan->halvesOf(first.id);
    QCOMPARE(halves.size(), std::size_t(2));
    QCOMPARE(halves[0].netdev, std::string("enp1s0f1np1"));
    QCOMPARE(halves[0].address.toString(), std::string("10.100.0.1/24"));
    QCOMPARE(halves[1].netdev, std::string("enP2p1s0f1np1"));
    QCOMPARE(halves[1].address.toString(), std::string("10.100.1.1/24"));
    QCOMPARE(halves[0].mtu, 9000);
    QVERIFY(plan->lanes[0].ends[1].mac
        == (first.id == sparks[0].id ? sparks[1] : sparks[0]).half({CageIndex::One, Side::A})->mac);
}

void TestAddressPlan::rulesHoldForRandomFabrics()
{
    Dice dice(1);
    for (int round = 0; round < 400; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(7));
        const Cabling cabling = randomGoal(sparks, dice);
        plug(sparks, cabling);
        for (SparkFacts &spark : sparks)
            for (int i = dice.below(4); i > 0; --i)
                spark.routes.push_back(
                    {Ipv4Prefix::of(Ipv4Address{0x0a640000u + static_cast<std::uint32_t>(dice.below(1 << 20))},
                         12 + dice.below(21)),
                        dice.chance(50) ? "docker0" : "enP7s7"});
        AddressRequest request;
        request.mtu = dice.chance(50) ? 9000 : 1500;
        for (int i = dice.below(3); i > 0; --i)
            request.avoid.push_back(Ipv4Prefix::of(
                Ipv4Address{0x0a600000u + static_cast<std::uint32_t>(dice.below(1 << 22))}, 8 + dice.below(25)));
        const CableMap map = trueMap(sparks, cabling);
        const auto plan = planAddresses(map, sparks, request);
        if (!plan) {
            QCOMPARE(plan.error().message.id, std::string("addresses.no-free-pool"));
            continue;
        }
        QCOMPARE(brokenRule(*plan, sparks, request.avoid), std::string());
        for (const Cable &cable : map.cables)
            for (const CableEnd *end : {&cable.a, &cable.b})
                if (end->cage)
                    QCOMPARE(plan->halvesOf(end->cage->spark).size() % 2, std::size_t(0));
        dice.shuffle(sparks);
        const auto again = planAddresses(map, sparks, request);
        QVERIFY(again.ok() && *again == *plan);
    }
}

void TestAddressPlan::numbersAreThoseOfTheCablingPage()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    const Cabling cabling = ringCabling(sparks);
    plug(sparks, cabling);
    const CableMap map = trueMap(sparks, cabling);
    const CablingStatus status = matchTopology(Topology::Ring, map, sparks);
    const auto plan = planAddresses(map, sparks, {});
    QVERIFY(plan.ok());
    QCOMPARE(plan->lanes.size(), std::size_t(6));
    for (const GoalCable &cable : status.cables)
        for (const Lane &lane : plan->lanes)
            if (lane.cable == cable.number)
                for (const LaneEnd &end : lane.ends)
                    QVERIFY(end.half.cageRef() == *cable.a.cage || end.half.cageRef() == *cable.b.cage);
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(plan->lanes[i].subnet.toString(), "10.100." + std::to_string(i) + ".0/24");
}

void TestAddressPlan::starSharesOneSubnetPerSide()
{
    std::vector<SparkFacts> sparks = makeSparks(5);
    Cabling cabling = starCabling(sparks, 1);
    cabling.switches[0][2].cage = CageIndex::Zero; // one Spark uses its other cage
    plug(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, {});
    QVERIFY(plan.ok());
    QVERIFY(plan->topology == Topology::Star);
    QCOMPARE(plan->lanes.size(), std::size_t(2));
    for (const Lane &lane : plan->lanes)
        QVERIFY(lane.cable == 0 && lane.ends.size() == 5);
}

void TestAddressPlan::starWithTwoCables()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    Cabling cabling = starCabling(sparks, 0);
    const Cabling second = starCabling(sparks, 1);
    for (const CageRef &each : second.switches[0])
        cabling.switches[0].push_back(each);
    plug(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, {});
    QVERIFY(plan.ok());
    QCOMPARE(plan->lanes.size(), std::size_t(4));
    QCOMPARE(brokenRule(*plan, sparks, {}), std::string());
    QCOMPARE(plan->halvesOf(sparks[0].id).size(), std::size_t(4));
}

// One cage to the peer, the other to the switch of the storage, on which the Sparks see each other.
void TestAddressPlan::splitRole()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairTwoCabling(sparks); // a switch with two cages looks like a cable
    plug(sparks, cabling);
    const CableMap map = trueMap(sparks, cabling);
    AddressRequest request;
    request.goal = Topology::SplitRole;
    const auto plan = planAddresses(map, sparks, request);
    QVERIFY(plan.ok());
    QVERIFY(plan->topology == Topology::SplitRole);
    QCOMPARE(plan->lanes.size(), std::size_t(4));
    QCOMPARE(brokenRule(*plan, sparks, {}), std::string());
    for (const Lane &lane : plan->lanes) {
        QCOMPARE(lane.ends.size(), std::size_t(2));
        const bool storage = lane.ends[0].half.half.cage == CageIndex::One;
        QCOMPARE(lane.role == Lane::Role::Storage, storage);
        QCOMPARE(plan->mtuOf(lane), storage ? 1500 : 9000);
        QCOMPARE(lane.cable, storage ? 0 : 1);
    }
    for (const HalfConfig &half : plan->halvesOf(sparks[0].id))
        QCOMPARE(half.mtu, half.half.cage == CageIndex::One ? 1500 : 9000);
    QVERIFY(planAddresses(map, sparks, {})->topology == Topology::PairTwoCables); // nobody said otherwise
}

// Each Spark's storage hangs on a wire of its own: every half has a subnet of its own.
void TestAddressPlan::splitRoleWithoutSwitch()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks, 1);
    plug(sparks, cabling);
    for (const int spark : {0, 1})
        light(sparks, cage(sparks, spark, 0));
    const CableMap map = trueMap(sparks, cabling);
    AddressRequest request;
    request.goal = Topology::SplitRole;
    const auto plan = planAddresses(map, sparks, request);
    QVERIFY(plan.ok());
    QCOMPARE(plan->lanes.size(), std::size_t(6));
    QCOMPARE(brokenRule(*plan, sparks, {}), std::string());
    int storage = 0;
    for (const Lane &lane : plan->lanes) {
        storage += lane.role == Lane::Role::Storage;
        QCOMPARE(lane.ends.size(), std::size_t(lane.role == Lane::Role::Storage ? 1 : 2));
    }
    QCOMPARE(storage, 4);
}

// A pair is a pair, also when a third cable leads to something that nobody sees.
void TestAddressPlan::goalLeavesUnseenEndsAlone()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks);
    plug(sparks, cabling);
    light(sparks, cage(sparks, 0, 1));
    AddressRequest request;
    request.goal = Topology::Pair;
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, request);
    QVERIFY(plan.ok() && plan->topology == Topology::Pair);
    QCOMPARE(plan->halvesOf(sparks[0].id).size(), std::size_t(2));
    request.goal = Topology::SplitRole; // the other Spark has no second cable
    QVERIFY(planAddresses(trueMap(sparks, cabling), sparks, request)->topology == Topology::Unknown);
}

// Over random fabrics of every kind: planning on top of what was set up gives the same plan, and changes nothing.
void TestAddressPlan::idempotentOnTopOfItself()
{
    Dice dice(17);
    for (int round = 0; round < 60; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(5));
        const Cabling cabling = randomGoal(sparks, dice);
        plug(sparks, cabling);
        const CableMap map = trueMap(sparks, cabling);
        AddressRequest request;
        const auto addresses = planAddresses(map, sparks, request);
        QVERIFY(addresses.ok());
        request.goal = addresses->topology;
        std::vector<PlanInput> inputs;
        for (const SparkFacts &spark : sparks)
            inputs.push_back(inputFor(spark));
        const auto plan = makePlan(*addresses, inputs);
        QVERIFY2(plan.ok(), plan ? "" : plan.error().message.id.c_str());
        QCOMPARE(forwardingIn(*plan), std::string());
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            inputs[i] = applied(inputs[i], *plan->forSpark(sparks[i].id), *plan);
            sparks[i] = inputs[i].facts;
        }
        const auto again = planAddresses(map, sparks, request);
        QVERIFY(again.ok());
        QVERIFY(again->lanes == addresses->lanes && again->topology == addresses->topology);
        const auto second = makePlan(*again, inputs);
        QVERIFY(second.ok());
        for (const SparkPlan &spark : second->sparks)
            QVERIFY(!spark.networkChanges);
    }
}

void TestAddressPlan::poolAvoidsRoutes()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks);
    plug(sparks, cabling);
    const CableMap map = trueMap(sparks, cabling);
    const auto poolWith = [&](const char *route, const char *interface) {
        std::vector<SparkFacts> changed = sparks;
        changed[1].routes.push_back({prefix(route), interface});
        const auto plan = planAddresses(map, changed, {});
        return plan ? plan->pool.toString() : plan.error().message.id;
    };
    QCOMPARE(poolWith("10.100.3.0/24", "docker0"), std::string("10.101.0.0/16"));
    QCOMPARE(poolWith("10.100.0.0/14", "wg0"), std::string("10.104.0.0/16"));
    QCOMPARE(poolWith("10.0.0.0/8", "wg0"), std::string("172.16.0.0/16"));
    QCOMPARE(poolWith("10.100.0.0/24", "enp1s0f0np0"), std::string("10.100.0.0/16")); // that half is configured anew
    QCOMPARE(poolWith("10.100.0.0/24", "enp1s0f1np1"), std::string("10.101.0.0/16")); // that one is not
    AddressRequest request;
    QCOMPARE(poolWith("0.0.0.0/1", "wg0"), std::string("10.100.0.0/16"));  // half of a default route
    QCOMPARE(poolWith("0.0.0.0/2", "wg0"), std::string("10.100.0.0/16"));  // a quarter of one
    QCOMPARE(poolWith("10.100.7.0/26", ""), std::string("10.101.0.0/16")); // a black hole is somebody's, too
    request.avoid = {prefix("0.0.0.0/1"), prefix("128.0.0.0/1")};
    QVERIFY(planAddresses(map, sparks, request).ok());
    request.avoid = {prefix("10.0.0.0/8"), prefix("172.16.0.0/12")};
    QCOMPARE(planAddresses(map, sparks, request).error().message.id, std::string("addresses.no-free-pool"));
}

void TestAddressPlan::explicitPool_data()
{
    QTest::addColumn<QByteArray>("pool");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("wide") << QByteArray("10.7.0.0/16") << QByteArray("10.7.0.0/24") << QByteArray();
    QTest::newRow("just enough") << QByteArray("10.7.4.0/23") << QByteArray("10.7.4.0/24") << QByteArray();
    QTest::newRow("too small") << QByteArray("10.7.4.0/24") << QByteArray() << QByteArray("addresses.pool-too-small");
    QTest::newRow("no /24") << QByteArray("10.7.4.0/25") << QByteArray() << QByteArray("addresses.pool-length");
    QTest::newRow("far too wide") << QByteArray("0.0.0.0/0") << QByteArray() << QByteArray("addresses.pool-length");
    QTest::newRow("this machine itself") << QByteArray("127.4.0.0/16") << QByteArray()
                                         << QByteArray("addresses.pool-reserved");
    QTest::newRow("multicast") << QByteArray("224.0.0.0/8") << QByteArray() << QByteArray("addresses.pool-reserved");
    QTest::newRow("link-local") << QByteArray("169.254.0.0/16") << QByteArray()
                                << QByteArray("addresses.pool-reserved");
    QTest::newRow("around link-local") << QByteArray("169.254.0.0/15") << QByteArray("169.255.0.0/24") << QByteArray();
    QTest::newRow("inside a route") << QByteArray("192.168.77.0/24") << QByteArray()
                                    << QByteArray("addresses.pool-collides");
    QTest::newRow("around a route") << QByteArray("192.168.76.0/22") << QByteArray("192.168.76.0/24") << QByteArray();
    QTest::newRow("home network, on demand")
        << QByteArray("192.168.0.0/22") << QByteArray("192.168.0.0/24") << QByteArray();
}

void TestAddressPlan::explicitPool()
{
    QFETCH(QByteArray, pool);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, error);
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks);
    plug(sparks, cabling);
    AddressRequest request;
    request.pool = prefix(pool.constData());
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, request);
    QCOMPARE(plan ? std::string() : plan.error().message.id, error.toStdString());
    if (plan) {
        QCOMPARE(plan->lanes[0].subnet.toString(), first.toStdString());
        QVERIFY(plan->pool == *request.pool);
        QVERIFY(!plan->lanes[1].subnet.overlaps(prefix("192.168.77.0/24")));
    }
}

// What a set-up wrote stays, also when routes that it made itself are there and another pool would be first.
void TestAddressPlan::receiptsKeepAddresses()
{
    Dice dice(8);
    for (int round = 0; round < 100; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(2 + dice.below(5));
        const Cabling cabling = randomGoal(sparks, dice);
        plug(sparks, cabling);
        const CableMap map = trueMap(sparks, cabling);
        AddressRequest request;
        if (dice.chance(50))
            request.pool = prefix("10.7.0.0/16");
        const auto before = planAddresses(map, sparks, request);
        QVERIFY(before.ok());
        for (SparkFacts &spark : sparks) {
            Receipt receipt;
            receipt.config.halves = before->halvesOf(spark.id);
            spark.receipt = receipt;
            for (const HalfConfig &half : receipt.config.halves)
                spark.routes.push_back({half.address.prefix(), half.netdev});
        }
        const auto after = planAddresses(map, sparks, {});
        QVERIFY(after.ok());
        QVERIFY(after->lanes == before->lanes);
    }
}

void TestAddressPlan::newSparkJoinsStar()
{
    std::vector<SparkFacts> sparks = makeSparks(4);
    Cabling cabling = starCabling(sparks);
    plug(sparks, cabling);
    AddressRequest request;
    request.pool = prefix("10.9.0.0/16");
    const auto three = std::vector<SparkFacts>(sparks.begin(), sparks.begin() + 3);
    const auto before = planAddresses(
        trueMap(three, {{}, {{cabling.switches[0].begin(), cabling.switches[0].begin() + 3}}}), three, request);
    QVERIFY(before.ok());
    for (int i = 0; i < 3; ++i) {
        sparks[static_cast<std::size_t>(i)].receipt.emplace();
        sparks[static_cast<std::size_t>(i)].receipt->config.halves =
            before->halvesOf(sparks[static_cast<std::size_t>(i)].id);
    }
    const auto after = planAddresses(trueMap(sparks, cabling), sparks, {});
    QVERIFY(after.ok());
    for (int i = 0; i < 3; ++i)
        QVERIFY(after->halvesOf(sparks[static_cast<std::size_t>(i)].id)
            == before->halvesOf(sparks[static_cast<std::size_t>(i)].id));
    QCOMPARE(brokenRule(*after, {}, {}), std::string());
    QCOMPARE(after->halvesOf(sparks[3].id)[0].address.toString(), std::string("10.9.0.4/24"));
}

void TestAddressPlan::movedCableGetsNewLane()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    plug(sparks, pairCabling(sparks, 0));
    const auto before = planAddresses(trueMap(sparks, pairCabling(sparks, 0)), sparks, {});
    QVERIFY(before.ok());
    std::vector<SparkFacts> moved = makeSparks(2);
    for (std::size_t i = 0; i < 2; ++i) {
        moved[i].receipt.emplace();
        moved[i].receipt->config.halves = before->halvesOf(moved[i].id);
    }
    plug(moved, pairCabling(moved, 1));
    const auto after = planAddresses(trueMap(moved, pairCabling(moved, 1)), moved, {});
    QVERIFY(after.ok());
    QCOMPARE(brokenRule(*after, moved, {}), std::string());
    for (const HalfConfig &half : after->halvesOf(moved[0].id))
        QVERIFY(half.half.cage == CageIndex::One);
}

void TestAddressPlan::errors()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const auto idOf = [](const base::Result<AddressPlan> &result) {
        return result ? std::string() : result.error().message.id;
    };
    QCOMPARE(idOf(planAddresses({}, sparks, {})), std::string("addresses.nothing-cabled"));
    const Cabling cabling = pairCabling(sparks);
    plug(sparks, cabling);
    const CableMap map = trueMap(sparks, cabling);
    AddressRequest request;
    request.mtu = 9001;
    QCOMPARE(idOf(planAddresses(map, sparks, request)), std::string("addresses.mtu-out-of-range"));
    std::vector<SparkFacts> dark = sparks;
    light(dark, cage(sparks, 0, 0), true, false);
    const auto half = planAddresses(map, dark, {});
    QCOMPARE(idOf(half), std::string("addresses.dark-half"));
    QCOMPARE(std::get<std::string>(half.error().message.arguments.at("half")), std::string("0B"));
    std::vector<SparkFacts> small = sparks;
    small[0].halves[0].maxMtu = 1500;
    QCOMPARE(idOf(planAddresses(map, small, {})), std::string("addresses.mtu-not-supported"));
    QCOMPARE(idOf(planAddresses(map, std::span(sparks).first(1), {})), std::string("addresses.unknown-spark"));
    std::vector<SparkFacts> looped = makeSparks(2);
    const Cabling loop{{{cage(looped, 0, 0), cage(looped, 0, 1)}}, {}};
    plug(looped, loop);
    QCOMPARE(idOf(planAddresses(trueMap(looped, loop), looped, {})), std::string("addresses.cable-to-itself"));
}

QTEST_GUILESS_MAIN(TestAddressPlan)
#include "tst_addressplan.moc"
