// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/remoteprocess.h"

#include "adapters/ssh/errors.h"
#include "adapters/ssh/remotehost.h"

namespace sparkloom::ssh {

SshRemoteProcess::SshRemoteProcess(SshRemoteHost *host, int id) : m_host(host), m_id(id) {}

SshRemoteProcess::~SshRemoteProcess()
{
    if (m_host)
        m_host->forgetProcess(m_id, !m_ended);
}

void SshRemoteProcess::write(const QByteArray &bytes)
{
    if (!m_ended && m_host)
        m_host->post([id = m_id, bytes](Worker &worker) { worker.writeInput(id, bytes); });
}

void SshRemoteProcess::writeSecret(const base::Secret &secret)
{
    if (!m_ended && m_host)
        m_host->post([id = m_id, secret](Worker &worker) { worker.writeSecretInput(id, secret); });
}

void SshRemoteProcess::closeInput()
{
    if (!m_ended && m_host)
        m_host->post([id = m_id](Worker &worker) { worker.closeInput(id); });
}

void SshRemoteProcess::cancel()
{
    if (m_ended || !m_host)
        return;
    m_host->post([id = m_id](Worker &worker) { worker.cancelProcess(id); });
    endLater({engine::ProcessExit::Kind::Cancelled, -1, cancelledError()});
}

void SshRemoteProcess::takeOutput(const QByteArray &bytes)
{
    const QPointer<SshRemoteProcess> self(this);
    if (!m_ended)
        Q_EMIT outputReceived(bytes);
    if (!self)
        return;
    m_flow->inFlight.fetch_sub(bytes.size());
    if (m_flow->stalled.load() && m_flow->inFlight.load() <= FlowControl::kMaxInFlight / 2
        && m_flow->stalled.exchange(false) && m_host)
        m_host->post([id = m_id](Worker &worker) { worker.resumeOutput(id); });
}

void SshRemoteProcess::takeError(const QByteArray &bytes)
{
    if (!m_ended)
        Q_EMIT errorReceived(bytes);
}

void SshRemoteProcess::end(const engine::ProcessExit &exit)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished(exit);
}

void SshRemoteProcess::endLater(const engine::ProcessExit &exit)
{
    QMetaObject::invokeMethod(
        this, [this, exit] { end(exit); }, Qt::QueuedConnection);
}

} // namespace sparkloom::ssh
