// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/descriptor.h"
#include "agent/tcpengine.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>

namespace sparkloom::agent {

// What both sides say when a stream begins: whoever connects shows the first half of the token, whoever listens answers
// with the second once all streams have come. One more byte of his, any, says later that he has seen enough: an end
// that cannot be mistaken for a program that died, whose connections close, too.
inline constexpr std::string_view kTcpGreeting = "SPARKLOOM-TCP ";
struct TcpToken {
    explicit TcpToken(const std::string &token)
        : shown(std::string(kTcpGreeting) + token.substr(0, token.size() / 2)), answer(token.substr(token.size() / 2))
    {}
    std::string shown;
    std::string answer;
};
// Takes as long for a wrong text as for the right one.
bool sameSecret(std::string_view a, std::string_view b);

// A socket for one stream or for listening: bound to the address, and to the netdev where the kernel permits it
// (without root since Linux 5.7). Blocking.
base::Result<Descriptor> openTcpSocket(const TcpFlowSpec &flow);

// One stream with a thread of its own that moves bytes as fast as they go. Everything but the thread's own function
// runs on the loop's thread.
class TcpStream {
public:
    enum class State { Joining, Running, Ended, Failed };

    // wake: an eventfd that gets 1 whenever the state changes.
    TcpStream(int flow, Descriptor socket, int wake) : m_flow(flow), m_socket(std::move(socket)), m_wake(wake) {}
    virtual ~TcpStream() = default;
    TcpStream(const TcpStream &) = delete;
    TcpStream &operator=(const TcpStream &) = delete;

    void start();
    // Wakes the thread out of whatever it waits for. Nothing of the stream is left once it is destroyed: without this
    // the kernel would keep trying for minutes to get rid of what a receiver no longer reads.
    void stop();
    // Of a sender: no more; it ends when the receiver has everything and has closed. Of a receiver: tells the sender
    // to.
    virtual void finish() = 0;
    void join();

    int flow() const { return m_flow; }
    State state() const { return m_state.load(std::memory_order_acquire); }
    bool open() const { return state() == State::Joining || state() == State::Running; }
    std::uint64_t bytes() const { return m_bytes.load(std::memory_order_relaxed); }
    std::chrono::nanoseconds cpu() const;
    std::uint64_t retransmits() const;
    // Why it failed; only then.
    base::Error error() const;

protected:
    // The thread's work: joins, then moves bytes until the end. False: failed, m_problem and m_errno say why.
    virtual bool work() = 0;
    bool fail(base::MessageId problem, int errorNumber);
    void setState(State state);
    void count(std::size_t bytes)
    {
        m_bytes.store(m_bytes.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
    }
    bool stopping() const { return m_stopping.load(std::memory_order_relaxed); }

    const int m_flow;
    const Descriptor m_socket;

private:
    void run();

    const int m_wake;
    std::thread m_thread;
    std::atomic<State> m_state{State::Joining};
    std::atomic<bool> m_stopping{false};
    std::atomic<std::int64_t> m_cpuAtEnd{-1}; // ns; -1 while it runs
    base::MessageId m_problem{""};            // written before the state becomes Failed
    int m_errno = 0;
    alignas(64) std::atomic<std::uint64_t> m_bytes{0}; // its own cache line: written for every block
};

// Of a receiver: a connection that has shown the token.
class ReceivingStream : public TcpStream {
public:
    using TcpStream::TcpStream;

    void finish() override;

protected:
    bool work() override;
};

// Of a sender: connects, shows the token, waits for the answer, sends.
class SendingStream : public TcpStream {
public:
    SendingStream(
        const TcpFlowSpec &flow, Descriptor socket, int wake, TcpToken token, std::chrono::milliseconds patience)
        : TcpStream(flow.flow, std::move(socket), wake), m_to(flow), m_token(std::move(token)), m_patience(patience)
    {}

    void finish() override { m_finishing.store(true, std::memory_order_relaxed); }
    // To be watched once it runs: readable when the receiver has something to say, or is gone.
    int socket() const { return m_socket.get(); }
    // Whether the receiver has said that it has seen enough.
    bool isTold() const;

protected:
    bool work() override;

private:
    bool joinReceiver();
    bool sendAll();
    bool awaitEnd();

    const TcpFlowSpec m_to;
    const TcpToken m_token;
    const std::chrono::milliseconds m_patience;
    std::atomic<bool> m_finishing{false};
};

} // namespace sparkloom::agent
