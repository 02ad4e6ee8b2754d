// SPDX-License-Identifier: GPL-3.0-or-later
// A host that goes away: every process is told, the loss is announced once.
#include "../../../support/await.h"
#include "../../../support/processwatch.h"
#include "../../../support/testsshserver.h"
#include "adapters/ssh/hostfactory.h"
#include "protocol/limits.h"

#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using engine::ProcessExit;
using engine::RemoteHost;
using test::await;
using test::ProcessWatch;
using test::ServerScript;
using test::TestSshServer;

namespace {

ServerScript script()
{
    ServerScript script;
    script.commands["hang"].out = "ready\n";
    script.commands["hang"].hang = true;
    script.commands["drop"].out = "half";
    script.commands["drop"].drop = true;
    script.commands["freeze"].out = "ready\n";
    script.commands["freeze"].freeze = true;
    script.commands["refuse"].refuse = true;
    script.commands["no status"].out = "text";
    script.commands["no status"].closeWithoutStatus = true;
    script.commands["noisy"].err = std::string(300'000, 'e');
    script.commands["echo"].echoInput = true;
    return script;
}

} // namespace

class TestSshLoss : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ssh::SshHostFactory> m_factory;
    std::unique_ptr<RemoteHost> m_host;

    void signInTo(const TestSshServer &server, const ssh::Timings &timings = {})
    {
        m_factory = std::make_unique<ssh::SshHostFactory>(timings);
        m_host = m_factory->create();
        QVERIFY(await(m_host->connectToHost({QStringLiteral("127.0.0.1"), server.port(), {}})).ok());
        engine::Credentials credentials;
        credentials.user = QStringLiteral("nvidia");
        credentials.password = base::Secret("spark");
        QVERIFY(await(m_host->signIn(credentials)).ok());
    }
    static ssh::Timings impatient()
    {
        ssh::Timings timings;
        timings.keepAlive = std::chrono::milliseconds(50);
        timings.silence = std::chrono::milliseconds(300);
        timings.openChannel = std::chrono::milliseconds(300);
        return timings;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_host.reset();
        m_factory.reset();
    }

    void cutConnection_endsEveryProcess_andIsAnnouncedOnce()
    {
        TestSshServer server(script());
        signInTo(server);
        QSignalSpy lost(m_host.get(), &RemoteHost::connectionLost);
        const auto one = m_host->start(QStringLiteral("hang")), two = m_host->start(QStringLiteral("hang"));
        ProcessWatch first(*one), second(*two);
        QVERIFY(first.waitForOutput("ready") && second.waitForOutput("ready"));
        server.cutAll();
        QVERIFY(first.waitForEnd() && second.waitForEnd());
        QCOMPARE(first.kind(), ProcessExit::Kind::ConnectionLost);
        QCOMPARE(second.kind(), ProcessExit::Kind::ConnectionLost);
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 20'000);
        QVERIFY(!m_host->isConnected());
        const auto late = m_host->start(QStringLiteral("hang"));
        ProcessWatch third(*late);
        QVERIFY(third.waitForEnd());
        QCOMPARE(third.kind(), ProcessExit::Kind::NotStarted);
        QCOMPARE(lost.count(), 1);
    }

    void outputBeforeTheCut_isDelivered()
    {
        const TestSshServer server(script());
        signInTo(server);
        const auto process = m_host->start(QStringLiteral("drop"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), ProcessExit::Kind::ConnectionLost);
        QCOMPARE(watch.output, QByteArray("half"));
    }

    void frozenHost_isLost_byItsSilence()
    {
        const TestSshServer server(script());
        signInTo(server, impatient());
        QSignalSpy lost(m_host.get(), &RemoteHost::connectionLost);
        const auto process = m_host->start(QStringLiteral("freeze"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), ProcessExit::Kind::ConnectionLost);
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 20'000);
        QCOMPARE(lost[0][0].value<base::Error>().message.id, std::string("ssh.connection-silent"));
    }

    void quietHost_thatAnswers_isKept()
    {
        const TestSshServer server(script());
        signInTo(server, impatient());
        QSignalSpy lost(m_host.get(), &RemoteHost::connectionLost);
        const auto process = m_host->start(QStringLiteral("hang"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForOutput("ready"));
        // Longer than the silence that would end it; nothing happens, and then the connection still works.
        QVERIFY(!QTest::qWaitFor([&] { return lost.count() > 0; }, 1'500));
        const auto echo = m_host->start(QStringLiteral("echo"));
        ProcessWatch second(*echo);
        echo->write("still here");
        echo->closeInput();
        QVERIFY(second.waitForEnd());
        QCOMPARE(second.output, QByteArray("still here"));
    }

    void hostThatHangsUpWhileThePersonThinks_isLost()
    {
        TestSshServer server;
        ssh::SshHostFactory factory;
        const auto host = factory.create();
        QVERIFY(await(host->connectToHost({QStringLiteral("127.0.0.1"), server.port(), {}})).ok());
        QSignalSpy lost(host.get(), &RemoteHost::connectionLost);
        server.cutAll();
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 20'000);
        QVERIFY(!host->isConnected());
    }

    void refusedCommand_isNotStarted()
    {
        const TestSshServer server(script());
        signInTo(server);
        const auto process = m_host->start(QStringLiteral("refuse"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), ProcessExit::Kind::NotStarted);
        QCOMPARE(watch.exits[0].error.message.id, std::string("ssh.command-refused"));
        QVERIFY(m_host->isConnected());
    }

    void closeWithoutStatus_isNoSuccess()
    {
        const TestSshServer server(script());
        signInTo(server);
        const auto process = m_host->start(QStringLiteral("no status"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), ProcessExit::Kind::ConnectionLost);
        QCOMPARE(watch.output, QByteArray("text"));
    }

    void errorText_isKeptToItsLimit_andDoesNotStopTheCommand()
    {
        const TestSshServer server(script());
        signInTo(server);
        const auto process = m_host->start(QStringLiteral("noisy"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), ProcessExit::Kind::Exited);
        QCOMPARE(std::size_t(watch.error.size()), protocol::kMaxStderrKept);
    }

    void cancelledCommand_isClosedOnTheHost()
    {
        const TestSshServer server(script());
        signInTo(server);
        auto process = m_host->start(QStringLiteral("hang"));
        ProcessWatch watch(*process);
        QVERIFY(watch.waitForOutput("ready"));
        process->cancel();
        QVERIFY(watch.waitForEnd());
        QTRY_COMPARE_WITH_TIMEOUT(server.record().closedChannels, 1, 20'000);
        process = m_host->start(QStringLiteral("hang"));
        ProcessWatch second(*process);
        QVERIFY(second.waitForOutput("ready"));
        process.reset();
        QTRY_COMPARE_WITH_TIMEOUT(server.record().closedChannels, 2, 20'000);
    }

    void deletingEverything_inTheMiddleOfASignal_isSafe()
    {
        const TestSshServer server(script());
        signInTo(server);
        auto process = m_host->start(QStringLiteral("hang"));
        bool deleted = false;
        connect(process.get(), &engine::RemoteProcess::outputReceived, this, [&] {
            QMetaObject::invokeMethod(
                this,
                [&] {
                    m_host.reset();
                    process.reset();
                    deleted = true;
                },
                Qt::QueuedConnection);
        });
        QTRY_VERIFY_WITH_TIMEOUT(deleted, 20'000);
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestSshLoss)
#include "tst_sshloss.moc"
