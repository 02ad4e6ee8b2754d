// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/cancelflag.h"
#include "adapters/ssh/lazylibssh.h"
#include "engine/ports/remotehost.h"

#include <QByteArray>

#include <atomic>
#include <deque>
#include <memory>
#include <variant>

namespace sparkloom::ssh {

// What both threads of one process share: how much output is under way to the main thread.
struct FlowControl {
    static constexpr qint64 kMaxInFlight = 1024 * 1024;
    std::atomic<qint64> inFlight{0};
    std::atomic<bool> stalled{false}; // the SSH thread stopped taking output and wants to hear when there is room
};

// Where a channel's events go. Called on the SSH thread.
class ChannelSink {
public:
    virtual ~ChannelSink() = default;
    virtual void channelOutput(int id, const QByteArray &bytes) = 0;
    virtual void channelError(int id, const QByteArray &bytes) = 0;
    virtual void channelFinished(int id, const engine::ProcessExit &exit) = 0;
};

// One command on the host: opens the channel, asks for the command, moves bytes both ways. Lives on the SSH thread.
// libssh calls back in the middle of almost any call, so callbacks only note things; advance() acts on them.
class Channel {
public:
    Channel(ssh_session session, ChannelSink &sink, int id, QByteArray commandLine, bool unlimitedOutput,
        std::shared_ptr<FlowControl> flow, std::chrono::milliseconds openTimeout);
    ~Channel();
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    int id() const { return m_id; }
    // Does what can be done now. False once finished() was told; then it is to leave().
    bool advance();
    // Tells what came since the last time, in pieces of at most kChunk: many small packets are one piece of news, or a
    // host that sends byte by byte would keep the main thread from all others.
    void flushOutput();
    // After the end: closes as soon as there is something to close, and takes to nowhere what still comes. True when
    // the other side has closed too, and the channel may be deleted.
    bool leave();
    // The host sends more than the window allows, or goes on after the end: only ending the connection stops it.
    bool isFlooded() const { return m_heldTotal > kMaxHeld || m_afterEnd > kMaxAfterEnd; }
    bool isOpening() const { return m_state == State::Opening || m_state == State::Requesting; }
    void write(const QByteArray &bytes);
    void writeSecret(const base::Secret &secret);
    void closeInput() { m_closeInput = true; }
    void cancel();
    // The session is gone: libssh frees the channel with it.
    void abandon(const engine::ProcessExit &exit);

    static constexpr qsizetype kMaxPendingInput = 64 * 1024 * 1024;
    static constexpr std::size_t kChunk = 64 * 1024;
    static constexpr std::size_t kMaxHeld = 4 * 1024 * 1024;      // libssh gives windows of up to 2 MiB
    static constexpr std::size_t kMaxAfterEnd = 32 * 1024 * 1024; // what may be under way when we close

private:
    enum class State { Opening, Requesting, Running, Finished };
    using Input = std::variant<QByteArray, base::Secret>;

    static int onData(ssh_session, ssh_channel, void *data, uint32_t size, int isError, void *self);
    static void onExitStatus(ssh_session, ssh_channel, int status, void *self);
    static void onExitSignal(
        ssh_session, ssh_channel, const char *signal, int core, const char *message, const char *language, void *self);
    static void onClose(ssh_session, ssh_channel, void *self);

    bool open();
    bool request();
    void flushInput();
    void drainHeld();
    bool hasRoom();
    bool takeOutput(const char *data, std::size_t size);
    void deliver(const char *data, std::size_t size);
    void takeError(const char *data, std::size_t size);
    void finish(const engine::ProcessExit &exit);
    void finishAsClosed();
    engine::ProcessExit notStarted(base::MessageId id) const;

    const ssh_session m_session;
    ChannelSink &m_sink;
    const int m_id;
    const QByteArray m_commandLine;
    const bool m_unlimited;
    const std::shared_ptr<FlowControl> m_flow;
    const Deadline m_openDeadline;
    ssh_channel m_channel = nullptr;
    ssh_channel_callbacks_struct m_callbacks{};
    State m_state = State::Opening;

    std::deque<Input> m_input;
    std::size_t m_inputOffset = 0; // of the first element
    qsizetype m_inputSize = 0;
    bool m_closeInput = false;
    bool m_inputClosed = false;

    QByteArray m_gathered; // output that was not told yet
    std::size_t m_outputTotal = 0;
    std::size_t m_errorTotal = 0;
    bool m_overLimit = false;
    bool m_held = false;         // libssh holds output that the main thread had no room for
    std::size_t m_heldTotal = 0; // so much of it
    std::size_t m_afterEnd = 0;
    bool m_closed = false; // by us
    bool m_remoteClosed = false;
    std::optional<int> m_exitCode;
    std::optional<std::string> m_signal;
};

} // namespace sparkloom::ssh
