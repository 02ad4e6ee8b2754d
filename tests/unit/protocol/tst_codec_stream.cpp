// SPDX-License-Identifier: GPL-3.0-or-later
// The counter stream as JSON, and samples against their layout.
#include "randomvalues.h"

#include "protocol/codec.h"
#include "protocol/messages_stream.h"

#include <QJsonDocument>
#include <QTest>

using namespace sparkloom;
using namespace sparkloom::protocol;
using test::Random;

namespace {

using std::chrono::microseconds;
using std::chrono::nanoseconds;

std::optional<std::uint64_t> counter(Random &random)
{
    return random.below(5) == 0 ? std::nullopt : std::optional(random.number());
}

domain::CounterLayout layoutOf(Random &random)
{
    domain::CounterLayout layout;
    for (const domain::HalfId id : domain::kAllHalves) {
        if (random.below(4) == 0)
            continue;
        domain::CounterLayout::Half half;
        half.half = id;
        half.netdev = random.netdev();
        half.port = static_cast<domain::PortSource>(random.below(3));
        half.readsPort = random.flag();
        half.rdma = random.flag();
        half.net = random.flag();
        half.slowNames = random.list<std::string>(8, [&] { return random.token(20); });
        layout.halves.push_back(half);
    }
    layout.sharing = {static_cast<domain::Sharing>(random.below(3)), static_cast<domain::Sharing>(random.below(3))};
    if (random.flag())
        layout.portPeriod = microseconds(random.below(2'000'000));
    if (random.flag())
        layout.netPeriod = microseconds(random.below(2'000'000));
    return layout;
}

// All in whole microseconds, as they travel.
domain::ReadTime timeFrom(Random &random, nanoseconds at)
{
    const nanoseconds before = at + microseconds(random.below(3000));
    return {before, before + microseconds(random.below(9000))};
}

domain::CounterSample sampleOf(Random &random, const domain::CounterLayout &layout, nanoseconds at)
{
    domain::CounterSample sample;
    sample.sequence = random.between(0, 1'000'000);
    sample.dropped = random.between(0, 1000);
    sample.late = random.flag();
    for (const domain::CounterLayout::Half &half : layout.halves) {
        domain::CounterSample::Half one{half.half, std::nullopt,
            {timeFrom(random, at), counter(random), counter(random), counter(random), counter(random)}};
        if (half.readsPort)
            one.port = domain::PortRead{
                timeFrom(random, at), counter(random), counter(random), counter(random), counter(random)};
        sample.halves.push_back(one);
    }
    return sample;
}

// The same a little later: every counter moved by less than what a safe integer holds.
domain::CounterSample moved(Random &random, domain::CounterSample sample, nanoseconds by)
{
    const auto move = [&](std::optional<std::uint64_t> &value) {
        if (value)
            *value += random.below(std::uint64_t(1) << 50);
    };
    for (domain::CounterSample::Half &half : sample.halves) {
        for (auto *value : {&half.lane.rdmaTx, &half.lane.rdmaRx, &half.lane.netTx, &half.lane.netRx})
            move(*value);
        half.lane.time = {half.lane.time.before + by, half.lane.time.after + by};
        if (!half.port)
            continue;
        for (auto *value : {&half.port->txOctets, &half.port->rxOctets, &half.port->txFrames, &half.port->rxFrames})
            move(*value);
        half.port->time = {half.port->time.before + by, half.port->time.after + by};
    }
    return sample;
}

template <typename T>
T back(const T &value)
{
    const std::string text = encode(value);
    const auto read = decode<T>(text);
    if (!read)
        qFatal("%s", text.c_str());
    if (!QJsonDocument::fromJson(QByteArray::fromStdString(text)).isObject()) // an independent reader agrees
        qFatal("no JSON: %s", text.c_str());
    return *read;
}

StreamLayout someLayout(Random &random)
{
    const domain::CounterLayout known = layoutOf(random);
    return protocol::layoutOf(known, sampleOf(random, known, nanoseconds(0)), {});
}

} // namespace

class TestCodecStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samples_comeBackAsTheyWereRead()
    {
        Random random(11);
        for (int round = 0; round < 200; ++round) {
            const nanoseconds origin =
                std::chrono::seconds(random.between(1, 1'000'000)) + microseconds(random.below(1'000'000));
            const domain::CounterLayout known = layoutOf(random);
            const domain::CounterSample first = sampleOf(random, known, origin);
            domain::SlowSample slow{origin, {}};
            for (const domain::CounterLayout::Half &half : known.halves) {
                slow.halves.push_back({half.half, {}});
                for (std::size_t i = 0; i < half.slowNames.size(); ++i)
                    slow.halves.back().values.push_back(random.below(1'000'000'000));
            }
            StreamLayout layout = protocol::layoutOf(known, first, slow);
            layout.epoch = random.between(1, 1000);
            layout.originNs = origin.count();
            layout = back(layout);
            QCOMPARE(knownLayout(layout), known);

            const domain::CounterSample later = moved(random, first, std::chrono::milliseconds(50));
            const StreamSample told = back(relative(layout, later, (origin + std::chrono::milliseconds(50)).count()));
            const auto read = absolute(layout, told);
            QVERIFY(read.has_value());
            QCOMPARE(*read, later);
            const auto slowBack = absolute(layout, back(relative(layout, slow)));
            QVERIFY(slowBack.has_value());
            QCOMPARE(*slowBack, slow);

            StreamLayout other = layout;
            ++other.epoch;
            QVERIFY(!absolute(other, told));
        }
    }

    void aSample_isShort()
    {
        // 20 a second of 64 Sparks: a third of a megabyte a second.
        Random random(3);
        domain::CounterLayout known;
        for (const domain::HalfId id : domain::kAllHalves)
            known.halves.push_back(
                {id, "enp1s0f0np0", domain::PortSource::Netlink, id.side == domain::Side::A, true, true, {}});
        const nanoseconds origin = std::chrono::hours(1000);
        domain::CounterSample sample;
        for (const domain::HalfId id : domain::kAllHalves)
            sample.halves.push_back(
                {id, domain::PortRead{{origin, origin}, 1, 1, 1, 1}, {{origin, origin}, 1, 1, 1, 1}});
        StreamLayout layout = protocol::layoutOf(known, sample, {});
        layout.originNs = origin.count();
        for (domain::CounterSample::Half &half : sample.halves) { // an hour later at full speed
            if (half.half.side == domain::Side::B)
                half.port.reset();
            else
                half.port = domain::PortRead{
                    {origin, origin}, 90'000'000'000'000, 90'000'000'000'000, 20'000'000'000, 20'000'000'000};
            half.lane.rdmaTx = half.lane.rdmaRx = 45'000'000'000'000;
        }
        const std::string line =
            eventLine(4711, event::kSample, encode(relative(layout, sample, origin.count() + 3'600'000'000'000)));
        QVERIFY2(line.size() < 500, line.c_str());
    }

    void whatBreaksARule_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *rows) {
            QTest::newRow(name) << QByteArray("{\"e\":1,\"n\":1,\"t\":1,\"l\":false,\"x\":0,\"p\":[],\"h\":") + rows
                    + '}';
        };
        row("too short", "[[0,1,1,2,3,4]]");
        row("too long", "[[0,1,1,2,3,4,5,6]]");
        row("no half", "[[4,1,1,2,3,4,5]]");
        row("a half below none", "[[-1,1,1,2,3,4,5]]");
        row("half not said", "[[null,1,1,2,3,4,5]]");
        row("time not said", "[[0,null,1,2,3,4,5]]");
        row("text", "[[0,1,1,\"2\",3,4,5]]");
        row("fraction", "[[0,1,1,2.5,3,4,5]]");
        row("above safe integers", "[[0,1,1,9007199254740993,3,4,5]]");
        row("below them", "[[0,1,1,-9007199254740993,3,4,5]]");
        row("beyond 64 bits", "[[0,1,1,18446744073709551615,3,4,5]]");
        row("five halves", "[[0,1,1,2,3,4,5],[1,1,1,2,3,4,5],[2,1,1,2,3,4,5],[3,1,1,2,3,4,5],[0,1,1,2,3,4,5]]");
        row("an object", "[{}]");
    }
    void whatBreaksARule_isRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!decode<StreamSample>(text.toStdString()));
    }

    void rowsThatContradictTheLayout_areRefused()
    {
        Random random(5);
        StreamLayout layout;
        do
            layout = someLayout(random);
        while (layout.halves.size() != 1 || layout.halves[0].known.half != domain::kAllHalves[0]);
        const StreamRow row{0, 1, 1, 2, 3, 4, 5};
        const StreamRow stranger{1, 1, 1, 2, 3, 4, 5};
        const auto sample = [](std::vector<StreamRow> ports, std::vector<StreamRow> lanes) {
            return StreamSample{0, 1, 1, false, 0, std::move(ports), std::move(lanes)};
        };
        QVERIFY(absolute(layout, sample({row}, {row})));
        QVERIFY(!absolute(layout, sample({}, {stranger})));
        QVERIFY(!absolute(layout, sample({row, row}, {row})));
        QVERIFY(!absolute(layout, sample({}, {row, row})));
        QVERIFY(!absolute(layout, sample({stranger}, {row})));
        QVERIFY(!absolute(layout, StreamSlow{0, 1, {StreamRow(layout.halves[0].slow.size() + 2, 0)}}));
    }

    void layouts_haveAsManyValuesAsNames()
    {
        Random random(9);
        StreamLayout layout;
        do
            layout = someLayout(random);
        while (layout.halves.empty() || layout.halves[0].slow.empty());
        QVERIFY(decode<StreamLayout>(encode(layout)).ok());
        layout.halves[0].slow.pop_back();
        QVERIFY(!decode<StreamLayout>(encode(layout)).ok());
    }

    void requests_haveBounds()
    {
        QVERIFY(!decode<StreamRequest>("{\"hz\":9}") && !decode<StreamRequest>("{\"hz\":51}")
            && !decode<StreamRequest>("{}"));
        QCOMPARE(decode<StreamRequest>("{\"hz\":50}")->hz, 50);
        QCOMPARE(back(ClockAnswer{-5}).monotonicNs, std::int64_t(-5));
    }
};

QTEST_APPLESS_MAIN(TestCodecStream)
#include "tst_codec_stream.moc"
