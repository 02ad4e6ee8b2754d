// SPDX-License-Identifier: GPL-3.0-or-later
// `sparkloomctl watch` on virtual Sparks: traffic by a script shows where it flows; Ctrl-C ends it cleanly.
#include <QTest>

#include "virtualshell.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

namespace {

// The documents of a shell session, one per line.
QList<QJsonObject> watchDocuments(const QByteArray &out)
{
    QList<QJsonObject> documents;
    for (const QByteArray &line : out.split('\n'))
        if (const QJsonObject document = QJsonDocument::fromJson(line).object();
            document[u"schema"_s] == u"sparkloom-watch"_s)
            documents << document;
    return documents;
}

QJsonObject direction(const QJsonObject &document, const QString &from)
{
    for (const QJsonValue &way : document[u"cables"_s][0][u"directions"_s].toArray())
        if (way[u"from"_s].toString() == from)
            return way.toObject();
    return {};
}

Run shellRun(const Home &home, const QByteArrayList &lines)
{
    return home.run({u"--virtual"_s, u"pair-ready"_s, u"--yes"_s, u"--json"_s, u"shell"_s}, lines.join('\n') + '\n');
}

} // namespace

class TestCliWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rdmaOneWay_isShownOnBothLanesOfItsDirection()
    {
        const Home home;
        const Run run = shellRun(home, {"traffic rdma 60 spark-a spark-b", "watch --seconds 3"});
        const QList<QJsonObject> documents = watchDocuments(run.out);
        QVERIFY2(documents.size() >= 4, run.err.constData());
        const QJsonObject last = documents.last();
        const QJsonObject there = direction(last, u"spark-a"_s);
        const QJsonObject back = direction(last, u"spark-b"_s);
        QCOMPARE(there[u"basis"_s].toString(), u"wire"_s);
        const double wire = there[u"rate"_s][u"now"_s].toDouble();
        QVERIFY2(wire > 190 && wire <= 200, QByteArray::number(wire).constData());
        for (const int lane : {0, 1}) {
            const QJsonValue one = there[u"lanes"_s][lane];
            QVERIFY(one[u"rdma"_s][u"now"_s].toDouble() > 90 && one[u"tcp"_s][u"now"_s].toDouble() < 0.1);
            QVERIFY(!one[u"silent"_s].toBool());
        }
        QVERIFY(back[u"rate"_s][u"now"_s].toDouble() < 5); // acknowledgements
        QVERIFY(there[u"rate"_s][u"peak"_s].toDouble() >= wire * 0.99);
        // Both ends agree: what one sends the other receives.
        const QJsonArray sparks = last[u"sparks"_s].toArray();
        QCOMPARE(sparks.size(), 2);
        const double sent = sparks[0][u"sends"_s][u"now"_s].toDouble();
        const double received = sparks[1][u"receives"_s][u"now"_s].toDouble();
        QVERIFY2(std::abs(sent / received - 1) < 0.02, qPrintable(u"%1 %2"_s.arg(sent).arg(received)));
        for (const QJsonValue &spark : sparks)
            QVERIFY(spark[u"streaming"_s].toBool() && spark.toObject().contains(u"clockErrorMs"_s));
    }

    void idle_isZeroAndSaysWhatItIs()
    {
        const Home home;
        const Run run = shellRun(home, {"watch --seconds 1"});
        const QList<QJsonObject> documents = watchDocuments(run.out);
        QVERIFY2(!documents.isEmpty(), run.err.constData());
        const QJsonObject rate = direction(documents.last(), u"spark-a"_s)[u"rate"_s].toObject();
        QVERIFY(rate[u"now"_s].isDouble() && rate[u"now"_s].toDouble() < 0.01);
        QVERIFY(documents.last()[u"missing"_s].toArray().isEmpty());
    }

    void lines_whereThereIsNoTerminal()
    {
        const Home home;
        const Run run = home.run({u"--virtual"_s, u"pair-ready"_s, u"--yes"_s, u"watch"_s, u"--seconds"_s, u"2"_s});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("cable 1  spark-a -> spark-b"), run.out.constData());
        QVERIFY(run.out.contains("DIRECTION")); // the summary
        QVERIFY(!run.out.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cli_watch.moc"
