// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a cluster that is set up when a Spark joins, leaves or is replaced, when plugs are moved, and when
// somebody else reads it back from its records.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/halfsteps.h"
#include "domain/plan/lanemap.h"
#include "domain/plan/records.h"

#include <algorithm>
#include <map>
#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

using Sparks = std::vector<SparkFacts>;

// What inspection finds on these Sparks once the plan stands: receipts, routes, addresses.
void setUp(Sparks &sparks, const AddressPlan &plan, const std::string &clusterId = "0123456789abcdef")
{
    for (SparkFacts &spark : sparks) {
        std::erase_if(spark.routes, [](const Route &route) { return halfOfDocumentedNetdev(route.interface); });
        spark.receipt.emplace();
        spark.receipt->clusterId = clusterId;
        spark.receipt->clusterName = "lab";
        spark.receipt->owner = "owner@desk";
        spark.receipt->appliedUtcMs = 1'700'000'000'000;
        spark.receipt->config.halves = plan.halvesOf(spark.id);
        for (HalfFacts &half : spark.halves)
            half.addresses.clear();
        for (const HalfConfig &config : spark.receipt->config.halves) {
            spark.routes.push_back({config.address.prefix(), config.netdev});
            for (HalfFacts &half : spark.halves)
                if (half.id == config.half) {
                    half.addresses = {config.address};
                    half.mtu = config.mtu;
                }
        }
    }
}

void relight(Sparks &sparks, const Cabling &cabling)
{
    for (SparkFacts &spark : sparks)
        for (const CageIndex index : kAllCages)
            light(sparks, {spark.id, index}, false, false);
    plug(sparks, cabling);
}

AddressPlan planOf(Sparks &sparks, const Cabling &cabling, const AddressRequest &request = {})
{
    relight(sparks, cabling);
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, request);
    if (!plan)
        qFatal("no plan: %s", plan.error().message.id.c_str());
    return *plan;
}

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

// Everybody's view of a cluster that is set up, as `adopt` reads it.
std::vector<SparkRecord> recordsOf(const Sparks &sparks)
{
    std::vector<SparkRecord> records;
    for (const SparkFacts &spark : sparks) {
        SshTrust trust;
        for (const SparkFacts &other : sparks)
            if (other.id != spark.id)
                trust.peers.push_back({other.id, "nvidia", {other.hostname, "192.0.2.1"}, other.hostKeys, {}});
        records.push_back({spark, recordedPeers(renderKnownHosts(trust))});
    }
    return records;
}

std::string idOf(const base::Result<RecordedCluster> &cluster)
{
    return cluster ? std::string() : cluster.error().message.id;
}

// A line or ring of direct cables through random cages, or all on a switch.
Cabling anyForm(const Sparks &sparks, Dice &dice)
{
    if (sparks.size() == 2)
        return dice.chance(50) ? pairCabling(sparks, dice.below(2)) : pairTwoCabling(sparks);
    if (dice.chance(35))
        return starCabling(sparks, dice.below(2));
    Cabling ring = ringCabling(sparks);
    for (auto &[a, b] : ring.direct)
        if (dice.chance(20))
            std::swap(a, b);
    if (dice.chance(40))
        ring.direct.erase(ring.direct.begin() + dice.below(static_cast<int>(ring.direct.size())));
    return ring;
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
    void records_giveThePlanBack();
    void records_withAPulledPlug_stillGiveThePlan();
    void records_ofSplitRole();
    void records_thatContradict();
    void recordedPeers_takeOnlyNames();
    void linesOfOtherClusters_go();
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

void TestMembership::records_giveThePlanBack()
{
    Dice dice(65);
    for (int round = 0; round < 50; ++round) {
        Sparks sparks = makeSparks(2 + dice.below(6));
        const Cabling cabling = anyForm(sparks, dice);
        const AddressPlan plan = planOf(sparks, cabling);
        setUp(sparks, plan, "0011223344556677");
        dice.shuffle(sparks);
        const auto cluster = recordedCluster(recordsOf(sparks));
        QCOMPARE(idOf(cluster), std::string());
        QVERIFY(cluster->addresses == plan);
        QCOMPARE(cluster->id, std::string("0011223344556677"));
        QCOMPARE(cluster->name, std::string("lab"));
        QVERIFY(missingPeers(recordsOf(sparks)).empty());
    }
}

void TestMembership::records_withAPulledPlug_stillGiveThePlan()
{
    Sparks sparks = makeSparks(3);
    const AddressPlan plan = planOf(sparks, ringCabling(sparks));
    setUp(sparks, plan);
    relight(sparks, {});
    sparks[0].halves.clear(); // its card went to sleep with the last plug
    const auto cluster = recordedCluster(recordsOf(sparks));
    QCOMPARE(idOf(cluster), std::string());
    for (const SparkFacts &spark : sparks)
        QVERIFY(cluster->addresses.halvesOf(spark.id) == plan.halvesOf(spark.id));
    QVERIFY(cluster->addresses.topology == Topology::Ring);
}

void TestMembership::records_ofSplitRole()
{
    Sparks sparks = makeSparks(2);
    Cabling cabling;
    cabling.direct.emplace_back(cage(sparks, 0, 0), cage(sparks, 1, 0));
    cabling.switches.push_back({cage(sparks, 0, 1), cage(sparks, 1, 1)});
    relight(sparks, cabling);
    AddressRequest request;
    request.goal = Topology::SplitRole;
    const auto plan = planAddresses(trueMap(sparks, cabling), sparks, request);
    QVERIFY(plan.ok() && plan->topology == Topology::SplitRole);
    setUp(sparks, *plan);
    const auto cluster = recordedCluster(recordsOf(sparks));
    QCOMPARE(idOf(cluster), std::string());
    QVERIFY(cluster->addresses.topology == Topology::SplitRole);
    for (const SparkFacts &spark : sparks)
        QVERIFY(cluster->addresses.halvesOf(spark.id) == plan->halvesOf(spark.id));
}

void TestMembership::records_thatContradict()
{
    Sparks sparks = makeSparks(3);
    const AddressPlan plan = planOf(sparks, ringCabling(sparks));
    setUp(sparks, plan);
    const std::vector<SparkRecord> whole = recordsOf(sparks);

    // One Spark was not named: the others know it.
    const std::vector<SparkRecord> two(whole.begin(), whole.begin() + 2);
    const std::vector<RecordedPeer> missing = missingPeers(two);
    QCOMPARE(missing.size(), std::size_t(1));
    QCOMPARE(missing.front().names.front(), sparks[2].hostname);
    QVERIFY(missing.front().hostKeys == sparks[2].hostKeys);
    // It is gone for good: what is left is a pair.
    const std::vector<std::string> gone{sparks[2].hostname};
    QVERIFY(missingPeers(two, gone).empty());
    const auto pair = recordedCluster(two, gone);
    QCOMPARE(idOf(pair), std::string());
    QVERIFY(pair->addresses.topology == Topology::Pair);

    std::vector<SparkRecord> other = whole;
    other[1].facts.receipt->clusterId = "ffffffffffffffff";
    QCOMPARE(idOf(recordedCluster(other)), std::string("adopt.two-clusters"));
    QVERIFY(recordedCluster(other).error().kind == base::ErrorKind::Refused);

    std::vector<SparkRecord> undone = whole;
    undone[1].facts.receipt->config.halves.clear();
    QCOMPARE(idOf(recordedCluster(undone)), std::string("adopt.no-record"));
    undone[1].facts.receipt.reset();
    QCOMPARE(idOf(recordedCluster(undone)), std::string("adopt.no-record"));

    // The third left while it was off: the others do not count it in any more.
    std::vector<SparkRecord> late = recordsOf({sparks[0], sparks[1]});
    late.push_back(whole[2]);
    QCOMPARE(idOf(recordedCluster(late)), std::string("adopt.older-record"));
    QVERIFY(recordedCluster(late).error().kind == base::ErrorKind::Refused);

    std::vector<SparkRecord> mixed = whole;
    mixed[0].facts.receipt->config.halves[0].address = mixed[0].facts.receipt->config.halves[1].address;
    QCOMPARE(idOf(recordedCluster(mixed)), std::string("adopt.no-whole"));
}

void TestMembership::recordedPeers_takeOnlyNames()
{
    const auto peers = recordedPeers("# ours\nspark-b,10.0.0.2 ssh-ed25519 AAAA\nspark-b,10.0.0.2 ssh-rsa BBBB\n"
                                     "a;b,*,!c ssh-ed25519 CCCC\nbroken line\n\n-x ssh-ed25519 DDDD extra\n");
    QCOMPARE(peers.size(), std::size_t(1));
    QVERIFY(peers[0].names == (std::vector<std::string>{"spark-b", "10.0.0.2"}));
    QCOMPARE(peers[0].hostKeys.size(), std::size_t(2));
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "h" + std::to_string(i) + " ssh-ed25519 AAAA\n";
    QCOMPARE(recordedPeers(many).size(), std::size_t(256));
}

void TestMembership::linesOfOtherClusters_go()
{
    const std::string mine = "from=\"10.0.0.0/24\" " + publicKey(1) + " sparkloom:aaaa";
    const std::string old = "from=\"10.0.0.0/24\" " + publicKey(2) + " sparkloom:bbbb";
    const std::string others = publicKey(3) + " me@home\n" + publicKey(4) + " sparkloom-app:cccc\n" + publicKey(5)
        + " sparkloom: my own words\n";
    const std::string file = others + old + '\n' + mine + '\n';
    QCOMPARE(withoutOtherClusters(file, "sparkloom:aaaa"), others + mine + '\n');
    QVERIFY(isClusterLine(old) && isClusterLine(mine) && !isClusterLine(publicKey(3) + " me@home"));
}

QTEST_APPLESS_MAIN(TestMembership)
#include "tst_membership.moc"
