// SPDX-License-Identifier: GPL-3.0-or-later
// What a measurement says: bands, repeats, and the three ways to be fooled.
#include <QTest>

#include "domain/measure/baseline.h"
#include "domain/measure/figure.h"
#include "domain/measure/fingerprint.h"
#include "domain/measure/rdmaband.h"

using namespace sparkloom;
using namespace sparkloom::domain;

Q_DECLARE_METATYPE(sparkloom::domain::Verdict)
Q_DECLARE_METATYPE(sparkloom::domain::WireVerdict)

namespace {

constexpr std::chrono::seconds kWindow{4};
constexpr std::uint64_t kPayload = 12'000'000'000; // 24 Gb/s over the window
constexpr double kHeaders = 9018.0 / 8948;         // of MTU 9000

TcpShape healthy(int halves = 1, int streams = 16, int mtu = 9000)
{
    TcpShape shape;
    shape.halves = halves;
    shape.streams = streams;
    shape.mtu = mtu;
    shape.linkGbps = 200;
    shape.pcie = {{32, 4, 4}, {32, 4, 4}};
    return shape;
}

RunFigure run(double gbps, WireVerdict wire = WireVerdict::Agrees)
{
    RunFigure figure;
    figure.gbps = gbps;
    figure.wire = wire;
    return figure;
}

Figure measured(const std::vector<double> &runs, std::optional<Band> band = tcpBand(healthy()))
{
    Figure figure;
    figure.band = std::move(band);
    for (const double gbps : runs)
        figure.runs.push_back(run(gbps));
    judge(figure);
    return figure;
}

RunFigure counted(std::uint64_t wire, WireSource source = WireSource::Port)
{
    RunFigure figure;
    figure.gbps = 24;
    figure.payloadBytes = kPayload;
    figure.wireBytes = wire;
    figure.source = source;
    return figure;
}

std::uint64_t times(double factor)
{
    return static_cast<std::uint64_t>(static_cast<double>(kPayload) * factor);
}

} // namespace

class TestFigure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verdicts_haveWordsAndAnOrder()
    {
        for (const Verdict verdict : {Verdict::Good, Verdict::Ok, Verdict::NotTested, Verdict::Suspect,
                 Verdict::Degraded, Verdict::Broken, Verdict::Invalid})
            QCOMPARE(verdictFromText(toText(verdict)), std::optional(verdict));
        QVERIFY(!verdictFromText("fine"));
        QCOMPARE(worse(Verdict::Good, Verdict::NotTested), Verdict::NotTested);
        QCOMPARE(worse(Verdict::Broken, Verdict::Suspect), Verdict::Broken);
        QVERIFY(isFine(Verdict::Ok) && !isFine(Verdict::NotTested));
        QVERIFY(isWrong(Verdict::Suspect) && isWrong(Verdict::Invalid) && !isWrong(Verdict::NotTested));
    }

    void spread_ofRepeats()
    {
        QCOMPARE(spreadOf({}).runs, 0);
        const std::vector<double> three{3, 1, 2}, four{4, 1, 2, 3};
        QCOMPARE(spreadOf(three), (Spread{3, 2, 1, 3}));
        QCOMPARE(spreadOf(three).relative(), 1.0);
        QCOMPARE(spreadOf(four).median, 2.5);
    }

    // measurement-and-safety 5.4
    void band_isThatOfTheTable_data()
    {
        QTest::addColumn<int>("halves");
        QTest::addColumn<double>("gbps");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("one half, 98") << 1 << 98.0 << Verdict::Good;
        QTest::newRow("one half, 90") << 1 << 90.0 << Verdict::Ok;
        QTest::newRow("one half, 55: x2") << 1 << 55.0 << Verdict::Degraded;
        QTest::newRow("one half, 13: stale") << 1 << 13.0 << Verdict::Broken;
        QTest::newRow("both, 177") << 2 << 177.0 << Verdict::Good;
        QTest::newRow("both, 155") << 2 << 155.0 << Verdict::Ok;
        QTest::newRow("both, 120") << 2 << 120.0 << Verdict::Degraded;
        QTest::newRow("both, 90: one half carries all") << 2 << 90.0 << Verdict::Broken;
        QTest::newRow("more than a cable") << 2 << 206.0 << Verdict::Invalid;
    }
    void band_isThatOfTheTable()
    {
        QFETCH(int, halves);
        QFETCH(double, gbps);
        QFETCH(Verdict, verdict);
        const auto band = tcpBand(healthy(halves));
        QVERIFY(band);
        QCOMPARE(placeIn(*band, gbps), verdict);
    }

    void band_followsStreamsAndFrames()
    {
        const auto one = tcpBand(healthy(1, 1));
        QCOMPARE(placeIn(*one, 21), Verdict::Good);
        QCOMPARE(placeIn(*one, 35), Verdict::Good);
        QCOMPARE(placeIn(*one, 10), Verdict::Degraded);
        QCOMPARE(one->reason.id, std::string("band.streams"));
        const auto small = tcpBand(healthy(1, 16, 1500));
        QCOMPARE(placeIn(*small, 93.5), Verdict::Good); // chishiki37 in facts 5.1
        QCOMPARE(small->reason.id, std::string("band.small-frames"));
        TcpShape narrow = healthy();
        narrow.pcie.back().width = 2;
        QCOMPARE(tcpBand(narrow)->reason.id, std::string("band.narrow-pcie"));
        QCOMPARE(placeIn(*tcpBand(narrow), 54), Verdict::Degraded); // what a healthy half would do is still the measure
        TcpShape unknown = healthy();
        unknown.pcie.clear();
        QVERIFY(!tcpBand(unknown));
    }

    void judge_needsTwoOfThree_data()
    {
        QTest::addColumn<std::vector<double>>("runs");
        QTest::addColumn<Verdict>("verdict");
        using Runs = std::vector<double>;
        QTest::newRow("none") << Runs{} << Verdict::NotTested;
        QTest::newRow("one good") << Runs{98} << Verdict::Good;
        QTest::newRow("one bad is at most suspect") << Runs{13} << Verdict::Suspect;
        QTest::newRow("two bad") << Runs{50, 50} << Verdict::Suspect;
        QTest::newRow("one bad of three") << Runs{98, 50, 97} << Verdict::Good;
        QTest::newRow("two degraded of three") << Runs{98, 50, 60} << Verdict::Degraded;
        QTest::newRow("two broken of three") << Runs{13, 50, 12} << Verdict::Broken;
        QTest::newRow("one broken, one degraded") << Runs{13, 50, 98} << Verdict::Degraded;
        QTest::newRow("ok in the middle") << Runs{88, 50, 97} << Verdict::Ok;
        QTest::newRow("too good in all") << Runs{206, 207, 208} << Verdict::Invalid;
    }
    void judge_needsTwoOfThree()
    {
        QFETCH(std::vector<double>, runs);
        QFETCH(Verdict, verdict);
        const Figure figure = measured(runs);
        QCOMPARE(figure.verdict, verdict);
        QCOMPARE(figure.reason.empty(), runs.empty());
        QCOMPARE(wantsRepeat(figure), verdict == Verdict::Suspect);
    }

    void judge_withoutBandSaysNothing()
    {
        const Figure figure = measured({42}, std::nullopt);
        QCOMPARE(figure.verdict, Verdict::NotTested);
        QCOMPARE(figure.reason.id, std::string("figure.no-band"));
        QCOMPARE(figure.spread().median, 42.0);
    }

    void judge_neverGoodWithoutTheWire_data()
    {
        QTest::addColumn<WireVerdict>("wire");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("no counters") << WireVerdict::NotMeasured << QByteArray("figure.wire-not-measured");
        QTest::newRow("above") << WireVerdict::AboveWire << QByteArray("figure.above-wire");
        QTest::newRow("twice") << WireVerdict::CountedTwice << QByteArray("figure.counted-twice");
        QTest::newRow("siblings") << WireVerdict::SiblingsAdded << QByteArray("figure.siblings-added");
        QTest::newRow("elsewhere") << WireVerdict::NotOnCable << QByteArray("figure.not-on-cable");
        QTest::newRow("others") << WireVerdict::LessThanWire << QByteArray("figure.other-traffic");
    }
    void judge_neverGoodWithoutTheWire()
    {
        QFETCH(WireVerdict, wire);
        QFETCH(QByteArray, reason);
        Figure figure;
        figure.band = tcpBand(healthy());
        figure.runs = {run(98, wire)};
        judge(figure);
        QCOMPARE(figure.verdict, Verdict::Invalid);
        QCOMPARE(QByteArray::fromStdString(figure.reason.id), reason);
        QVERIFY(wantsRepeat(figure));
        figure.runs = {run(98, wire), run(98), run(98)}; // once may have been somebody else's copy
        judge(figure);
        QCOMPARE(figure.verdict, Verdict::Ok);
        figure.runs = {run(98, wire), run(98, wire), run(98)};
        judge(figure);
        QCOMPARE(figure.verdict, Verdict::Invalid);
    }

    void judge_streamsThatBrokeAreNoFigure()
    {
        Figure figure;
        figure.band = tcpBand(healthy());
        figure.runs = {run(98)};
        figure.runs.front().streamsLost = 1;
        judge(figure);
        QCOMPARE(figure.verdict, Verdict::Invalid);
        QCOMPARE(figure.reason.id, std::string("figure.streams-lost"));
    }

    // The three ways to be fooled, and what is no fault.
    void wire_data()
    {
        QTest::addColumn<std::uint64_t>("wire");
        QTest::addColumn<int>("source");
        QTest::addColumn<WireVerdict>("verdict");
        const int port = int(WireSource::Port), netdev = int(WireSource::Netdev);
        QTest::newRow("with headers") << times(kHeaders) << port << WireVerdict::Agrees;
        QTest::newRow("2 % of other traffic") << times(kHeaders * 1.02) << port << WireVerdict::Agrees;
        QTest::newRow("10 % of other traffic") << times(kHeaders * 1.1) << port << WireVerdict::LessThanWire;
        QTest::newRow("bytes counted twice") << times(0.5) << port << WireVerdict::CountedTwice;
        QTest::newRow("5 % too few") << times(kHeaders * 0.95) << port << WireVerdict::CountedTwice;
        QTest::newRow("siblings added") << times(2 * kHeaders) << port << WireVerdict::LessThanWire;
        QTest::newRow("job bytes without wire bytes") << std::uint64_t(0) << port << WireVerdict::NotOnCable;
        QTest::newRow("kernel: bundles have one header") << times(1.001) << netdev << WireVerdict::Agrees;
        QTest::newRow("kernel: fewer than the payload") << times(0.5) << netdev << WireVerdict::CountedTwice;
    }
    void wire()
    {
        QFETCH(std::uint64_t, wire);
        QFETCH(int, source);
        QFETCH(WireVerdict, verdict);
        QCOMPARE(judgeWire(counted(wire, WireSource(source)), kWindow, 200, 9000), verdict);
    }

    void wire_aboveTheCable()
    {
        RunFigure figure = counted(times(kHeaders));
        figure.gbps = 250;
        QCOMPARE(judgeWire(figure, kWindow, 200, 9000), WireVerdict::AboveWire);
        figure.gbps = 24;
        figure.wireBytes.reset();
        QCOMPARE(judgeWire(figure, kWindow, 200, 9000), WireVerdict::NotMeasured);
    }

    void rdmaBands()
    {
        const auto band = [](int halves, int mtu, bool read = false, bool bothWays = false) {
            return rdmaBand({halves, mtu, read, bothWays, 200, {{32, 4, 4}, {32, 4, 4}}}).value();
        };
        // Published figures of healthy pairs (facts 5.2) lie in the band, those of sick ones do not.
        QCOMPARE(placeIn(band(1, 9000), 98.03), Verdict::Good);
        QCOMPARE(placeIn(band(1, 9000), 111.7), Verdict::Good);
        QCOMPARE(placeIn(band(1, 1500), 92.57), Verdict::Good);
        QCOMPARE(placeIn(band(2, 9000), 196.06), Verdict::Good);
        QCOMPARE(placeIn(band(2, 1500), 185.14), Verdict::Good);
        QCOMPARE(placeIn(band(1, 9000, true), 80.4), Verdict::Good);
        QCOMPARE(placeIn(band(1, 9000), 13.2), Verdict::Broken);
        QCOMPARE(placeIn(band(1, 9000), 54), Verdict::Broken); // PCIe x2
        QCOMPARE(placeIn(band(2, 9000), 99), Verdict::Broken); // one half of two
        QCOMPARE(placeIn(band(2, 9000), 150), Verdict::Degraded);
        QCOMPARE(placeIn(band(2, 9000), 201), Verdict::Invalid);    // above the wire
        QCOMPARE(placeIn(band(2, 1500), 189.85), Verdict::Invalid); // the sum of two tests that did not overlap
        QVERIFY(band(2, 9000, false, true).good < band(2, 9000).good);
        QCOMPARE(rdmaBand({1, 9000, false, false, 200, {{32, 2, 4}}})->reason.id, std::string("band.narrow-pcie"));
        QVERIFY(!rdmaBand({1, 9000, false, false, 200, {}})); // no real NIC
    }

    void rdmaWire()
    {
        const double headers = (4096 + 62) / 4096.0;
        QCOMPARE(judgeRdmaWire(counted(times(headers)), kWindow, 200, 9000), WireVerdict::Agrees);
        QCOMPARE(judgeRdmaWire(counted(times(headers * 1.1)), kWindow, 200, 9000), WireVerdict::LessThanWire);
        QCOMPARE(judgeRdmaWire(counted(times(0.5)), kWindow, 200, 9000), WireVerdict::CountedTwice);
        QCOMPARE(judgeRdmaWire(counted(0), kWindow, 200, 9000), WireVerdict::NotOnCable);
        QCOMPARE(judgeRdmaWire(counted(times(1086.0 / 1024)), kWindow, 200, 1500), WireVerdict::Agrees);
        RunFigure tooMuch = counted(times(headers));
        tooMuch.gbps = 250;
        QCOMPARE(judgeRdmaWire(tooMuch, kWindow, 200, 9000), WireVerdict::AboveWire);
    }

    void latency_hasMarks()
    {
        QCOMPARE(judgeLatency(1.45, false, false, true).verdict, Verdict::Good);
        QCOMPARE(judgeLatency(3, false, false, true).verdict, Verdict::Ok);
        QCOMPARE(judgeLatency(3, true, false, true).verdict, Verdict::Good);
        QCOMPARE(judgeLatency(12, false, false, true).verdict, Verdict::Degraded);
        QCOMPARE(judgeLatency(25, true, false, true).verdict, Verdict::Broken);
        QCOMPARE(judgeLatency(25, false, true, true).verdict, Verdict::NotTested);    // under load
        QCOMPARE(judgeLatency(495, false, false, false).verdict, Verdict::NotTested); // soft RoCE
    }

    void fingerprint_changesWithWhatFiguresHangOn()
    {
        SparkFacts a, b;
        a.id = SparkId{std::string(32, 'a')};
        b.id = SparkId{std::string(32, 'b')};
        a.halves.resize(1);
        const std::string before = environmentFingerprint(std::vector{a, b});
        QCOMPARE(before.size(), std::size_t(16));
        QCOMPARE(environmentFingerprint(std::vector{b, a}), before);
        a.clockUtcMs = 5;
        QCOMPARE(environmentFingerprint(std::vector{a, b}), before);
        a.halves[0].mtu = 9000;
        QVERIFY(environmentFingerprint(std::vector{a, b}) != before);
        b.versions.kernel = "6.17";
        QVERIFY(environmentFingerprint(std::vector{b}) != environmentFingerprint(std::vector{a}));
    }

    // 5 % below what was reached before is an alarm; one run says little.
    void baseline()
    {
        const auto beside = [](std::vector<double> runs, double before) { return besideBaseline(runs, before); };
        QCOMPARE(beside({186, 187, 186}, 190), Verdict::Good);
        QCOMPARE(beside({180}, 190), Verdict::Suspect);
        QCOMPARE(beside({180, 179, 190}, 190), Verdict::Degraded); // two of three
        QCOMPARE(beside({180, 189, 190}, 190), Verdict::Good);
        QCOMPARE(beside({12}, 0), Verdict::Good); // nothing is known
    }
};

QTEST_GUILESS_MAIN(TestFigure)
#include "tst_figure.moc"
