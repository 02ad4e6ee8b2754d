// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON form of the messages by which cables are found: counter signature, plugs, raw frames.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "protocol/messages_plugs.h"
#include "protocol/signature.h"
#include "roundtrip.h"
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::protocol;

#ifndef Q_MOC_RUN // nor does it find its way out of specialised templates
namespace sparkloom::test {

template <>
inline constexpr std::size_t kFields<SignatureRequest> = 6;
template <>
inline constexpr std::size_t kFields<SignatureAnswer> = 2;
template <>
inline constexpr std::size_t kFields<SignatureAnswer::Half> = 2;
template <>
inline constexpr std::size_t kFields<ModulesAnswer> = 2;
template <>
inline constexpr std::size_t kFields<ModulesAnswer::Module> = 2;
template <>
inline constexpr std::size_t kFields<ModulesAnswer::Problem> = 2;
template <>
inline constexpr std::size_t kFields<RawProbeRequest> = 5;
template <>
inline constexpr std::size_t kFields<RawProbeAnswer> = 4;
template <>
inline constexpr std::size_t kFields<RawProbeAnswer::Neighbour> = 2;
template <>
inline constexpr std::size_t kFields<domain::LldpNeighbour> = 3;
template <>
inline constexpr std::size_t kFields<RawProbeAnswer::Heard> = 3;
template <>
inline constexpr std::size_t kFields<RawProbeAnswer::Problem> = 2;

template <>
SignatureRequest make(Random &random)
{
    SignatureRequest request;
    if (random.flag())
        request.send = random.half();
    request.slotMs = random.between(20, 200);
    request.framesPerSlot = random.between(10, 200);
    request.leadMs = random.between(0, 2000);
    request.tailMs = random.between(0, 3000);
    request.sampleMs = random.between(10, 100);
    return request;
}

template <>
SignatureAnswer make(Random &random)
{
    const auto samples = [&random] {
        return random.list<domain::FrameSample>(20, [&] { return domain::FrameSample{random.safe(), random.safe()}; });
    };
    SignatureAnswer answer;
    answer.sent = samples();
    answer.halves = random.list<SignatureAnswer::Half>(4, [&] {
        return SignatureAnswer::Half{random.half(), samples()};
    });
    return answer;
}

template <>
ModulesAnswer make(Random &random)
{
    const auto text = [&random] { return random.from("ABCxyz 0123456789<>&\"-", 0, 16); };
    ModulesAnswer answer;
    answer.modules = random.list<ModulesAnswer::Module>(4, [&] {
        return ModulesAnswer::Module{random.half(), {text(), text(), text()}};
    });
    answer.problems = random.list<ModulesAnswer::Problem>(4, [&] {
        return ModulesAnswer::Problem{random.half(), random.text()};
    });
    return answer;
}

template <>
RawProbeRequest make(Random &random)
{
    return {random.hex(32), random.hex(64), random.spark(), random.between(500, 10'000), random.between(100, 2'000)};
}

template <>
RawProbeAnswer make(Random &random)
{
    RawProbeAnswer answer;
    answer.neighbours = random.list<RawProbeAnswer::Neighbour>(8, [&] {
        return RawProbeAnswer::Neighbour{random.half(), {random.token(64), random.token(64), random.token(64)}};
    });
    answer.heard = random.list<RawProbeAnswer::Heard>(20, [&] {
        return RawProbeAnswer::Heard{random.half(), {random.spark(), random.half()}, random.flag()};
    });
    answer.direct = random.list<domain::HalfId>(4, [&] { return random.half(); });
    answer.problems = random.list<RawProbeAnswer::Problem>(4, [&] {
        return RawProbeAnswer::Problem{random.half(), random.text()};
    });
    return answer;
}

} // namespace sparkloom::test
#endif

class TestCodecProbes : public QObject {
    Q_OBJECT

    // moc 6.4 loses its way in raw strings that hold quotes and brackets.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

private Q_SLOTS:
    void everyType()
    {
        test::roundTrip<SignatureRequest>("SignatureRequest");
        test::roundTrip<SignatureAnswer>("SignatureAnswer");
        test::roundTrip<ModulesAnswer>("ModulesAnswer");
        test::roundTrip<RawProbeRequest>("RawProbeRequest");
        test::roundTrip<RawProbeAnswer>("RawProbeAnswer");
    }

    void fieldsMustBeThere()
    {
        test::missingFields<SignatureRequest>({QStringLiteral("send")});
        test::missingFields<SignatureAnswer>({});
        test::missingFields<ModulesAnswer>({});
        test::missingFields<RawProbeRequest>({});
        test::missingFields<RawProbeAnswer>({});
    }

    // Each is wrong in one place; the same text with the value in brackets is right.
    void outOfRange_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        const QByteArray signature =
            json("{'slotMs':40,'framesPerSlot':60,'leadMs':300,'tailMs':300,'sampleMs':20,'send':'0A'}");
        const QByteArray raw = json("{'runNonce':'" + QByteArray(32, 'a') + "','runKey':'" + QByteArray(64, 'b')
            + "','self':'" + QByteArray(32, 'c') + "','durationMs':2000,'intervalMs':200}");
        QTest::newRow("slot") << signature << QByteArray("\"slotMs\":40") << QByteArray("\"slotMs\":10");
        QTest::newRow("frames") << signature << QByteArray("\"framesPerSlot\":60")
                                << QByteArray("\"framesPerSlot\":201");
        QTest::newRow("tail") << signature << QByteArray("\"tailMs\":300") << QByteArray("\"tailMs\":3001");
        QTest::newRow("half") << signature << QByteArray("\"0A\"") << QByteArray("\"2A\"");
        QTest::newRow("nonce") << raw << QByteArray(32, 'a') << QByteArray(31, 'a');
        QTest::newRow("key") << raw << QByteArray(64, 'b') << QByteArray(64, 'G');
        QTest::newRow("duration") << raw << QByteArray("2000") << QByteArray("35001");
        QTest::newRow("interval") << raw << QByteArray(":200}") << QByteArray(":50}");
    }
    void outOfRange()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const auto reads = [](const QByteArray &json) {
            return decode<SignatureRequest>(json.toStdString()).ok()
                || decode<RawProbeRequest>(json.toStdString()).ok();
        };
        QVERIFY(reads(text));
        QVERIFY(text.contains(good));
        QVERIFY(!reads(QByteArray(text).replace(good, bad)));
    }

    // A plug can say anything; what an agent passes on is one line of at most 16 characters.
    void plugTexts_areBounded()
    {
        const auto answer = [](const QByteArray &serial) {
            const QByteArray text =
                "{'problems':[],'modules':[{'half':'0A','module':{'vendor':'V','partNumber':'P','serial':'" + serial
                + "'}}]}";
            return decode<ModulesAnswer>(json(text).toStdString()).ok();
        };
        QVERIFY(answer("APF25281234567"));
        QVERIFY(!answer(QByteArray(17, 'x')));
        QVERIFY(!answer("a\\nb"));
    }
};

QTEST_GUILESS_MAIN(TestCodecProbes)
#include "tst_codec_probes.moc"
