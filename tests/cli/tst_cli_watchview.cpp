// SPDX-License-Identifier: GPL-3.0-or-later
// What `watch` prints of a moment: on a screen, as lines, as a document.
#include "cli/watchview.h"

#include "engine/flow/liveway.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace std::chrono_literals;

namespace {

domain::LiveLane laneWith(domain::HalfId half, std::optional<double> rdma, std::optional<double> tcp)
{
    domain::LiveLane lane;
    lane.half = half;
    lane.present = lane.rdmaKnown = lane.netKnown = true;
    lane.rdma.send.now = rdma;
    lane.tcp.send.now = tcp;
    if (rdma && tcp)
        lane.all.send.now = *rdma + *tcp;
    lane.all.receive.now = 0;
    lane.ceiling = {100, 100};
    return lane;
}

constexpr domain::HalfId k0A{domain::CageIndex::Zero, domain::Side::A};
constexpr domain::HalfId k0B{domain::CageIndex::Zero, domain::Side::B};

engine::LiveEnd endOf(const char *spark, std::optional<double> sends, std::optional<double> receives)
{
    engine::LiveEnd end;
    end.cage = {{spark}, domain::CageIndex::Zero};
    end.spark = QString::fromLatin1(spark);
    end.live.basis = domain::LiveCage::Basis::Wire;
    end.live.ceiling = 200;
    end.live.rate.send = {sends, 98.5, 12'300'000'000};
    end.live.rate.receive = {receives, 0.5, 1'000'000};
    end.lanes = {laneWith(k0A, 90, 5.4), laneWith(k0B, 0, 0)};
    end.age = 40ms;
    return end;
}

// Two Sparks on one cable; what spark-a sends is 95.4 Gb/s.
engine::LiveView pair()
{
    engine::LiveCable cable;
    cable.number = 1;
    cable.a = endOf("spark-a", 95.4, 0.1);
    cable.b = endOf("spark-b", 0.2, 95.3);
    cable.aEnd.cage = cable.a.cage;
    cable.bEnd.cage = cable.b->cage;
    engine::LiveSpark spark;
    spark.name = u"spark-a"_s;
    spark.box.rate.send = {95.4, 98.5, 1};
    engine::LiveView view;
    view.running = true;
    view.hz = 20;
    view.cables = {cable};
    view.sparks = {spark};
    return view;
}

QJsonObject direction(const QJsonObject &json, int number)
{
    return json[u"cables"_s][0][u"directions"_s][number].toObject();
}

} // namespace

class TestWatchView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void screen_drawsEveryLaneAndFitsTheTerminal()
    {
        for (const int columns : {80, 120, 250}) {
            const QStringList lines = cli::watchScreen(pair(), columns);
            for (const QString &line : lines)
                QVERIFY2(line.size() <= columns, qPrintable(line));
            const QString text = lines.join(u'\n');
            for (const QString &part : {u"Cable 1: spark-a cage 0 - spark-b cage 0"_s, u"spark-a -> spark-b"_s,
                     u"spark-b -> spark-a"_s, u"lane A"_s, u"lane B"_s, u"95.4 Gb/s"_s, u"NOW"_s, u"PEAK"_s, u"█"_s})
                QVERIFY2(text.contains(part), qPrintable(part + u"\n"_s + text));
        }
    }

    void bars_areSharesOfTheCeiling()
    {
        const QStringList lines = cli::watchScreen(pair(), 120);
        const auto bars = [&](const QString &of) {
            for (const QString &line : lines)
                if (line.contains(of))
                    return std::pair(line.count(u'█'), line.count(u'░'));
            return std::pair(qsizetype(-1), qsizetype(-1));
        };
        const auto [full, empty] = bars(u"spark-a -> spark-b"_s);
        QVERIFY(full > 0 && std::abs(static_cast<double>(full) / static_cast<double>(full + empty) - 0.477) < 0.02);
        const auto [laneFull, laneEmpty] = bars(u"lane A"_s);
        QVERIFY(laneFull > laneEmpty * 15);
    }

    void unknown_isNeverZero()
    {
        engine::LiveView view = pair();
        view.cables[0].a = endOf("spark-a", std::nullopt, std::nullopt);
        view.cables[0].b = endOf("spark-b", std::nullopt, std::nullopt);
        view.cables[0].a.lanes[0] = laneWith(k0A, std::nullopt, std::nullopt);
        view.cables[0].a.lanes[0].all.send.now.reset();
        QVERIFY(cli::watchScreen(view, 120).join(u'\n').contains(u"not known"_s));
        QVERIFY(cli::watchLines(view).first().contains(u"not known"_s));
        const QJsonObject way = direction(cli::watchJson(view), 0);
        QVERIFY(way[u"rate"_s][u"now"_s].isNull());
        QVERIFY(way[u"lanes"_s][0][u"all"_s][u"now"_s].isNull());
        QCOMPARE(way[u"rate"_s][u"peak"_s].toDouble(), 98.5);
    }

    void theOtherEnd_speaksForASparkThatIsAway()
    {
        engine::LiveView view = pair();
        view.cables[0].a = endOf("spark-a", std::nullopt, std::nullopt);
        const engine::LiveWay way = engine::wayOf(view.cables[0], true);
        QCOMPARE(way.from, u"spark-a"_s);
        QCOMPARE(*way.rate.now, 95.3);
        QCOMPARE(*engine::wayOf(view.cables[0], false).rate.now, 0.2);
    }

    void switches_haveADirectionEach()
    {
        engine::LiveView view = pair();
        view.cables[0].b.reset();
        view.cables[0].bEnd = {std::nullopt, 0};
        QVERIFY(cli::watchLines(view)[0].contains(u"spark-a -> switch"_s));
        QVERIFY(cli::watchLines(view)[1].contains(u"switch -> spark-a"_s));
        QCOMPARE(direction(cli::watchJson(view), 1)[u"rate"_s][u"now"_s].toDouble(), 0.1);
    }

    void lanes_tellRdmaFromTcp()
    {
        const engine::LiveWay way = engine::wayOf(pair().cables[0], true);
        QVERIFY(std::abs(*way.rdmaShare() - 90 / 95.4) < 0.001);
        engine::LiveView idle = pair();
        idle.cables[0].a.lanes = {laneWith(k0A, 0, 0), laneWith(k0B, 0, 0)};
        QVERIFY(!engine::wayOf(idle.cables[0], true).rdmaShare());
        const QJsonObject lane = direction(cli::watchJson(pair()), 0)[u"lanes"_s][0].toObject();
        QCOMPARE(lane[u"rdma"_s][u"now"_s].toDouble(), 90.0);
        QCOMPARE(lane[u"tcp"_s][u"now"_s].toDouble(), 5.4);
    }

    void remarks_followTheFigures()
    {
        using namespace base::literals;
        engine::LiveView view = pair();
        view.cables[0].a.lanes[1].silent = true;
        view.notes = {base::Message("live.silent-half"_msg).with("spark", "spark-a").with("half", "0B")};
        view.missing = {base::Message("live.no-rdma-counters"_msg).with("spark", "spark-b")};
        const QString text = cli::watchScreen(view, 120).join(u'\n');
        QVERIFY(text.contains(u"has carried nothing so far"_s));
        QVERIFY(text.contains(u"spark-a: half 0B has carried nothing"_s));
        QVERIFY(text.contains(u"spark-b: a half has no RDMA counters"_s));
        QCOMPARE(cli::watchJson(view)[u"missing"_s][0][u"id"_s].toString(), u"live.no-rdma-counters"_s);
        QVERIFY(cli::watchSummary(view).join(u'\n').contains(u"12.3 GB"_s));
    }
};

QTEST_GUILESS_MAIN(TestWatchView)
#include "tst_cli_watchview.moc"
