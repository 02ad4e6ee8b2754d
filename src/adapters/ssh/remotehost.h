// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/hostthread.h"
#include "engine/ports/remotehost.h"

#include <QHash>
#include <QPromise>

#include <optional>

namespace sparkloom::ssh {

class SshRemoteProcess;

// One machine over libssh. Main thread; every connection gets a fresh worker and thread, so that nothing of an old
// connection can reach a new one.
class SshRemoteHost : public engine::RemoteHost {
    Q_OBJECT
public:
    explicit SshRemoteHost(std::shared_ptr<ThreadGate> gate);
    ~SshRemoteHost() override;

    QFuture<base::Result<engine::Greeting>> connectToHost(const engine::Endpoint &endpoint) override;
    QFuture<base::Result<engine::SignIn>> signIn(const engine::Credentials &credentials) override;
    std::unique_ptr<engine::RemoteProcess> start(const QString &commandLine, bool unlimitedOutput) override;
    void disconnectFromHost() override;
    bool isConnected() const override { return m_connected; }

    // For processes: runs a call on the worker's thread, where there still is one.
    template <typename Call>
    void post(Call call)
    {
        if (m_thread)
            QMetaObject::invokeMethod(
                &m_thread->worker(), [worker = &m_thread->worker(), call] { call(*worker); }, Qt::QueuedConnection);
    }
    void forgetProcess(int id, bool running);

private:
    template <typename T>
    using Pending = std::optional<QPromise<base::Result<T>>>;

    void begin(HostThread *thread, const Target &target);
    void handleGreeting(const base::Result<engine::Greeting> &result);
    void handleSignIn(const base::Result<engine::SignIn> &result);
    void handleLoss(const base::Error &error);
    void endThread(const engine::ProcessExit &exit); // of the processes that are still open
    void endProcesses(const engine::ProcessExit &exit);

    const std::shared_ptr<ThreadGate> m_gate;
    HostThread *m_thread = nullptr; // owned by the gate
    bool m_connected = false;
    bool m_signedIn = false;
    Pending<engine::Greeting> m_connecting;
    Pending<engine::SignIn> m_signingIn;
    QHash<int, SshRemoteProcess *> m_processes; // owned by whoever started them
    int m_lastProcessId = 0;
};

} // namespace sparkloom::ssh
