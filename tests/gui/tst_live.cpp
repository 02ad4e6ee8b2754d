// SPDX-License-Identifier: GPL-3.0-or-later
// The Live page against a scripted load: what it shows is held against what the script says.
#include "livescript.h"
#include "widgets/charts/focuschart.h"
#include "widgets/charts/livecard.h"
#include "widgets/fabric/livemap.h"
#include "widgets/pages/livepage.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sparkloom;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;
using domain::HalfId;
using domain::Side;
using fixtures::LiveScript;
using viewmodels::CableStrip;
using viewmodels::LiveCableShown;
using viewmodels::LiveEvent;
using viewmodels::LiveLaneShown;
using viewmodels::LiveViewModel;
using viewmodels::LoadScale;

namespace {

constexpr HalfId k0A{CageIndex::Zero, Side::A};
constexpr HalfId k0B{CageIndex::Zero, Side::B};
constexpr std::chrono::milliseconds kFrame{LiveViewModel::kFrameMs};

LiveScript::Profile steady(double gbps)
{
    return [gbps](double) { return gbps; };
}

// Every lane and direction has a load of its own, so that none can be taken for another.
void playDifferent(LiveScript &script)
{
    int nth = 0;
    for (int spark = 0; spark < static_cast<int>(script.fabric().sparks.size()); ++spark)
        for (const HalfId half : domain::kAllHalves) {
            const double top = 8 + 3.7 * nth;
            switch (nth++ % 4) {
            case 0: // steps
                script.send(spark, half, [top](double t) { return std::fmod(t, 3) < 1.5 ? top : top / 4; });
                break;
            case 1: // a wave, with TCP beside it
                script.send(
                    spark, half, [top](double t) { return top * (0.6 + 0.4 * std::sin(t * 2)); }, steady(1.5));
                break;
            case 2: // decoding, with bursts
                script.send(spark, half, [top](double t) { return std::fmod(t, 4) < 0.8 ? top : 0.12; });
                break;
            default: // up and down
                script.send(spark, half, [top](double t) { return top * std::abs(std::fmod(t, 6) - 3) / 3 + 0.5; });
            }
        }
}

struct Watched {
    explicit Watched(const fixtures::Fabric &fabric) : script(fabric)
    {
        model.setHosts(fabric.hosts);
        model.setFeed(script.feed());
        model.setCabling(fabric.cabling);
    }
    void run(std::chrono::milliseconds time)
    {
        for (std::chrono::milliseconds gone{0}; gone < time; gone += kFrame) {
            script.advance(kFrame);
            model.pull();
        }
    }
    LiveScript script;
    LiveViewModel model;
};

} // namespace

class TestLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void scriptedLoad_isShownWithinAPercentAndAQuarterOfASecond()
    {
        Watched watched(fixtures::cabledRing());
        playDifferent(watched.script);
        watched.run(1000ms);
        int compared = 0;
        for (int frame = 0; frame < 300; ++frame) {
            // Frames and samples drift against each other, as two clocks do.
            watched.script.advance(frame % 2 ? 47ms : 54ms);
            watched.model.pull();
            for (const LiveCableShown &cable : watched.model.cables())
                for (std::size_t way = 0; way < 2; ++way)
                    for (const Side side : {Side::A, Side::B}) {
                        const domain::CageRef &from = way == 0 ? *cable.aEnd.cage : *cable.bEnd.cage;
                        const int spark = from.spark.value.back() - '1';
                        const LiveLaneShown &lane = cable.ways[way].lanes[static_cast<std::size_t>(side)];
                        QVERIFY(lane.now);
                        const auto [least, most] =
                            watched.script.truthWithin(spark, {from.cage, side}, 250ms, watched.script.now());
                        QVERIFY2(*lane.now >= least * 0.99 && *lane.now <= most * 1.01,
                            qPrintable(u"cable %1, way %2, lane %3: %4, but %5 to %6"_s.arg(cable.number)
                                           .arg(way)
                                           .arg(static_cast<int>(side))
                                           .arg(*lane.now)
                                           .arg(least)
                                           .arg(most)));
                        ++compared;
                    }
        }
        QCOMPARE(compared, 300 * 3 * 2 * 2);
    }

    void aCable_isTheSumOfItsLanesOnTheWire_peaksAndTotals()
    {
        Watched watched(fixtures::cabledPair());
        watched.script.send(0, k0A, [](double t) { return t > 2 && t < 4 ? 90.0 : 20.0; });
        watched.script.send(0, k0B, steady(30), steady(10));
        watched.script.send(1, k0A, steady(50));
        watched.run(6000ms);
        const LiveCableShown &cable = watched.model.cables().front();
        const auto near = [](const std::optional<double> &shown, double truth) {
            return shown && std::abs(*shown - truth) <= truth * 0.01;
        };
        constexpr double kWire = (4178 + 4 + 20) / 4178.0; // checksum, preamble and gap of each frame
        QVERIFY(near(cable.ways[0].now, 60 * kWire));
        QVERIFY(near(cable.ways[0].peak, 130 * kWire));
        QVERIFY(near(cable.ways[1].now, 50 * kWire));
        QVERIFY(near(cable.bothNow, 110 * kWire));
        QVERIFY2(near(cable.bothPeak, 180 * kWire), "the peak of both is of one moment");
        // 60 Gb/s for 6 s and 70 more for 2 s.
        QVERIFY(near(static_cast<double>(cable.ways[0].total) * 8e-9, (60 * 6 + 70 * 2) * kWire));
        QVERIFY(near(cable.rdmaShare, 100 / 110.0));
        QVERIFY(watched.model.detail().contains(u"RDMA 91 %, TCP 9 %"_s));
        QCOMPARE(cable.ways[0].lanes[1].state, LiveLaneShown::State::Known);
        // B of the way back never carried a byte: that is no unknown and no failure of the lane on the way there.
        QCOMPARE(*cable.ways[1].lanes[1].now, 0.0);
        QVERIFY(near(cable.ways[0].lanes[0].share, 20 / cable.ways[0].lanes[0].ceiling));
    }

    void aSilentHalf_isSaid()
    {
        Watched watched(fixtures::cabledPair());
        watched.script.send(0, k0A, steady(95));
        watched.run(2000ms);
        const LiveCableShown &cable = watched.model.cables().front();
        QCOMPARE(cable.ways[0].lanes[1].state, LiveLaneShown::State::Silent);
        QCOMPARE(watched.model.laneText(cable.ways[0].lanes[1]), u"nothing so far"_s);
        QVERIFY(watched.model.warnings().join(u' ').contains(u"half 0B has carried nothing"_s));
        QVERIFY(watched.model.cableSummary(1).contains(u"lane B carried nothing so far"_s));
    }

    void whatIsNotKnown_isNeverZero()
    {
        Watched watched(fixtures::cabledPair());
        watched.script.send(0, k0A, steady(40));
        QCOMPARE(watched.model.state(), LiveViewModel::State::Starting);
        watched.run(2000ms);
        QCOMPARE(watched.model.state(), LiveViewModel::State::Streaming);
        watched.script.silence(0);
        watched.run(3000ms);
        // The other end still tells what it gets.
        QCOMPARE(*watched.model.cables().front().ways[0].lanes[0].now > 39, true);
        watched.script.silence(1);
        watched.run(3000ms);
        QCOMPARE(watched.model.state(), LiveViewModel::State::Stale);
        const LiveCableShown &cable = watched.model.cables().front();
        QVERIFY(!cable.fresh && !cable.ways[0].now && !cable.bothNow && !cable.ways[0].lanes[0].share);
        QCOMPARE(cable.ways[0].lanes[0].state, LiveLaneShown::State::Unknown);
        QCOMPARE(LiveViewModel::number(cable.ways[0].now), u"?"_s);
        QCOMPARE(watched.model.ageText(cable), u"last figures 3 s ago"_s);
        QCOMPARE(watched.model.picture().cables.front().state, viewmodels::CableState::NotKnown);
        const CableStrip *strip = watched.model.strip(1);
        const std::int64_t last = strip->columns().numberAt(watched.model.time());
        QVERIFY(!strip->at(0, CableStrip::Line::Whole, last - 4).known());
        QVERIFY(strip->at(0, CableStrip::Line::Whole, last - 20).known());
        // They come back.
        watched.script.silence(0, false);
        watched.script.silence(1, false);
        watched.run(1000ms);
        QCOMPARE(watched.model.state(), LiveViewModel::State::Streaming);
        QVERIFY(*watched.model.cables().front().ways[0].lanes[0].now > 39);
    }

    void states_haveTheirWords()
    {
        LiveViewModel nobody;
        QCOMPARE(nobody.state(), LiveViewModel::State::NoSpark);
        QVERIFY(nobody.primaryAction().enabled);
        QSignalSpy signIn(&nobody, &LiveViewModel::signInRequested);
        nobody.triggerPrimary();
        QCOMPARE(signIn.count(), 1);
        Watched watched(fixtures::cabledRing());
        playDifferent(watched.script);
        watched.run(1000ms);
        QVERIFY(watched.model.headline().startsWith(u"Each Spark sends up to"_s));
        QVERIFY2(watched.model.primaryAction().text.isEmpty(), "nothing is to be done while figures come");
        watched.script.drop(1);
        watched.run(2000ms);
        QCOMPARE(watched.model.state(), LiveViewModel::State::Partly);
        QVERIFY(watched.model.detail().contains(u"no figures from spark-b"_s));
        QVERIFY(watched.model.warnings().front().contains(u"spark-b: The connection to this Spark was lost."_s));
        watched.script.stop();
        watched.run(1000ms);
        QCOMPARE(watched.model.state(), LiveViewModel::State::Ended);
        QSignalSpy again(&watched.model, &LiveViewModel::startRequested);
        watched.model.triggerPrimary();
        QCOMPARE(again.count(), 1);
    }

    void missingCounters_areSaid_onceForAllSparks()
    {
        Watched watched(fixtures::cabledRing());
        for (int spark = 0; spark < 3; ++spark)
            watched.script.countNoRdma(spark);
        watched.script.countNoPort(0);
        watched.script.send(0, k0A, {}, steady(5));
        watched.run(2000ms);
        const QStringList missing = watched.model.missing();
        QCOMPARE(missing.size(), 2);
        QVERIFY(missing[0].startsWith(u"spark-a, spark-b, spark-c: "_s) && missing[0].contains(u"no RDMA counters"_s));
        const LiveCableShown &cable = watched.model.cables().front();
        QVERIFY(!cable.rdmaSeen && !cable.rdmaShare);
        QVERIFY(watched.model.trafficText(cable).contains(u"RDMA is not counted"_s));
    }

    void events_areFound()
    {
        Watched watched(fixtures::cabledRing());
        playDifferent(watched.script);
        watched.run(1000ms);
        QVERIFY(watched.model.events().empty());
        watched.script.unplug(1);
        watched.model.setCabling(watched.script.fabric().cabling);
        QCOMPARE(watched.model.events().size(), std::size_t(1));
        QCOMPARE(watched.model.events().back().kind, LiveEvent::Kind::Link);
        QCOMPARE(watched.model.events().back().text(), u"Cable 2: the link is gone"_s);
        QCOMPARE(watched.model.events().back().cable, 2);
        watched.script.addErrors(0, k0A, "rx_discards_phy", 12);
        watched.script.addErrors(0, k0A, "rx_corrected_bits_phy", 4000); // the way of things
        watched.run(1000ms);
        QCOMPARE(watched.model.events().size(), std::size_t(2));
        QCOMPARE(watched.model.events().back().text(), u"spark-a 0A: rx_discards_phy +12"_s);
        watched.model.addEvent(LiveEvent::Kind::TestBegun, [] { return u"A test began"_s; });
        for (int i = 0; i < 200; ++i)
            watched.model.addEvent(LiveEvent::Kind::Error, {});
        QCOMPARE(watched.model.events().size(), viewmodels::LiveEvents::kMost);
    }

    void aPause_keepsWhatIsShown_andTheCountingGoesOn()
    {
        Watched watched(fixtures::cabledPair());
        watched.script.send(0, k0A, [](double t) { return t < 5 ? 20.0 : 80.0; });
        watched.run(3000ms);
        watched.model.setPaused(true);
        const std::vector<LiveCableShown> before = watched.model.cables();
        const auto line = watched.model.chartLines().front().columns;
        const auto time = watched.model.time();
        watched.run(90000ms); // all that was kept is long overwritten
        QVERIFY(watched.model.cables() == before);
        QVERIFY(watched.model.time() == time);
        const auto after = watched.model.chartLines().front().columns;
        for (std::size_t i = 0; i < line.size(); ++i)
            QVERIFY(line[i].known() == after[i].known() && (!line[i].known() || line[i].most == after[i].most));
        watched.model.setSpan(10);
        watched.model.pan(-100000);
        QVERIFY(watched.model.chartTime().from == time - 60s);
        watched.model.setPaused(false);
        QVERIFY(std::abs(*watched.model.cables().front().ways[0].lanes[0].now - 80) < 0.8);
        QVERIFY(watched.model.time() > time + 80s);
    }

    void aDip_isSeenInEveryPicture_andSaid()
    {
        Watched watched(fixtures::cabledPair());
        const auto dipping = [](double t) {
            for (const double dip : {5.0, 9.0, 14.0})
                if (t >= dip && t < dip + 0.3)
                    return 6.0;
            return t > 2 ? 85.0 : 0.0;
        };
        watched.script.send(0, k0A, dipping);
        watched.script.send(0, k0B, dipping);
        watched.run(20000ms);
        QCOMPARE(watched.model.cableSummary(1),
            u"Cable 1: spark-a to spark-b: 171 Gb/s, minimum 12, 3 dip(s); spark-b to "
            "spark-a: quiet."_s);
        for (const int span : LiveViewModel::kSpans) {
            watched.model.setSpan(span);
            if (span < 30)
                continue;
            float least = 1000;
            const auto columns = watched.model.chartLines().front().columns;
            for (const auto &column : columns)
                if (column.known() && column.most > 20)
                    least = std::min(least, column.least);
            QVERIFY2(least < 90, qPrintable(QString::number(least)));
        }
    }

    void scale_showsDecodingBesideBursts()
    {
        LoadScale scale;
        scale.fit(0.12, 0.11, 196, 0s);
        QVERIFY(!scale.logarithmic() && scale.top() <= 0.2);
        scale.fit(100, 0.11, 196, 1s); // a burst of prefill: at once
        QVERIFY(scale.logarithmic());
        QVERIFY(scale.place(0.11) > 0.2 && scale.place(100) > 0.8);
        QVERIFY(std::abs(scale.valueAt(scale.place(3.0)) - 3.0) < 1e-6);
        scale.fit(0.12, 0.11, 196, 2s);
        QVERIFY2(scale.logarithmic(), "it does not jump back at once");
        scale.fit(0.12, 0.11, 196, 8s);
        QVERIFY(!scale.logarithmic() && scale.top() <= 0.2);
        scale.setKind(LoadScale::Kind::Linear);
        scale.fit(0.12, 0.11, 196, 9s);
        QCOMPARE(scale.top(), 196.0);
        QCOMPARE(scale.place(98), 0.5);
        scale.setKind(LoadScale::Kind::Logarithmic);
        scale.fit(0, std::nullopt, 196, 10s);
        QVERIFY(scale.logarithmic() && scale.place(0) == 0 && scale.place(196) == 1);
        QCOMPARE(scale.ticks().front(), LoadScale::kLeast);
    }

    void hidden_nothingIsPulledOrPainted()
    {
        Watched watched(fixtures::cabledRing());
        playDifferent(watched.script);
        widgets::LivePage page(watched.model);
        QVERIFY(!watched.model.pulling());
        page.resize(1000, 640);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(watched.model.pulling());
        page.setWindowState(Qt::WindowMinimized);
        QTRY_VERIFY(!watched.model.pulling());
        page.setWindowState(Qt::WindowNoState);
        QTRY_VERIFY(watched.model.pulling());
        page.hide();
        QVERIFY(!watched.model.pulling());
        QSignalSpy frames(&watched.model, &LiveViewModel::frame);
        const int pulls = watched.script.pulls();
        QTest::qWait(4 * LiveViewModel::kFrameMs); // in which frames would have come
        QCOMPARE(frames.count(), 0);
        QCOMPARE(watched.script.pulls(), pulls);
    }

    void page_worksByKeyboard_andSaysWhatItShows()
    {
        Watched watched(fixtures::cabledRing());
        playDifferent(watched.script);
        watched.run(3000ms);
        widgets::LivePage page(watched.model);
        page.resize(1000, 660);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
        auto *map = page.findChild<widgets::LiveMap *>(u"map"_s);
        auto *chart = page.findChild<widgets::FocusChart *>(u"focusChart"_s);
        QVERIFY(map && chart && map->isVisible());
        QVERIFY(map->accessibleDescription().contains(u"Cable 3: "_s));
        auto *first = page.findChild<widgets::LiveCard *>(u"cable1"_s);
        QVERIFY(first);
        first->setFocus();
        QVERIFY2(first->accessibleDescription().startsWith(u"Cable 1: spark-a to spark-b: "_s),
            qPrintable(first->accessibleDescription()));
        QTest::keyClick(first, Qt::Key_Right);
        QCOMPARE(watched.model.focus(), 2);
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QVERIFY(watched.model.paused());
        QTest::keyClick(page.focusWidget(), Qt::Key_Return);
        QVERIFY(chart->isVisible() && !map->isVisible());
        QTest::keyClick(chart, Qt::Key_Plus);
        QCOMPARE(watched.model.span(), 30);
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(chart->cursor() && *chart->cursor() < 1);
        QVERIFY2(chart->accessibleDescription().contains(u"s ago"_s), qPrintable(chart->accessibleDescription()));
        QVERIFY(chart->accessibleDescription().contains(u"spark-b → spark-c"_s));
        QTest::keyClick(chart, Qt::Key_Escape); // the cursor
        QTest::keyClick(chart, Qt::Key_Escape); // the chart
        QVERIFY(map->isVisible());
        QTest::keyClick(map, Qt::Key_Space);
        QVERIFY(!watched.model.paused());
    }

    void page_madeWhileFiguresAreHeld_showsThem()
    {
        Watched watched(fixtures::cabledRing());
        playDifferent(watched.script);
        watched.run(3000ms);
        watched.model.setPaused(true);
        watched.model.setChartShown(true);
        widgets::LivePage page(watched.model);
        const auto *chart = page.findChild<widgets::FocusChart *>(u"focusChart"_s);
        QVERIFY(chart && chart->pointsShown() > 0);
    }

    void chart_drawsAsManyPoints_howeverLongItRuns()
    {
        Watched watched(fixtures::cabledPair());
        playDifferent(watched.script);
        widgets::FocusChart chart(watched.model);
        watched.run(2000ms);
        chart.present();
        QVERIFY(chart.pointsShown() > 0);
        watched.run(70000ms);
        chart.present();
        const int most = 6 * (2 * LiveViewModel::kChartColumns + 4);
        QVERIFY2(chart.pointsShown() <= most, qPrintable(QString::number(chart.pointsShown())));
        watched.run(5000ms);
        chart.present();
        QVERIFY(chart.pointsShown() <= most);
        QCOMPARE(watched.model.strip(1)->columns().count(), viewmodels::LoadColumns::kColumns);
    }
};

QTEST_MAIN(TestLive)
#include "tst_live.moc"
