// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the TCP and the RDMA engine: there and back, and within their limits.
#include <QTest>

#include "protocol/codec.h"
#include "protocol/messages_iperf.h"
#include "protocol/messages_rdma.h"
#include "protocol/messages_tcp.h"

using namespace sparkloom;
using namespace sparkloom::protocol;

namespace {

const std::string kToken(kTcpTokenDigits, 'a');

TcpFlow flow()
{
    return {7, {domain::CageIndex::One, domain::Side::B}, {0x0a640001}, {0x0a640002}, 40'007, 16};
}

RdmaOpenRequest rdmaRequest()
{
    RdmaOpenRequest request;
    request.token = std::string(kRdmaTokenDigits, 'a');
    request.library = "/opt/libibverbs.so.1";
    request.flows = {{7, flow().half, flow().local, flow().peer, false, RdmaKind::Latency, 1}};
    request.operation = RdmaOperation::Read;
    return request;
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

    void rdma_thereAndBack()
    {
        const RdmaOpenRequest open = rdmaRequest();
        QCOMPARE(again(open), encode(open));
        const RdmaEndpoint endpoint{
            7, std::string(32, 'f'), 4096, {{0xffffff, 1}, {2, 3}}, ~std::uint64_t(0), 0xffffffff, 5};
        const RdmaPlan plan{open, {{7, "rocep1s0f0", 3, std::string(32, '1')}}};
        QCOMPARE(again(plan), encode(plan));
        const RdmaReady ready{"/usr/lib/libibverbs.so.1", 65'536, {endpoint}, plan.devices};
        QCOMPARE(again(ready), encode(ready));
        const RdmaConnectRequest connect{open.token, {endpoint}};
        QCOMPARE(again(connect), encode(connect));
        QCOMPARE(decode<RdmaConnectRequest>(encode(connect))->peers.front().address, ~std::uint64_t(0));
        const RdmaConnectAnswer paths{{{7, true, 0.25}}};
        QCOMPARE(again(paths), encode(paths));
        const RdmaInterval interval{1'234'567'890'123'456'789, 250, true, {{7, 98.25}}};
        QCOMPARE(again(interval), encode(interval));
        const RdmaAsync async{5, "rocep1s0f0", RdmaAsync::What::PortDown, "port error"};
        QCOMPARE(again(async), encode(async));
        const RdmaResult result{1, 2, 0.5, {{7, 1ull << 40, 1ull << 41, 9}}, {{8, 20'000, 1.1, 1.4, 1.6, 2.5, 40}}, 3};
        QCOMPARE(again(result), encode(result));
        const RdmaCheckAnswer check{{{7, 4096, 1, 77}}, {async}};
        QCOMPARE(again(check), encode(check));
    }

    void iperf_thereAndBack()
    {
        const IperfLookAnswer look{true, "3.16"};
        QCOMPARE(again(look), encode(look));
        const IperfServeRequest serve{flow().half, flow().local, 20'000};
        QCOMPARE(again(serve), encode(serve));
        const IperfRunRequest run{flow().half, flow().local, flow().peer, 40'007, 16, 1, 3};
        QCOMPARE(again(run), encode(run));
        const IperfResult result{"3.16", 176.5, 3, 66'187'500'000, 7, 4.5, 9.25, 16};
        QCOMPARE(again(result), encode(result));
        QVERIFY(refused(IperfLookAnswer{true, "3.16; rm"}));
        QVERIFY(refused(IperfServeRequest{flow().half, flow().local, 999}));
        QVERIFY(refused(IperfRunRequest{flow().half, flow().local, flow().peer, 0, 16, 1, 3}));
        QVERIFY(refused(IperfRunRequest{flow().half, flow().local, flow().peer, 1, kMaxIperfStreams + 1, 1, 3}));
        QVERIFY(refused(IperfRunRequest{flow().half, flow().local, flow().peer, 1, 1, 1, kMaxIperfSeconds + 1}));
        QVERIFY(refused(IperfListening{65'536}));
    }

    void iperf_version()
    {
        QCOMPARE(iperfVersionIn("iperf 3.12 (cJSON 1.7.15)\nLinux"), std::string("3.12"));
        QCOMPARE(iperfVersionIn("iperf 3.17.1+"), std::string("3.17.1"));
        for (const char *text :
            {"", "iperf ", "iperf version 2.1.8", "iperf3: not found", "iperf .", "iperf 12345678901234567"})
            QVERIFY2(iperfVersionIn(text).empty(), text);
    }

    // Written by iperf 3.12: keys stand there twice.
    void iperf_document()
    {
        const auto result = iperfResultIn(
            R"({"start":{"connected":[],"version":"iperf 3.12","sock_bufsize":0,"sndbuf_actual":16384,"sock_bufsize":0,
            "sndbuf_actual":16384,"test_start":{"protocol":"TCP","num_streams":2,"omit":1,"duration":1}},"intervals":[],
            "end":{"streams":[],"sum_sent":{"start":0,"end":0.999989,"seconds":0.999989,"bytes":2621440,"retransmits":3},
            "sum_received":{"start":0,"end":1.0,"seconds":0.5,"bytes":2621440,"bits_per_second":20969234.3},
            "cpu_utilization_percent":{"host_total":103.5,"host_user":0,"remote_total":50.0}}})");
        QVERIFY(result.ok());
        QCOMPARE(result->version, std::string("3.12"));
        QCOMPARE(result->bytes, std::uint64_t(2'621'440));
        QCOMPARE(result->gbps, 2'621'440 * 8e-9 / 0.5);
        QCOMPARE(result->retransmits, std::uint64_t(3));
        QCOMPARE(result->senderCores, 1.035);
        QCOMPARE(result->receiverCores, 0.5);
        QCOMPARE(result->streams, 2);
    }

    void iperf_noResult_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("nothing") << QByteArray() << QByteArray("iperf.no-result");
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray("iperf.no-result");
        QTest::newRow("its own words") << QByteArray(
            R"({"start":{},"end":{},"error":"unable to connect to server: Connection refused"})")
                                       << QByteArray("iperf.failed");
        QTest::newRow("no figure") << QByteArray(R"({"end":{"sum_sent":{"bytes":1,"seconds":1}}})")
                                   << QByteArray("iperf.no-result");
        QTest::newRow("no time") << QByteArray(R"({"end":{"sum_received":{"bytes":1,"seconds":0}}})")
                                 << QByteArray("iperf.no-result");
        QTest::newRow("negative") << QByteArray(R"({"end":{"sum_received":{"bytes":-1,"seconds":1}}})")
                                  << QByteArray("iperf.no-result");
        QTest::newRow("a text") << QByteArray(R"({"end":{"sum_received":{"bytes":"9","seconds":1}}})")
                                << QByteArray("iperf.no-result");
        QTest::newRow("too deep") << QByteArray(R"({"end":)") + QByteArray(40, '[') + QByteArray(40, ']') + '}'
                                  << QByteArray("iperf.no-result");
        QTest::newRow("too large") << QByteArray(R"({"end":")") + QByteArray(2 << 20, 'x') + "\"}"
                                   << QByteArray("iperf.no-result");
    }
    void iperf_noResult()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, problem);
        const auto result = iperfResultIn(document.toStdString());
        QVERIFY(!result.ok());
        QCOMPARE(QByteArray::fromStdString(result.error().message.id), problem);
    }

    void rdma_limits()
    {
        const auto with = [](auto change) {
            RdmaOpenRequest request = rdmaRequest();
            change(request);
            return refused(request);
        };
        QVERIFY(!with([](auto &) {}));
        QVERIFY(with([](auto &r) { r.token.pop_back(); }));
        QVERIFY(with([](auto &r) { r.library = "libibverbs.so.1"; })); // no path
        QVERIFY(with([](auto &r) { r.library = "/usr/../tmp/x.so"; }));
        QVERIFY(with([](auto &r) { r.flows.assign(kMaxRdmaFlows + 1, r.flows.front()); }));
        QVERIFY(with([](auto &r) { r.flows.front().queuePairs = kMaxRdmaQueuePairs + 1; }));
        QVERIFY(with([](auto &r) { r.flows.front().queuePairs = 0; }));
        QVERIFY(with([](auto &r) { r.messageBytes = 0; }));
        QVERIFY(with([](auto &r) { r.messageBytes = kMaxRdmaMessage + 1; }));
        QVERIFY(with([](auto &r) { r.depth = kMaxRdmaDepth + 1; }));
        QVERIFY(with([](auto &r) { r.gidIndex = 256; }));
        QVERIFY(with([](auto &r) { r.rounds = 1'000'001; }));
        QVERIFY(with([](auto &r) { r.idleMs = 999; }));
        RdmaConnectRequest connect{
            std::string(kRdmaTokenDigits, 'a'), {{7, std::string(32, 'f'), 1024, {{1, 2}}, 0, 0, 0}}};
        QVERIFY(!refused(connect));
        connect.peers.front().mtu = 1500; // none of RoCE's sizes
        QVERIFY(refused(connect));
        connect.peers.front().mtu = 1024;
        connect.peers.front().gid.pop_back();
        QVERIFY(refused(connect));
        connect.peers.front().gid += 'f';
        connect.peers.front().queuePairs.front().number = 1 << 24;
        QVERIFY(refused(connect));
    }
};

QTEST_GUILESS_MAIN(TestCodecTcp)
#include "tst_codec_tcp.moc"
