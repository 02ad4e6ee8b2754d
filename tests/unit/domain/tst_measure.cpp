// SPDX-License-Identifier: GPL-3.0-or-later
// What a Spark's cages and lanes carry, made of samples: nothing twice, nothing invented, ceilings with their reasons.
#include <QTest> // first: moc 6.4 does not get over <concepts>

#include "domain/measure/sparkmeter.h"
#include "domain/measure/wirecheck.h"

#include <cmath>

using namespace sparkloom::domain;
using namespace std::chrono_literals;

namespace {

constexpr HalfId k0A{CageIndex::Zero, Side::A};
constexpr HalfId k0B{CageIndex::Zero, Side::B};
constexpr HalfId k1A{CageIndex::One, Side::A};

SparkFacts factsWith(std::initializer_list<HalfId> halves, int width = 4)
{
    SparkFacts facts;
    for (const HalfId id : halves) {
        HalfFacts half;
        half.id = id;
        half.carrier = true;
        half.speedMbps = 200'000;
        half.pcie = PcieLink{32.0, width, 4};
        facts.halves.push_back(half);
    }
    return facts;
}

CounterLayout layoutWith(std::initializer_list<HalfId> halves, Sharing sharing = Sharing::Shared, bool port = true)
{
    CounterLayout layout;
    for (const HalfId id : halves) {
        CounterLayout::Half half;
        half.half = id;
        half.port = port ? PortSource::Netlink : PortSource::None;
        half.readsPort = port && (sharing != Sharing::Shared || id.side == Side::A);
        half.rdma = half.net = true;
        layout.halves.push_back(half);
    }
    layout.sharing = {sharing, sharing};
    layout.portPeriod = layout.rdmaPeriod = layout.netPeriod = 0ns;
    return layout;
}

// A Spark that sends on its halves at given rates; its clock and counters.
struct Sender {
    SparkMeter meter;
    CounterLayout layout;
    std::map<HalfId, std::pair<double, double>> gbps; // RDMA, TCP
    double seconds = 100;
    std::map<HalfId, std::array<std::uint64_t, 4>> ports;
    std::map<HalfId, std::array<std::uint64_t, 4>> lanes;
    std::int64_t sequence = 0;
    static constexpr double kFrame = 4154; // bytes on a port of a full RoCE packet of MTU 4096

    explicit Sender(CounterLayout known) : layout(std::move(known)) { meter.setLayout(layout); }

    CounterSample sample()
    {
        CounterSample made;
        made.sequence = ++sequence;
        const auto at = std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
        for (const CounterLayout::Half &half : layout.halves) {
            CounterSample::Half one;
            one.half = half.half;
            const auto &lane = lanes[half.half];
            one.lane = {{at, at + 40us}, lane[0], lane[1], lane[2], lane[3]};
            if (half.readsPort) {
                const auto &port = ports[half.half];
                one.port = PortRead{{at, at + 40us}, port[0], port[1], port[2], port[3]};
            }
            made.halves.push_back(one);
        }
        return made;
    }
    // Time goes on; the counters move. mirrored: every half of the cage reports the whole port.
    void pass(double time, bool mirrored = true)
    {
        for (double left = time; left > 1e-9; left -= 0.05) {
            seconds += 0.05;
            for (const auto &[half, rates] : gbps) {
                const auto bytes = [](double rate) {
                    return static_cast<std::uint64_t>(std::llround(rate * 1e9 / 8 * 0.05));
                };
                lanes[half][0] += bytes(rates.first);
                lanes[half][2] += bytes(rates.second);
                const std::uint64_t all = bytes(rates.first + rates.second);
                for (const CounterLayout::Half &other : layout.halves)
                    if (other.half == half || (mirrored && other.half.cage == half.cage)) {
                        ports[other.half][0] += all;
                        ports[other.half][2] += static_cast<std::uint64_t>(static_cast<double>(all) / kFrame);
                    }
            }
            meter.take(sample());
        }
    }
};

bool isNear(double value, double truth, double tolerance = 0.01)
{
    return std::abs(value - truth) <= tolerance * truth;
}

} // namespace

class TestMeasure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wireRate_holdsPreambleAndGap()
    {
        Sender sender(layoutWith({k0A, k0B}));
        sender.meter.setFacts(factsWith({k0A, k0B}));
        sender.gbps = {{k0A, {90, 0}}, {k0B, {45, 5}}};
        sender.pass(1);
        const LiveCage cage = sender.meter.cage(CageIndex::Zero);
        QVERIFY(cage.basis == LiveCage::Basis::Wire);
        QVERIFY(isNear(*cage.rate.send.now, 140 * (Sender::kFrame + 20) / Sender::kFrame, 0.002));
        QCOMPARE(*cage.rate.receive.now, 0.0);
        QVERIFY(isNear(*sender.meter.lane(k0A).all.send.now, 90, 0.002));
        const LiveLane b = sender.meter.lane(k0B);
        QVERIFY(isNear(*b.rdma.send.now, 45, 0.002) && isNear(*b.tcp.send.now, 5, 0.002)
            && isNear(*b.all.send.now, 50, 0.002));
        QVERIFY(isNear(static_cast<double>(b.all.send.total), 50e9 / 8, 0.06)); // but for the first sample
        QVERIFY(!b.silent && !sender.meter.lane(k0A).silent);
    }

    void siblings_areNeverAdded_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<Sharing>("told");
        QTest::addColumn<double>("expected");
        QTest::newRow("one port, known") << true << Sharing::Shared << 80.0;
        QTest::newRow("one port, not decided") << true << Sharing::Undecided << 80.0;
        QTest::newRow("two counters") << false << Sharing::Separate << 160.0;
        // Told wrongly: 2 x 160 is more than the wire carries, so they are one (measurement-and-safety 3.5, 4).
        QTest::newRow("one port, taken for two") << true << Sharing::Separate << 160.0;
    }
    void siblings_areNeverAdded()
    {
        QFETCH(bool, mirrored);
        QFETCH(Sharing, told);
        QFETCH(double, expected);
        Sender sender(layoutWith({k0A, k0B}, told));
        sender.meter.setFacts(factsWith({k0A, k0B}));
        const double each = mirrored && told != Sharing::Separate ? 40 : 80;
        sender.gbps = {{k0A, {each, 0}}, {k0B, {each, 0}}};
        sender.pass(2, mirrored);
        QVERIFY(isNear(*sender.meter.cage(CageIndex::Zero).rate.send.now, expected));
        QVERIFY(*sender.meter.cage(CageIndex::Zero).rate.send.peak < expected * 1.02);
    }

    void detector_decidesByWhatFlows_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<double>("gbps");
        QTest::addColumn<Sharing>("expected");
        QTest::newRow("one port") << true << 90.0 << Sharing::Shared;
        QTest::newRow("two counters") << false << 90.0 << Sharing::Separate;
        QTest::newRow("idle") << false << 0.00001 << Sharing::Undecided;
    }
    void detector_decidesByWhatFlows()
    {
        QFETCH(bool, mirrored);
        QFETCH(double, gbps);
        QFETCH(Sharing, expected);
        SiblingDetector detector(200);
        std::uint64_t a = 5'000'000;
        std::uint64_t b = mirrored ? a : 77;
        for (int i = 0; i < 20; ++i) {
            const auto at = i * 50ms;
            const auto moved = static_cast<std::uint64_t>(gbps * 1e9 / 8 * 0.05);
            a += moved;
            // The second one is read a little later: the port went on meanwhile.
            b = mirrored ? a + static_cast<std::uint64_t>(gbps * 1e9 / 8 * 80e-6) : b + moved / 3;
            detector.take({{at, at + 60us}, a, a / 2, {}, {}}, {{at + 80us, at + 140us}, b, b / 2, {}, {}});
        }
        QCOMPARE(detector.sharing(), expected);
    }

    void withoutPortCounters_theHalvesAreTheCable()
    {
        CounterLayout layout = layoutWith({k0A, k0B}, Sharing::Undecided, false);
        for (CounterLayout::Half &half : layout.halves)
            half.rdma = false;
        Sender sender(layout);
        sender.gbps = {{k0A, {0, 20}}, {k0B, {0, 10}}};
        sender.pass(1);
        const LiveCage cage = sender.meter.cage(CageIndex::Zero);
        QVERIFY(cage.basis == LiveCage::Basis::Halves);
        QVERIFY(isNear(*cage.rate.send.now, 30));
        QVERIFY(!sender.meter.lane(k0A).rdmaKnown);
        // More than any link of a Spark: a virtual link of the lab is not held to a speed that it does not have.
        sender.gbps = {{k0A, {0, 300}}};
        sender.pass(1);
        QVERIFY(isNear(*sender.meter.cage(CageIndex::Zero).rate.send.now, 300));
    }

    void aSilentHalf_isNamed()
    {
        Sender sender(layoutWith({k0A, k0B}));
        sender.meter.setFacts(factsWith({k0A, k0B}));
        sender.gbps = {{k0A, {90, 0}}, {k0B, {0, 0.0001}}}; // neighbour discovery
        sender.pass(2);
        QVERIFY(sender.meter.lane(k0B).silent);
        QVERIFY(!sender.meter.lane(k0A).silent);
        sender.gbps[k0B] = {1, 0};
        sender.pass(1);
        QVERIFY(!sender.meter.lane(k0B).silent);
    }

    void halvesThatGo_areUnknownAndComeBackWithoutASpike()
    {
        Sender sender(layoutWith({k0A, k0B}));
        sender.meter.setFacts(factsWith({k0A, k0B}));
        sender.gbps = {{k0A, {50, 0}}, {k0B, {50, 0}}};
        sender.pass(1);
        const std::uint64_t total = sender.meter.lane(k0B).all.send.total;
        sender.layout = layoutWith({k0A});
        sender.meter.setLayout(sender.layout);
        sender.gbps.erase(k0B);
        sender.pass(1);
        QVERIFY(!sender.meter.lane(k0B).present);
        QVERIFY(!sender.meter.lane(k0B).all.send.now);
        sender.layout = layoutWith({k0A, k0B});
        sender.meter.setLayout(sender.layout);
        sender.lanes[k0B] = {500, 500, 500, 500}; // a new driver counts from nothing
        sender.gbps[k0B] = {50, 0};
        sender.pass(1);
        QVERIFY(isNear(*sender.meter.lane(k0B).all.send.now, 50));
        QVERIFY(*sender.meter.lane(k0B).all.send.peak < 51);
        QVERIFY(sender.meter.lane(k0B).all.send.total > total);
    }

    void interrupt_leavesNothingKnown()
    {
        Sender sender(layoutWith({k0A, k0B}));
        sender.gbps = {{k0A, {50, 0}}};
        sender.pass(1);
        sender.meter.interrupt();
        QVERIFY(!sender.meter.lane(k0A).all.send.now && !sender.meter.cage(CageIndex::Zero).rate.send.now);
        QVERIFY(!sender.meter.box().rate.send.now);
        QVERIFY(sender.meter.lane(k0A).all.send.total > 0);
    }

    void box_addsCagesAndBothWays()
    {
        Sender sender(layoutWith({k0A, k1A}));
        sender.meter.setFacts(factsWith({k0A, k1A}));
        sender.gbps = {{k0A, {60, 0}}, {k1A, {30, 0}}};
        sender.pass(1);
        QVERIFY(isNear(*sender.meter.box().rate.send.now, 90, 0.02));
        QVERIFY(isNear(*sender.meter.box().bothWays.peak, 90, 0.02));
    }

    void ceilings_followPhysics()
    {
        const SparkFacts two = factsWith({k0A, k0B, k1A, {CageIndex::One, Side::B}});
        LaneBudget budget = laneBudget(two, k0A);
        QVERIFY(isNear(budget.pcie, 107.1));
        QVERIFY(isNear(budget.ceiling(0, 0), 107.1));  // alone: the PCIe link
        QVERIFY(isNear(budget.ceiling(98, 0), 102));   // what the other lane leaves of the wire
        QVERIFY(isNear(budget.ceiling(150, 0), 100));  // never less than its half
        QVERIFY(isNear(budget.ceiling(0, 90), 53.55)); // both sockets share the PCIe link
        QVERIFY(isNear(cageCeiling(two, CageIndex::Zero), 200));
        QVERIFY(isNear(cageCeiling(factsWith({k0A, k0B}, 2), CageIndex::Zero), 107.1)); // Gen5 x2: half
        QVERIFY(isNear(roceEfficiency(9000), 4096.0 / 4178));
        QVERIFY(isNear(roceEfficiency(1500), 1024.0 / 1106));
        QVERIFY(!linkGbps(SparkFacts(), CageIndex::Zero));
    }

    void threeWaysToBeFooled_data()
    {
        QTest::addColumn<WireEvidence>("evidence");
        QTest::addColumn<WireVerdict>("verdict");
        const auto gigabytes = [](double amount) { return static_cast<std::uint64_t>(amount * 1e9); };
        const WireEvidence honest{gigabytes(24), gigabytes(24.4), {}, false, 1s, 200};
        const auto with = [&](auto change) {
            WireEvidence evidence = honest;
            change(evidence);
            return evidence;
        };
        QTest::newRow("honest") << honest << WireVerdict::Agrees;
        QTest::newRow("nothing flowed") << with([](WireEvidence &e) {
            e.jobBytes = 0;
            e.wireOctets = 0;
        }) << WireVerdict::Agrees;
        QTest::newRow("no wire counters")
            << with([](WireEvidence &e) { e.wireOctets.reset(); }) << WireVerdict::NotMeasured;
        // "40 to 51 GB/s all-reduce" on one cable: bytes times four, twice (measurement-and-safety 0.1).
        QTest::newRow("above the wire") << with([&](WireEvidence &e) { e.jobBytes = gigabytes(45); })
                                        << WireVerdict::AboveWire;
        QTest::newRow("counted twice") << with([&](WireEvidence &e) {
            e.jobBytes = gigabytes(20);
            e.wireOctets = gigabytes(10.2);
        }) << WireVerdict::CountedTwice;
        QTest::newRow("siblings added") << with([&](WireEvidence &e) {
            e.jobBytes = gigabytes(10);
            e.wireOctets = gigabytes(20.4);
            e.siblingOctets = gigabytes(10.2);
            e.siblingsAdded = true;
        }) << WireVerdict::SiblingsAdded;
        QTest::newRow("siblings added, above the wire")
            << with([&](WireEvidence &e) { e.wireOctets = gigabytes(48); }) << WireVerdict::SiblingsAdded;
        QTest::newRow("not on the cable")
            << with([](WireEvidence &e) { e.wireOctets = 100'000; }) << WireVerdict::NotOnCable;
        QTest::newRow("others use the cable")
            << with([&](WireEvidence &e) { e.jobBytes = gigabytes(5); }) << WireVerdict::LessThanWire;
        QTest::newRow("small packets") << with([&](WireEvidence &e) {
            e.jobBytes = gigabytes(22);
            e.wireOctets = gigabytes(23.5);
        }) << WireVerdict::Agrees;
    }
    void threeWaysToBeFooled()
    {
        QFETCH(WireEvidence, evidence);
        QFETCH(WireVerdict, verdict);
        QCOMPARE(static_cast<int>(judgeAgainstWire(evidence)), static_cast<int>(verdict));
    }
};

QTEST_APPLESS_MAIN(TestMeasure)
#include "tst_measure.moc"
