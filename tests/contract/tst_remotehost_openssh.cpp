// SPDX-License-Identifier: GPL-3.0-or-later
// The RemoteHost contract against the machine's real sshd.
#include "opensshserver.h"
#include "remotehostcontract.h"

#include "../support/await.h"
#include "../support/processwatch.h"

#include "adapters/ssh/hostfactory.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;

// What only the real one can show.
class TestOpenSsh : public QObject {
    Q_OBJECT
public:
    explicit TestOpenSsh(test::OpenSshServer &server) : m_server(server) {}

private Q_SLOTS:
    // sshd answers keep-alive requests, so a quiet connection is told from a dead one.
    void quietConnection_isKept()
    {
        ssh::Timings timings;
        timings.keepAlive = std::chrono::milliseconds(100);
        timings.silence = std::chrono::milliseconds(1'500);
        ssh::SshHostFactory factory(timings);
        const auto host = factory.create();
        QVERIFY(test::await(host->connectToHost(m_server.endpoint())).ok());
        QVERIFY(test::await(host->signIn(m_server.credentials())).ok());
        QSignalSpy lost(host.get(), &engine::RemoteHost::connectionLost);
        const auto process = host->start(m_server.command(test::HostUnderTest::Command::Hang));
        test::ProcessWatch watch(*process);
        QVERIFY(watch.waitForOutput("ready"));
        QVERIFY(!QTest::qWaitFor([&] { return lost.count() > 0; }, 4'000));
        QVERIFY(host->isConnected() && process->isRunning());
    }

private:
    test::OpenSshServer &m_server;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    test::OpenSshServer server;
    if (!server.problem().isEmpty()) {
        qWarning("skipped: %s", qPrintable(server.problem()));
        return 77;
    }
    ssh::SshHostFactory factory;
    test::RemoteHostContract contract(factory, server);
    TestOpenSsh own(server);
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&own, argc, argv);
}
#include "tst_remotehost_openssh.moc"
