// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the TCP engine: there and back, and within their limits.
#include <QTest>

#include "protocol/codec.h"
#include "protocol/messages_tcp.h"

using namespace sparkloom;
using namespace sparkloom::protocol;

namespace {

const std::string kToken(kTcpTokenDigits, 'a');

TcpFlow flow()
{
    return {7, {domain::CageIndex::One, domain::Side::B}, {0x0a640001}, {0x0a640002}, 40'007, 16};
}

// Text that was decoded and encoded again.
template <typename T>
std::string again(const T &value)
{
    const std::string text = encode(value);
    const auto back = decode<T>(text);
    return back ? encode(*back) : back.error().detail;
}

template <typename T>
bool refused(const T &value)
{
    return !decode<T>(encode(value));
}

} // namespace

class TestCodecTcp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack()
    {
        const TcpReceiveRequest receive{kToken, {flow(), flow()}, 1000, 200, 3'600'000, 100};
        QCOMPARE(again(receive), encode(receive));
        const TcpSendRequest send{kToken, {flow()}, 1000, 5000};
        QCOMPARE(again(send), encode(send));
        const TcpListening listening{{{7, 40'007}, {8, 65'535}}};
        QCOMPARE(again(listening), encode(listening));
        const TcpInterval interval{1'234'567'890'123'456'789, 250, true, {{7, 98.25}}};
        QCOMPARE(again(interval), encode(interval));
        const TcpResult result{1, 1'234'567'890'123'456'789, 2.5, 3, {{7, 16, ~std::uint64_t(0), 1ull << 60, 42}}};
        QCOMPARE(again(result), encode(result));
        const auto back = decode<TcpResult>(encode(result));
        QCOMPARE(back->flows.front().windowBytes, ~std::uint64_t(0));
        QCOMPARE(back->endNs, std::int64_t(1'234'567'890'123'456'789));
        QCOMPARE(decode<TcpReceiveRequest>(encode(receive))->flows.back().half, flow().half);
    }

    void everyFieldMustBeThere()
    {
        std::string text = encode(TcpSendRequest{kToken, {flow()}, 1000, 5000});
        QVERIFY(decode<TcpSendRequest>(text).ok());
        for (const char *field :
            {"token", "flows", "joinMs", "sendMs", "flow", "half", "local", "peer", "port", "streams"}) {
            std::string without = text;
            without.replace(without.find('"' + std::string(field) + "\":") + 1, 1, "X");
            QVERIFY2(!decode<TcpSendRequest>(without).ok(), field);
        }
    }

    void limits()
    {
        const TcpReceiveRequest good{kToken, {flow()}, 1000, 200, 3000, 100};
        QVERIFY(!refused(good));
        const auto with = [&](auto change) {
            TcpReceiveRequest request = good;
            change(request);
            return refused(request);
        };
        QVERIFY(with([](auto &r) { r.token.pop_back(); }));
        QVERIFY(with([](auto &r) { r.token[3] = 'G'; }));
        QVERIFY(with([](auto &r) { r.token += "aa"; }));
        QVERIFY(with([](auto &r) { r.flows.assign(kMaxTcpFlows + 1, flow()); }));
        QVERIFY(with([](auto &r) { r.flows.front().streams = kMaxTcpStreams + 1; }));
        QVERIFY(with([](auto &r) { r.flows.front().streams = 0; }));
        QVERIFY(with([](auto &r) { r.flows.front().port = 65'536; }));
        QVERIFY(with([](auto &r) { r.flows.front().flow = -1; }));
        QVERIFY(with([](auto &r) { r.measureMs = 99; }));
        QVERIFY(with([](auto &r) { r.measureMs = kMaxTcpSeconds * 1000 + 1; }));
        QVERIFY(with([](auto &r) { r.warmUpMs = 10'001; }));
        QVERIFY(with([](auto &r) { r.joinMs = 20'001; }));
        QVERIFY(with([](auto &r) { r.intervalMs = 49; }));
        QVERIFY(refused(TcpResult{0, 0, -1, 0, {}}));
        QVERIFY(refused(TcpListening{{{1, 0}}}));
        QVERIFY(!decode<TcpResult>("[]").ok());
    }
};

QTEST_GUILESS_MAIN(TestCodecTcp)
#include "tst_codec_tcp.moc"
