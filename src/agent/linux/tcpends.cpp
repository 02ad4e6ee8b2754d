// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/tcpends.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Who says nothing makes way for who comes later.
constexpr std::size_t kMaxCallers = 64;

void setBlocking(int socket, bool blocking)
{
    const int flags = fcntl(socket, F_GETFL);
    fcntl(socket, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

} // namespace

TcpStreams::TcpStreams(EpollLoop &loop, std::vector<TcpFlowSpec> flows, TcpEvents events)
    : m_loop(loop), m_flows(std::move(flows)), m_events(std::move(events)),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_loop.add(m_wake.get(), [this] {
        std::uint64_t count = 0;
        [[maybe_unused]] const ssize_t got = ::read(m_wake.get(), &count, sizeof count);
        look();
    });
}

TcpStreams::~TcpStreams()
{
    m_loop.remove(m_wake.get());
    for (const auto &stream : m_streams)
        stream->stop();
    for (const auto &stream : m_streams)
        stream->join();
}

std::size_t TcpStreams::wanted() const
{
    std::size_t count = 0;
    for (const TcpFlowSpec &flow : m_flows)
        count += static_cast<std::size_t>(flow.streams);
    return count;
}

void TcpStreams::startThreads()
{
    for (const auto &stream : m_streams)
        stream->start();
}

void TcpStreams::finish()
{
    for (const auto &stream : m_streams)
        stream->finish();
}

void TcpStreams::fail(const base::Error &error)
{
    if (!std::exchange(m_over, true))
        m_events.failed(error);
}

// A thread has said that something changed.
void TcpStreams::look()
{
    using State = TcpStream::State;
    if (m_over)
        return;
    const auto count = [this](State state) {
        return static_cast<std::size_t>(std::count_if(
            m_streams.begin(), m_streams.end(), [state](const auto &stream) { return stream->state() == state; }));
    };
    for (const auto &stream : m_streams)
        if (stream->state() == State::Failed)
            return fail(stream->error());
    const std::size_t ended = count(State::Ended);
    if (!m_started && m_streams.size() == wanted() && count(State::Running) + ended == wanted()) {
        m_started = true;
        running();
        m_events.started();
    }
    if (m_started && ended == wanted()) {
        m_over = true;
        m_events.ended();
    }
}

TcpReading TcpStreams::read()
{
    TcpReading reading;
    reading.at = m_loop.monotonic();
    for (const TcpFlowSpec &flow : m_flows) {
        TcpReading::Flow sum;
        sum.flow = flow.flow;
        for (const auto &stream : m_streams) {
            if (stream->flow() != flow.flow)
                continue;
            sum.open += stream->open() ? 1 : 0;
            sum.bytes += stream->bytes();
        }
        reading.flows.push_back(sum);
    }
    // What takes longer to ask comes after the bytes, which belong to the moment.
    for (const auto &stream : m_streams) {
        reading.cpu += stream->cpu();
        const auto flow = std::find_if(
            reading.flows.begin(), reading.flows.end(), [&](const auto &each) { return each.flow == stream->flow(); });
        flow->retransmits += stream->retransmits();
    }
    return reading;
}

TcpListener::TcpListener(EpollLoop &loop, const std::string &token, std::vector<TcpFlowSpec> flows, TcpEvents events)
    : TcpStreams(loop, std::move(flows), std::move(events)), m_token(token), m_doors(m_flows.size())
{}

TcpListener::~TcpListener()
{
    for (std::size_t i = 0; i < m_doors.size(); ++i)
        closeDoor(i);
    for (const Caller &caller : m_callers)
        m_loop.remove(caller.socket.get());
}

base::Result<void> TcpListener::open()
{
    for (std::size_t i = 0; i < m_flows.size(); ++i)
        if (auto opened = openDoor(i); !opened)
            return opened;
    return {};
}

base::Result<void> TcpListener::openDoor(std::size_t number)
{
    TcpFlowSpec &flow = m_flows[number];
    auto opened = openTcpSocket(flow);
    if (!opened)
        return opened.error();
    Door &door = m_doors[number];
    door.socket = std::move(opened).value();
    door.missing = flow.streams;
    setBlocking(door.socket.get(), false);
    sockaddr_in own{};
    socklen_t size = sizeof own;
    if (::listen(door.socket.get(), flow.streams + 16) != 0
        || getsockname(door.socket.get(), reinterpret_cast<sockaddr *>(&own), &size) != 0)
        return systemError(errno, "listen on", flow.local.toString());
    flow.port = ntohs(own.sin_port);
    m_loop.add(door.socket.get(), [this, number] { welcome(number); });
    return {};
}

void TcpListener::closeDoor(std::size_t number)
{
    if (!m_doors[number].socket.valid())
        return;
    m_loop.remove(m_doors[number].socket.get());
    const Descriptor closed = std::move(m_doors[number].socket);
}

void TcpListener::welcome(std::size_t number)
{
    while (m_doors[number].socket.valid()) {
        sockaddr_in from{};
        socklen_t size = sizeof from;
        Descriptor socket(accept4(
            m_doors[number].socket.get(), reinterpret_cast<sockaddr *>(&from), &size, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!socket.valid())
            return;
        if (ntohl(from.sin_addr.s_addr) != m_flows[number].peer.value) {
            ++m_strangers;
            continue;
        }
        if (m_callers.size() >= kMaxCallers)
            turnAway(m_callers.front().socket.get());
        const int caller = socket.get();
        m_callers.push_back({std::move(socket), number, {}});
        m_loop.add(caller, [this, caller] { listen(caller); });
    }
}

void TcpListener::turnAway(int caller)
{
    m_loop.remove(caller);
    std::erase_if(m_callers, [caller](const Caller &each) { return each.socket.get() == caller; });
    ++m_strangers;
}

void TcpListener::listen(int socket)
{
    const auto caller = std::find_if(
        m_callers.begin(), m_callers.end(), [socket](const Caller &each) { return each.socket.get() == socket; });
    if (caller == m_callers.end())
        return;
    char text[128];
    const std::size_t left = m_token.shown.size() - caller->said.size();
    const ssize_t got = recv(socket, text, std::min(left, sizeof text), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        return turnAway(socket);
    caller->said.append(text, static_cast<std::size_t>(got));
    if (caller->said.size() < m_token.shown.size())
        return;
    Door &door = m_doors[caller->door];
    if (!sameSecret(caller->said, m_token.shown) || door.missing == 0)
        return turnAway(socket);
    m_loop.remove(socket);
    m_joined.emplace_back(m_flows[caller->door].flow, std::move(caller->socket));
    if (--door.missing == 0)
        closeDoor(caller->door);
    m_callers.erase(caller);
    if (m_joined.size() == wanted())
        begin();
}

// Everybody is there: the answer lets the senders go.
void TcpListener::begin()
{
    for (const Caller &caller : m_callers) // came too late
        m_loop.remove(caller.socket.get());
    m_strangers += static_cast<int>(m_callers.size());
    m_callers.clear();
    std::vector<int> sockets;
    for (auto &[flow, socket] : std::exchange(m_joined, {})) {
        setBlocking(socket.get(), true);
        sockets.push_back(socket.get());
        add(std::make_unique<ReceivingStream>(flow, std::move(socket), wake()));
    }
    startThreads();
    for (const int socket : sockets) // a socket that has just been opened takes 32 bytes at once
        [[maybe_unused]] const ssize_t sent =
            ::send(socket, m_token.answer.data(), m_token.answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

TcpReading TcpListener::read()
{
    TcpReading reading = TcpStreams::read();
    // Before the start the streams that have joined are the open ones.
    for (const auto &[flow, socket] : m_joined)
        for (TcpReading::Flow &each : reading.flows)
            each.open += each.flow == flow ? 1 : 0;
    return reading;
}

} // namespace sparkloom::agent
