// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster that stands, and what comes after: a Spark joins, leaves, is gone for good, plugs are moved, somebody else
// takes the cluster over. All of it as an owner types it.
#include <QTest>

#include "virtualshell.h"

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

namespace {

QByteArray textOf(const QJsonObject &document)
{
    return QJsonDocument(document).toJson();
}

int codeOf(const QJsonObject &document)
{
    return document[u"exitCode"_s].toInt(-1);
}

// "spark-a 0A" and its address, from an inspect document; halves without one are left out.
QMap<QString, QString> addressesIn(const QJsonObject &inspected)
{
    QMap<QString, QString> addresses;
    for (const auto &spark : inspected[u"sparks"_s].toArray())
        for (const auto &half : spark[u"facts"_s][u"halves"_s].toArray())
            for (const auto &address : half[u"addresses"_s].toArray())
                addresses[spark[u"name"_s].toString() + u' ' + half[u"id"_s].toString()] = address.toString();
    return addresses;
}

// What a plan says of halves: how many become what.
QMap<QString, int> becoming(const QJsonObject &document)
{
    QMap<QString, int> count;
    for (const auto &half : document[u"plan"_s][u"halves"_s].toArray())
        ++count[half[u"becomes"_s].toString()];
    return count;
}

QString clusterIdIn(const QJsonObject &document)
{
    return document[u"plan"_s][u"clusterId"_s].toString();
}

// Changes of a plan, by their kind, on the Spark of this name.
QStringList changesOf(const QJsonObject &document, const QString &hostname)
{
    QStringList kinds;
    for (const auto &spark : document[u"plan"_s][u"sparks"_s].toArray())
        if (spark[u"hostname"_s].toString() == hostname)
            for (const auto &change : spark[u"changes"_s].toArray())
                kinds << change[u"kind"_s].toString();
    return kinds;
}

} // namespace

class TestMembershipCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The ring of the scenario is a0-b1, b0-c1, c0-a1.
    void pair_becomesRing_andAPairAgain()
    {
        const QList<QJsonObject> done = shell(u"ring"_s,
            {"unplug spark-c:0", "unplug spark-c:1", "forget --here-only spark-c", "setup", "inspect", // 0 to 4
                "plug spark-b:0 spark-c:1", "plug spark-c:0 spark-a:1", "setup spark-c", "inspect", "setup",
                "verify",                                                 // 5 to 10
                "leave spark-c", "inspect", "plan", "verify", "status"}); // 11 to 15
        QCOMPARE(done.size(), 16);
        QVERIFY2(codeOf(done[3]) == 0, textOf(done[3]));
        const QMap<QString, QString> pair = addressesIn(done[4]);
        QCOMPARE(pair.keys(), (QStringList{u"spark-a 0A"_s, u"spark-a 0B"_s, u"spark-b 1A"_s, u"spark-b 1B"_s}));

        QVERIFY2(codeOf(done[7]) == 0, textOf(done[7]));
        QCOMPARE(done[7][u"plan"_s][u"addresses"_s][u"topology"_s].toString(), u"ring"_s);
        QCOMPARE(becoming(done[7]), (QMap<QString, int>{{u"stays"_s, 4}, {u"new"_s, 8}}));
        QCOMPARE(clusterIdIn(done[7]), clusterIdIn(done[3]));
        const QMap<QString, QString> ring = addressesIn(done[8]);
        QCOMPARE(ring.size(), 12);
        for (auto it = pair.begin(); it != pair.end(); ++it)
            QCOMPARE(ring.value(it.key()), it.value());
        QCOMPARE(outcome(done[9]), u"nothing-to-do"_s);
        QVERIFY2(codeOf(done[10]) == 0, textOf(done[10]));

        QVERIFY2(codeOf(done[11]) == 0, textOf(done[11]));
        QCOMPARE(becoming(done[11])[u"stays"_s], 4);
        QCOMPARE(becoming(done[11])[u"goes"_s], 8);
        QCOMPARE(clusterIdIn(done[11]), clusterIdIn(done[3]));
        QCOMPARE(addressesIn(done[12]), pair);
        // The cables to the one that left are still plugged: they are nobody's.
        QVERIFY2(codeOf(done[13]) == 0 && !changesAnything(done[13]), textOf(done[13]));
        QVERIFY2(codeOf(done[14]) == 0, textOf(done[14]));
        QVERIFY2(codeOf(done[15]) == 0, textOf(done[15]));
    }

    // One cable more makes a line, which has to be asked for; one more again closes it.
    void pair_becomesLine_thenRing()
    {
        const QList<QJsonObject> done = shell(u"ring"_s,
            {"unplug spark-c:0", "unplug spark-c:1", "forget --here-only spark-c", "setup", "inspect",
                "add spark-c", // 0 to 5
                "plug spark-b:0 spark-c:1", "setup --topology line", "inspect", "plug spark-c:0 spark-a:1", "plan",
                "setup", // 6 to 11
                "inspect"});
        QCOMPARE(done.size(), 13);
        QVERIFY2(codeOf(done[7]) == 0, textOf(done[7]));
        QCOMPARE(becoming(done[7]), (QMap<QString, int>{{u"stays"_s, 4}, {u"new"_s, 4}}));
        // The network of the far end stays as it is; it only learns whom to let in.
        QVERIFY(!changesOf(done[7], u"spark-a"_s).contains(u"netplan-file"_s));
        QVERIFY(changesOf(done[7], u"spark-a"_s).contains(u"ssh-trust"_s));
        QVERIFY2(codeOf(done[10]) == 0, textOf(done[10]));
        QCOMPARE(becoming(done[10]), (QMap<QString, int>{{u"stays"_s, 8}, {u"new"_s, 4}}));
        QVERIFY2(codeOf(done[11]) == 0, textOf(done[11]));
        QCOMPARE(done[11][u"plan"_s][u"addresses"_s][u"topology"_s].toString(), u"ring"_s);
        const QMap<QString, QString> pair = addressesIn(done[4]), line = addressesIn(done[8]),
                                     ring = addressesIn(done[12]);
        for (auto it = pair.begin(); it != pair.end(); ++it)
            QCOMPARE(line.value(it.key()), it.value());
        for (auto it = line.begin(); it != line.end(); ++it)
            QCOMPARE(ring.value(it.key()), it.value());
    }

    void star_growsAndShrinks_withoutTouchingTheOthers()
    {
        const QList<QJsonObject> done = shell(u"star"_s,
            {"forget --here-only spark-b", "unplug spark-b:0", "setup", "inspect", "plug spark-b:0 switch",
                "setup spark-b", "inspect", // 0 to 6
                "leave spark-d", "inspect", "setup", "leave spark-c --gone", "inspect", "add spark-c", "adopt",
                "inspect"}); // 7 to 14
        QCOMPARE(done.size(), 15);
        QVERIFY2(codeOf(done[2]) == 0, textOf(done[2]));
        QVERIFY2(codeOf(done[5]) == 0, textOf(done[5]));
        QCOMPARE(becoming(done[5]), (QMap<QString, int>{{u"stays"_s, 6}, {u"new"_s, 2}}));
        const QMap<QString, QString> three = addressesIn(done[3]), four = addressesIn(done[6]);
        for (auto it = three.begin(); it != three.end(); ++it)
            QCOMPARE(four.value(it.key()), it.value());
        for (const QString &name : {u"spark-a"_s, u"spark-c"_s, u"spark-d"_s}) {
            QVERIFY(!changesOf(done[5], name).contains(u"netplan-file"_s));
            QVERIFY(changesOf(done[5], name).contains(u"ssh-trust"_s));
        }

        QVERIFY2(codeOf(done[7]) == 0, textOf(done[7]));
        QVERIFY(!done[7][u"plan"_s][u"needsRoot"_s].toBool()); // nobody else's network changes
        QCOMPARE(addressesIn(done[8]).size(), 6);
        QCOMPARE(outcome(done[9]), u"nothing-to-do"_s);

        // Gone for good: nothing is done on it. When it comes back its record is an old one.
        QVERIFY2(codeOf(done[10]) == 0, textOf(done[10]));
        QVERIFY(done[10][u"gone"_s].toBool());
        QCOMPARE(addressesIn(done[11]).size(), 4);
        QVERIFY2(codeOf(done[13]) == 5, textOf(done[13]));
        QCOMPARE(done[13][u"error"_s][u"id"_s].toString(), u"adopt.older-record"_s);
        QCOMPARE(addressesIn(done[14]).size(), 6);
    }

    void leaving_apart_leavesNobodySetUp()
    {
        const QList<QJsonObject> done =
            shell(u"pair-ready"_s, {"leave spark-b", "adopt", "leave spark-b --gone", "inspect", "status", "verify"});
        QCOMPARE(done.size(), 6);
        QCOMPARE(codeOf(done[0]), 3); // this computer did not set it up
        QCOMPARE(done[0][u"error"_s][u"id"_s].toString(), u"leave.nothing-applied"_s);
        QVERIFY2(codeOf(done[1]) == 0, textOf(done[1]));
        QVERIFY2(codeOf(done[2]) == 0, textOf(done[2]));
        QVERIFY(!done[2].contains(u"plan"_s));
        QVERIFY(addressesIn(done[3]).isEmpty());
        QCOMPARE(codeOf(done[4]), 3);
        QCOMPARE(codeOf(done[5]), 3);
    }

    // Both plugs of spark-a change places: it changes, the others do not.
    void movedPlugs_changeOneSpark()
    {
        const QList<QJsonObject> done = shell(u"ring-ready"_s,
            {"adopt", "unplug spark-a:0", "unplug spark-a:1", "plug spark-a:1 spark-b:1", "plug spark-a:0 spark-c:0",
                "plan", "setup", "setup"});
        QCOMPARE(done.size(), 8);
        QVERIFY2(codeOf(done[0]) == 0, textOf(done[0]));
        QVERIFY2(codeOf(done[5]) == 0, textOf(done[5]));
        QCOMPARE(becoming(done[5]), (QMap<QString, int>{{u"stays"_s, 8}, {u"changes"_s, 4}}));
        QVERIFY2(codeOf(done[6]) == 0, textOf(done[6]));
        QVERIFY(!changesOf(done[6], u"spark-b"_s).contains(u"netplan-file"_s));
        QVERIFY(!changesOf(done[6], u"spark-c"_s).contains(u"netplan-file"_s));
        QCOMPARE(outcome(done[7]), u"nothing-to-do"_s);
    }

    // Somebody else set this ring up; who names one of its Sparks finds the others.
    void adopted_fromOneSpark()
    {
        const QList<QJsonObject> done = shell(u"ring-ready"_s,
            {"forget --here-only spark-b spark-c", "adopt spark-a", "plan", "setup", "status", "adopt"});
        QCOMPARE(done.size(), 6);
        QVERIFY2(codeOf(done[1]) == 0, textOf(done[1]));
        const QJsonObject cluster = done[1][u"cluster"_s].toObject();
        QCOMPARE(cluster[u"owner"_s].toString(), u"somebody@another-computer"_s);
        QCOMPARE(cluster[u"name"_s].toString(), u"ring-ready"_s);
        QCOMPARE(done[1][u"members"_s].toArray().size(), 3);
        QVERIFY(done[1][u"report"_s][u"passed"_s].toBool());
        QVERIFY2(codeOf(done[2]) == 0 && !changesAnything(done[2]), textOf(done[2]));
        QCOMPARE(clusterIdIn(done[2]), cluster[u"id"_s].toString());
        QCOMPARE(outcome(done[3]), u"nothing-to-do"_s);
        QCOMPARE(codeOf(done[4]), 0);
        QVERIFY2(codeOf(done[5]) == 0, textOf(done[5])); // once more does no harm
    }

    void adopting_whatIsNotSetUp_says3()
    {
        const QList<QJsonObject> done =
            shell(u"pair"_s, {"adopt", "leave spark-a", "replace spark-a", "replace nobody"});
        QCOMPARE(done.size(), 4);
        QCOMPARE(codeOf(done[0]), 3);
        QCOMPARE(done[0][u"error"_s][u"id"_s].toString(), u"adopt.no-record"_s);
        QCOMPARE(codeOf(done[1]), 3);
        QCOMPARE(codeOf(done[2]), 2); // its key is the one on record
        QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"cli.replace-same-key"_s);
        QCOMPARE(codeOf(done[3]), 2);
    }
};

QTEST_GUILESS_MAIN(TestMembershipCommands)
#include "tst_cli_membership.moc"
