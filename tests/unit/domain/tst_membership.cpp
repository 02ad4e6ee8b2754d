// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a cluster that is set up when a Spark joins, leaves or is replaced, and when plugs are moved.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "clusterfixture.h"

#include "domain/plan/halfsteps.h"
#include "domain/plan/lanemap.h"

#include <algorithm>
#include <map>
#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

std::optional<Ipv4Interface> addressOf(const AddressPlan &plan, const HalfRef &half)
{
    for (const HalfConfig &config : plan.halvesOf(half.spark))
        if (config.half == half.half)
            return config.address;
    return std::nullopt;
}

// Every half of these cages has the address that it had.
bool keeps(const AddressPlan &before, const AddressPlan &after, const CageRef &socket)
{
    return std::all_of(kAllHalves.begin(), kAllHalves.end(), [&](const HalfId &half) {
        const HalfRef ref{socket.spark, half};
        return half.cage != socket.cage || addressOf(before, ref) == addressOf(after, ref);
    });
}

} // namespace

class TestMembership : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairBecomesRing_keepsItsCable();
    void starGrows_othersStay();
    void movedPlugs_changeOneSpark();
    void movedPlug_ofOneEnd_keepsTheOther();
    void randomCabling_keepsWhatDidNotChange_andBreaksNoRule();
    void reinstalledSpark_takesTheAddressesOfTheOldOne();
    void joiningFromAnotherCluster_bendsToThisOne();
    void clusterId_outlivesItsMembers();
    void withoutSpark_leavesTheRestAsItIs();
    void halfSteps_nameWhatStaysAndWhatGoes();
};

// The documented ring has the pair's first cable elsewhere: any two Sparks of it are a pair before.
void TestMembership::pairBecomesRing_keepsItsCable()
{
    Dice dice(61);
    for (int round = 0; round < 40; ++round) {
        const int total = 3 + dice.below(4);
        Sparks sparks = makeSparks(total);
        const Cabling ring = ringCabling(sparks);
        const auto &kept = ring.direct[static_cast<std::size_t>(dice.below(total))];
        Sparks pair;
        for (const SparkFacts &spark : sparks)
            if (spark.id == kept.first.spark || spark.id == kept.second.spark)
                pair.push_back(spark);
        const AddressPlan before = planOf(pair, {{kept}, {}});
        setUp(pair, before);
        for (SparkFacts &spark : sparks)
            for (const SparkFacts &known : pair)
                if (known.id == spark.id)
                    spark = known;
        const AddressPlan after = planOf(sparks, ring);
        QCOMPARE(brokenRule(after, sparks), std::string());
        QVERIFY(keeps(before, after, kept.first) && keeps(before, after, kept.second));
        QVERIFY(after.topology == Topology::Ring);
    }
}

void TestMembership::starGrows_othersStay()
{
    Dice dice(62);
    for (int round = 0; round < 20; ++round) {
        Sparks all = makeSparks(8);
        dice.shuffle(all);
        Sparks here(all.begin(), all.begin() + 3);
        AddressPlan plan = planOf(here, starCabling(here));
        setUp(here, plan);
        for (std::size_t next = 3; next < all.size(); ++next) {
            // One may have left meanwhile: its number is free again.
            if (here.size() > 3 && dice.chance(30))
                here.erase(here.begin() + dice.below(static_cast<int>(here.size())));
            const Sparks others = here;
            here.push_back(all[next]);
            const AddressPlan grown = planOf(here, starCabling(here));
            QCOMPARE(brokenRule(grown, here), std::string());
            for (const SparkFacts &spark : others)
                QVERIFY(grown.halvesOf(spark.id) == plan.halvesOf(spark.id));
            setUp(here, grown);
            plan = grown;
        }
    }
}

// The two plugs of one Spark of a ring change places: it changes, nobody else does.
void TestMembership::movedPlugs_changeOneSpark()
{
    for (int moved = 0; moved < 3; ++moved) {
        Sparks sparks = makeSparks(3);
        Cabling ring = ringCabling(sparks);
        const AddressPlan before = planOf(sparks, ring);
        setUp(sparks, before);
        const SparkId &mover = sparks[static_cast<std::size_t>(moved)].id;
        for (auto &[a, b] : ring.direct)
            for (CageRef *end : {&a, &b})
                if (end->spark == mover)
                    end->cage = end->cage == CageIndex::Zero ? CageIndex::One : CageIndex::Zero;
        const AddressPlan after = planOf(sparks, ring);
        QCOMPARE(brokenRule(after, sparks), std::string());
        for (const SparkFacts &spark : sparks)
            QCOMPARE(after.halvesOf(spark.id) == before.halvesOf(spark.id), spark.id != mover);
    }
}

void TestMembership::movedPlug_ofOneEnd_keepsTheOther()
{
    Sparks sparks = makeSparks(2);
    const CageRef stays = cage(sparks, 1, 0);
    const AddressPlan before = planOf(sparks, {{{cage(sparks, 0, 0), stays}}, {}});
    setUp(sparks, before);
    const AddressPlan after = planOf(sparks, {{{cage(sparks, 0, 1), stays}}, {}});
    QVERIFY(keeps(before, after, stays));
    QCOMPARE(brokenRule(after, sparks), std::string());
}

void TestMembership::randomCabling_keepsWhatDidNotChange_andBreaksNoRule()
{
    Dice dice(63);
    int unchanged = 0;
    for (int round = 0; round < 150; ++round) {
        Sparks sparks = makeSparks(2 + dice.below(5));
        const Cabling first = anyForm(sparks, dice);
        const AddressPlan before = planOf(sparks, first);
        setUp(sparks, before);
        dice.shuffle(sparks);
        const Cabling second = anyForm(sparks, dice);
        const AddressPlan after = planOf(sparks, second);
        QCOMPARE(brokenRule(after, sparks), std::string());
        for (const auto &[a, b] : second.direct)
            if (const CageRef *peer = first.peerOf(a); peer && *peer == b) {
                QVERIFY(keeps(before, after, a) && keeps(before, after, b));
                ++unchanged;
            }
        // On top of itself nothing changes.
        setUp(sparks, after);
        const AddressPlan again = planOf(sparks, second);
        QVERIFY(again.lanes == after.lanes);
    }
    QVERIFY(unchanged > 15);
}

void TestMembership::reinstalledSpark_takesTheAddressesOfTheOldOne()
{
    Dice dice(64);
    for (int round = 0; round < 40; ++round) {
        Sparks sparks = makeSparks(3 + dice.below(5));
        const Cabling cabling = anyForm(sparks, dice);
        AddressPlan before = planOf(sparks, cabling);
        setUp(sparks, before);
        const std::size_t at = static_cast<std::size_t>(dice.below(static_cast<int>(sparks.size())));
        const SparkId old = sparks[at].id;
        SparkFacts fresh = makeSpark(20 + dice.below(6));
        fresh.hostname = sparks[at].hostname;
        sparks[at] = fresh;
        Cabling same = cabling;
        for (auto &[a, b] : same.direct)
            for (CageRef *end : {&a, &b})
                if (end->spark == old)
                    end->spark = fresh.id;
        for (auto &onSwitch : same.switches)
            for (CageRef &end : onSwitch)
                if (end.spark == old)
                    end.spark = fresh.id;
        AddressRequest request;
        request.remembered = withReplaced(before, old, fresh.id);
        const AddressPlan after = planOf(sparks, same, request);
        QCOMPARE(brokenRule(after, sparks), std::string());
        QVERIFY(after.halvesOf(fresh.id) == before.halvesOf(old));
        for (const SparkFacts &spark : sparks)
            if (spark.id != fresh.id)
                QVERIFY(after.halvesOf(spark.id) == before.halvesOf(spark.id));
    }
}

void TestMembership::joiningFromAnotherCluster_bendsToThisOne()
{
    Sparks sparks = makeSparks(6);
    Sparks mine(sparks.begin(), sparks.begin() + 3), other(sparks.begin() + 3, sparks.end());
    const AddressPlan before = planOf(mine, starCabling(mine));
    setUp(mine, before, "aaaaaaaaaaaaaaaa");
    AddressRequest elsewhere;
    elsewhere.pool = *Ipv4Prefix::parse("10.77.0.0/16");
    setUp(other, planOf(other, starCabling(other), elsewhere), "bbbbbbbbbbbbbbbb");
    Sparks joined = mine;
    joined.push_back(other.front());
    const AddressPlan after = planOf(joined, starCabling(joined));
    QCOMPARE(brokenRule(after, joined), std::string());
    for (const SparkFacts &spark : mine)
        QVERIFY(after.halvesOf(spark.id) == before.halvesOf(spark.id));
    std::vector<PlanInput> inputs;
    for (const SparkFacts &spark : joined)
        inputs.push_back(inputFor(spark));
    const auto plan = makePlan(after, inputs);
    QVERIFY(plan.ok());
    QCOMPARE(plan->clusterId, std::string("aaaaaaaaaaaaaaaa"));
    QCOMPARE(std::count_if(plan->warnings.begin(), plan->warnings.end(),
                 [](const base::Message &warning) { return warning.id == "plan.other-cluster"; }),
        1);
}

void TestMembership::clusterId_outlivesItsMembers()
{
    Sparks sparks = makeSparks(3);
    std::vector<SparkId> ids;
    for (const SparkFacts &spark : sparks)
        ids.push_back(spark.id);
    QCOMPARE(clusterIdFor(sparks), clusterIdOf(ids)); // a new one
    Sparks pair(sparks.begin(), sparks.begin() + 2);
    setUp(pair, planOf(pair, pairCabling(pair)), clusterIdFor(pair));
    const std::string id = clusterIdFor(pair);
    pair.push_back(sparks[2]);
    QCOMPARE(clusterIdFor(pair), id); // one joined
    pair.erase(pair.begin());
    QCOMPARE(clusterIdFor(pair), id); // one left
    // What stands on record comes from outside: only what can be an id is one.
    pair.front().receipt->clusterId = "x y\n";
    QVERIFY(clusterIdFor(pair) != "x y\n");
    // After an undo the record has no addresses: the id is free.
    pair.front().receipt->clusterId = id;
    pair.front().receipt->config.halves.clear();
    QVERIFY(clusterIdFor(pair) != id);
}

void TestMembership::withoutSpark_leavesTheRestAsItIs()
{
    Sparks sparks = makeSparks(3);
    const AddressPlan ring = planOf(sparks, ringCabling(sparks));
    const AddressPlan pair = withoutSpark(ring, sparks[2].id);
    QVERIFY(pair.topology == Topology::Pair);
    QCOMPARE(pair.lanes.size(), std::size_t(2));
    QVERIFY(pair.halvesOf(sparks[2].id).empty());
    for (const Lane &lane : pair.lanes) {
        QCOMPARE(lane.cable, 1);
        for (const LaneEnd &end : lane.ends)
            QVERIFY(addressOf(ring, end.half) == end.address);
    }
    QVERIFY(withoutSpark(pair, sparks[0].id).lanes.empty()); // one alone is no cluster

    // Forgotten is not left: on the others nothing is changed.
    const AddressPlan known = withForgotten(ring, sparks[2].id);
    QVERIFY(known.topology == Topology::Pair);
    QVERIFY(known.halvesOf(sparks[2].id).empty());
    for (const std::size_t other : {0, 1})
        QVERIFY(known.halvesOf(sparks[other].id) == ring.halvesOf(sparks[other].id));
    QVERIFY(withForgotten(known, sparks[1].id).lanes.empty());

    Sparks eight = makeSparks(8);
    const AddressPlan star = planOf(eight, starCabling(eight));
    const AddressPlan seven = withoutSpark(star, eight[5].id);
    QVERIFY(seven.topology == Topology::Star);
    for (const SparkFacts &spark : eight)
        if (spark.id != eight[5].id)
            QVERIFY(seven.halvesOf(spark.id) == star.halvesOf(spark.id));

    Sparks four = makeSparks(4);
    const AddressPlan line = withoutSpark(planOf(four, ringCabling(four)), four[1].id);
    QVERIFY(line.topology == Topology::Line);
    QCOMPARE(line.lanes.size(), std::size_t(4));
}

void TestMembership::halfSteps_nameWhatStaysAndWhatGoes()
{
    Sparks sparks = makeSparks(3);
    const Cabling ring = ringCabling(sparks);
    const auto kept = ring.direct.front();
    setUp(sparks, planOf(sparks, ring));
    Sparks pair;
    for (const SparkFacts &spark : sparks)
        if (spark.id == kept.first.spark || spark.id == kept.second.spark)
            pair.push_back(spark);
    const AddressPlan after = planOf(pair, {{kept}, {}});
    const std::vector<HalfStep> steps = halfSteps(after, pair);
    QCOMPARE(steps.size(), std::size_t(8));
    for (const HalfStep &step : steps) {
        const bool stays = step.half.cageRef() == kept.first || step.half.cageRef() == kept.second;
        QVERIFY(step.kind == (stays ? HalfStep::Kind::Stays : HalfStep::Kind::Goes));
        QVERIFY(step.before && step.after.has_value() == stays);
    }
    AddressPlan smaller = after;
    smaller.mtu = 1500;
    QVERIFY(halfSteps(smaller, pair).front().kind != HalfStep::Kind::Stays);
    for (const HalfStep &step : halfSteps(after, makeSparks(3)))
        QVERIFY(step.kind == HalfStep::Kind::New && !step.before);
}

QTEST_APPLESS_MAIN(TestMembership)
#include "tst_membership.moc"
