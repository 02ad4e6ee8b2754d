// SPDX-License-Identifier: GPL-3.0-or-later
#include "remotehostcontract.h"

#include "../support/await.h"
#include "../support/cutproxy.h"
#include "../support/processwatch.h"
#include "protocol/limits.h"

#include <QSignalSpy>
#include <QTest>

namespace sparkloom::test {
using engine::ProcessExit;
using engine::RemoteHost;
using Command = HostUnderTest::Command;

std::unique_ptr<RemoteHost> RemoteHostContract::signedInHost()
{
    auto host = m_factory.create();
    const auto greeting = await(host->connectToHost(m_server.endpoint()));
    if (!greeting)
        qFatal("cannot connect: %s", greeting.error().message.id.c_str());
    const auto signIn = await(host->signIn(m_server.credentials()));
    if (!signIn)
        qFatal("cannot sign in: %s", signIn.error().message.id.c_str());
    return host;
}

std::unique_ptr<engine::RemoteProcess> RemoteHostContract::start(RemoteHost &host, Command command, bool unlimited)
{
    return host.start(m_server.command(command), unlimited);
}

void RemoteHostContract::connecting_tellsTheHostKeyAndBothAddresses()
{
    const auto host = m_factory.create();
    QVERIFY(!host->isConnected());
    const auto greeting = await(host->connectToHost(m_server.endpoint()));
    QVERIFY(greeting.ok());
    QVERIFY(host->isConnected());
    QCOMPARE(greeting->hostKey.fingerprint, m_server.fingerprint());
    QCOMPARE(greeting->hostKey.type, QStringLiteral("ssh-ed25519"));
    QVERIFY(greeting->hostKey.blob.size() > 32);
    QCOMPARE(greeting->peerAddress, QStringLiteral("127.0.0.1"));
    QCOMPARE(greeting->localAddress, QStringLiteral("127.0.0.1"));
    QVERIFY(greeting->banner.startsWith(QStringLiteral("SSH-2.0-")));
}

void RemoteHostContract::signingIn_withWrongCredentials_saysWhatTheServerOffers_andMayBeRepeated()
{
    const auto host = m_factory.create();
    QVERIFY(await(host->connectToHost(m_server.endpoint())).ok());
    const auto wrong = await(host->signIn(m_server.wrongCredentials()));
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().kind, base::ErrorKind::SignIn);
    QCOMPARE(wrong.error().message.id, std::string("ssh.auth-denied"));
    const auto offered = std::get<std::string>(wrong.error().message.arguments.at("offered"));
    QVERIFY2(offered.find("publickey") != std::string::npos, offered.c_str());
    QVERIFY(host->isConnected());
    QVERIFY(await(host->signIn(m_server.credentials())).ok());
}

void RemoteHostContract::signingIn_beforeConnecting_fails()
{
    const auto host = m_factory.create();
    const auto result = await(host->signIn(m_server.credentials()));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, base::ErrorKind::Unreachable);
}

// Whatever piece of the sign-in it is that does not arrive: nobody said no, so nobody may be told that the proof was
// wrong.
void RemoteHostContract::connectionCutWhileSigningIn_isALostOne()
{
    constexpr int kMostPieces = 60;
    CutProxies proxies;
    engine::Endpoint endpoint = m_server.endpoint();
    endpoint.port = proxies.add(endpoint.port);
    QVERIFY(endpoint.port != 0);
    for (int piece = 1; piece < kMostPieces; ++piece) {
        const auto host = m_factory.create();
        const auto greeting = await(host->connectToHost(endpoint));
        QVERIFY2(greeting.ok(), greeting ? "" : greeting.error().message.id.c_str());
        proxies.arm(piece, CutProxies::Fault::Connection);
        const auto result = await(host->signIn(m_server.credentials()));
        proxies.arm(0, CutProxies::Fault::None);
        if (result) { // it has no more pieces
            QVERIFY(piece > 4);
            return;
        }
        const QByteArray seen = QByteArray::number(piece) + ' '
            + QByteArray::fromStdString(result.error().message.id + ": " + result.error().detail);
        QVERIFY2(result.error().kind == base::ErrorKind::Unreachable, seen.constData());
        QTRY_VERIFY(!host->isConnected()); // the loss is announced after the answer
    }
    QFAIL("the sign-in never ended");
}

void RemoteHostContract::output_isComplete_andTheExitCodeFollowsIt()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::Print);
    ProcessWatch watch(*process);
    QVERIFY(process->isRunning());
    QVERIFY(watch.waitForEnd());
    QVERIFY(!process->isRunning());
    QCOMPARE(watch.output, QByteArray("one\ntwo\n"));
    QCOMPARE(watch.kind(), ProcessExit::Kind::Exited);
    QCOMPARE(watch.exits[0].code, 0);
    QVERIFY(!watch.lateOutput);
}

void RemoteHostContract::failure_bringsErrorTextAndExitCode()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::Fail);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::Exited);
    QCOMPARE(watch.exits[0].code, 3);
    QCOMPARE(watch.error, QByteArray("problem\n"));
    QVERIFY(watch.output.isEmpty());
}

void RemoteHostContract::signal_isTold()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::Kill);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::Signalled);
    QCOMPARE(watch.exits[0].error.message.id, std::string("ssh.killed-by-signal"));
}

void RemoteHostContract::input_comesBackUnchanged_secretIncluded()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::Echo);
    ProcessWatch watch(*process);
    QByteArray text;
    for (int i = 0; text.size() < 3'000'000; ++i)
        text += QByteArray::number(i) + (i % 2 ? '\n' : '\0');
    process->write(text);
    process->writeSecret(base::Secret("hidden word\n"));
    process->write("end");
    process->closeInput();
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::Exited);
    QVERIFY(watch.output == text + "hidden word\nend");
    QVERIFY(watch.largestChunk <= 64 * 1024);
}

void RemoteHostContract::manyProcesses_runSideBySide()
{
    const auto host = signedInHost();
    std::vector<std::unique_ptr<engine::RemoteProcess>> processes;
    std::vector<std::unique_ptr<ProcessWatch>> watches;
    for (int i = 0; i < 8; ++i) {
        processes.push_back(start(*host, i % 2 ? Command::Print : Command::Echo));
        watches.push_back(std::make_unique<ProcessWatch>(*processes.back()));
    }
    for (int i = 0; i < 8; i += 2) {
        processes[static_cast<std::size_t>(i)]->write(QByteArray::number(i));
        processes[static_cast<std::size_t>(i)]->closeInput();
    }
    for (int i = 0; i < 8; ++i) {
        ProcessWatch &watch = *watches[static_cast<std::size_t>(i)];
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.kind(), ProcessExit::Kind::Exited);
        QCOMPARE(watch.output, i % 2 ? QByteArray("one\ntwo\n") : QByteArray::number(i));
    }
}

void RemoteHostContract::cancelledProcess_finishesOnceAsCancelled_andTheHostStaysUsable()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::Hang);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForOutput("ready\n"));
    process->cancel();
    process->cancel();
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::Cancelled);
    const auto next = start(*host, Command::Print);
    ProcessWatch second(*next);
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.output, QByteArray("one\ntwo\n"));
    QCOMPARE(watch.exits.size(), std::size_t(1));
    QVERIFY(host->isConnected());
}

void RemoteHostContract::flood_endsAtTheLimit()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::Flood);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::LimitExceeded);
    QCOMPARE(watch.exits[0].error.message.id, std::string("ssh.output-limit"));
    QVERIFY(watch.outputSize <= static_cast<qint64>(protocol::kMaxCommandOutput));
    const auto next = start(*host, Command::Print);
    ProcessWatch second(*next);
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.kind(), ProcessExit::Kind::Exited);
}

void RemoteHostContract::unlimitedOutput_isDeliveredWholeAndInOrder()
{
    const auto host = signedInHost();
    const auto process = start(*host, Command::LargeOutput, true);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForEnd());
    QVERIFY2(watch.kind() == ProcessExit::Kind::Exited, watch.exits[0].error.message.id.c_str());
    QCOMPARE(watch.outputSize, qint64(20'000'000));
    QVERIFY(!watch.lateOutput);
}

void RemoteHostContract::disconnecting_endsProcessesAsCancelled_withoutAnnouncingALoss()
{
    const auto host = signedInHost();
    QSignalSpy lost(host.get(), &RemoteHost::connectionLost);
    const auto process = start(*host, Command::Hang);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForOutput("ready\n"));
    host->disconnectFromHost();
    host->disconnectFromHost();
    QVERIFY(!host->isConnected());
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::Cancelled);
    QCOMPARE(lost.count(), 0);
}

void RemoteHostContract::deletingTheHost_stillEndsItsProcesses()
{
    auto host = signedInHost();
    const auto process = start(*host, Command::Hang);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForOutput("ready\n"));
    host.reset();
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.exits.size(), std::size_t(1));
    process->write("nobody");
    process->cancel();
}

void RemoteHostContract::deletedProcess_leavesTheHostUsable()
{
    const auto host = signedInHost();
    auto process = start(*host, Command::Flood, true);
    ProcessWatch watch(*process);
    QVERIFY(QTest::qWaitFor([&] { return watch.outputSize > 0; }, 40'000));
    process.reset();
    const auto next = start(*host, Command::Print);
    ProcessWatch second(*next);
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.output, QByteArray("one\ntwo\n"));
}

void RemoteHostContract::startingBeforeSigningIn_isNotStarted()
{
    const auto host = m_factory.create();
    QVERIFY(await(host->connectToHost(m_server.endpoint())).ok());
    const auto process = start(*host, Command::Print);
    QVERIFY(process != nullptr);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.kind(), ProcessExit::Kind::NotStarted);
}

void RemoteHostContract::disconnectedHost_canConnectAgain()
{
    const auto host = signedInHost();
    host->disconnectFromHost();
    QVERIFY(await(host->connectToHost(m_server.endpoint())).ok());
    QVERIFY(await(host->signIn(m_server.credentials())).ok());
    const auto process = start(*host, Command::Print);
    ProcessWatch watch(*process);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.exits[0].code, 0);
}

} // namespace sparkloom::test
