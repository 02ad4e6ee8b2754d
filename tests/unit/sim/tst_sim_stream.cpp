// SPDX-License-Identifier: GPL-3.0-or-later
// Scripted traffic of virtual Sparks, seen through the agent's stream: within 1 % and 250 ms of the truth for every
// lane
// and direction.
#include "trafficworld.h"

#include "domain/measure/sparkmeter.h"
#include "protocol/messages_stream.h"

#include <map>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
using domain::Direction;
using sim::TrafficRequest;

namespace {

constexpr auto kStep = 10ms;
constexpr std::size_t kSlot = 5;     // steps of one value of the simulator's noise
constexpr std::size_t kAllowed = 25; // steps: 250 ms

// A Spark that is watched as the application watches it.
class Watched {
public:
    Watched(TrafficWorld &world, int spark) : m_world(world), m_spark(spark), m_agent(world, spark)
    {
        m_agent.send(protocol::verb::kStream, protocol::encode(protocol::StreamRequest{20}));
        domain::SparkFacts facts;
        for (const domain::HalfId id : domain::kAllHalves) {
            if (!world.carrier(spark, id))
                continue;
            domain::HalfFacts half;
            half.id = id;
            half.carrier = true;
            half.speedMbps = 200'000;
            facts.halves.push_back(half);
        }
        meter.setFacts(facts);
    }

    // Takes what the agent said meanwhile.
    void listen()
    {
        for (; !m_agent.lines.empty(); m_agent.lines.pop_front()) {
            const auto envelope = protocol::decodeLine(m_agent.lines.front());
            QVERIFY(envelope.ok());
            if (envelope->type == protocol::event::kLayout) {
                m_layout = protocol::decode<protocol::StreamLayout>(envelope->body).value();
                meter.setLayout(protocol::knownLayout(m_layout));
            } else if (envelope->type == protocol::event::kSample) {
                const auto sample =
                    protocol::absolute(m_layout, protocol::decode<protocol::StreamSample>(envelope->body).value());
                QVERIFY(sample.has_value());
                meter.take(*sample);
                ++samples;
            }
        }
        m_agent.send(protocol::verb::kHeartbeat);
    }

    // What the world itself counted until now, in bytes: of a lane, and of the port with preamble and gap.
    std::uint64_t truth(domain::HalfId half, Direction direction)
    {
        sim::Spark &spark = m_world.spark(m_spark);
        m_world.world->flows().settle();
        const sim::Traffic &rdma = spark.rdma[sim::at(half.cage)][sim::at(half.side)];
        const sim::Interface *const netdev = spark.network.byHalf(half);
        if (direction == Direction::Send)
            return rdma.txBytes + (netdev ? netdev->traffic.txBytes : 0);
        return rdma.rxBytes + (netdev ? netdev->traffic.rxBytes : 0);
    }
    std::uint64_t wireTruth(domain::CageIndex cage, Direction direction)
    {
        m_world.world->flows().settle();
        const sim::CageCounters &counters = m_world.spark(m_spark).cages[sim::at(cage)];
        return direction == Direction::Send ? counters.txOctets + 20 * counters.txFrames
                                            : counters.rxOctets + 20 * counters.rxFrames;
    }

    domain::SparkMeter meter;
    int samples = 0;

private:
    TrafficWorld &m_world;
    int m_spark;
    VirtualAgent m_agent;
    protocol::StreamLayout m_layout;
};

// What a counter of the world was at every step, and whether a figure agrees with it.
class History {
public:
    void note(std::uint64_t bytes) { m_bytes.push_back(bytes); }
    // Shown now: between the least and the most that the last 250 ms truly carried, within 1 % and 20 Mb/s.
    bool agrees(double gbps, QString &why) const
    {
        double least = 1e9;
        double most = 0;
        for (std::size_t back = 0; back <= kAllowed && m_bytes.size() > back + kSlot; ++back) {
            const std::size_t end = m_bytes.size() - 1 - back;
            const double truth = static_cast<double>(m_bytes[end] - m_bytes[end - kSlot]) * 8e-9 / (0.010 * kSlot);
            least = std::min(least, truth);
            most = std::max(most, truth);
        }
        why = QStringLiteral("%1 Gb/s, truly %2 to %3").arg(gbps).arg(least).arg(most);
        return gbps >= least * 0.99 - 0.02 && gbps <= most * 1.01 + 0.02;
    }
    std::size_t size() const { return m_bytes.size(); }

private:
    std::vector<std::uint64_t> m_bytes;
};

// Two Sparks of a pair with traffic by a script, compared at every step.
class Play {
public:
    explicit Play(const char *scenario = "pair") : world(scenario), a(world, 0), b(world, 1) {}

    void start(TrafficRequest request, std::chrono::milliseconds duration)
    {
        request.duration = duration;
        const auto id = world.world->flows().start(request);
        QVERIFY2(id.ok(), id ? "" : id.error().detail.c_str());
    }
    // Lets time pass and looks. Figures that are not known are not compared; how many were is counted.
    void pass(std::chrono::milliseconds time, bool compare = true)
    {
        for (; time > 0ms; time -= kStep) {
            world.loop.pass(kStep);
            for (Watched *spark : {&a, &b}) {
                spark->listen();
                for (const Direction direction : domain::kBothDirections) {
                    for (const char side : {'A', 'B'}) {
                        const domain::HalfId id = half(0, side);
                        look(lanes[{spark, {id, direction}}], spark->truth(id, direction),
                            spark->meter.lane(id).all[direction].now, compare);
                    }
                    look(cages[{spark, direction}], spark->wireTruth(domain::CageIndex::Zero, direction),
                        spark->meter.cage(domain::CageIndex::Zero).rate[direction].now, compare);
                }
            }
        }
    }

    TrafficWorld world;
    Watched a;
    Watched b;
    std::map<std::pair<Watched *, std::pair<domain::HalfId, Direction>>, History> lanes;
    std::map<std::pair<Watched *, Direction>, History> cages;
    int compared = 0;

private:
    void look(History &history, std::uint64_t truth, const std::optional<double> &shown, bool compare)
    {
        history.note(truth);
        if (!compare || !shown || history.size() < kAllowed + kSlot + 1)
            return;
        ++compared;
        QString why;
        QVERIFY2(history.agrees(*shown, why), qPrintable(why));
    }
};

} // namespace

class TestSimStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scriptedTraffic_isShownAsItIs()
    {
        Play play;
        // TCP for a while: the agent finds out that its counters are live. Until then they count as refreshed once a
        // second.
        play.start(TrafficWorld::request(TrafficRequest::Kind::Tcp), 2s);
        play.pass(2500ms, false);
        QVERIFY(play.a.meter.layout().netPeriod.has_value());
        QCOMPARE(play.a.meter.layout().sharing[0], domain::Sharing::Shared);

        TrafficRequest onlyA = TrafficWorld::request(TrafficRequest::Kind::Rdma, {half(0, 'A')});
        play.start(onlyA, 1500ms);
        play.pass(1000ms);
        TrafficRequest both = TrafficWorld::request(TrafficRequest::Kind::Rdma);
        both.bothWays = true;
        play.start(both, 1s); // joins the one that runs
        play.pass(2500ms);
        play.start(TrafficWorld::request(TrafficRequest::Kind::Tcp, {half(0, 'B')}), 1s);
        play.pass(2s);
        QVERIFY(play.compared > 5000);
        QVERIFY(play.a.samples > 150);
        // Peaks are those of the busiest moment: both lanes, both directions.
        const domain::LiveCage cage = play.a.meter.cage(domain::CageIndex::Zero);
        QVERIFY(*cage.rate.send.peak > 180 && *cage.rate.send.peak <= 200.2);
        QVERIFY(*cage.rate.receive.peak > 170 && *cage.rate.receive.peak <= 200.2);
        QVERIFY(!cage.aboveWire && cage.gaps == 0);
    }

    void silentHalf_isNamed()
    {
        Play play;
        play.start(TrafficWorld::request(TrafficRequest::Kind::Rdma, {half(0, 'A')}), 2s);
        play.pass(1500ms);
        for (Watched *spark : {&play.a, &play.b}) {
            QVERIFY(spark->meter.lane(half(0, 'B')).silent);
            QVERIFY(!spark->meter.lane(half(0, 'A')).silent);
        }
    }

    void rdmaAndTcp_areToldApart()
    {
        Play play;
        play.start(TrafficWorld::request(TrafficRequest::Kind::Tcp, {half(0, 'A')}), 3s);
        play.start(TrafficWorld::request(TrafficRequest::Kind::Rdma, {half(0, 'B')}), 3s);
        play.pass(2500ms, false);
        const domain::LiveLane tcp = play.b.meter.lane(half(0, 'A'));
        const domain::LiveLane rdma = play.b.meter.lane(half(0, 'B'));
        QVERIFY(*tcp.tcp.receive.now > 50 && *tcp.rdma.receive.now < 0.1);
        QVERIFY(*rdma.rdma.receive.now > 50 && *rdma.tcp.receive.now < 0.1);
    }

    void unplugged_isUnknownAndNotZero()
    {
        Play play;
        play.start(TrafficWorld::request(TrafficRequest::Kind::Rdma), 5s);
        play.pass(1s, false);
        QVERIFY(play.a.meter.lane(half(0, 'A')).all.send.now.has_value());
        QVERIFY(play.world.world->unplug(play.world.cage(0, 0)).ok());
        play.pass(40s, false); // without a cable the NIC leaves the machine (facts 1.4)
        QVERIFY(play.a.meter.layout().halves.empty());
        const domain::LiveLane lane = play.a.meter.lane(half(0, 'A'));
        QVERIFY(!lane.present && !lane.all.send.now);
        QVERIFY(lane.all.send.peak.has_value()); // what was, was
        const double peak = *lane.all.send.peak;
        QVERIFY(play.world.world->plug(play.world.cage(0, 0), play.world.cage(1, 0)).ok());
        play.pass(40s, false);
        QVERIFY(play.a.meter.lane(half(0, 'A')).present);
        QCOMPARE(*play.a.meter.lane(half(0, 'A')).all.send.peak, peak); // it came back without a spike
    }
};

QTEST_APPLESS_MAIN(TestSimStream)
#include "tst_sim_stream.moc"
