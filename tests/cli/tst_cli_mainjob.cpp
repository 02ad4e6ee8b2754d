// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on every scenario: a second time, undo, forget; what is there already, and what is wrong.
#include <QTest>

#include "../support/sample.h"
#include "virtualshell.h"

#include <QFile>
#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

class TestMainJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mainJob_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QByteArray>("plugs");
        QTest::addColumn<int>("lanes");
        QTest::addColumn<QString>("topology");
        QTest::newRow("sealed-pair") << u"sealed-pair"_s << QByteArray("plug spark-a:1 spark-b:1") << 2 << u"pair"_s;
        QTest::newRow("pair") << u"pair"_s << QByteArray() << 2 << u"pair"_s;
        QTest::newRow("pair2") << u"pair2"_s << QByteArray() << 4 << u"pair2"_s;
        QTest::newRow("ring") << u"ring"_s << QByteArray() << 6 << u"ring"_s;
        QTest::newRow("star") << u"star"_s << QByteArray() << 2 << u"star"_s;
        QTest::newRow("star2") << u"star2"_s << QByteArray() << 4 << u"star2"_s;
        QTest::newRow("ring4") << u"ring4"_s << QByteArray() << 8 << u"ring"_s;
    }

    void mainJob()
    {
        QFETCH(QString, scenario);
        QFETCH(QByteArray, plugs);
        QFETCH(int, lanes);
        QFETCH(QString, topology);
        QByteArray err;
        QList<QJsonObject> done = shell(
            scenario, {plugs, "setup", "setup", "status", "env", "undo", "status", "setup", "forget", "status"}, &err);
        if (!plugs.isEmpty())
            done.removeFirst();
        QVERIFY2(done.size() == 9, err.constData());

        const QJsonObject &first = done[0];
        QVERIFY2(first[u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(first), u"applied"_s);
        QVERIFY(first[u"report"_s][u"passed"_s].toBool());
        const QJsonObject addresses = first[u"plan"_s][u"addresses"_s].toObject();
        QCOMPARE(addresses[u"topology"_s].toString(), topology);
        QCOMPARE(addresses[u"mtu"_s].toInt(), 9000);
        QCOMPARE(addresses[u"lanes"_s].toArray().size(), lanes);
        bool speedSaid = false;
        for (const auto &open : first[u"report"_s][u"notProven"_s].toArray())
            speedSaid |= open[u"id"_s].toString() == u"verify.speed-not-proven"_s;
        QVERIFY(speedSaid);
        for (const auto &member : first[u"members"_s].toArray())
            QVERIFY(member[u"keyLogin"_s].toBool());

        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, QJsonDocument(done[1]).toJson().constData()); // a second set-up
        QCOMPARE(outcome(done[1]), u"nothing-to-do"_s);
        QVERIFY(!changesAnything(done[1]));
        QVERIFY2(done[2][u"exitCode"_s].toInt() == 0, QJsonDocument(done[2]).toJson().constData()); // as planned
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 0);
        QVERIFY(!done[3][u"environments"_s].toArray().isEmpty());
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 0); // undo
        QCOMPARE(outcome(done[4]), u"applied"_s);
        QCOMPARE(done[5][u"exitCode"_s].toInt(), 3); // not set up
        QCOMPARE(done[6][u"exitCode"_s].toInt(), 0); // set up again
        QCOMPARE(done[7][u"exitCode"_s].toInt(), 0); // forget
        QCOMPARE(done[8][u"exitCode"_s].toInt(), 3);
    }

    // A file of the owner that also configures the management, a bond of the halves, an NCCL job, and a packet filter
    // that is on.
    void foreignThings_areAskedAboutAndComeBack()
    {
        QTemporaryDir folder;
        const QByteArray scenario = R"({"schema": "sparkloom-scenario-1", "name": "foreign", "title": "t", "story": "s",
            "hosts": [{"name": "spark-a", "maker": "founders-edition", "ufw": true, "docker": true,
                "netplan": [{"name": "40-cx7.yaml", "text": "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      dhcp4: no\n      addresses: [192.168.200.12/24]\n    eth9:\n      dhcp4: true # keep\n"}]},
                {"name": "spark-b", "maker": "founders-edition", "programs": ["/home/nvidia/all_gather_perf -b 16G"],
                "netplan": [{"name": "70-bond.yaml", "text": "network:\n  version: 2\n  ethernets:\n    eth8:\n      dhcp4: true\n    enp1s0f0np0:\n      dhcp4: false\n    enP2p1s0f0np0:\n      dhcp4: false\n  bonds:\n    bond0:\n      interfaces: [enp1s0f0np0, enP2p1s0f0np0]\n      addresses: [10.8.8.2/24]\n"}]}],
            "cables": [{"a": {"spark": "spark-a", "cage": 0}, "b": {"spark": "spark-b", "cage": 0}}],
            "verdict": {"topology": "pair", "healthy": true}})";
        QFile file(folder.filePath(u"foreign.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scenario) == scenario.size());
        file.close();
        QByteArray err;
        const QList<QJsonObject> done = shell(file.fileName(),
            {"plan", "apply", "apply --insist busy", "apply --insist take-over --insist busy", "undo --insist busy",
                "plan"},
            &err);
        QVERIFY2(done.size() == 6, err.constData());
        QStringList needs, ids;
        for (const auto &finding : done[0][u"plan"_s][u"findings"_s].toArray()) {
            needs << finding[u"needs"_s].toString();
            ids << finding[u"id"_s].toString();
            QVERIFY(!finding[u"seen"_s].toString().isEmpty() && !finding[u"meaning"_s].toString().isEmpty()
                && !finding[u"remedy"_s].toString().isEmpty());
        }
        QCOMPARE(ids,
            (QStringList{u"preflight.job"_s, u"preflight.take-over"_s, u"preflight.take-over"_s,
                u"preflight.docker-forward-drop"_s}));
        QCOMPARE(needs, (QStringList{u"busy"_s, u"take-over"_s, u"take-over"_s, u"none"_s}));
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 5);
        QCOMPARE(done[1][u"error"_s][u"id"_s].toString(), u"preflight.job"_s);
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 5);
        QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"preflight.take-over"_s);
        QVERIFY2(done[3][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(done[4]), u"applied"_s);
        // Undo brought back file and rules: the same plan would do the same things again.
        const auto changesOf = [](const QJsonObject &document) {
            QMap<QString, QString> diffs;
            for (const auto &spark : document[u"plan"_s][u"sparks"_s].toArray())
                for (const auto &change : spark[u"changes"_s].toArray())
                    if (const QString kind = change[u"kind"_s].toString();
                        kind == u"foreign-file" || kind == u"firewall")
                        diffs[spark[u"hostname"_s].toString() + kind] =
                            change[u"diff"_s].toString() + change[u"command"_s].toString();
            return diffs;
        };
        QCOMPARE(changesOf(done[0]).size(), 3);
        QVERIFY(changesOf(done[0])[u"spark-bforeign-file"_s].contains(u"-    bond0:"_s));
        QVERIFY(!changesOf(done[0])[u"spark-bforeign-file"_s].contains(u"-    eth8"_s));
        QVERIFY(changesOf(done[0])[u"spark-aforeign-file"_s].contains(u"-    enp1s0f0np0:"_s));
        QVERIFY(!changesOf(done[0])[u"spark-aforeign-file"_s].contains(u"-    eth9"_s));
        QCOMPARE(changesOf(done[5]), changesOf(done[0]));
    }

    // The community script's file where it is right, which stays. What is asked about: Sync's, which leaves MTU and
    // IPv6 open; the old helper's, with both halves in one subnet; and one that no renderer can read.
    void filesOfOthers_stayWhereTheyAreRight_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("right");
        QTest::newRow("right") << u"98-spark-vllm-docker.yaml"_s << true;
        if (isFull()) {
            QTest::newRow("open") << u"99-nvidia-sync-cluster.yaml"_s << false;
            QTest::newRow("one subnet") << u"40-cx7.yaml"_s << false;
        }
        QTest::newRow("a name with blanks") << u"40 cx7 old.yaml"_s << false;
        QTest::newRow("broken") << u"70-broken.yaml"_s << false;
    }
    void filesOfOthers_stayWhereTheyAreRight()
    {
        QFETCH(QString, file);
        QFETCH(bool, right);
        const QString half = u"    %1:\n      dhcp4: no\n      dhcp6: no\n      link-local: []\n      mtu: 9000\n"
                             "      addresses: [192.168.%2.%3/24]\n"_s;
        QJsonArray hosts;
        for (const int own : {11, 12}) {
            const QString lanes =
                half.arg(u"enp1s0f0np0"_s).arg(177).arg(own) + half.arg(u"enP2p1s0f0np0"_s).arg(178).arg(own);
            const QString open = u"    %1:\n      dhcp4: no\n      addresses: [192.168.%2.%3/24]\n"_s;
            const QString sync =
                open.arg(u"enp1s0f0np0"_s).arg(177).arg(own) + open.arg(u"enP2p1s0f0np0"_s).arg(178).arg(own);
            const QString oneSubnet =
                open.arg(u"enp1s0f0np0"_s).arg(100).arg(own) + open.arg(u"enP2p1s0f0np0"_s).arg(100).arg(own + 10);
            const QString body = right     ? lanes
                : file.startsWith(u"99"_s) ? sync
                : file.startsWith(u"40"_s) ? oneSubnet
                                           : u"    enp1s0f0np0:\n\t\tdhcp4: true\n"_s;
            const QJsonObject netplan{
                {u"name"_s, file}, {u"text"_s, u"network:\n  version: 2\n  ethernets:\n"_s + body}};
            hosts.append(QJsonObject{{u"name"_s, own == 11 ? u"spark-a"_s : u"spark-b"_s},
                {u"maker"_s, u"founders-edition"_s}, {u"netplan"_s, QJsonArray{netplan}}});
        }
        const auto socket = [](const QString &spark) { return QJsonObject{{u"spark"_s, spark}, {u"cage"_s, 0}}; };
        const QJsonObject cable{{u"a"_s, socket(u"spark-a"_s)}, {u"b"_s, socket(u"spark-b"_s)}};
        const QJsonObject scenario{{u"schema"_s, u"sparkloom-scenario-1"_s}, {u"name"_s, u"others"_s},
            {u"title"_s, u"t"_s}, {u"story"_s, u"s"_s}, {u"hosts"_s, hosts}, {u"cables"_s, QJsonArray{cable}},
            {u"verdict"_s, QJsonObject{{u"topology"_s, u"pair"_s}, {u"healthy"_s, true}}}};
        QTemporaryDir folder;
        QFile document(folder.filePath(u"others.json"_s));
        QVERIFY(document.open(QIODevice::WriteOnly) && document.write(QJsonDocument(scenario).toJson()) > 0);
        document.close();
        QByteArray err;
        const QList<QJsonObject> done =
            shell(document.fileName(), {"plan", "apply", "apply --insist take-over", "verify", "undo", "plan"}, &err);
        QVERIFY2(done.size() == 6, err.constData());
        const auto kindsOf = [](const QJsonObject &plan) {
            QSet<QString> kinds;
            for (const auto &spark : plan[u"plan"_s][u"sparks"_s].toArray())
                for (const auto &change : spark[u"changes"_s].toArray())
                    kinds << change[u"kind"_s].toString();
            return kinds;
        };
        QCOMPARE(kindsOf(done[0]).contains(u"adopted-file"_s), right);
        QCOMPARE(kindsOf(done[0]).contains(u"foreign-file"_s), !right);
        QCOMPARE(done[1][u"exitCode"_s].toInt(), right ? 0 : 5);
        QVERIFY2(done[2][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(done[2]), right ? u"nothing-to-do"_s : u"applied"_s);
        QVERIFY2(done[3][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(done[4]), u"applied"_s);
        // The file is there again, and asks again where it did.
        QCOMPARE(kindsOf(done[5]).contains(u"foreign-file"_s), !right);
        QCOMPARE(done[5][u"plan"_s][u"findings"_s].toArray().isEmpty(), right);
    }

    // RDMA over the cables, of which nothing else tells but the counters: a change waits, or is insisted on.
    void rdmaTraffic_isInTheWay()
    {
        QByteArray err;
        const QList<QJsonObject> done = shell(u"pair-ready"_s,
            {"setup", "traffic rdma 60 spark-a spark-b", "apply --mtu 1500", "apply --mtu 1500 --insist busy"}, &err);
        QVERIFY2(done.size() == 4, err.constData());
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 0);
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 0);
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 5);
        QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"preflight.rdma-traffic"_s);
        QVERIFY2(done[3][u"exitCode"_s].toInt() == 0, err.constData());
    }

    // Set up by somebody else's Sparkloom long ago: nothing is to be changed, everything is proven, and undo takes it
    // back.
    void readyScenario_isTakenAsItIs_data()
    {
        QTest::addColumn<QString>("scenario");
        for (const char *name : {"pair-ready", "ring-ready", "star-ready"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readyScenario_isTakenAsItIs()
    {
        QFETCH(QString, scenario);
        QByteArray err;
        const QList<QJsonObject> done = shell(scenario, {"setup", "verify", "status", "undo", "status", "setup"}, &err);
        QVERIFY2(done.size() == 6, err.constData());
        QVERIFY2(done[0][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(done[0]), u"nothing-to-do"_s);
        QVERIFY(!changesAnything(done[0]));
        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 0);
        QCOMPARE(outcome(done[3]), u"applied"_s);
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 3);
        QCOMPARE(outcome(done[5]), u"applied"_s);
    }

    void faults_comeAndGoInTheShell()
    {
        const QList<QJsonObject> done = shell(u"pair-ready"_s,
            {"setup", "fault on F-16 spark-b:0", "verify", "fault off mtu-mismatch spark-b:0", "verify",
                "slow spark-a:0 25", "fault on F-16 spark-x", "fault maybe F-16 spark-a", "slow spark-a:0 fast",
                "fault on F-16"});
        QList<int> codes;
        for (const QJsonObject &document : done)
            codes << document[u"exitCode"_s].toInt();
        QCOMPARE(codes, (QList<int>{0, 0, 1, 0, 0, 0, 5, 2, 2, 2}));
        QCOMPARE(done[6][u"error"_s][u"id"_s].toString(), u"virtual.fault-refused"_s);
        QCOMPARE(done[7][u"error"_s][u"id"_s].toString(), u"cli.bad-change"_s);
        QCOMPARE(done[8][u"error"_s][u"id"_s].toString(), u"cli.bad-change"_s);
    }

    // One of every maker on a switch: found, cabled, planned, set up and proven.
    void eightSparks_areSetUp()
    {
        const Run run =
            Home().run({u"--virtual"_s, u"star-8"_s, u"--speed"_s, u"20"_s, u"--yes"_s, u"--json"_s, u"setup"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json()[u"plan"_s][u"sparks"_s].toArray().size(), 8);
    }
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_cli_mainjob.moc"
