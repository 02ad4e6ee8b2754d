// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/worker.h"

#include "adapters/ssh/errors.h"

#include <QThread>

#include <algorithm>
#include <csignal>
#include <poll.h>

namespace sparkloom::ssh {
using namespace base::literals;
using engine::ProcessExit;
namespace {

constexpr int kPumpRounds = 16; // then the event loop gets its turn
constexpr std::chrono::milliseconds kIdleCheck{1'000};

// libssh writes to the socket without MSG_NOSIGNAL.
void blockBrokenPipeSignal()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

engine::Greeting greetingOf(const EstablishedSession &established)
{
    engine::Greeting greeting;
    greeting.hostKey.type = QString::fromStdString(established.hostKey.type());
    greeting.hostKey.blob = QByteArray::fromBase64(QByteArray::fromStdString(established.hostKey.blobBase64()));
    greeting.hostKey.fingerprint = QString::fromStdString(established.hostKey.fingerprint());
    greeting.peerAddress = QString::fromStdString(established.peerAddress);
    greeting.localAddress = QString::fromStdString(established.localAddress);
    greeting.banner = QString::fromStdString(established.session->serverBanner());
    return greeting;
}

} // namespace

Worker::Worker(const Timings &timings) : m_timings(timings) {}

Worker::~Worker() = default;

void Worker::connectTo(const Target &target)
{
    blockBrokenPipeSignal();
    auto established = establishSession(target, m_timings, m_cancel);
    if (!established) {
        Q_EMIT greeted(established.error());
        return;
    }
    m_target = target;
    takeSession(std::move(established).value());
    Q_EMIT greeted(greetingOf(m_established));
}

void Worker::takeSession(EstablishedSession established)
{
    m_established = std::move(established);
    m_signInProgress = {};
    m_signInUser.clear();
    // Somebody reads the fingerprint now, maybe for minutes; the host may hang up meanwhile.
    if (!m_heartbeat) {
        m_heartbeat = new QTimer(this);
        connect(m_heartbeat, &QTimer::timeout, this, &Worker::checkStillThere);
    }
    m_heartbeat->start(kIdleCheck);
}

// sshd ends a session on which the user name changes: another name gets a session of its own, to the very same key.
base::Result<void> Worker::renewForUser(const std::string &user)
{
    if (m_signInUser.empty() || m_signInUser == user) {
        m_signInUser = user;
        return {};
    }
    auto fresh = establishSession(m_target, m_timings, m_cancel);
    if (!fresh)
        return fresh.error();
    if (fresh->hostKey.blobBase64() != m_established.hostKey.blobBase64())
        return base::refused(base::Message("ssh.host-key-swapped"_msg)
                                 .with("host", m_target.host)
                                 .with("known", m_established.hostKey.fingerprint())
                                 .with("shown", fresh->hostKey.fingerprint()));
    takeSession(std::move(fresh).value());
    m_signInUser = user;
    return {};
}

void Worker::checkStillThere()
{
    pollfd fd{m_established.session->socket(), POLLRDHUP, 0};
    if (poll(&fd, 1, 0) > 0 && (fd.revents & (POLLRDHUP | POLLHUP | POLLERR)))
        lose(unreachable("ssh.connection-lost"_msg));
}

void Worker::signIn(const engine::Credentials &credentials)
{
    if (!m_established.session || m_event) {
        Q_EMIT signedIn(base::Error{base::ErrorKind::Internal, "ssh.not-connected"_msg, {}});
        return;
    }
    if (const base::Result<void> renewed = renewForUser(credentials.user.toStdString()); !renewed) {
        Q_EMIT signedIn(renewed.error());
        return lose(renewed.error());
    }
    Authenticator authenticator(*m_established.session, m_signInProgress, Clock::now() + m_timings.signIn, m_cancel);
    const base::Result<engine::SignIn> result = authenticator.run(credentials);
    if (result) {
        beginEventDriven();
    } else if (!authenticator.sessionUsable()) {
        closeSession({ProcessExit::Kind::ConnectionLost, -1, result.error()});
        Q_EMIT signedIn(result);
        Q_EMIT connectionLost(result.error());
        return;
    }
    Q_EMIT signedIn(result);
}

void Worker::beginEventDriven()
{
    raii::Session &session = *m_established.session;
    m_event.reset(ssh_event_new());
    ssh_event_add_session(m_event.get(), session.get());
    m_readNotifier = std::make_unique<QSocketNotifier>(session.socket(), QSocketNotifier::Read);
    m_writeNotifier = std::make_unique<QSocketNotifier>(session.socket(), QSocketNotifier::Write);
    m_writeNotifier->setEnabled(false);
    connect(m_readNotifier.get(), &QSocketNotifier::activated, this, &Worker::pump);
    connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &Worker::pump);
    m_heartbeat->disconnect(this);
    connect(m_heartbeat, &QTimer::timeout, this, &Worker::beat);
    m_lastHeard = m_lastTaken = Clock::now();
    m_heartbeat->start(m_timings.keepAlive);
    m_openTimer = new QTimer(this);
    m_openTimer->setSingleShot(true);
    connect(m_openTimer, &QTimer::timeout, this, &Worker::pump);
}

// Lets libssh read and write what it can, then acts on what its callbacks noted. Never called from a callback.
void Worker::pump()
{
    if (!m_event || m_pumping)
        return;
    m_pumping = true;
    int rc = SSH_OK;
    bool settled = false;
    for (int round = 0; round < kPumpRounds && !settled && rc != SSH_ERROR; ++round) {
        rc = ssh_event_dopoll(m_event.get(), 0);
        // A call for one channel may take in packets for another one, which then has to be looked at again.
        const std::uint64_t before = m_established.session->bytesReceived();
        advanceChannels();
        settled = m_established.session->bytesReceived() == before;
    }
    m_pumping = false;
    for (const auto &[id, channel] : m_channels)
        channel->flushOutput();
    if (rc == SSH_ERROR || !m_established.session->isAlive())
        return lose(unreachable("ssh.connection-lost"_msg, m_established.session->errorText()));
    if (isFlooded())
        return lose(base::protocolError("ssh.flooded"_msg));
    updateNotifiers();
    if (!settled && m_readNotifier->isEnabled())
        QMetaObject::invokeMethod(this, &Worker::pump, Qt::QueuedConnection);
}

bool Worker::isFlooded() const
{
    const auto floods = [](const std::unique_ptr<Channel> &channel) { return channel->isFlooded(); };
    return std::any_of(m_leaving.begin(), m_leaving.end(), floods)
        || std::any_of(m_channels.begin(), m_channels.end(), [&](const auto &entry) { return floods(entry.second); });
}

void Worker::advanceChannels()
{
    bool opening = false;
    for (auto entry = m_channels.begin(); entry != m_channels.end();) {
        if (entry->second->advance()) {
            opening = opening || entry->second->isOpening();
            ++entry;
        } else {
            m_leaving.push_back(std::move(entry->second));
            entry = m_channels.erase(entry);
        }
    }
    std::erase_if(m_leaving, [](const auto &channel) { return channel->leave(); });
    if (opening && !m_openTimer->isActive())
        m_openTimer->start(m_timings.openChannel);
}

// From a host that does not read nothing is read: libssh would answer its requests into memory without end. As soon as
// the socket takes something again, pump() does both.
void Worker::updateNotifiers()
{
    const bool waiting = m_established.session->wantsToWrite();
    m_writeNotifier->setEnabled(waiting);
    m_readNotifier->setEnabled(!waiting);
}

void Worker::beat()
{
    const std::uint64_t bytes = m_established.session->bytesReceived();
    const std::uint64_t sent = m_established.session->bytesSent();
    if (sent != m_lastSent || !m_established.session->wantsToWrite()) {
        m_lastSent = sent;
        m_lastTaken = Clock::now();
    }
    if (bytes != m_lastBytes) {
        m_lastBytes = bytes;
        m_lastHeard = Clock::now();
    }
    if (Clock::now() - std::min(m_lastHeard, m_lastTaken) > m_timings.silence)
        return lose(unreachable(base::Message("ssh.connection-silent"_msg)
                                    .with("seconds", static_cast<double>(m_timings.silence.count()) / 1000)));
    m_established.session->sendKeepAlive();
    pump();
}

void Worker::lose(const base::Error &error)
{
    closeSession({ProcessExit::Kind::ConnectionLost, -1, error});
    Q_EMIT connectionLost(error);
}

// The order matters: notifiers before the socket goes, channels before the session that frees theirs.
void Worker::closeSession(const ProcessExit &exit)
{
    for (QTimer *timer : {m_heartbeat, m_openTimer})
        if (timer)
            timer->stop();
    m_readNotifier.reset();
    m_writeNotifier.reset();
    for (auto &[id, channel] : m_channels)
        channel->abandon(exit);
    for (const auto &channel : m_leaving)
        channel->abandon(exit);
    if (m_established.session) {
        if (m_event)
            ssh_event_remove_session(m_event.get(), m_established.session->get());
        m_event.reset();
        m_established.session->disconnect();
        m_established.session.reset();
    }
    m_channels.clear();
    m_leaving.clear();
}

Channel *Worker::channel(int id)
{
    const auto found = m_channels.find(id);
    return found == m_channels.end() ? nullptr : found->second.get();
}

void Worker::startProcess(
    int id, const QByteArray &commandLine, bool unlimitedOutput, const std::shared_ptr<FlowControl> &flow)
{
    if (!m_event) {
        Q_EMIT processEnded(id, {ProcessExit::Kind::NotStarted, -1, unreachable("ssh.not-connected"_msg)});
        return;
    }
    ChannelSink &sink = *this;
    m_channels.emplace(id,
        std::make_unique<Channel>(
            m_established.session->get(), sink, id, commandLine, unlimitedOutput, flow, m_timings.openChannel));
    pump();
}

void Worker::writeInput(int id, const QByteArray &bytes)
{
    if (Channel *target = channel(id))
        target->write(bytes);
    pump();
}

void Worker::writeSecretInput(int id, const base::Secret &secret)
{
    if (Channel *target = channel(id))
        target->writeSecret(secret);
    pump();
}

void Worker::closeInput(int id)
{
    if (Channel *target = channel(id))
        target->closeInput();
    pump();
}

void Worker::cancelProcess(int id)
{
    if (Channel *target = channel(id))
        target->cancel();
    pump();
}

void Worker::resumeOutput(int id)
{
    if (channel(id))
        pump();
}

void Worker::shutDown()
{
    closeSession({ProcessExit::Kind::Cancelled, -1, cancelledError()});
    thread()->quit();
}

} // namespace sparkloom::ssh
