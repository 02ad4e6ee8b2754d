// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster as somebody else reads it back from the records of its Sparks.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "clusterfixture.h"

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

} // namespace

class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void records_giveThePlanBack();
    void records_withAPulledPlug_stillGiveThePlan();
    void records_ofSplitRole();
    void records_thatContradict();
    void recordedPeers_takeOnlyNames();
    void linesOfOtherClusters_go();
};

void TestRecords::records_giveThePlanBack()
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

void TestRecords::records_withAPulledPlug_stillGiveThePlan()
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

void TestRecords::records_ofSplitRole()
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

void TestRecords::records_thatContradict()
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

void TestRecords::recordedPeers_takeOnlyNames()
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

void TestRecords::linesOfOtherClusters_go()
{
    const std::string mine = "from=\"10.0.0.0/24\" " + publicKey(1) + " sparkloom:aaaa";
    const std::string old = "from=\"10.0.0.0/24\" " + publicKey(2) + " sparkloom:bbbb";
    const std::string others = publicKey(3) + " me@home\n" + publicKey(4) + " sparkloom-app:cccc\n" + publicKey(5)
        + " sparkloom: my own words\n";
    const std::string file = others + old + '\n' + mine + '\n';
    QCOMPARE(withoutOtherClusters(file, "sparkloom:aaaa"), others + mine + '\n');
    QVERIFY(isClusterLine(old) && isClusterLine(mine) && !isClusterLine(publicKey(3) + " me@home"));
}

QTEST_APPLESS_MAIN(TestRecords)
#include "tst_records.moc"
