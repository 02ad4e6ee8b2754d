// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/remotehost.h"

#include <QObject>

#include <memory>

namespace sparkloom::test {

// A running SSH server and what to say to it: the in-process server, a real sshd, the simulator.
class HostUnderTest {
public:
    enum class Command {
        Print,       // "one\ntwo\n", exit 0
        Fail,        // "problem\n" on stderr, exit 3
        Kill,        // killed by a signal
        Echo,        // sends stdin back until its end
        Hang,        // runs for a very long time, prints "ready\n" first
        Flood,       // 200 MB of output
        LargeOutput, // 20,000,000 bytes of output, exit 0
    };
    virtual ~HostUnderTest() = default;
    virtual engine::Endpoint endpoint() const = 0;
    virtual engine::Credentials credentials() const = 0;
    virtual engine::Credentials wrongCredentials() const = 0;
    virtual QString command(Command command) const = 0;
    virtual QString fingerprint() const = 0; // of its host key
};

// What every RemoteHost must keep, whatever server is behind it.
class RemoteHostContract : public QObject {
    Q_OBJECT
public:
    RemoteHostContract(engine::RemoteHostFactory &factory, HostUnderTest &server) : m_factory(factory), m_server(server)
    {}

private Q_SLOTS:
    void connecting_tellsTheHostKeyAndBothAddresses();
    void signingIn_withWrongCredentials_saysWhatTheServerOffers_andMayBeRepeated();
    void signingIn_beforeConnecting_fails();
    void connectionCutWhileSigningIn_isALostOne();
    void output_isComplete_andTheExitCodeFollowsIt();
    void failure_bringsErrorTextAndExitCode();
    void signal_isTold();
    void input_comesBackUnchanged_secretIncluded();
    void manyProcesses_runSideBySide();
    void cancelledProcess_finishesOnceAsCancelled_andTheHostStaysUsable();
    void flood_endsAtTheLimit();
    void unlimitedOutput_isDeliveredWholeAndInOrder();
    void disconnecting_endsProcessesAsCancelled_withoutAnnouncingALoss();
    void deletingTheHost_stillEndsItsProcesses();
    void deletedProcess_leavesTheHostUsable();
    void startingBeforeSigningIn_isNotStarted();
    void disconnectedHost_canConnectAgain();

private:
    std::unique_ptr<engine::RemoteHost> signedInHost();
    std::unique_ptr<engine::RemoteProcess> start(
        engine::RemoteHost &host, HostUnderTest::Command command, bool unlimited = false);

    engine::RemoteHostFactory &m_factory;
    HostUnderTest &m_server;
};

} // namespace sparkloom::test
