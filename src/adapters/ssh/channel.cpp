// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/channel.h"

#include "adapters/ssh/errors.h"
#include "base/text.h"
#include "protocol/limits.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sparkloom::ssh {
using namespace base::literals;
using engine::ProcessExit;

Channel::Channel(ssh_session session, ChannelSink &sink, int id, QByteArray commandLine, bool unlimitedOutput,
    std::shared_ptr<FlowControl> flow, std::chrono::milliseconds openTimeout)
    : m_session(session), m_sink(sink), m_id(id), m_commandLine(std::move(commandLine)), m_unlimited(unlimitedOutput),
      m_flow(std::move(flow)), m_openDeadline(Clock::now() + openTimeout), m_channel(ssh_channel_new(session))
{
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = &Channel::onData;
    m_callbacks.channel_exit_status_function = &Channel::onExitStatus;
    m_callbacks.channel_exit_signal_function = &Channel::onExitSignal;
    m_callbacks.channel_close_function = &Channel::onClose;
    m_callbacks.size = sizeof m_callbacks;
    if (m_channel)
        ssh_set_channel_callbacks(m_channel, &m_callbacks);
}

Channel::~Channel()
{
    if (!m_channel)
        return;
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    ssh_channel_free(m_channel); // libssh itself waits for a close that has not come
}

ProcessExit Channel::notStarted(base::MessageId id) const
{
    const char *text = ssh_get_error(m_session);
    return {ProcessExit::Kind::NotStarted, -1, base::failed(id, base::cleanText(text ? text : "", 300))};
}

void Channel::finish(const ProcessExit &exit)
{
    if (m_state == State::Finished)
        return;
    flushOutput();
    m_state = State::Finished;
    m_input.clear();
    m_sink.channelFinished(m_id, exit);
}

void Channel::abandon(const ProcessExit &exit)
{
    m_channel = nullptr;
    finish(exit);
}

void Channel::cancel()
{
    finish({ProcessExit::Kind::Cancelled, -1, cancelledError()});
}

bool Channel::advance()
{
    if (m_state == State::Opening && !open())
        return m_state != State::Finished;
    if (m_state == State::Requesting && !request())
        return m_state != State::Finished;
    if (m_state == State::Running) {
        flushInput();
        if (m_held)
            drainHeld();
        if (m_overLimit)
            finish({ProcessExit::Kind::LimitExceeded, -1,
                base::protocolError(base::Message("ssh.output-limit"_msg)
                                        .with("bytes", static_cast<std::int64_t>(protocol::kMaxCommandOutput)))});
        else if (m_remoteClosed && !m_held)
            finishAsClosed();
    }
    return m_state != State::Finished;
}

// libssh would keep what comes on a channel that was freed before the other side closed it.
bool Channel::leave()
{
    if (!m_channel || m_remoteClosed)
        return true;
    if (!m_closed && ssh_channel_is_open(m_channel)) {
        m_closed = true;
        ssh_channel_close(m_channel);
    }
    return m_remoteClosed;
}

// True when the next stage may begin at once.
bool Channel::open()
{
    const int rc = m_channel ? ssh_channel_open_session(m_channel) : SSH_ERROR;
    if (rc == SSH_OK)
        m_state = State::Requesting;
    else if (rc != SSH_AGAIN)
        finish(notStarted("ssh.channel-refused"_msg));
    else if (Clock::now() >= m_openDeadline)
        finish(notStarted("ssh.channel-timeout"_msg));
    return m_state == State::Requesting;
}

bool Channel::request()
{
    const int rc = ssh_channel_request_exec(m_channel, m_commandLine.constData());
    if (rc == SSH_OK)
        m_state = State::Running;
    else if (rc != SSH_AGAIN)
        finish(notStarted("ssh.command-refused"_msg));
    else if (Clock::now() >= m_openDeadline)
        finish(notStarted("ssh.channel-timeout"_msg));
    return m_state == State::Running;
}

void Channel::finishAsClosed()
{
    if (m_exitCode)
        return finish({ProcessExit::Kind::Exited, *m_exitCode, {}});
    if (m_signal)
        return finish({ProcessExit::Kind::Signalled, -1,
            base::failed(base::Message("ssh.killed-by-signal"_msg).with("signal", *m_signal))});
    finish({ProcessExit::Kind::ConnectionLost, -1, unreachable("ssh.closed-without-status"_msg)});
}

void Channel::write(const QByteArray &bytes)
{
    if (m_state == State::Finished || m_closeInput || bytes.isEmpty())
        return;
    m_inputSize += bytes.size();
    if (m_inputSize > kMaxPendingInput)
        return finish({ProcessExit::Kind::LimitExceeded, -1,
            base::protocolError(
                base::Message("ssh.input-limit"_msg).with("bytes", static_cast<std::int64_t>(kMaxPendingInput)))});
    m_input.emplace_back(bytes);
}

void Channel::writeSecret(const base::Secret &secret)
{
    if (m_state == State::Finished || m_closeInput || secret.empty())
        return;
    m_inputSize += static_cast<qsizetype>(secret.reveal().size());
    m_input.emplace_back(secret);
}

// Writes as much as the other side's window takes; the rest goes after its next answer.
void Channel::flushInput()
{
    while (!m_input.empty() && !m_remoteClosed) {
        std::string_view bytes;
        if (const auto *text = std::get_if<QByteArray>(&m_input.front()))
            bytes = {text->constData(), static_cast<std::size_t>(text->size())};
        else
            bytes = std::get<base::Secret>(m_input.front()).reveal();
        bytes.remove_prefix(m_inputOffset);
        const uint32_t room = ssh_channel_window_size(m_channel);
        const uint32_t count = static_cast<uint32_t>(std::min<std::size_t>({bytes.size(), room, kChunk}));
        if (count == 0)
            return;
        const int written = ssh_channel_write(m_channel, bytes.data(), count);
        if (written <= 0)
            return;
        m_inputOffset += static_cast<std::size_t>(written);
        m_inputSize -= written;
        if (static_cast<std::size_t>(written) == bytes.size()) {
            m_input.pop_front();
            m_inputOffset = 0;
        }
    }
    if (m_input.empty() && m_closeInput && !m_inputClosed) {
        m_inputClosed = true;
        ssh_channel_send_eof(m_channel);
    }
}

// Whether the main thread can take more. Sets `stalled` before looking again, so that one of the two threads sees the
// other's change and no wake-up is lost.
bool Channel::hasRoom()
{
    if (m_flow->inFlight.load() <= FlowControl::kMaxInFlight)
        return true;
    m_flow->stalled.store(true);
    if (m_flow->inFlight.load() > FlowControl::kMaxInFlight)
        return false;
    m_flow->stalled.store(false);
    return true;
}

bool Channel::takeOutput(const char *data, std::size_t size)
{
    if (m_state == State::Finished || m_overLimit) {
        m_afterEnd += size; // nobody reads any more
        return true;
    }
    // What a command of limited output says is bounded by its limit: a flood of it has that name, however busy the
    // main thread is.
    if (m_unlimited && !hasRoom()) {
        m_held = true;
        m_heldTotal = size; // libssh offers all that it holds
        return false;
    }
    deliver(data, size);
    return true;
}

void Channel::deliver(const char *data, std::size_t size)
{
    m_heldTotal = 0;
    m_outputTotal += size;
    if (!m_unlimited && m_outputTotal > protocol::kMaxCommandOutput) {
        m_overLimit = true;
        return;
    }
    m_flow->inFlight.fetch_add(static_cast<qint64>(size));
    m_gathered.append(data, static_cast<qsizetype>(size));
}

void Channel::flushOutput()
{
    const QByteArray gathered = std::exchange(m_gathered, {});
    for (qsizetype done = 0; done < gathered.size(); done += static_cast<qsizetype>(kChunk))
        m_sink.channelOutput(m_id, gathered.mid(done, static_cast<qsizetype>(kChunk)));
}

void Channel::takeError(const char *data, std::size_t size)
{
    if (m_state == State::Finished)
        m_afterEnd += size;
    const std::size_t keep = std::min(size, protocol::kMaxStderrKept - m_errorTotal);
    if (m_state == State::Finished || keep == 0)
        return;
    m_errorTotal += keep;
    m_sink.channelError(m_id, QByteArray(data, static_cast<qsizetype>(keep)));
}

// Reads what libssh kept while the main thread had no room. All of it at once: every read opens the window again,
// without regard for what is still kept, so that small reads would let an honest server pile up more and more.
void Channel::drainHeld()
{
    while (m_held && hasRoom()) {
        m_held = false; // a callback in the middle of these calls may set it again
        // "Nothing there" is 0, SSH_AGAIN or SSH_EOF, depending on the version of libssh.
        const int available = ssh_channel_poll(m_channel, 0);
        if (available <= 0)
            return;
        std::vector<char> buffer(static_cast<std::size_t>(available));
        const int got = ssh_channel_read_nonblocking(m_channel, buffer.data(), static_cast<uint32_t>(buffer.size()), 0);
        if (got > 0) {
            deliver(buffer.data(), static_cast<std::size_t>(got));
            m_held = true;
        }
    }
}

int Channel::onData(ssh_session, ssh_channel, void *data, uint32_t size, int isError, void *self)
{
    auto *channel = static_cast<Channel *>(self);
    const auto *bytes = static_cast<const char *>(data);
    if (isError)
        channel->takeError(bytes, size);
    else if (!channel->takeOutput(bytes, size))
        return 0;
    return static_cast<int>(size);
}

void Channel::onExitStatus(ssh_session, ssh_channel, int status, void *self)
{
    static_cast<Channel *>(self)->m_exitCode = status & 0xff;
}

void Channel::onExitSignal(ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *self)
{
    static_cast<Channel *>(self)->m_signal = base::cleanText(signal ? signal : "", 32);
}

void Channel::onClose(ssh_session, ssh_channel, void *self)
{
    static_cast<Channel *>(self)->m_remoteClosed = true;
}

} // namespace sparkloom::ssh
