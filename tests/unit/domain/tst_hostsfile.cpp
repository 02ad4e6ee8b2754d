// SPDX-License-Identifier: GPL-3.0-or-later
// Our block in /etc/hosts: what stands in it, and that nothing else of the file is ever touched.
#include "fabricfixture.h"

#include "domain/plan/hostsfile.h"
#include "domain/plan/sshtrust.h"

#include <QTest>

#include <random>

using namespace sparkloom;
using namespace sparkloom::domain;

namespace {

LaneEnd end(const char *spark, const char *address, Side side)
{
    LaneEnd end;
    end.half = {SparkId{spark}, {CageIndex::Zero, side}};
    end.address = *Ipv4Interface::parse(address);
    return end;
}

// Three in a ring: a-b is cable 1, a-c cable 2, b-c cable 3; two lanes each.
AddressPlan ring()
{
    AddressPlan plan;
    plan.topology = Topology::Ring;
    const char *const pairs[][2] = {{"a", "b"}, {"a", "c"}, {"b", "c"}};
    for (int cable = 1; cable <= 3; ++cable)
        for (const Side side : {Side::A, Side::B}) {
            const std::string net = "10.100." + std::to_string(2 * (cable - 1) + (side == Side::B)) + '.';
            Lane lane;
            lane.cable = cable;
            lane.side = side;
            lane.ends = {end(pairs[cable - 1][0], (net + "1/24").c_str(), side),
                end(pairs[cable - 1][1], (net + "2/24").c_str(), side)};
            plan.lanes.push_back(lane);
        }
    return plan;
}

const std::vector<NamedSpark> kSparks = {
    {SparkId{"a"}, "spark-a"}, {SparkId{"b"}, "Spark-B.lan"}, {SparkId{"c"}, "spark-c"}};

std::string body(const AddressPlan &plan, const char *self, const std::vector<NamedSpark> &sparks = kSparks)
{
    return renderHostsBody(hostsEntries(plan, SparkId{self}, sparks));
}

} // namespace

class TestHostsFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neighbours_haveOneNameAndOneForEachLane()
    {
        QCOMPARE(body(ring(), "a"),
            std::string("10.100.0.2 spark-b-fabric spark-b-fabric-1a\n10.100.1.2 spark-b-fabric-1b\n"
                        "10.100.2.2 spark-c-fabric spark-c-fabric-2a\n10.100.3.2 spark-c-fabric-2b\n"));
        QCOMPARE(fabricNames(ring(), SparkId{"a"}, SparkId{"c"}, kSparks),
            (std::vector<std::string>{"spark-c-fabric", "spark-c-fabric-2a", "spark-c-fabric-2b"}));
    }

    void star_hasNoCableNumbers()
    {
        AddressPlan plan = ring();
        plan.lanes.resize(2);
        for (Lane &lane : plan.lanes)
            lane.cable = 0;
        QCOMPARE(
            body(plan, "a"), std::string("10.100.0.2 spark-b-fabric spark-b-fabric-a\n10.100.1.2 spark-b-fabric-b\n"));
    }

    void storageAndStrangersHaveNone()
    {
        AddressPlan plan = ring();
        plan.lanes[0].role = plan.lanes[1].role = Lane::Role::Storage;
        QCOMPARE(body(plan, "a"),
            std::string("10.100.2.2 spark-c-fabric spark-c-fabric-2a\n10.100.3.2 spark-c-fabric-2b\n"));
        QCOMPARE(body(plan, "d"), std::string());
    }

    // Which of two would "spark-b-fabric" be?
    void nameOfTwoSparks_isGivenToNone()
    {
        std::vector<NamedSpark> sparks = kSparks;
        sparks[2].hostname = "spark-b";
        QCOMPARE(body(ring(), "a", sparks), std::string());
        sparks[2].hostname = "spark-b-fabric"; // a name of its own is never given to another one
        QVERIFY(body(ring(), "a", sparks).starts_with("10.100.0.2 spark-b-fabric-1a\n"));
        sparks[2].hostname = "bad name\n";
        QCOMPARE(body(ring(), "a", sparks),
            std::string("10.100.0.2 spark-b-fabric spark-b-fabric-1a\n10.100.1.2 spark-b-fabric-1b\n"));
    }

    void fabricNames_areNoOtherNames()
    {
        for (const char *good : {"spark-b-fabric", "spark-b-fabric-1a", "x-fabric-b", "gx10-9f3-fabric-12b"})
            QVERIFY2(isFabricName(good), good);
        for (const char *bad : {"localhost", "spark-b", "github.com", "-fabric", "fabric", "spark_b-fabric",
                 "Spark-b-fabric", "spark-b-1a", "spark-b-fabric-1c", "spark-b-fabric-1", "spark-b-fabric-",
                 "spark-b-fabric-12345a", "x-fabric\n", "", "-fabric-1a"})
            QVERIFY2(!isFabricName(bad), bad);
        QVERIFY(!isFabricName(std::string(60, 'x') + "-fabric"));
    }

    void block_comesAndGoesByteForByte_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("plain") << QByteArray("127.0.0.1 localhost\n");
        QTest::newRow("no end of line") << QByteArray("127.0.0.1 localhost");
        QTest::newRow("blank lines") << QByteArray("\n\n127.0.0.1 localhost\n\n\n");
        QTest::newRow("other line ends") << QByteArray("127.0.0.1 localhost\r\n::1 localhost");
        QTest::newRow("binary") << QByteArray("a\0b\xff\n", 5);
        QTest::newRow("an end without its line end")
            << QByteArray::fromStdString(withHostsBody("x\n", "1.2.3.4 y-fabric\n")).chopped(1);
        QTest::newRow("a beginning without an end")
            << QByteArray::fromStdString(withHostsBody("x\n", "1.2.3.4 y-fabric\n").substr(0, 60));
    }
    void block_comesAndGoesByteForByte()
    {
        QFETCH(QByteArray, file);
        const std::string before = file.toStdString(), one = body(ring(), "a"), two = body(ring(), "b");
        const std::string with = withHostsBody(before, one);
        QVERIFY(with.starts_with(before));
        QCOMPARE(hostsBody(with), one);
        QCOMPARE(withHostsBody(with, one), with);
        const std::string changed = withHostsBody(with, two);
        QCOMPARE(hostsBody(changed), two);
        QCOMPARE(withHostsBody(changed, one), with);
        QCOMPARE(withHostsBody(changed, {}), before);
        QCOMPARE(withHostsBody(before, {}), before);
    }

    // Somebody adds lines around the block while it is there: they stay, and stay lines of their own.
    void linesOfOthers_stayWhereTheyAre()
    {
        const std::string with = withHostsBody("127.0.0.1 localhost", body(ring(), "a"));
        QCOMPARE(withHostsBody("# first\n" + with + "10.0.0.9 printer\n", {}),
            std::string("# first\n127.0.0.1 localhost\n10.0.0.9 printer\n"));
    }

    void random_filesComeBack()
    {
        std::mt19937 random(20261121);
        for (int run = 0; run < 5000; ++run) {
            std::string file;
            for (unsigned i = random() % 60; i > 0; --i)
                file += "# BEGIN Sparkloom:\n\n\t 1.ab"[random() % 25];
            const std::string with = withHostsBody(file, "10.0.0.1 a-fabric\n");
            QCOMPARE(withHostsBody(with, {}), file);
        }
    }

    void takenNames_areSeen()
    {
        const auto entries = hostsEntries(ring(), SparkId{"a"}, kSparks);
        QVERIFY(namesTaken("10.100.0.2 spark-b-fabric # the same\n# 1.1.1.1 spark-c-fabric\n", entries).empty());
        QCOMPARE(namesTaken("10.9.9.9\tprinter SPARK-B-Fabric-1a\n", entries),
            std::vector<std::string>{"SPARK-B-Fabric-1a"});
        QVERIFY(namesTaken(withHostsBody({}, "10.9.9.9 spark-b-fabric\n"), entries).empty()); // ours is replaced
    }

    void ssh_knowsTheNames_andLeavesTheirAddressToTheBlock()
    {
        SshTrust trust;
        trust.clusterId = "c1";
        SshPeer peer;
        peer.user = "nvidia";
        peer.names = {"spark-b", "192.168.77.12"};
        peer.hostKeys = {{"ssh-ed25519", "AAAAKEY"}};
        trust.peers = {peer};
        const std::string without = renderSshConfig(trust);
        QVERIFY(without.find("fabric") == std::string::npos);
        trust.peers[0].fabricNames = {"spark-b-fabric", "not one"};
        QCOMPARE(renderKnownHosts(trust).substr(renderKnownHosts(trust).find("spark-b,")),
            std::string("spark-b,192.168.77.12,spark-b-fabric ssh-ed25519 AAAAKEY\n"));
        const std::string config = renderSshConfig(trust);
        QVERIFY(config.find("Host spark-b\n    HostName 192.168.77.12\n") != std::string::npos);
        QVERIFY(config.find("Host spark-b 192.168.77.12 spark-b-fabric\n    User nvidia\n") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestHostsFile)
#include "tst_hostsfile.moc"
