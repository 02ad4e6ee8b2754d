// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/channel.h"
#include "engine/ports/remotehost.h"

#include <QPointer>

namespace sparkloom::ssh {

class SshRemoteHost;

// The main-thread side of one command. It may outlive its host, which then has told it the end.
class SshRemoteProcess : public engine::RemoteProcess {
    Q_OBJECT
public:
    SshRemoteProcess(SshRemoteHost *host, int id);
    ~SshRemoteProcess() override;

    void write(const QByteArray &bytes) override;
    void writeSecret(const base::Secret &secret) override;
    void closeInput() override;
    void cancel() override;
    bool isRunning() const override { return !m_ended; }

    // From the host.
    const std::shared_ptr<FlowControl> &flow() const { return m_flow; }
    void takeOutput(const QByteArray &bytes);
    void takeError(const QByteArray &bytes);
    void end(const engine::ProcessExit &exit);
    // The same, when the event loop runs again.
    void endLater(const engine::ProcessExit &exit);

private:
    QPointer<SshRemoteHost> m_host;
    const int m_id;
    std::shared_ptr<FlowControl> m_flow = std::make_shared<FlowControl>();
    bool m_ended = false;
};

} // namespace sparkloom::ssh
