// SPDX-License-Identifier: GPL-3.0-or-later
// The counter stream of the agent over a fake machine: on time, bounded, and honest about what it cannot read.
#include "harness.h"

#include "agent/counterreader.h"
#include "protocol/messages_stream.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kA = "enp1s0f0np0";
constexpr const char *kB = "enP2p1s0f0np0";

// A machine whose reader may stop reading, and whose counters move with time.
class MovingSystem : public FakeSystem {
public:
    MovingSystem()
    {
        addHalves(*this);
        settle();
    }
    bool outputReady() override { return ready; }
    // Time passes in steps of a millisecond; the counters move with it.
    void pass(std::chrono::milliseconds time)
    {
        for (; time > 0ms; time -= 1ms) {
            m_moved += perMillisecond;
            settle();
            loop().advance(1ms);
        }
    }

    bool ready = true;
    std::uint64_t perMillisecond = 0;
    std::uint64_t start = 1000;
    bool mirrored = true; // both halves report the port
    bool port = true;

private:
    void settle()
    {
        CounterValues values;
        values.txBytes = values.rxBytes = start + m_moved;
        if (port) {
            values.macTxOctets = values.macRxOctets = start + m_moved;
            values.macRxFrames = m_moved / 9000;
        }
        network().counterTable[kA] = values;
        if (port && !mirrored)
            values.macTxOctets = values.macRxOctets = 7 + m_moved / 3;
        network().counterTable[kB] = values;
    }
    std::uint64_t m_moved = 0;
};

template <typename T>
std::vector<T> bodies(const Harness &harness, std::int64_t id, std::string_view type)
{
    std::vector<T> found;
    for (const auto &envelope : harness.events(id, type)) {
        auto value = protocol::decode<T>(envelope.body);
        if (value)
            found.push_back(std::move(value).value());
    }
    return found;
}

std::vector<protocol::StreamSample> samples(const Harness &harness, std::int64_t id)
{
    return bodies<protocol::StreamSample>(harness, id, protocol::event::kSample);
}

std::vector<protocol::StreamLayout> layouts(const Harness &harness, std::int64_t id)
{
    return bodies<protocol::StreamLayout>(harness, id, protocol::event::kLayout);
}

std::int64_t begin(Harness &harness, int hz = 20)
{
    return harness.send(protocol::verb::kStream, protocol::encode(protocol::StreamRequest{hz}));
}

} // namespace

class TestAgentStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stream_beginsWithALayoutAndKeepsTime()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        QCOMPARE(layouts(harness, id).size(), std::size_t(1));
        const protocol::StreamLayout layout = layouts(harness, id).front();
        QCOMPARE(layout.halves.size(), std::size_t(2));
        QVERIFY(layout.halves[0].known.port == domain::PortSource::Netlink && layout.halves[0].known.net);
        QVERIFY(!layout.halves[0].known.rdma); // the fake has no RoCE device here
        QCOMPARE(*layout.halves[0].port[0], system.start);

        system.perMillisecond = 10;
        system.pass(10s);
        const auto all = samples(harness, id);
        QCOMPARE(all.size(), std::size_t(200)); // no drift
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].sequence, std::int64_t(i) + 1);
            QCOMPARE(all[i].atUs, std::int64_t(i + 1) * 50'000);
            QVERIFY(!all[i].late && all[i].dropped == 0);
        }
        const auto sample = protocol::absolute(layout, all.back());
        QVERIFY(sample.has_value());
        QCOMPARE(*sample->halves[0].port->txOctets, system.start + 100'000);
    }

    void stop_endsWithTheLastWord()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.perMillisecond = 5;
        system.pass(120ms);
        harness.session->receive(protocol::requestLine(id, protocol::verb::kStop) + "\n");
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        const auto all = samples(harness, id);
        QCOMPARE(all.back().atUs, std::int64_t(120'000)); // where the counters stand when it ends
        system.pass(500ms);
        QCOMPARE(samples(harness, id).size(), all.size());
    }

    void endOfInput_endsIt()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(100ms);
        const std::size_t before = harness.lines.size();
        harness.session->inputEnded();
        system.pass(500ms);
        QCOMPARE(harness.lines.size(), before);
        QVERIFY(harness.session->finished());
        QVERIFY(!samples(harness, id).empty());
    }

    void rates_outsideTheBoundsAreRefused()
    {
        MovingSystem system;
        Harness harness(system);
        for (const int hz : {9, 51})
            QCOMPARE(harness.terminal(begin(harness, hz)).type, std::string("error"));
        for (const int hz : {10, 50}) {
            const auto id = begin(harness, hz);
            system.pass(1s);
            QCOMPARE(samples(harness, id).size(), std::size_t(hz));
        }
        begin(harness);
        begin(harness);
        QCOMPARE(harness.terminal(begin(harness)).type, std::string("error")); // the fifth
    }

    void aPausedReader_losesTheOldestAndIsToldHowMany()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(1s);
        const std::size_t before = samples(harness, id).size();
        system.ready = false;
        for (int i = 0; i < 6; ++i) {
            harness.session->receive(protocol::requestLine(0, protocol::verb::kHeartbeat) + "\n");
            system.pass(10s);
        }
        QCOMPARE(samples(harness, id).size(), before); // nothing that would have to wait
        system.ready = true;
        system.pass(50ms);
        const auto all = samples(harness, id);
        const std::size_t caughtUp = all.size() - before;
        QVERIFY(caughtUp > 50 && caughtUp <= 130);
        QVERIFY(all.back().dropped > 1000);
        QCOMPARE(all.back().sequence, std::int64_t(1221));
        // The slow counters of this tick may have pushed one more out after it was counted.
        const std::int64_t unexplained = all.back().sequence - all.back().dropped - std::int64_t(all.size());
        QVERIFY(unexplained == 0 || unexplained == 1);
    }

    void halves_mayGoAndComeBack()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(500ms);
        const auto links = system.network().linkTable;
        std::erase_if(system.network().linkTable, [](const LinkInfo &link) { return link.name == kB; });
        system.network().changed();
        system.pass(500ms);
        QCOMPARE(layouts(harness, id).back().halves.size(), std::size_t(1));
        QCOMPARE(samples(harness, id).back().lanes.size(), std::size_t(1));
        system.network().linkTable = links;
        system.network().changed();
        system.pass(500ms);
        QCOMPARE(layouts(harness, id).size(), std::size_t(3));
        QCOMPARE(layouts(harness, id).back().halves.size(), std::size_t(2));
        QCOMPARE(samples(harness, id).back().epoch, layouts(harness, id).back().epoch);
        // Samples of an epoch are of no use with the layout of another.
        QVERIFY(!protocol::absolute(layouts(harness, id).front(), samples(harness, id).back()));
    }

    void oneReadPerCage_onceTheSiblingsAreKnown()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(300ms);
        QCOMPARE(samples(harness, id).back().ports.size(), std::size_t(2)); // idle: nobody can tell
        system.perMillisecond = 10'000'000;                                 // 80 Gb/s
        system.pass(1s);
        QVERIFY(layouts(harness, id).back().sharing[0] == domain::Sharing::Shared);
        QCOMPARE(samples(harness, id).back().ports.size(), std::size_t(1));
    }

    void twoCounters_areBothRead()
    {
        MovingSystem system;
        system.mirrored = false;
        Harness harness(system);
        const auto id = begin(harness);
        system.perMillisecond = 10'000'000;
        system.pass(1s);
        QVERIFY(layouts(harness, id).back().sharing[0] == domain::Sharing::Separate);
        QCOMPARE(samples(harness, id).back().ports.size(), std::size_t(2));
    }

    void underLoad_thePeriodsAreFound()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(300ms);
        QVERIFY(!layouts(harness, id).back().portPeriodUs);
        system.perMillisecond = 10'000'000;
        system.pass(1s);
        const protocol::StreamLayout layout = layouts(harness, id).back();
        QVERIFY(layout.portPeriodUs && *layout.portPeriodUs <= 3000);
        QVERIFY(layout.netPeriodUs && *layout.netPeriodUs <= 3000);
        QVERIFY(!layout.rdmaPeriodUs); // no RDMA flows
        // A new epoch goes on where the old one was: no gap in the absolute values.
        const auto sample = protocol::absolute(layout, samples(harness, id).back());
        QVERIFY(sample && *sample->halves[0].lane.netTx > 9'000'000'000);
    }

    void withoutPortCounters_itSaysSo()
    {
        MovingSystem system;
        system.port = false;
        system.pass(1ms);
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(200ms);
        const protocol::StreamLayout layout = layouts(harness, id).back();
        QVERIFY(layout.halves[0].known.port == domain::PortSource::None && !layout.halves[0].known.readsPort);
        QVERIFY(samples(harness, id).back().ports.empty());
        QVERIFY(layout.halves[0].known.net);
    }

    void aCounterThatVanishes_isUnknownAndNotZero()
    {
        MovingSystem system;
        Harness harness(system);
        const auto id = begin(harness);
        system.pass(200ms);
        system.network().counterTable.erase(kA);
        system.loop().advance(50ms);
        const auto rows = samples(harness, id).back().lanes;
        QVERIFY(!rows[0][5].has_value());
        QVERIFY(rows[1][5].has_value());
    }

    void hugeCounters_keepEveryBit()
    {
        MovingSystem system;
        system.start = ~std::uint64_t(0) - 500; // wraps while it is watched
        system.perMillisecond = 10;
        system.pass(1ms);
        Harness harness(system);
        const auto id = begin(harness);
        const protocol::StreamLayout layout = layouts(harness, id).back();
        system.pass(100ms);
        const auto sample = protocol::absolute(layout, samples(harness, id).back());
        QCOMPARE(*sample->halves[0].lane.netTx - *layout.halves[0].lane[2], std::uint64_t(1000));
    }

    void slowCounters_comeOnceASecond()
    {
        MovingSystem system;
        const std::string file = std::string("/sys/class/net/") + kA + "/carrier_changes";
        system.files().put(file, "4\n");
        Harness harness(system);
        const auto id = begin(harness);
        const protocol::StreamLayout layout = layouts(harness, id).back();
        QCOMPARE(layout.halves[0].known.slowNames, std::vector<std::string>{"carrier_changes"});
        QCOMPARE(*layout.halves[0].slow[0], std::uint64_t(4));
        system.pass(2500ms);
        system.files().put(file, "7\n");
        system.pass(1s);
        const auto slow = bodies<protocol::StreamSlow>(harness, id, protocol::event::kSlow);
        QVERIFY(slow.size() >= 3 && slow.size() <= 4);
        QCOMPARE(*protocol::absolute(layout, slow.back())->halves[0].values[0], std::uint64_t(7));
    }

    void clock_answersAtOnce()
    {
        MovingSystem system;
        Harness harness(system);
        const auto answer = protocol::decode<protocol::ClockAnswer>(harness.ask(protocol::verb::kClock).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->monotonicNs, std::int64_t(system.loop().monotonic().count()));
    }
};

QTEST_APPLESS_MAIN(TestAgentStream)
#include "tst_agent_stream.moc"
