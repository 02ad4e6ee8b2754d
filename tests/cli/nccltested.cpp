// SPDX-License-Identifier: GPL-3.0-or-later
#include "nccltested.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

namespace {

// A scenario of two Sparks with a cable, as a file; what is special of each stands in its object.
QString pairWithout(const QTemporaryDir &folder, const QByteArray &ofA, const QByteArray &ofB)
{
    const auto host = [](const char *name, const QByteArray &special) {
        return QByteArray(R"({"name": ")") + name + R"(", "maker": "founders-edition")"
            + (special.isEmpty() ? "" : ", ") + special + '}';
    };
    const QByteArray scenario = R"({"schema": "sparkloom-scenario-1", "name": "no-nccl", "title": "t", "story": "s",
        "hosts": [)"
        + host("spark-a", ofA) + ", " + host("spark-b", ofB) + R"(],
        "cables": [{"a": {"spark": "spark-a", "cage": 0}, "b": {"spark": "spark-b", "cage": 0}}],
        "verdict": {"topology": "pair", "healthy": true}})";
    QFile file(folder.filePath(u"no-nccl.json"_s));
    return file.open(QIODevice::WriteOnly) && file.write(scenario) == scenario.size() ? file.fileName() : QString();
}

} // namespace

void NcclTested::nccl_ofAHealthyPair()
{
    const Tested test = tested(u"pair-ready"_s,
        {u"nccl"_s, u"--quick"_s, u"--sizes"_s, u"32M:1G"_s, u"--collective"_s, u"all_gather"_s, u"--collective"_s,
            u"all_reduce"_s, u"--collective"_s, u"broadcast"_s});
    QVERIFY2(test.code == 0, test.err.constData());
    QCOMPARE(test.report[u"verdict"_s].toString(), u"good"_s);
    const QJsonObject nccl = test.report[u"shots"_s][0][u"nccl"_s].toObject();
    QCOMPARE(nccl[u"network"_s].toString(), u"IB"_s);
    QCOMPARE(nccl[u"ranks"_s].toArray().size(), 2);
    QCOMPARE(nccl[u"sha256"_s].toString().size(), 64);
    const QStringList said = idsOf(nccl[u"said"_s].toArray());
    for (const QString &id : {u"bench.nccl-library"_s, u"bench.nccl-code-own"_s, u"bench.nccl-no-gpudirect"_s,
             u"bench.nccl-memory"_s, u"bench.nccl-rdma"_s})
        QVERIFY2(said.contains(id), qPrintable(id));
    const QJsonArray figures = nccl[u"figures"_s].toArray();
    QCOMPARE(figures.size(), 18); // six sizes
    const QJsonObject largest = figures[5].toObject();
    QCOMPARE(largest[u"bytes"_s].toString(), u"1073741824"_s);
    QVERIFY2(
        near(largest[u"busBw"_s].toDouble(), 23.7) < 0.03, qPrintable(QString::number(largest[u"busBw"_s].toDouble())));
    for (const auto &figure : figures) {
        QCOMPARE(figure[u"wrong"_s].toString(), u"0"_s);
        QCOMPARE(figure[u"runs"_s][0][u"wire"_s].toString(), u"agrees"_s);
        const bool banded = figure[u"collective"_s].toString() != u"broadcast"_s;
        QCOMPARE(figure[u"verdict"_s].toString(), banded ? u"good"_s : u"not-tested"_s);
    }
}

// A settings file keeps NCCL off the cable: it stands still, and that is said.
void NcclTested::nccl_besideTheCable()
{
    const Tested test =
        tested(u"wrong-nic"_s, {u"nccl"_s, u"--quick"_s, u"--sizes"_s, u"64M"_s, u"--collective"_s, u"all_gather"_s});
    QCOMPARE(test.code, 1);
    const QJsonObject nccl = test.report[u"shots"_s][0][u"nccl"_s].toObject();
    QCOMPARE(nccl[u"network"_s].toString(), u"Socket"_s);
    QVERIFY(idsOf(nccl[u"said"_s].toArray()).contains(u"bench.nccl-sockets-beside"_s));
    QCOMPARE(nccl[u"settingsFiles"_s].toArray().size(), 2);
    const QJsonObject figure = nccl[u"figures"_s][0].toObject();
    QCOMPARE(figure[u"verdict"_s].toString(), u"broken"_s);
    QCOMPARE(figure[u"runs"_s][0][u"wire"_s].toString(), u"not-on-cable"_s);
    QVERIFY(figure[u"busBw"_s].toDouble() < 1.3);
}

void NcclTested::nccl_otherVersions_areNotTested()
{
    const QList<QJsonObject> done =
        shell(u"pair-ready"_s, {"fault on F-37 spark-b", "test nccl --quick", "test ladder --quick"});
    QCOMPARE(done.size(), 3);
    QCOMPARE(done[1][u"exitCode"_s].toInt(), 3);
    const QJsonObject shot = done[1][u"report"_s][u"shots"_s][0].toObject();
    QCOMPARE(shot[u"error"_s][u"id"_s].toString(), u"nccl.library-differs"_s);
    QCOMPARE(shot[u"nccl"_s][u"blamed"_s].toString(), u"spark-b"_s);
    QCOMPARE(done[2][u"report"_s][u"verdict"_s].toString(), u"broken"_s); // no job would run
}

// A Spark without NCCL gets the identical file of the other one, and everything goes again by its receipt.
void NcclTested::nccl_isCopiedFromAnotherSpark_andTakenBack()
{
    const QTemporaryDir folder;
    const QString scenario = pairWithout(folder, {}, R"("nccl": false)");
    const QByteArray test = "test nccl --quick --sizes 32M --collective all_gather";
    QByteArray err;
    const QList<QJsonObject> done = shell(scenario,
        {"setup", test, "nccl --from spark-b", "nccl", test, "nccl", "nccl --undo", test, "nccl --undo"}, &err);
    QVERIFY2(done.size() == 9, err.constData());
    const auto shotOf = [](const QJsonObject &document) { return document[u"report"_s][u"shots"_s][0].toObject(); };
    for (const int without : {1, 7}) {
        QCOMPARE(done[without][u"exitCode"_s].toInt(), 3);
        QCOMPARE(shotOf(done[without])[u"error"_s][u"id"_s].toString(), u"nccl.library-missing"_s);
    }
    QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"nccl.library-missing"_s);
    QVERIFY2(done[3][u"exitCode"_s].toInt() == 0, QJsonDocument(done[3]).toJson() + err);
    const QJsonObject plan = done[3][u"plan"_s].toObject();
    QCOMPARE(plan[u"from"_s].toString(), u"spark-a"_s);
    QCOMPARE(done[3][u"copied"_s].toArray(), (QJsonArray{u"spark-b"_s}));
    QVERIFY2(done[4][u"exitCode"_s].toInt() == 0, QJsonDocument(done[4]).toJson());
    QCOMPARE(shotOf(done[4])[u"nccl"_s][u"sha256"_s].toString(), plan[u"sha256"_s].toString());
    QCOMPARE(done[5][u"copied"_s].toArray(), QJsonArray()); // all have it
    QCOMPARE(done[6][u"removed"_s].toArray(), (QJsonArray{u"spark-b"_s}));
    QCOMPARE(done[8][u"removed"_s].toArray(), QJsonArray());
}

// Another version than on the other one: the same file for both helps as well.
void NcclTested::nccl_otherVersions_areMadeOne()
{
    const QList<QJsonObject> done = shell(
        u"pair-ready"_s, {"fault on F-37 spark-b", "nccl", "test nccl --quick --sizes 32M --collective all_gather"});
    QCOMPARE(done.size(), 3);
    QCOMPARE(done[1][u"plan"_s][u"version"_s].toString(), u"2.30.7"_s); // the newer one
    QCOMPARE(done[1][u"copied"_s].toArray(), (QJsonArray{u"spark-b"_s}));
    QVERIFY2(done[2][u"exitCode"_s].toInt() == 0, QJsonDocument(done[2]).toJson());
}

void NcclTested::nccl_behindAFirewall_isNotStarted()
{
    const QList<QJsonObject> done = shell(u"pair-ready"_s, {"fault on F-24 spark-b", "test nccl --quick"});
    QCOMPARE(done.size(), 2);
    const QJsonObject shot = done[1][u"report"_s][u"shots"_s][0].toObject();
    QCOMPARE(shot[u"error"_s][u"id"_s].toString(), u"bench.nccl-firewall"_s);
    QCOMPARE(shot[u"nccl"_s][u"blamed"_s].toString(), u"spark-b"_s);
}

// Where nobody has it one Spark fetches the package from its own repositories, and the other gets the identical file.
void NcclTested::nccl_isFetchedFromThePackage_andTakenBack()
{
    const QTemporaryDir folder;
    const QString scenario = pairWithout(folder, R"("nccl": false, "ncclRepository": "nothing")", R"("nccl": false)");
    const QByteArray test = "test nccl --quick --sizes 32M --collective all_gather";
    QByteArray err;
    const QList<QJsonObject> done =
        shell(scenario, {"setup", test, "nccl --from spark-a", "nccl", test, "nccl", "nccl --undo", test}, &err);
    QVERIFY2(done.size() == 8, err.constData());
    const auto shotOf = [](const QJsonObject &document) { return document[u"report"_s][u"shots"_s][0].toObject(); };
    for (const int without : {1, 7})
        QCOMPARE(shotOf(done[without])[u"error"_s][u"id"_s].toString(), u"nccl.library-missing"_s);
    QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"nccl.package-none"_s);
    QVERIFY2(done[3][u"exitCode"_s].toInt() == 0, QJsonDocument(done[3]).toJson() + err);
    const QJsonObject plan = done[3][u"plan"_s].toObject();
    QCOMPARE(plan[u"from"_s].toString(), u"spark-b"_s);
    QCOMPARE(plan[u"version"_s].toString(), u"2.30.7-1+cuda13.0"_s);
    QVERIFY(plan[u"package"_s][u"repository"_s].toString().startsWith(u"https://developer.download.nvidia.com/"_s));
    QVERIFY(plan[u"bytes"_s].toInt() > 0);
    QCOMPARE(done[3][u"copied"_s].toArray(), (QJsonArray{u"spark-b"_s, u"spark-a"_s}));
    QVERIFY2(done[4][u"exitCode"_s].toInt() == 0, QJsonDocument(done[4]).toJson());
    QCOMPARE(done[5][u"copied"_s].toArray(), QJsonArray()); // all have it
    QCOMPARE(done[6][u"removed"_s].toArray().size(), 2);
}

void NcclTested::nccl_packageThatDoesNotCome_leavesNothing_data()
{
    QTest::addColumn<QByteArray>("repository");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("code");
    QTest::newRow("not offered") << QByteArray("nothing") << u"bench.nccl-copy-no-source"_s << 3;
    QTest::newRow("no internet") << QByteArray("unreachable") << u"nccl.package-no-internet"_s << 1;
    QTest::newRow("not signed") << QByteArray("unsigned") << u"nccl.package-unsigned"_s << 1;
}

void NcclTested::nccl_packageThatDoesNotCome_leavesNothing()
{
    QFETCH(QByteArray, repository);
    QFETCH(QString, id);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const QByteArray without = R"("nccl": false, "ncclRepository": ")" + repository + '"';
    QByteArray err;
    const QList<QJsonObject> done =
        shell(pairWithout(folder, without, without), {"setup", "nccl", "nccl --undo"}, &err);
    QVERIFY2(done.size() == 3, err.constData());
    QCOMPARE(done[1][u"error"_s][u"id"_s].toString(), id);
    QCOMPARE(done[1][u"exitCode"_s].toInt(), code);
    QCOMPARE(done[2][u"removed"_s].toArray(), QJsonArray());
}
