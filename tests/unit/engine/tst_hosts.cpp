// SPDX-License-Identifier: GPL-3.0-or-later
// What is told to the engine by people and by agents, within its bounds.
#include "engine/discovery/discoveryservice.h"
#include "engine/discovery/makerbyname.h"
#include "engine/hosts/agentlines.h"
#include "engine/hosts/endpointtext.h"
#include "protocol/codec.h"
#include "protocol/limits.h"

#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace sparkloom::engine;
using namespace Qt::Literals::StringLiterals;

namespace {

class FakeBackend : public DiscoveryBackend {
    Q_OBJECT
public:
    void start() override { started = true; }
    void stop() override { started = false; }
    void sight(
        const QString &hostName, const QString &interface, const QString &address, bool ipv6 = false, quint16 port = 22)
    {
        Q_EMIT sighted(sighting(hostName, interface, address, ipv6, port));
    }
    void lose(const QString &hostName, const QString &interface, bool ipv6 = false)
    {
        Q_EMIT lost(sighting(hostName, interface, {}, ipv6, 0));
    }
    static Sighting sighting(
        const QString &hostName, const QString &interface, const QString &address, bool ipv6, quint16 port)
    {
        Sighting sighting;
        sighting.name = hostName.section(u'.', 0, 0);
        sighting.hostName = hostName;
        sighting.serviceType = u"_ssh._tcp"_s;
        sighting.interfaceName = interface;
        sighting.interfaceIndex = interface == "eth0"_L1 ? 2 : 3;
        sighting.ipv6 = ipv6;
        sighting.address = address;
        sighting.port = port;
        return sighting;
    }
    bool started = false;
};

QByteArray hello()
{
    return QByteArray::fromStdString(protocol::helloLine({"0.1.0", "user", 1, false})) + '\n';
}

} // namespace

class TestHosts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostText_isParsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port"); // 0: refused
        QTest::newRow("name") << u"spark-ab12"_s << QString() << u"spark-ab12"_s << 22;
        QTest::newRow("all") << u"ann@spark-ab12.local:2222"_s << u"ann"_s << u"spark-ab12.local"_s << 2222;
        QTest::newRow("v4") << u" 192.168.7.2 "_s << QString() << u"192.168.7.2"_s << 22;
        QTest::newRow("v6") << u"fe80::1%eth0"_s << QString() << u"fe80::1%eth0"_s << 22;
        QTest::newRow("v6 with port") << u"ann@[fe80::1%eth0]:22022"_s << u"ann"_s << u"fe80::1%eth0"_s << 22022;
        QTest::newRow("empty") << QString() << QString() << QString() << 0;
        QTest::newRow("port 0") << u"spark:0"_s << QString() << QString() << 0;
        QTest::newRow("port text") << u"spark:ssh"_s << QString() << QString() << 0;
        QTest::newRow("port empty") << u"spark:"_s << QString() << QString() << 0;
        QTest::newRow("port too large") << u"spark:65536"_s << QString() << QString() << 0;
        QTest::newRow("option") << u"-oProxyCommand=sh"_s << QString() << QString() << 0;
        QTest::newRow("user with shell") << u"a;b@spark"_s << QString() << QString() << 0;
        QTest::newRow("two users") << u"a@b@spark"_s << QString() << QString() << 0;
        QTest::newRow("blank") << u"spark ab12"_s << QString() << QString() << 0;
        QTest::newRow("open bracket") << u"[fe80::1"_s << QString() << QString() << 0;
        QTest::newRow("endless") << QString(5000, u'a') << QString() << QString() << 0;
    }

    void hostText_isParsed()
    {
        QFETCH(QString, text);
        QFETCH(QString, user);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto parsed = parseHostText(text);
        QCOMPARE(parsed.ok(), port != 0);
        if (!parsed) {
            QCOMPARE(parsed.error().kind, base::ErrorKind::Usage);
            return;
        }
        QCOMPARE(parsed->user, user);
        QCOMPARE(parsed->host, host);
        QCOMPARE(int(parsed->port), port);
    }

    void lines_skipNoiseUpToHello()
    {
        AgentLines lines;
        const QByteArray all =
            "Last login: today\n{not json\n" + hello() + "{\"v\":1,\"id\":1,\"t\":\"done\",\"body\":{}}\r\n{\"v\"";
        std::vector<std::string> seen;
        for (const char byte : all) { // however the bytes are cut
            const auto some = lines.take(QByteArray(1, byte), std::chrono::milliseconds(0));
            QVERIFY(some.ok());
            seen.insert(seen.end(), some->begin(), some->end());
        }
        QCOMPARE(seen.size(), std::size_t(2));
        QVERIFY(protocol::decodeLine(seen.back()).ok());
    }

    void lines_findHelloBehindAnUnfinishedLine()
    {
        AgentLines lines;
        const auto taken = lines.take(QByteArray("last login\nspark> \x1b[0m") + hello(), std::chrono::milliseconds(0));
        QVERIFY(taken.ok());
        QCOMPARE(taken->size(), std::size_t(1));
        QCOMPARE(QByteArray::fromStdString(taken->front()) + '\n', hello());
    }

    void lines_boundNoiseLengthAndRate()
    {
        AgentLines noisy;
        QVERIFY(
            !noisy.take(QByteArray(qsizetype(protocol::kMaxNoiseBytes) + 1, 'x'), std::chrono::milliseconds(0)).ok());
        AgentLines longLine;
        QVERIFY(longLine.take(hello(), std::chrono::milliseconds(0)).ok());
        QVERIFY(!longLine.take(QByteArray(qsizetype(protocol::kMaxMessageBytes) + 1, 'x'), std::chrono::milliseconds(0))
                     .ok());
        AgentLines fast;
        QByteArray many = hello();
        for (int i = 0; i < 2 * protocol::kMaxLinesPerSecond; ++i)
            many += "{}\n";
        QVERIFY(!fast.take(many, std::chrono::milliseconds(0)).ok());
        AgentLines steady;
        QVERIFY(steady.take(hello(), std::chrono::milliseconds(0)).ok());
        for (int second = 1; second <= 10; ++second) {
            QByteArray some;
            for (int i = 0; i < protocol::kMaxLinesPerSecond; ++i)
                some += "{}\n";
            QVERIFY(steady.take(some, std::chrono::seconds(second)).ok());
        }
    }

    void discovery_mergesInterfacesAndFamilies()
    {
        FakeBackend backend;
        DiscoveryService service({&backend});
        service.start();
        QVERIFY(backend.started);
        backend.sight(u"printer.local"_s, u"eth0"_s, u"192.168.7.9"_s);
        backend.sight(u"spark-ab12.local"_s, u"eth0"_s, u"fe80::1%eth0"_s, true);
        backend.sight(u"spark-ab12.local"_s, u"eth0"_s, u"192.168.7.2"_s);
        backend.sight(u"spark-ab12.local"_s, u"wlan0"_s, u"192.168.8.2"_s);
        QCOMPARE(service.found().size(), std::size_t(2));
        const FoundHost spark = service.found().front(); // likely Sparks come first
        QVERIFY(spark.likelySpark);
        QCOMPARE(spark.name, u"spark-ab12"_s);
        QCOMPARE(spark.networks, QStringList({u"eth0"_s, u"wlan0"_s}));
        QCOMPARE(spark.addresses.size(), 3);
        QCOMPARE(spark.addresses.back(), u"fe80::1%eth0"_s); // IPv4 first
        QVERIFY(!service.found().back().likelySpark);
        backend.lose(u"spark-ab12.local"_s, u"wlan0"_s);
        backend.lose(u"spark-ab12.local"_s, u"eth0"_s, true);
        QCOMPARE(service.found().front().addresses, QStringList(u"192.168.7.2"_s));
        backend.lose(u"spark-ab12.local"_s, u"eth0"_s);
        QCOMPARE(service.found().size(), std::size_t(1));
        service.stop();
        QVERIFY(service.found().empty());
    }

    void discovery_isBounded()
    {
        FakeBackend backend;
        DiscoveryService service({&backend});
        service.start();
        for (int i = 0; i < 700; ++i)
            backend.sight(u"spark-%1.local"_s.arg(i), u"eth0"_s, u"192.168.7.2"_s);
        QCOMPARE(service.found().size(), DiscoveryService::kMostHosts);
        for (int i = 0; i < 100; ++i)
            backend.sight(u"spark-1.local"_s, u"eth0"_s, u"192.168.9.%1"_s.arg(i + 1));
        QVERIFY(service.host(u"spark-1.local"_s)->addresses.size() <= int(DiscoveryService::kMostSightingsPerHost));
    }

    void discovery_withoutBackendSaysSo()
    {
        DiscoveryService service({});
        QCOMPARE(service.health().state, DiscoveryHealth::State::Unavailable);
        QVERIFY(!service.health().problem.empty());
    }

    void sparkNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("likely");
        QTest::newRow("founders edition") << u"spark-5c2d.local"_s << true;
        QTest::newRow("conflict") << u"spark-5c2d-2.local"_s << true;
        QTest::newRow("ASUS") << u"gx10-9641.local"_s << true;
        QTest::newRow("Dell") << u"promaxgb10-5cd4.local"_s << true;
        QTest::newRow("printer") << u"officejet.local"_s << false;
        QTest::newRow("other spark") << u"sparkling.local"_s << false;
    }

    void sparkNames()
    {
        QFETCH(QString, name);
        QTEST(looksLikeSpark(name), "likely");
    }

    void makers_areGuessedByNameOfSparksOnly()
    {
        QCOMPARE(makerByHostName(u"spark-5c2d"_s), domain::Maker::FoundersEdition);
        QCOMPARE(makerByHostName(u"GX10-9641.local"_s), domain::Maker::Asus);
        QCOMPARE(makerByHostName(u"promaxgb10-5cd4.local"_s), domain::Maker::Dell);
        QCOMPARE(makerByHostName(u"sparkling.local"_s), domain::Maker::Unknown);
        QCOMPARE(makerByHostName(u"gx10.local"_s), domain::Maker::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestHosts)
#include "tst_hosts.moc"
