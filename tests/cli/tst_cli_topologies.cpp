// SPDX-License-Identifier: GPL-3.0-or-later
// What sparkloomctl makes of every form that the cables can have, whole or not.
#include <QTest>

#include "../support/sample.h"
#include "virtualshell.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

class TestTopologies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ringWithACableMissing_namesTheTwoSockets_andEndsWith1()
    {
        const QList<QJsonObject> done = shell(u"ring"_s, {"unplug spark-a:0", "setup --timeout 2"});
        QCOMPARE(done.size(), 2);
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 1);
        const QJsonObject goal = done[1][u"cabling"_s][u"goal"_s].toObject();
        QCOMPARE(goal[u"topology"_s].toString(), u"ring"_s);
        QJsonArray sockets = goal[u"sockets"_s].toArray();
        QCOMPARE(sockets.size(), 2);
        QVERIFY(sockets.contains(u"spark-a:0"_s) && sockets.contains(u"spark-b:1"_s));
        QVERIFY(done[1][u"error"_s][u"seen"_s].toString().contains(u"One cable of the ring is missing"_s));
    }

    // Neighbours are proven lane by lane; the Spark across is reached over the management network only, and jobs are
    // told why that is an experiment.
    void ringOfFour_reachesTheOneAcrossOverManagement()
    {
        const QList<QJsonObject> done = shell(u"ring4"_s, {"setup", "env", "plan --pool 127.4.0.0/16"});
        QCOMPARE(done.size(), 3);
        QVERIFY2(done[0][u"exitCode"_s].toInt() == 0, QJsonDocument(done[0]).toJson().constData());
        QMap<QString, int> named, overLanes;
        for (const auto &each : done[0][u"report"_s][u"checks"_s].toArray()) {
            const QString kind = each[u"kind"_s].toString();
            const QString ends = each[u"from"_s].toString() + u" to "_s + each[u"to"_s].toString();
            QCOMPARE(each[u"verdict"_s].toString(), u"passed"_s);
            if (kind == u"ssh-name"_s)
                ++named[ends];
            else if (kind == u"ssh-lane"_s || kind == u"right-lane"_s)
                ++overLanes[ends];
        }
        QCOMPARE(named.size(), 12);    // everybody to everybody
        QCOMPARE(overLanes.size(), 8); // four cables, both directions
        for (const QString &across :
            {u"spark-a to spark-c"_s, u"spark-c to spark-a"_s, u"spark-b to spark-d"_s, u"spark-d to spark-b"_s})
            QVERIFY2(named.contains(across) && !overLanes.contains(across), qPrintable(across));
        QVERIFY(QJsonDocument(done[0]).toJson().contains("RDMA works between neighbours only"));
        for (const auto &environment : done[1][u"environments"_s].toArray()) {
            const QString note = environment[u"notes"_s][0][u"text"_s].toString();
            QVERIFY2(note.startsWith(u"Experimental: in a ring of 4 Sparks"_s) && note.contains(u"hang"_s),
                qPrintable(note));
        }
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 2);
        QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"addresses.pool-reserved"_s);
    }

    // Eight Sparks taken off their switch and cabled in a circle; longer ones are rings, too.
    void ringOfMore_isSetUp()
    {
        if (!isFull())
            return;
        QByteArrayList lines;
        for (int i = 1; i <= 8; ++i)
            lines << "unplug spark-" + QByteArray::number(i) + ":0";
        for (int i = 1; i <= 8; ++i)
            lines << "plug spark-" + QByteArray::number(i) + ":0 spark-" + QByteArray::number(i % 8 + 1) + ":1";
        lines << "setup --topology ring"
              << "setup"
              << "undo";
        const QList<QJsonObject> done = shell(u"star-8"_s, lines);
        QCOMPARE(done.size(), 19);
        QVERIFY2(done[16][u"exitCode"_s].toInt() == 0, QJsonDocument(done[16]).toJson().constData());
        QCOMPARE(done[16][u"plan"_s][u"addresses"_s][u"lanes"_s].toArray().size(), 16);
        QCOMPARE(outcome(done[17]), u"nothing-to-do"_s);
        QCOMPARE(done[18][u"exitCode"_s].toInt(), 0);
    }

    // A line is what was asked for; without being asked it would be a ring with a cable missing.
    void line_isSetUpWhenItIsAskedFor()
    {
        const QList<QJsonObject> done =
            shell(u"line"_s, {"setup --timeout 1", "setup --topology line", "setup", "env", "verify"});
        QCOMPARE(done.size(), 5);
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 1);
        QVERIFY(done[0][u"error"_s][u"seen"_s].toString().contains(u"One cable of the ring is missing"_s));
        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, QJsonDocument(done[1]).toJson().constData());
        QCOMPARE(done[1][u"plan"_s][u"addresses"_s][u"topology"_s].toString(), u"line"_s);
        QCOMPARE(done[1][u"plan"_s][u"addresses"_s][u"lanes"_s].toArray().size(), 4);
        QCOMPARE(outcome(done[2]), u"nothing-to-do"_s);
        const QJsonArray notes = done[3][u"environments"_s][0][u"notes"_s].toArray();
        QVERIFY(notes.size() == 1 && notes[0][u"text"_s].toString().startsWith(u"Experimental"_s));
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 0);
    }

    // One cage to the other Spark, one to storage: only the owner can tell.
    void splitRole_isSetUpWhenItIsAskedFor()
    {
        const QList<QJsonObject> done = shell(
            u"split-role"_s, {"cables --topology split", "setup --topology split", "setup", "plan", "env", "verify"});
        QCOMPARE(done.size(), 6);
        QVERIFY2(done[0][u"exitCode"_s].toInt() == 0, QJsonDocument(done[0]).toJson().constData());
        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, QJsonDocument(done[1]).toJson().constData());
        const QJsonObject addresses = done[1][u"plan"_s][u"addresses"_s].toObject();
        QCOMPARE(addresses[u"topology"_s].toString(), u"split"_s);
        int storage = 0;
        for (const auto &lane : addresses[u"lanes"_s].toArray())
            storage += lane[u"role"_s].toString() == u"storage"_s;
        QCOMPARE(storage, 2);
        QCOMPARE(outcome(done[2]), u"nothing-to-do"_s);
        QVERIFY(!changesAnything(done[3]));
        const QJsonObject environment = done[4][u"environments"_s][0].toObject();
        QVERIFY(!environment[u"notes"_s].toArray().isEmpty());
        for (const auto &variable : environment[u"variables"_s].toArray())
            if (variable[u"name"_s].toString() == u"NCCL_IB_HCA"_s)
                QCOMPARE(variable[u"value"_s].toString(), u"=rocep1s0f0,roceP2p1s0f0"_s);
        QCOMPARE(done[5][u"exitCode"_s].toInt(), 0);
    }

    // Two cables between the same two Sparks of three: the fewest plugs to move are named, in words.
    void wrongCabling_namesThePlugsToMove()
    {
        const QList<QJsonObject> done = shell(u"ring"_s,
            {"unplug spark-a:0", "unplug spark-b:0", "unplug spark-c:0", "plug spark-a:0 spark-b:0",
                "plug spark-a:1 spark-b:1", "cables --topology ring"});
        QCOMPARE(done.size(), 6);
        QCOMPARE(done[5][u"exitCode"_s].toInt(), 1);
        const QJsonArray steps = done[5][u"goal"_s][u"steps"_s].toArray();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0][u"kind"_s].toString(), u"move"_s);
        QVERIFY(steps[0][u"text"_s].toString().startsWith(u"Move a plug: out of spark-"_s));
        QCOMPARE(steps[1][u"kind"_s].toString(), u"plug"_s);
    }

    void mixedCabling_saysWhyAndWhatToDo()
    {
        const QList<QJsonObject> done = shell(u"ring"_s, {"unplug spark-a:0", "unplug spark-b:0", "cables", "plan"});
        QCOMPARE(done.size(), 4);
        QCOMPARE(done[2][u"topology"_s].toString(), u"mixed"_s);
        QVERIFY(done[2][u"notes"_s][0][u"text"_s].toString().startsWith(u"No known form: spark-b has no cable"_s));
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 3);
        QCOMPARE(done[3][u"error"_s][u"id"_s].toString(), u"topology.not-cabled"_s);
        const Home home;
        const Run said = home.run({u"--virtual"_s, u"ring"_s, u"--speed"_s, u"20"_s, u"--yes"_s, u"shell"_s},
            "unplug spark-a:0\nunplug spark-b:0\ncables\n");
        QVERIFY2(said.out.contains("spark-b has no cable to any of the others.")
                && said.out.contains("Choose the form that you want"),
            said.out.constData());
    }

    // Which form is wanted cannot be guessed, but whose cable is missing can be said.
    void sparkWithoutACable_isNamed()
    {
        QByteArray err;
        const QList<QJsonObject> done =
            shell(u"ring"_s, {"unplug spark-c:0", "unplug spark-c:1", "setup --timeout 2"}, &err);
        QCOMPARE(done.last()[u"error"_s][u"id"_s].toString(), u"cli.topology-needed"_s);
        QVERIFY2(err.contains("No cable with a link was found at spark-c."), err.constData());
    }

    void threeSealedSparks_wantAFormNamed()
    {
        const QList<QJsonObject> done = shell(u"ring"_s,
            {"unplug spark-a:0", "unplug spark-b:0", "unplug spark-c:0", "setup --timeout 2",
                "setup --timeout 1 --topology star"});
        QCOMPARE(done.size(), 5);
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 2);
        QCOMPARE(done[3][u"error"_s][u"id"_s].toString(), u"cli.topology-needed"_s);
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTopologies)
#include "tst_cli_topologies.moc"
