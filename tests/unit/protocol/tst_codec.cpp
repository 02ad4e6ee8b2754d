// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/codec.h"

#include "roundtrip.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sparkloom;
using namespace sparkloom::protocol;
using test::make;
using test::missingFields;
using test::Random;
using test::roundTrip;

namespace {

std::string errorId(const base::Result<void> &result)
{
    return result ? std::string() : result.error().message.id;
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodeAndDecodeAreInverse();
    void fieldsMustBeThere();
    void counters64BitAreText();
    void enumerationsAreWords();
    void valuesOutOfRange_data();
    void valuesOutOfRange();
    void limits_data();
    void limits();
    void depthAndElementsAtTheEdge();
    void lines();
    void badLines_data();
    void badLines();
    void invalidUtf8BecomesValidJson();
};

void TestCodec::encodeAndDecodeAreInverse()
{
    roundTrip<Hello>("Hello");
    roundTrip<InventoryRequest>("InventoryRequest");
    roundTrip<InventoryAnswer>("InventoryAnswer");
    roundTrip<WatchEvent>("WatchEvent");
    roundTrip<NeighboursRequest>("NeighboursRequest");
    roundTrip<NeighbourHeard>("NeighbourHeard");
    roundTrip<NeighbourMethods>("NeighbourMethods");
    roundTrip<PingRequest>("PingRequest");
    roundTrip<PingAnswer>("PingAnswer");
    roundTrip<CounterSnapshot>("CounterSnapshot");
    roundTrip<PreflightAnswer>("PreflightAnswer");
    roundTrip<InstallKeyRequest>("InstallKeyRequest");
    roundTrip<InstallKeyAnswer>("InstallKeyAnswer");
    roundTrip<RemoveKeyRequest>("RemoveKeyRequest");
    roundTrip<ClusterKeyAnswer>("ClusterKeyAnswer");
    roundTrip<TrustStateRequest>("TrustStateRequest");
    roundTrip<TrustApplyRequest>("TrustApplyRequest");
    roundTrip<TrustRemoveRequest>("TrustRemoveRequest");
    roundTrip<SshCheckRequest>("SshCheckRequest");
    roundTrip<SshCheckAnswer>("SshCheckAnswer");
    roundTrip<ReadConfigAnswer>("ReadConfigAnswer");
    roundTrip<WakeRequest>("WakeRequest");
    roundTrip<WakeAnswer>("WakeAnswer");
    roundTrip<TransactionBegin>("TransactionBegin");
    roundTrip<TransactionStatus>("TransactionStatus");
    roundTrip<UndoRequest>("UndoRequest");
    roundTrip<ForgetAnswer>("ForgetAnswer");
    roundTrip<domain::SshTrustState>("SshTrustState");
    roundTrip<domain::SparkFacts>("SparkFacts");
    roundTrip<domain::CableMap>("CableMap");
    roundTrip<domain::CablingStatus>("CablingStatus");
    roundTrip<domain::AddressPlan>("AddressPlan");
    roundTrip<domain::Plan>("Plan");
    roundTrip<domain::Receipt>("Receipt");
    roundTrip<domain::NetworkConfig>("NetworkConfig");
    roundTrip<base::Message>("Message");
}

void TestCodec::fieldsMustBeThere()
{
    missingFields<Hello>({});
    missingFields<domain::SparkFacts>({QStringLiteral("receipt")});
    missingFields<NeighbourHeard>({QStringLiteral("from"), QStringLiteral("table")});
    missingFields<TransactionBegin>({});
    missingFields<domain::Plan>({QStringLiteral("computer")});
    missingFields<domain::Receipt>({});
    missingFields<domain::AddressPlan>({});
    missingFields<base::Message>({QStringLiteral("args")});
}

void TestCodec::counters64BitAreText()
{
    CounterSnapshot snapshot;
    snapshot.monotonicNs = 9'223'372'036'854'775'807;
    snapshot.halves.push_back({{}, 18'446'744'073'709'551'615u, {}, {}, {}, 9'007'199'254'740'993u, 0, 0});
    const std::string text = encode(snapshot);
    QVERIFY(text.find("\"18446744073709551615\"") != std::string::npos);
    QVERIFY(text.find("\"9007199254740993\"") != std::string::npos);
    QVERIFY(text.find("\"9223372036854775807\"") != std::string::npos);
    for (const char *bad : {"\"+1\"", "\"01\"", "\" 1\"", "\"-1\"", "\"18446744073709551616\"", "\"\"", "1", "\"1e3\""})
        QVERIFY2(!decode<CounterSnapshot>(replaced(text, "\"18446744073709551615\"", bad)), bad);
}

void TestCodec::enumerationsAreWords()
{
    domain::SparkFacts facts;
    facts.maker = domain::Maker::Gigabyte;
    facts.renderer = domain::Renderer::NetworkManager;
    const std::string text = encode(facts);
    QVERIFY(text.find("\"maker\":\"gigabyte\"") != std::string::npos);
    QVERIFY(text.find("\"renderer\":\"network-manager\"") != std::string::npos);
    QVERIFY(!decode<domain::SparkFacts>(replaced(text, "\"gigabyte\"", "\"Gigabyte\"")));
    QVERIFY(!decode<domain::SparkFacts>(replaced(text, "\"gigabyte\"", "7")));
    for (const TransactionPhase phase : {TransactionPhase::None, TransactionPhase::Begun, TransactionPhase::Trial,
             TransactionPhase::Persisted, TransactionPhase::Committed, TransactionPhase::RolledBack}) {
        TransactionStatus status;
        status.phase = phase;
        QVERIFY(encode(status).find("\"phase\":\"" + std::string(toText(phase)) + '"') != std::string::npos);
    }
}

void TestCodec::valuesOutOfRange_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *from, const char *to) { QTest::newRow(to) << QByteArray(from) << QByteArray(to); };
    row("\"netdev\":\"enp1s0f0np0\"", "\"netdev\":\"../../x\"");
    row("\"netdev\":\"enp1s0f0np0\"", "\"netdev\":\"\"");
    row("\"netdev\":\"enp1s0f0np0\"", "\"netdev\":\"enp1s0f0np0toolong\"");
    row("\"mtu\":9000", "\"mtu\":9001");
    row("\"mtu\":9000", "\"mtu\":1499");
    row("\"mtu\":9000", "\"mtu\":9000.0");
    row("\"mtu\":9000", "\"mtu\":18446744073709551615");
    row("\"10.100.0.1/24\"", "\"10.100.0.1/33\"");
    row("\"10.100.0.1/24\"", "\"10.100.0.01/24\"");
    row("\"half\":\"0A\"", "\"half\":\"2A\"");
    row("\"path\":\"/etc/netplan/40-cx7.yaml\"", "\"path\":\"/etc/netplan/../shadow\"");
    row("\"path\":\"/etc/netplan/40-cx7.yaml\"", "\"path\":\"etc\"");
    row("\"transactionId\":\"0123456789abcdef\"", "\"transactionId\":\"0123456789ABCDEF\"");
    row("\"transactionId\":\"0123456789abcdef\"", "\"transactionId\":\"../0123456789abc\"");
    row("\"timerSeconds\":90", "\"timerSeconds\":301");
    row("\"timerSeconds\":90", "\"timerSeconds\":4");
}

void TestCodec::valuesOutOfRange()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    TransactionBegin begin;
    begin.transactionId = "0123456789abcdef";
    begin.config.halves = {{{}, "enp1s0f0np0", *domain::Ipv4Interface::parse("10.100.0.1/24"), 9000}};
    begin.config.takeOver = {{"/etc/netplan/40-cx7.yaml", std::string(64, 'a'), {}}};
    const std::string text = encode(begin);
    QVERIFY(decode<TransactionBegin>(text).ok());
    const std::string changed = replaced(text, from.toStdString(), to.toStdString());
    QVERIFY2(!changed.empty(), text.c_str());
    const auto read = decode<TransactionBegin>(changed);
    QVERIFY2(!read, changed.c_str());
    QCOMPARE(read.error().kind, base::ErrorKind::Protocol);
    QCOMPARE(read.error().message.id, std::string("protocol.bad-field"));
}

void TestCodec::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const QByteArray &text, const char *error) {
        QTest::newRow(name) << text << QByteArray(error);
    };
    row("object", "{\"a\":[1,2.5,-3,true,null,\"x\"]}", "");
    row("empty", "", "protocol.not-json");
    row("half an object", "{\"a\":1", "protocol.not-json");
    row("two documents", "{}{}", "protocol.not-json");
    row("NaN", "{\"a\":NaN}", "protocol.not-json");
    row("number beyond double", "{\"a\":1e999}", "protocol.not-json");
    row("comment", "{/*x*/}", "protocol.not-json");
    row("invalid UTF-8", "{\"a\":\"\xff\"}", "protocol.not-json");
    row("control character", "{\"a\":\"\x01\"}", "protocol.not-json");
    row("trailing NUL", QByteArray("{}\0", 3), "protocol.not-json");
    row("repeated key", "{\"a\":1,\"a\":2}", "protocol.repeated-key");
    row("repeated key, escaped", "{\"a\":1,\"\\u0061\":2}", "protocol.repeated-key");
    row("repeated key further in", "{\"a\":{\"b\":1,\"c\":1,\"b\":1}}", "protocol.repeated-key");
    row("same key in different objects", "{\"a\":{\"a\":[{\"a\":1},{\"a\":1}]}}", "");
    row("deep", QByteArray(100'000, '['), "protocol.too-deep");
    row("long list", "[" + QByteArray("1,").repeated(5000) + "1]", "protocol.too-many-elements");
    row("too large", "\"" + QByteArray(static_cast<int>(kMaxMessageBytes), 'x') + "\"", "protocol.too-large");
}

void TestCodec::limits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    QCOMPARE(errorId(checkJson(text.toStdString())), error.toStdString());
}

void TestCodec::depthAndElementsAtTheEdge()
{
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
    };
    QVERIFY(checkJson(nested(kMaxDepth)).ok());
    QCOMPARE(errorId(checkJson(nested(kMaxDepth + 1))), std::string("protocol.too-deep"));
    const auto list = [](std::size_t count) {
        std::string text = "[1";
        for (std::size_t i = 1; i < count; ++i)
            text += ",1";
        return text + ']';
    };
    QVERIFY(checkJson(list(kMaxElements)).ok());
    QCOMPARE(errorId(checkJson(list(kMaxElements + 1))), std::string("protocol.too-many-elements"));
    QVERIFY(checkJson("{}", 2).ok());
    QCOMPARE(errorId(checkJson("{ }", 2)), std::string("protocol.too-large"));
}

void TestCodec::lines()
{
    Random random(3);
    const Hello hello = make<Hello>(random);
    auto envelope = decodeLine(helloLine(hello));
    QVERIFY(envelope.ok());
    QCOMPARE(envelope->id, std::int64_t(0));
    QCOMPARE(envelope->type, std::string("hello"));
    const auto back = decode<Hello>(envelope->body);
    QVERIFY(back.ok() && test::same(*back, hello));

    envelope = decodeLine(requestLine(17, verb::kPing, encode(make<PingRequest>(random))));
    QVERIFY(envelope.ok() && envelope->id == 17 && envelope->type == verb::kPing
        && decode<PingRequest>(envelope->body).ok());
    envelope = decodeLine(requestLine(18, verb::kStop));
    QVERIFY(envelope.ok() && envelope->body == "{}" && !envelope->error);
    envelope = decodeLine(doneLine(5));
    QVERIFY(envelope.ok() && envelope->type == "done");
    envelope = decodeLine(eventLine(6, "watch", encode(make<WatchEvent>(random))));
    QVERIFY(envelope.ok() && decode<WatchEvent>(envelope->body).ok());

    const base::Error error{base::ErrorKind::Refused, make<base::Message>(random), random.text()};
    envelope = decodeLine(errorLine(9, error));
    QVERIFY(envelope.ok() && envelope->error);
    QVERIFY(*envelope->error == error);
    QCOMPARE(encode(error), encode(*envelope->error));
}

void TestCodec::badLines_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
        {"", "hello", "[]", "1", "{}", R"({"v":2,"id":1,"t":"done"})", R"({"v":"1","id":1,"t":"done"})",
            R"({"v":1,"t":"done"})", R"({"v":1,"id":-1,"t":"done"})", R"({"v":1,"id":"1","t":"done"})",
            R"({"v":1,"id":1.0,"t":"done"})", R"({"v":1,"id":1})", R"({"v":1,"id":1,"t":""})",
            R"({"v":1,"id":1,"t":"a b"})", R"({"v":1,"id":1,"t":7})", R"({"v":1,"id":1,"t":"done","body":[]})",
            R"({"v":1,"id":1,"t":"error"})", R"({"v":1,"id":1,"t":"error","error":{}})",
            R"({"v":1,"id":1,"t":"error","error":{"kind":"bad","message":{"id":"a.b"},"detail":""}})",
            R"({"v":1,"id":99999999999999999999,"t":"done"})", R"({"v":1,"id":1,"id":2,"t":"done"})"})
        QTest::newRow(line) << QByteArray(line);
    QTest::newRow("long type") << QByteArray(R"({"v":1,"id":1,"t":")") + QByteArray(33, 'a') + "\"}";
}

void TestCodec::badLines()
{
    QFETCH(QByteArray, line);
    const auto envelope = decodeLine(line.toStdString());
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().kind, base::ErrorKind::Protocol);
}

void TestCodec::invalidUtf8BecomesValidJson()
{
    SshCheckAnswer answer;
    answer.problem = "bad \xff\xfe byte";
    const auto back = decode<SshCheckAnswer>(encode(answer));
    QVERIFY(back.ok());
    QCOMPARE(back->problem, std::string("bad \xef\xbf\xbd\xef\xbf\xbd byte"));
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
