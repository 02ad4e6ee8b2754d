// SPDX-License-Identifier: GPL-3.0-or-later
// Reaching a host: what each failure is called, and that cancelling works in every phase.
#include "../../../support/await.h"
#include "../../../support/processwatch.h"
#include "../../../support/testsshserver.h"
#include "adapters/ssh/hostfactory.h"
#include "adapters/store/hostkeystore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <array>
#include <sys/socket.h>
#include <unistd.h>

using namespace sparkloom;
using engine::Endpoint;
using test::await;
using test::ServerScript;
using test::TestSshServer;
using Fault = test::ServerScript::Fault;

namespace {

Endpoint at(const TestSshServer &server)
{
    return {QStringLiteral("127.0.0.1"), server.port(), {}};
}

engine::Credentials withPassword(std::string_view password)
{
    engine::Credentials credentials;
    credentials.user = QStringLiteral("nvidia");
    credentials.password = base::Secret(password);
    return credentials;
}

// A loopback port that takes no connection: bound, not listening.
class ClosedPort {
public:
    ClosedPort() : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) == 0
            && getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            port = ntohs(address.sin_port);
    }
    ~ClosedPort() { close(m_socket); }
    quint16 port = 0;

private:
    const int m_socket;
};

ssh::Timings shortTimings()
{
    ssh::Timings timings;
    timings.connect = std::chrono::milliseconds(400);
    timings.keyExchange = std::chrono::milliseconds(400);
    timings.signIn = std::chrono::milliseconds(400);
    return timings;
}

} // namespace

class TestSshConnect : public QObject {
    Q_OBJECT

private:
    std::string failure(engine::RemoteHost &host, const Endpoint &endpoint)
    {
        const auto result = await(host.connectToHost(endpoint));
        if (result)
            return "connected";
        m_kind = result.error().kind;
        m_detail = result.error().detail;
        return result.error().message.id;
    }
    base::ErrorKind m_kind = base::ErrorKind::Internal;
    std::string m_detail;

private Q_SLOTS:
    void refusedPort_isRefused()
    {
        const ClosedPort closed;
        ssh::SshHostFactory factory;
        const auto host = factory.create();
        QCOMPARE(failure(*host, {QStringLiteral("127.0.0.1"), closed.port, {}}), std::string("ssh.refused"));
        QCOMPARE(m_kind, base::ErrorKind::Unreachable);
        QVERIFY(!host->isConnected());
    }

    void addressThatCannotBe_isNeverConnectedTo()
    {
        ssh::SshHostFactory factory;
        const auto host = factory.create();
        for (const char *name : {"", "-oProxyCommand=id", "a b", "spark;id", "x\n"})
            QCOMPARE(failure(*host, {QString::fromLatin1(name), 22, {}}), std::string("ssh.bad-address"));
        QCOMPARE(m_kind, base::ErrorKind::Usage);
    }

    void unknownName_isTold()
    {
        ssh::SshHostFactory factory;
        const auto host = factory.create();
        const std::string id = failure(*host, {QStringLiteral("no-such-host.invalid"), 22, {}});
        QVERIFY2(id == "ssh.name-unknown" || id == "ssh.name-timeout", id.c_str());
    }

    void deadAddress_doesNotHideTheGoodOne()
    {
        const TestSshServer server;
        ssh::SshHostFactory factory;
        const auto host = factory.create();
        // 127.0.0.2 refuses; the name itself is the good address.
        const auto greeting = await(host->connectToHost(
            {QStringLiteral("127.0.0.1"), server.port(), {QStringLiteral("127.0.0.2"), QStringLiteral("::1")}}));
        QVERIFY(greeting.ok());
        QCOMPARE(greeting->peerAddress, QStringLiteral("127.0.0.1"));
    }

    void serverThatIsNone_isNamedForWhatItDoes_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("closes at once") << int(Fault::CloseAtOnce) << QByteArray("ssh.closed-without-banner");
        QTest::newRow("says nothing") << int(Fault::Silence) << QByteArray("ssh.no-banner");
        QTest::newRow("speaks HTTP") << int(Fault::Garbage) << QByteArray("ssh.not-ssh");
        QTest::newRow("stops after the banner")
            << int(Fault::SilenceAfterBanner) << QByteArray("ssh.key-exchange-timeout");
    }
    void serverThatIsNone_isNamedForWhatItDoes()
    {
        QFETCH(int, fault);
        QFETCH(QByteArray, id);
        ServerScript script;
        script.fault = static_cast<Fault>(fault);
        const TestSshServer server(script);
        ssh::SshHostFactory factory(shortTimings());
        const auto host = factory.create();
        const std::string seen = failure(*host, at(server));
        QVERIFY2(seen == id.toStdString(), (seen + ": " + m_detail).c_str());
        QVERIFY(!host->isConnected());
    }

    void banner_isCleaned()
    {
        ServerScript script;
        script.banner = "evil\x1b[31m" + std::string(150, 'a');
        const TestSshServer server(script);
        ssh::SshHostFactory factory;
        const auto host = factory.create();
        const auto greeting = await(host->connectToHost(at(server)));
        if (!greeting) {
            QCOMPARE(greeting.error().kind, base::ErrorKind::Protocol); // libssh may refuse it by itself
            return;
        }
        QVERIFY(!greeting->banner.contains(QLatin1Char('\x1b')));
        QVERIFY(greeting->banner.toUtf8().size() <= 255);
    }

    // T1, T2: whoever sits in between shows another key, and gets nothing to see.
    void impostor_neverSeesThePassword()
    {
        TestSshServer server;
        ssh::SshHostFactory factory;
        QTemporaryDir folder;
        store::FileHostKeyStore keys(store::StorePaths::below(folder.path()), std::make_shared<store::IoThread>());
        const QStringList names = {QStringLiteral("spark-a.local")};
        const auto host = factory.create();
        const auto first = await(host->connectToHost(at(server)));
        QVERIFY(first.ok());
        QCOMPARE(keys.check(names, server.port(), first->hostKey).verdict, engine::HostKeyStore::Verdict::Unknown);
        QVERIFY(await(keys.accept(names, server.port(), first->hostKey)).ok());
        host->disconnectFromHost();

        server.renewHostKey();
        const auto second = await(host->connectToHost(at(server)));
        QVERIFY(second.ok());
        QCOMPARE(keys.check(names, server.port(), second->hostKey).verdict, engine::HostKeyStore::Verdict::Changed);
        host->disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(server.record().connections, 2, 20'000);
        // Connecting alone sent nothing at all that could be a secret, to neither of them.
        QCOMPARE(server.record().authRequests, 0);
        QVERIFY(server.record().passwords.empty());
    }

    void cancelling_works_inEveryPhase_data()
    {
        QTest::addColumn<QByteArray>("phase");
        for (const char *phase :
            {"resolving", "connecting", "banner", "key exchange", "signing in", "waiting for a place"})
            QTest::newRow(phase) << QByteArray(phase);
    }
    void cancelling_works_inEveryPhase()
    {
        QFETCH(QByteArray, phase);
        ServerScript script;
        script.fault = phase == "banner" ? Fault::Silence
            : phase == "key exchange"    ? Fault::SilenceAfterBanner
                                         : Fault::None;
        script.hangInAuth = phase == "signing in";
        const TestSshServer server(script);
        // Deadlines far away, so that only cancelling can end it.
        ssh::Timings timings;
        timings.connect = timings.keyExchange = timings.signIn = std::chrono::hours(1);
        ssh::SshHostFactory factory(timings, 1);
        const auto host = factory.create();
        const auto blocker = factory.create();
        Endpoint endpoint = at(server);
        if (phase == "resolving")
            endpoint.host = QStringLiteral("no-such-host.invalid");
        if (phase == "connecting")
            endpoint = {
                QStringLiteral("192.0.2.1"), 22, {}}; // TEST-NET-1: nobody answers, or there is no route at once
        const TestSshServer other;
        if (phase == "waiting for a place")
            QVERIFY(await(blocker->connectToHost(at(other))).ok());
        auto connecting = host->connectToHost(endpoint);
        if (phase == "banner" || phase == "key exchange")
            QTRY_COMPARE_WITH_TIMEOUT(server.record().connections, 1, 20'000);
        if (phase == "signing in") {
            QVERIFY(await(connecting).ok());
            auto signingIn = host->signIn(withPassword("spark"));
            host->disconnectFromHost();
            QCOMPARE(await(signingIn).error().kind, base::ErrorKind::Cancelled);
        } else {
            host->disconnectFromHost();
            const auto result = await(connecting);
            QVERIFY(!result.ok());
            QVERIFY(result.error().kind == base::ErrorKind::Cancelled || phase == "connecting" || phase == "resolving");
        }
        QVERIFY(!host->isConnected());
        // The thread is free again although no deadline passed: the only place can be taken by another.
        blocker->disconnectFromHost();
        const TestSshServer good;
        const auto next = factory.create();
        QVERIFY(await(next->connectToHost(at(good))).ok());
    }

    void moreHostsThanPlaces_waitTheirTurn()
    {
        const std::array<TestSshServer, 5> servers;
        ssh::SshHostFactory factory({}, 2);
        std::vector<std::unique_ptr<engine::RemoteHost>> hosts;
        std::vector<QFuture<base::Result<engine::Greeting>>> pending;
        for (const TestSshServer &server : servers) {
            hosts.push_back(factory.create());
            pending.push_back(hosts.back()->connectToHost(at(server)));
        }
        QVERIFY(await(pending[0]).ok());
        QVERIFY(await(pending[1]).ok());
        QVERIFY(!pending[2].isFinished() && !pending[3].isFinished());
        hosts[3].reset(); // gave up while waiting
        QCOMPARE(await(pending[3]).error().kind, base::ErrorKind::Cancelled);
        hosts[0].reset();
        QVERIFY(await(pending[2]).ok());
        hosts[1]->disconnectFromHost();
        QVERIFY(await(pending[4]).ok());
        QCOMPARE(servers[3].record().connections, 0);
    }

    // The key that was just installed is proven by a second login while the first one stays: where every place is
    // taken by a first one, nobody would ever get further.
    void furtherConnectionToAHost_needsNoPlace()
    {
        const TestSshServer server, other;
        ssh::SshHostFactory factory({}, 1);
        const auto first = factory.create();
        QVERIFY(await(first->connectToHost(at(server))).ok());
        const auto elsewhere = factory.create();
        auto waiting = elsewhere->connectToHost(at(other)); // came earlier, but has no place
        const auto second = factory.create();
        QVERIFY(await(second->connectToHost(at(server))).ok());
        first->disconnectFromHost();
        QVERIFY(!waiting.isFinished());
        second->disconnectFromHost();
        QVERIFY(await(waiting).ok());
    }

    void hostsAndFactory_mayGoInAnyOrder()
    {
        const TestSshServer server;
        auto factory = std::make_unique<ssh::SshHostFactory>();
        auto host = factory->create();
        auto connecting = host->connectToHost(at(server));
        factory.reset();
        QVERIFY(await(connecting).ok());
        host.reset();
    }
};

QTEST_GUILESS_MAIN(TestSshConnect)
#include "tst_sshconnect.moc"
