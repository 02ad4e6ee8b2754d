// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/authenticator.h"
#include "adapters/ssh/channel.h"
#include "adapters/ssh/handshake.h"
#include "engine/ports/remotehost.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace sparkloom::ssh {

// The SSH side of one host, on its own thread: one session, its channels, its notifiers. The other thread calls it
// through queued calls and hears its signals queued; only cancelFlag() is shared.
// Connecting and signing in block this thread (never longer than their deadlines, and not after cancel); from then on
// everything is driven by the socket (qt-engineering B.7, design C).
class Worker : public QObject, private ChannelSink {
    Q_OBJECT
public:
    explicit Worker(const Timings &timings);
    ~Worker() override;

    CancelFlag &cancelFlag() { return m_cancel; }

    void connectTo(const Target &target);
    void signIn(const engine::Credentials &credentials);
    void startProcess(
        int id, const QByteArray &commandLine, bool unlimitedOutput, const std::shared_ptr<FlowControl> &flow);
    void writeInput(int id, const QByteArray &bytes);
    void writeSecretInput(int id, const base::Secret &secret);
    void closeInput(int id);
    void cancelProcess(int id);
    void resumeOutput(int id);
    // Ends the session politely and the thread's event loop with it.
    void shutDown();

Q_SIGNALS:
    void greeted(const sparkloom::base::Result<sparkloom::engine::Greeting> &result);
    void signedIn(const sparkloom::base::Result<sparkloom::engine::SignIn> &result);
    void outputArrived(int id, const QByteArray &bytes);
    void errorArrived(int id, const QByteArray &bytes);
    void processEnded(int id, const sparkloom::engine::ProcessExit &exit);
    void connectionLost(const sparkloom::base::Error &error);

private:
    void channelOutput(int id, const QByteArray &bytes) override { Q_EMIT outputArrived(id, bytes); }
    void channelError(int id, const QByteArray &bytes) override { Q_EMIT errorArrived(id, bytes); }
    void channelFinished(int id, const engine::ProcessExit &exit) override { Q_EMIT processEnded(id, exit); }

    void takeSession(EstablishedSession established);
    base::Result<void> renewForUser(const std::string &user);
    void checkStillThere();
    void beginEventDriven();
    void pump();
    void advanceChannels();
    bool isFlooded() const;
    void updateNotifiers();
    void beat();
    void lose(const base::Error &error);
    void closeSession(const engine::ProcessExit &exit);
    Channel *channel(int id);

    const Timings m_timings;
    CancelFlag m_cancel;
    Target m_target;
    std::string m_signInUser; // of the first try on this session
    SignInProgress m_signInProgress;
    EstablishedSession m_established;
    raii::EventHandle m_event;
    std::map<int, std::unique_ptr<Channel>> m_channels;
    std::vector<std::unique_ptr<Channel>> m_leaving; // have ended, not yet closed by the host
    std::unique_ptr<QSocketNotifier> m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier;
    QTimer *m_heartbeat = nullptr; // children are made on the SSH thread
    QTimer *m_openTimer = nullptr; // wakes channels whose opening may time out
    std::uint64_t m_lastBytes = 0;
    Deadline m_lastHeard;
    std::uint64_t m_lastSent = 0;
    Deadline m_lastTaken; // when the host last took something, or there was nothing to take
    bool m_pumping = false;
};

} // namespace sparkloom::ssh
