// SPDX-License-Identifier: GPL-3.0-or-later
// `sparkloomctl test` on virtual Sparks: the figures that the physics give, and what is said of each scenario. Every
// row starts Sparks of its own and loads their cables for real: some seconds each.
#include "nccltested.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

class TestCliTest : public NcclTested {
    Q_OBJECT

private Q_SLOTS:
    void tcp_ofAHealthyPair_isGood()
    {
        const Tested test = tested(u"pair-ready"_s, {u"tcp"_s, u"--quick"_s, u"--both"_s});
        QVERIFY2(test.code == 0, test.err.constData());
        QCOMPARE(test.report[u"verdict"_s].toString(), u"good"_s);
        const QJsonArray shots = test.report[u"shots"_s].toArray();
        QCOMPARE(shots.size(), 3); // there, back, both
        for (int i = 0; i < 2; ++i) {
            const QJsonArray figures = shots[i][u"figures"_s].toArray();
            QCOMPARE(figures.size(), 1);
            const QJsonObject figure = figures[0].toObject();
            QVERIFY2(near(figure[u"value"_s].toDouble(), 177) < 0.05,
                qPrintable(QString::number(figure[u"value"_s].toDouble())));
            QCOMPARE(figure[u"from"_s].toString(), i == 0 ? u"spark-a"_s : u"spark-b"_s);
            QCOMPARE(figure[u"lanes"_s].toArray().size(), 2);
            const QJsonObject run = figure[u"runs"_s].toArray()[0].toObject();
            QCOMPARE(run[u"wire"_s].toString(), u"agrees"_s);
            QCOMPARE(run[u"wireSource"_s].toString(), u"port"_s);
            QVERIFY(run[u"wireBytes"_s].toString().toULongLong() > run[u"payloadBytes"_s].toString().toULongLong());
        }
        QCOMPARE(shots[2][u"figures"_s].toArray().size(), 2); // the two directions stay apart
        QVERIFY(idsOf(test.report[u"notProven"_s].toArray()).contains(u"bench.nccl-not-proven"_s));
        QVERIFY(test.err.contains("of 3, about"));
    }

    void tcp_besideIperf3()
    {
        const QTemporaryDir folder;
        const QString path = scenarioWith(u"iperf3"_s, u"pair-ready"_s, folder.filePath(u"scenario.json"_s));
        const Home home;
        const Run run = home.run(onVirtual(path, {u"--json"_s, u"test"_s, u"tcp"_s, u"--quick"_s, u"--cross-check"_s}));
        QVERIFY2(run.code == 0, run.err.constData());
        const QJsonObject check = run.json()[u"crossCheck"_s].toObject();
        QCOMPARE(check[u"installed"_s].toBool(), true);
        QCOMPARE(check[u"programs"_s][1][u"version"_s].toString(), u"3.16"_s);
        const QJsonArray lanes = check[u"lanes"_s].toArray();
        QCOMPARE(lanes.size(), 4); // two halves, there and back
        for (const auto &lane : lanes) {
            QVERIFY2(lane[u"iperf3Gbps"_s].toDouble() > 50, run.err.constData());
            QVERIFY2(
                near(lane[u"ratio"_s].toDouble(), 1) < 0.1, qPrintable(QString::number(lane[u"ratio"_s].toDouble())));
        }
        QCOMPARE(idsOf(check[u"said"_s].toArray()), (QStringList{u"bench.iperf-agrees"_s, u"bench.iperf-differs"_s}));
        // Where it is not installed nothing is missing.
        const Run without =
            home.run(onVirtual(u"pair-ready"_s, {u"test"_s, u"tcp"_s, u"--quick"_s, u"--cross-check"_s}));
        QCOMPARE(without.code, 0);
        QVERIFY2(without.out.contains("iperf3 is not installed on spark-a, spark-b")
                && without.out.contains("Nothing is needed"),
            without.out.constData());
    }

    void tcp_oneStream_is21()
    {
        const Tested test = tested(u"pair-ready"_s,
            {u"tcp"_s, u"--quick"_s, u"--streams"_s, u"1"_s, u"--host"_s, u"spark-a"_s, u"--host"_s, u"spark-b"_s});
        QVERIFY2(test.code == 0, test.err.constData());
        for (const auto &shot : test.report[u"shots"_s].toArray())
            for (const auto &lane : shot[u"figures"_s].toArray()[0][u"runs"_s].toArray()[0][u"laneGbps"_s].toArray())
                QVERIFY2(near(lane.toDouble(), 21) < 0.05, qPrintable(QString::number(lane.toDouble())));
    }

    void rdma_ofAHealthyPair_isGood()
    {
        const Tested test = tested(u"pair-ready"_s, {u"rdma"_s, u"--quick"_s, u"--both"_s});
        QVERIFY2(test.code == 0, test.err.constData());
        QCOMPARE(test.report[u"verdict"_s].toString(), u"good"_s);
        const QJsonArray shots = test.report[u"shots"_s].toArray();
        QCOMPARE(shots.size(), 4); // there, back, both, latency
        for (int i = 0; i < 2; ++i) {
            const QJsonObject figure = shots[i][u"figures"_s].toArray()[0].toObject();
            QVERIFY2(near(figure[u"value"_s].toDouble(), 196) < 0.02,
                qPrintable(QString::number(figure[u"value"_s].toDouble())));
            QCOMPARE(figure[u"lanes"_s].toArray().size(), 2);
            const QJsonObject run = figure[u"runs"_s].toArray()[0].toObject();
            QCOMPARE(run[u"wire"_s].toString(), u"agrees"_s);
            QCOMPARE(run[u"wireSource"_s].toString(), u"port"_s);
        }
        QCOMPARE(shots[2][u"figures"_s].toArray().size(), 2); // the two directions stay apart
        const QJsonArray latencies = shots[3][u"latencies"_s].toArray();
        QCOMPARE(latencies.size(), 2); // one for each lane
        for (const auto &latency : latencies) {
            QVERIFY(latency[u"p50Us"_s].toDouble() > 1 && latency[u"p50Us"_s].toDouble() < 2.5);
            QVERIFY(latency[u"p99Us"_s].toDouble() <= latency[u"p999Us"_s].toDouble());
            QCOMPARE(latency[u"verdict"_s].toString(), u"good"_s);
        }
    }

    void rdma_byChoice()
    {
        const Tested read =
            tested(u"pair-ready"_s, {u"rdma"_s, u"--read"_s, u"--qps"_s, u"2"_s, u"--size"_s, u"1M"_s, u"--quick"_s});
        QVERIFY2(read.code == 0, read.err.constData());
        const double gbps = read.report[u"shots"_s].toArray()[0][u"figures"_s].toArray()[0][u"value"_s].toDouble();
        QVERIFY2(gbps > 148 && gbps < 175, qPrintable(QString::number(gbps))); // two halves of 80 (facts 5.2)
        const Tested latency = tested(u"pair-ready"_s, {u"rdma"_s, u"--latency"_s});
        QVERIFY2(latency.code == 0, latency.err.constData());
        const QJsonArray shots = latency.report[u"shots"_s].toArray();
        QCOMPARE(shots.size(), 2); // idle, and under load, which takes longer
        QVERIFY(shots[1][u"latencies"_s].toArray()[0][u"p50Us"_s].toDouble()
            > shots[0][u"latencies"_s].toArray()[0][u"p50Us"_s].toDouble());
    }

    void rdma_onSickPairs_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<double>("slowest"); // Gb/s of the slowest half
        QTest::newRow("bios-x2") << u"broken"_s << 54.0;
        QTest::newRow("stale-init") << u"broken"_s << 13.2;
    }
    void rdma_onSickPairs()
    {
        QFETCH(QString, verdict);
        QFETCH(double, slowest);
        const Tested test = tested(QString::fromLatin1(QTest::currentDataTag()), {u"rdma"_s});
        QCOMPARE(test.report[u"verdict"_s].toString(), verdict);
        QCOMPARE(test.code, 1);
        double least = 1000;
        for (const auto &shot : test.report[u"shots"_s].toArray())
            for (const auto &figure : shot[u"figures"_s].toArray())
                least = std::min(least, figure[u"value"_s].toDouble());
        QVERIFY2(near(least, slowest) < 0.1, qPrintable(QString::number(least)));
    }

    void ladder_namesRungAndCause_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("rungName");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("pair-ready") << u"good"_s << QString() << QString();
        QTest::newRow("one-half") << u"degraded"_s << u"address"_s << u"ladder.half-without-address"_s;
        QTest::newRow("mtu-mismatch") << u"broken"_s << u"address"_s << u"verify.mtu-not-set"_s;
        QTest::newRow("bios-x2") << u"degraded"_s << u"pcie"_s << u"ladder.narrow-pcie"_s;
        QTest::newRow("stale-init") << u"broken"_s << u"each-half"_s << u"bench.stale-init"_s;
        QTest::newRow("wrong-nic") << u"broken"_s << u"nccl-small"_s << u"bench.nccl-beside-cable"_s;
    }
    void ladder_namesRungAndCause()
    {
        QFETCH(QString, verdict);
        QFETCH(QString, rungName);
        QFETCH(QString, sentence);
        const Tested test = tested(QString::fromLatin1(QTest::currentDataTag()), {u"ladder"_s, u"--quick"_s});
        QVERIFY2(test.report[u"verdict"_s].toString() == verdict, inShort(test.report).constData());
        QCOMPARE(test.code, verdict == u"good"_s ? 0 : 1);
        const QJsonArray steps = test.report[u"steps"_s].toArray();
        QCOMPARE(steps.size(), 11);
        bool failed = false;
        for (const auto &step : steps) {
            const QString name = step[u"rung"_s].toString();
            const QStringList seen = idsOf(step[u"seen"_s].toArray());
            if (name == rungName) {
                QCOMPARE(step[u"verdict"_s].toString(), verdict);
                QVERIFY2(seen.contains(sentence), qPrintable(seen.join(u' ')));
                QVERIFY(!step[u"remedies"_s].toArray().isEmpty());
                failed = true;
            } else if (failed) {
                QCOMPARE(step[u"verdict"_s].toString(), u"not-tested"_s);
                QVERIFY(seen.contains(u"ladder.stopped"_s));
            } else {
                // wrong-nic takes RDMA away: then there is no latency to be measured, and that is no failure.
                const bool needsRdma = seen == QStringList(u"ladder.latency-needs-rdma"_s);
                QVERIFY2(step[u"verdict"_s].toString() == (needsRdma ? u"not-tested"_s : u"good"_s), qPrintable(name));
            }
        }
        QCOMPARE(failed, !rungName.isEmpty());
    }

    // What a measurement of the whole cluster must say stands in the scenario itself.
    void ladder_saysWhatTheScenarioStates_data()
    {
        QTest::addColumn<QString>("speed");
        QTest::addColumn<bool>("dies");
        const QDir folder(QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR")) + u"/resources/scenarios"_s);
        const QStringList files = folder.entryList({u"*.json"_s});
        QVERIFY(files.size() >= 26);
        for (const QString &file : files) {
            QFile scenario(folder.filePath(file));
            QVERIFY(scenario.open(QIODevice::ReadOnly));
            const QJsonObject document = QJsonDocument::fromJson(scenario.readAll()).object();
            // A cable whose story goes on while it is measured may be in any state of it: as bad as stated, or worse.
            const bool dies = !document[u"timeline"_s].toArray().isEmpty();
            QTest::newRow(qPrintable(QFileInfo(file).baseName()))
                << document[u"verdict"_s][u"speed"_s].toString(u"not-tested"_s) << dies;
        }
    }
    void ladder_saysWhatTheScenarioStates()
    {
        QFETCH(QString, speed);
        QFETCH(bool, dies);
        const Home home;
        const QString scenario = QString::fromLatin1(QTest::currentDataTag());
        const Run run = home.run(onVirtual(scenario, {u"--json"_s, u"test"_s, u"ladder"_s, u"--quick"_s}));
        const QJsonObject document = run.json();
        QString verdict = document[u"report"_s][u"verdict"_s].toString();
        if (verdict.isEmpty()) { // nothing is set up, or nothing is cabled
            QCOMPARE(run.code, 3);
            verdict = u"not-tested"_s;
        }
        QVERIFY2(verdict == speed || (dies && verdict == u"broken"_s),
            inShort(document[u"report"_s].toObject()) + run.err.right(400));
    }

    // Healthy ones, once they are set up, end at full speed.
    void ladder_ofWhatWasSetUp_isGood_data()
    {
        QTest::addColumn<QByteArrayList>("before");
        for (const char *name : {"pair", "pair2", "ring", "ring4", "star", "star2", "star-8", "class-64"})
            QTest::newRow(name) << QByteArrayList{"setup"};
        QTest::newRow("line") << QByteArrayList{"setup --topology line"};
        QTest::newRow("split-role") << QByteArrayList{"setup --topology split"};
        QTest::newRow("sealed-pair") << QByteArrayList{"plug spark-a:0 spark-b:0", "setup"};
    }
    void ladder_ofWhatWasSetUp_isGood()
    {
        QFETCH(QByteArrayList, before);
        Home home;
        home.patienceMs *= 2; // for a class of 64 on a busy machine
        const QByteArrayList lines = before + QByteArrayList{"test ladder --quick", {}};
        const Run run = home.run(
            onVirtual(QString::fromLatin1(QTest::currentDataTag()), {u"--json"_s, u"shell"_s}), lines.join('\n'));
        const QByteArray &err = run.err;
        const QList<QJsonObject> done = documentsOf(run.out);
        QCOMPARE(done.size(), before.size() + 1);
        QVERIFY2(done.last()[u"report"_s][u"verdict"_s].toString() == u"good"_s,
            inShort(done.last()[u"report"_s].toObject()) + err.right(400));
        QCOMPARE(done.last()[u"exitCode"_s].toInt(), 0);
    }

    void soak_goesOnAndTellsErrors()
    {
        const Tested test = tested(u"pair-ready"_s, {u"ladder"_s, u"--soak"_s, u"20s"_s});
        QVERIFY2(test.code == 0, test.err.constData());
        const QJsonObject soak = rung(test.report, u"soak"_s);
        QVERIFY2(soak[u"verdict"_s].toString() == u"good"_s, QJsonDocument(soak).toJson());
        QVERIFY(idsOf(soak[u"seen"_s].toArray()).contains(u"ladder.soaked"_s));
        QVERIFY(!soak[u"shots"_s][0].toObject().contains(u"errorCounters"_s));
    }

    void ladder_ofAHealthyPair_measuresEachHalfOnce()
    {
        const Tested test = tested(u"pair-ready"_s, {u"ladder"_s, u"--quick"_s, u"--cable"_s, u"1"_s});
        QCOMPARE(rung(test.report, u"each-half"_s)[u"shots"_s].toArray().size(), 4);
        QCOMPARE(rung(test.report, u"both-halves"_s)[u"shots"_s].toArray().size(), 2);
        QCOMPARE(rung(test.report, u"both-ways"_s)[u"shots"_s].toArray().size(), 1);
    }

    void staleInit_isMeasuredThreeTimes()
    {
        const Tested test = tested(u"stale-init"_s, {u"tcp"_s, u"--quick"_s});
        QCOMPARE(test.code, 1);
        const QJsonArray figures = test.report[u"shots"_s].toArray()[0][u"figures"_s].toArray();
        QCOMPARE(figures[0][u"runs"_s].toArray().size(), 3);
        QCOMPARE(figures[0][u"verdict"_s].toString(), u"broken"_s);
    }

    void aFirewall_isSaidToBeOne()
    {
        const Home home;
        const Run run = home.run(
            onVirtual(u"pair-ready"_s, {u"--json"_s, u"shell"_s}), "fault on F-24 spark-b\ntest tcp --quick\n");
        const QList<QJsonObject> documents = documentsOf(run.out);
        QCOMPARE(documents.size(), 2);
        QVERIFY2(documents[0][u"exitCode"_s].toInt() == 0, run.err.constData());
        QCOMPARE(documents[1][u"exitCode"_s].toInt(), 3);
        const QJsonObject shot = documents[1][u"report"_s][u"shots"_s].toArray()[0].toObject();
        QCOMPARE(shot[u"error"_s][u"id"_s].toString(), u"bench.firewall"_s);
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("id");
        QTest::newRow("no such test") << QStringList{u"bandwidth"_s} << 2 << u"cli.bad-test"_s;
        QTest::newRow("one host") << QStringList{u"tcp"_s, u"--host"_s, u"spark-a"_s} << 2 << u"cli.two-hosts"_s;
        QTest::newRow("streams") << QStringList{u"tcp"_s, u"--streams"_s, u"65"_s} << 2 << u"cli.option-range"_s;
        QTest::newRow("two lengths") << QStringList{u"ladder"_s, u"--quick"_s, u"--full"_s} << 2 << u"cli.one-length"_s;
        QTest::newRow("no time") << QStringList{u"ladder"_s, u"--soak"_s, u"soon"_s} << 2 << u"cli.bad-soak"_s;
        QTest::newRow("soak of tcp") << QStringList{u"tcp"_s, u"--soak"_s, u"5m"_s} << 2 << u"cli.bad-soak"_s;
        QTest::newRow("sizes") << QStringList{u"nccl"_s, u"--sizes"_s, u"1G:32M"_s} << 2 << u"cli.bad-sizes"_s;
        QTest::newRow("collective") << QStringList{u"nccl"_s, u"--collective"_s, u"gather"_s} << 2
                                    << u"cli.bad-collective"_s;
        QTest::newRow("no such cable") << QStringList{u"tcp"_s, u"--cable"_s, u"7"_s} << 2 << u"bench.no-such-cable"_s;
        QTest::newRow("no such Spark") << QStringList{u"tcp"_s, u"--host"_s, u"spark-a"_s, u"--host"_s, u"nobody"_s}
                                       << 2 << u"bench.no-such-spark"_s;
    }
    void mistakes()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QString, id);
        const Home home;
        const Run run = home.run(onVirtual(u"pair-ready"_s, QStringList{u"--json"_s, u"test"_s} + words));
        QCOMPARE(run.code, code);
        QCOMPARE(run.json()[u"error"_s][u"id"_s].toString(), id);
    }

    void aPairThatIsNotSetUp_hasNothingToTest()
    {
        const Home home;
        const Run run = home.run(onVirtual(u"pair"_s, {u"--json"_s, u"test"_s, u"ladder"_s}));
        QCOMPARE(run.code, 3);
        QCOMPARE(run.json()[u"error"_s][u"id"_s].toString(), u"bench.nothing-to-test"_s);
    }

    void interrupt_endsIt_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("tcp") << QStringList{u"tcp"_s, u"--seconds"_s, u"600"_s};
        QTest::newRow("rdma") << QStringList{u"rdma"_s, u"--seconds"_s, u"600"_s};
        QTest::newRow("nccl") << QStringList{u"nccl"_s, u"--iterations"_s, u"10000"_s};
        QTest::newRow("ladder") << QStringList{u"ladder"_s, u"--seconds"_s, u"600"_s};
    }
    // The promise is a second; the bound is what a loaded machine needs at most to schedule that.
    void interrupt_endsIt()
    {
        QFETCH(QStringList, words);
        const Home home;
        QProcess process;
        process.setProcessEnvironment(home.environment);
        process.start(
            Home::program("sparkloomctl"), QStringList{u"--virtual"_s, u"pair-ready"_s, u"--yes"_s, u"test"_s} + words);
        QByteArray said;
        QVERIFY2(QTest::qWaitFor([&] { return (said += process.readAllStandardError()).contains(", about"); }, 60'000),
            said);
        QElapsedTimer clock;
        clock.start();
        kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10'000));
        qInfo("%s ended %lld ms after the interrupt", QTest::currentDataTag(), static_cast<long long>(clock.elapsed()));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
    }

    void text_hasTheFiguresAndWhatTheyProve()
    {
        const Home home;
        const Run run = home.run(onVirtual(u"pair-ready"_s, {u"test"_s, u"tcp"_s, u"--quick"_s}));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("0A+0B") && run.out.contains("good"), run.out.constData());
        QVERIFY(run.out.contains("limited by: the CPU"));
        QVERIFY(run.out.contains("full speed"));
        QVERIFY(run.out.contains("Not proven: RDMA") && run.out.contains("Not proven: NCCL"));
    }
};

QTEST_GUILESS_MAIN(TestCliTest)
#include "tst_cli_test.moc"
