// SPDX-License-Identifier: GPL-3.0-or-later
// Rates against a truth that is known: jittered reads, wraps, resets, holes, sources that are refreshed seldom.
#include "countingmachine.h"

#include "domain/measure/clockalignment.h"
#include "domain/measure/ratemeter.h"
#include "domain/measure/series.h"

#include <QTest>

#include <cmath>

using namespace sparkloom::domain;
using namespace sparkloom::test;
using namespace std::chrono_literals;

namespace {

constexpr double kLink = 200;

// Reads for a while and calls look after each one.
template <typename Look>
void watch(CountingMachine &machine, CounterTrack &track, RateMeter &meter, int reads, Look look)
{
    for (int i = 0; i < reads; ++i) {
        const CounterRead read = machine.next();
        const CounterStep step = track.take(read);
        if (step.kind == CounterStep::Kind::Moved)
            meter.moved(read.time, step.amount);
        else if (step.kind == CounterStep::Kind::Missing)
            meter.interrupt();
        else
            meter.restart(read.time);
        look(read, step);
    }
}

bool isNear(double value, double truth, double tolerance)
{
    return std::abs(value - truth) <= tolerance * truth;
}

} // namespace

class TestRateMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steadyRate_isTrueWithinOnePercent()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const double gbps = 0.05 + static_cast<double>(seed) * 3.9;
            CountingMachine machine([gbps](double) { return gbps; }, seed);
            CounterTrack track(100e9);
            RateMeter meter(kLink);
            int shown = 0;
            watch(machine, track, meter, 100, [&](const CounterRead &, const CounterStep &) {
                if (!meter.now())
                    return;
                ++shown;
                QVERIFY2(isNear(*meter.now(), gbps, 0.01),
                    qPrintable(QStringLiteral("%1 of %2").arg(*meter.now()).arg(gbps)));
            });
            QVERIFY(shown >= 98);
            QVERIFY(meter.peak() && isNear(*meter.peak(), gbps, 0.01));
            QVERIFY(!meter.aboveCeiling());
        }
    }

    void changingRate_isThatOfTheLast250Ms()
    {
        // Steps, a ramp and silence: what is shown lies between the smallest and the largest truth of the last 250 ms.
        const auto truth = [](double t) {
            return t < 2 ? 0 : t < 3 ? 95 : t < 3.6 ? 12.5 : t < 6 ? (t - 3.6) * 80 : t < 7 ? 0 : 3;
        };
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            CountingMachine machine(truth, seed);
            CounterTrack track(100e9);
            RateMeter meter(kLink);
            watch(machine, track, meter, 140, [&](const CounterRead &read, const CounterStep &) {
                if (!meter.now())
                    return;
                double least = 1e9;
                double most = 0;
                for (auto at = read.time.middle() - 250ms; at <= read.time.after; at += 1ms) {
                    least = std::min(least, machine.truthAt(at));
                    most = std::max(most, machine.truthAt(at));
                }
                QVERIFY2(*meter.now() >= least * 0.99 - 0.01 && *meter.now() <= most * 1.01 + 0.01,
                    qPrintable(QStringLiteral("%1 not in %2 to %3").arg(*meter.now()).arg(least).arg(most)));
            });
        }
    }

    void fullWire_isNeverExceeded()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            CountingMachine machine([](double) { return kLink; }, seed);
            machine.mostRead = 4000us;
            machine.mostLate = 30'000us;
            machine.latch = seed % 2 ? 0ns : 10'000'000ns;
            CounterTrack track(100e9);
            RateMeter meter(kLink);
            meter.setPeriod(machine.latch);
            watch(machine, track, meter, 200, [&](const CounterRead &, const CounterStep &) {
                QVERIFY(meter.now().value_or(0) <= kLink * 1.0001);
                QVERIFY(meter.peak().value_or(0) <= kLink * 1.0001);
                QVERIFY(!meter.aboveCeiling());
            });
        }
    }

    void twiceTheWire_isSaid()
    {
        CountingMachine machine([](double) { return 2 * kLink; }, 1);
        CounterTrack track(100e9);
        RateMeter meter(kLink);
        watch(machine, track, meter, 20, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(meter.aboveCeiling());
    }

    void reset_isAGapAndNeverASpike()
    {
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            CountingMachine machine([](double) { return 80.0; }, seed);
            machine.start = 1'000'000'000'000'000;
            CounterTrack track(100e9);
            RateMeter meter(kLink);
            watch(machine, track, meter, 40, [](const CounterRead &, const CounterStep &) {});
            machine.reset(seed * 1000); // the driver came anew
            int gaps = 0;
            watch(machine, track, meter, 40, [&](const CounterRead &, const CounterStep &step) {
                gaps += step.kind == CounterStep::Kind::Gap;
                QVERIFY(!meter.now() || isNear(*meter.now(), 80, 0.01));
            });
            QCOMPARE(gaps, 1);
            QCOMPARE(meter.gaps(), 1);
            QVERIFY(*meter.peak() < 81);
        }
    }

    void aLeapUpwards_isAGapToo()
    {
        CountingMachine machine([](double) { return 50.0; }, 1);
        CounterTrack track(100e9);
        RateMeter meter(kLink);
        watch(machine, track, meter, 20, [](const CounterRead &, const CounterStep &) {});
        machine.start += 1'000'000'000'000'000;
        watch(machine, track, meter, 20, [](const CounterRead &, const CounterStep &) {});
        QCOMPARE(meter.gaps(), 1);
        QVERIFY(*meter.peak() < 51);
    }

    void wraps_areMovements_data()
    {
        QTest::addColumn<int>("bits");
        QTest::newRow("64 bits") << 64;
        QTest::newRow("32 bits") << 32;
    }
    void wraps_areMovements()
    {
        QFETCH(int, bits);
        CountingMachine machine([](double) { return 1.0; }, 7);
        machine.mask = bits == 64 ? ~std::uint64_t(0) : 0xffffffffu;
        machine.start = machine.mask - 260'000'000; // a second after the first read the wrap comes
        CounterTrack track(0.5e9, bits);
        RateMeter meter;
        std::uint64_t first = 0;
        bool wrapped = false;
        watch(machine, track, meter, 60, [&](const CounterRead &read, const CounterStep &step) {
            first = first ? first : *read.value;
            wrapped |= *read.value < first;
            QVERIFY(step.kind != CounterStep::Kind::Gap);
            QVERIFY(!meter.now() || isNear(*meter.now(), 1, 0.02));
        });
        QVERIFY(wrapped);
    }

    void missingReads_leaveNothingKnown()
    {
        CounterTrack track(100e9);
        RateMeter meter(kLink);
        CountingMachine machine([](double) { return 40.0; }, 3);
        watch(machine, track, meter, 20, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(meter.now().has_value());
        const std::uint64_t total = meter.total();
        CounterRead gone = machine.next();
        gone.value.reset();
        QVERIFY(track.take(gone).kind == CounterStep::Kind::Missing);
        meter.interrupt();
        QVERIFY(!meter.now().has_value()); // not zero
        QCOMPARE(meter.total(), total);
        // It comes back far ahead: what it moved meanwhile is not known, and the first read gives no rate.
        machine.start += 100'000'000'000;
        watch(machine, track, meter, 1, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(!meter.now().has_value());
        watch(machine, track, meter, 20, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(isNear(*meter.now(), 40, 0.01));
        QVERIFY(meter.total() < total + 20'000'000'000);
    }

    void aLateRead_countsButMeasuresNothing()
    {
        RateMeter meter(kLink);
        meter.restart({0ns, 100us});
        for (int i = 1; i <= 10; ++i)
            meter.moved({i * 50ms, i * 50ms + 100us}, 250'000'000); // 40 Gb/s
        const double before = *meter.now();
        // Held up for 30 ms: its value may be of any moment within.
        meter.moved({550ms, 580ms}, 390'000'000);
        QCOMPARE(*meter.now(), before);
        meter.moved({600ms, 600ms + 100us}, 110'000'000);
        QVERIFY(isNear(*meter.now(), 40, 0.01));
        QCOMPARE(meter.total(), std::uint64_t(12) * 250'000'000);
    }

    void staircaseOfASecond_isRecognised()
    {
        CountingMachine machine([](double) { return 30.0; }, 5);
        machine.latch = 1s;
        CounterTrack track(100e9);
        RateMeter meter(kLink);
        meter.setPeriod(1s);
        double most = 0;
        watch(machine, track, meter, 200,
            [&](const CounterRead &, const CounterStep &) { most = std::max(most, meter.now().value_or(0)); });
        QVERIFY(isNear(*meter.now(), 30, 0.08)); // its steps are seen 50 ms apart
        QVERIFY(most < 33);
        // The same without being told: learned from the steps themselves.
        CounterTrack again(100e9);
        RateMeter learner;
        CountingMachine slow([](double) { return 30.0; }, 6);
        slow.latch = 400ms;
        watch(slow, again, learner, 200, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(learner.period() >= 350ms && learner.period() <= 450ms);
        QVERIFY(isNear(*learner.now(), 30, 0.15));
    }

    void quickReads_giveThePeriod()
    {
        std::vector<QuickRead> reads;
        for (int i = 0; i < 250; ++i)
            reads.push_back({i * 2ms, std::uint64_t(i * 2 / 20) * 1000}); // refreshed every 20 ms
        QCOMPARE(*periodOf(reads), std::chrono::nanoseconds(20ms));
        for (QuickRead &read : reads)
            read.value = std::uint64_t(read.at.count());
        QCOMPARE(*periodOf(reads), std::chrono::nanoseconds(2ms)); // as fine as the reads
        for (QuickRead &read : reads)
            read.value = read.at < 200ms ? 1 : 2;
        QVERIFY(!periodOf(reads)); // one change tells nothing
    }

    void clearTotals_beginsAnew()
    {
        CountingMachine machine([](double t) { return t < 3 ? 90.0 : 10.0; }, 2);
        CounterTrack track(100e9);
        RateMeter meter(kLink);
        watch(machine, track, meter, 60, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(*meter.peak() > 85);
        meter.clearTotals();
        QCOMPARE(meter.total(), std::uint64_t(0));
        watch(machine, track, meter, 40, [](const CounterRead &, const CounterStep &) {});
        QVERIFY(*meter.peak() < 11);
        QVERIFY(isNear(static_cast<double>(meter.total()) * 8e-9 / 2.0, 10, 0.05));
    }

    void clocks_areAlignedByTheFastestProbe()
    {
        const auto offset = 12345s;
        std::vector<ClockProbe> probes;
        for (int i = 0; i < 8; ++i) {
            const auto asked = i * 100ms;
            const auto there = i == 5 ? 1ms : 20ms; // the way there is slow, but for one
            probes.push_back({asked, asked + there - offset, asked + there + 1ms});
        }
        const auto clock = alignClocks(probes);
        QVERIFY(clock.has_value());
        QCOMPARE(clock->error, std::chrono::nanoseconds(1ms));
        QVERIFY(std::chrono::abs(clock->toOurs(500ms - offset) - 500ms) <= clock->error);
        QVERIFY(!alignClocks({}));
        const ClockProbe backwards{2s, 1s, 1s};
        QVERIFY(!alignClocks(std::span(&backwards, 1)));
    }

    void series_keepsTheNewest()
    {
        Series series(4);
        for (int i = 0; i < 10; ++i)
            series.add({i * 1ms, static_cast<float>(i), 0});
        QCOMPARE(series.size(), std::size_t(4));
        QCOMPARE(series.at(0).sendGbps, 6.0f);
        QCOMPARE(series.newest().sendGbps, 9.0f);
        QCOMPARE(series.added(), std::size_t(10));
        series.clear();
        QCOMPARE(series.size(), std::size_t(0));
        series.add({});
        QVERIFY(std::isnan(series.newest().receiveGbps));
    }
};

QTEST_APPLESS_MAIN(TestRateMeter)
#include "tst_ratemeter.moc"
