// SPDX-License-Identifier: GPL-3.0-or-later
// Things that happen to virtual Sparks while a command goes on: for "which cable is this?" a plug is pulled and put
// back, a cable begins to lose bits under a long load.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "heldshell.h"
#endif

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using sparkloom::test::HeldShell;

namespace {

constexpr const char *kPull = R"("do":"unplug","a":{"spark":"spark-b","cage":1})";
constexpr const char *kBack = R"("do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":1})";

} // namespace

class TestVirtualWhich : public QObject {
    Q_OBJECT

    static bool waits(HeldShell &shell)
    {
        QByteArray errors;
        return QTest::qWaitFor(
            [&] { return (errors += shell.errors()).contains("Pull out one plug"); }, HeldShell::kPatienceMs);
    }

private Q_SLOTS:
    void pulledPlug_namesItsCable()
    {
        HeldShell shell;
        QVERIFY(shell.start(u"ring"_s));
        shell.begin("cables --which --timeout 60");
        QVERIFY(waits(shell));
        QVERIFY(shell.ask(kPull)[u"ok"_s].toBool());
        QByteArray errors;
        QVERIFY(QTest::qWaitFor(
            [&] { return (errors += shell.errors()).contains("Put the plug back"); }, HeldShell::kPatienceMs));
        QVERIFY(shell.ask(kBack)[u"ok"_s].toBool());
        QVERIFY2(shell.end() == 0, shell.said().constData());
        const QJsonObject pulled = shell.document()[u"pulled"_s].toObject();
        QCOMPARE(pulled[u"reading"_s].toString(), u"cable"_s);
        QCOMPARE(pulled[u"sockets"_s].toArray().size(), 2);
        QVERIFY(pulled[u"sockets"_s].toArray().contains(u"spark-a:0"_s));
        QVERIFY(pulled[u"sockets"_s].toArray().contains(u"spark-b:1"_s));
        QCOMPARE(shell.document()[u"putBack"_s].toObject(), pulled);
    }

    void plugOfASwitch_hasOneEnd()
    {
        HeldShell shell;
        QVERIFY(shell.start(u"star"_s));
        shell.begin("cables --which --timeout 8");
        QVERIFY(waits(shell));
        QVERIFY(shell.ask(R"("do":"unplug","a":{"spark":"spark-c","cage":0})")[u"ok"_s].toBool());
        QVERIFY2(shell.end() == 0, shell.said().constData()); // nobody puts it back
        QCOMPARE(shell.document()[u"pulled"_s][u"reading"_s].toString(), u"lone-end"_s);
        QVERIFY(!shell.document().contains(u"putBack"_s));
    }

    void nobodyPulls_isNotKnown()
    {
        HeldShell shell;
        QVERIFY(shell.start(u"pair"_s));
        QCOMPARE(shell.run("cables --which --timeout 1"), 3);
        QVERIFY(!shell.document().contains(u"pulled"_s));
    }

    // Healthy until the long load begins: only its error counters can tell.
    void soak_namesTheCounterThatGrows()
    {
        HeldShell shell;
        QVERIFY(shell.start(u"pair-ready"_s));
        shell.begin("test ladder --soak 200s");
        static const QRegularExpression last(u"\\b(\\d+) of \\1, about"_s);
        QString errors;
        QVERIFY2(QTest::qWaitFor([&] { return (errors += QString::fromUtf8(shell.errors())).contains(last); },
                     HeldShell::kPatienceMs),
            qPrintable(errors));
        const QJsonObject told = shell.ask(R"("do":"fault","fault":"bad-cable","place":"cable:spark-a:0","on":true)");
        QVERIFY2(told[u"ok"_s].toBool(), QJsonDocument(told).toJson().constData());
        QVERIFY2(shell.end() == 1, shell.said().constData());
        const QJsonArray steps = shell.document()[u"report"_s][u"steps"_s].toArray();
        const QJsonObject soak = steps.last().toObject();
        QCOMPARE(soak[u"rung"_s].toString(), u"soak"_s);
        QVERIFY(soak[u"verdict"_s].toString() != u"good"_s);
        QStringList grew;
        for (const auto &sentence : soak[u"seen"_s].toArray())
            if (sentence[u"id"_s].toString() == u"ladder.soak-errors"_s)
                grew << sentence[u"text"_s].toString();
        QVERIFY2(grew.join(u' ').contains(u"symbol_err_phy"_s), QJsonDocument(soak).toJson().constData());
        QVERIFY(!soak[u"shots"_s][0][u"errorCounters"_s].toArray().isEmpty());
        const QJsonArray alarms = shell.document()[u"report"_s][u"alarms"_s].toArray(); // of any test, soak or not
        QVERIFY(std::any_of(alarms.begin(), alarms.end(),
            [](const QJsonValue &alarm) { return alarm[u"id"_s].toString() == u"ladder.soak-errors"_s; }));
    }

    // Every socket's cable is known without: then nothing is looked at as root (tst_cablingprobes has sockets that are
    // not).
    void probe_asksNoSudoWhereNothingIsUnknown()
    {
        HeldShell shell;
        QVERIFY(shell.start(u"split-role"_s));
        QCOMPARE(shell.run("cables --probe"), 0);
        QCOMPARE(shell.document()[u"cables"_s].toArray().size(), 2);
        QVERIFY(shell.snapshot().filter(u"/usr/local/libexec/sparkloom/"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVirtualWhich)
#include "tst_virtual_which.moc"
