// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/connector.h"

#include "adapters/ssh/errors.h"
#include "adapters/ssh/resolver.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <unistd.h>

namespace sparkloom::ssh {
using namespace base::literals;
namespace {

constexpr std::size_t kMaxAddresses = 16;
constexpr std::chrono::milliseconds kStagger{250};

// One attempt under way; closes its socket unless it is taken.
struct Attempt {
    explicit Attempt(SocketAddress to) : address(to) {}
    ~Attempt()
    {
        if (socket >= 0)
            close(socket);
    }
    Attempt(Attempt &&other) noexcept : address(other.address), socket(std::exchange(other.socket, -1)) {}
    Attempt &operator=(Attempt &&other) noexcept
    {
        std::swap(address, other.address);
        std::swap(socket, other.socket);
        return *this;
    }

    SocketAddress address;
    int socket = -1;
};

std::string localAddressOf(int socket)
{
    SocketAddress local;
    local.length = sizeof local.storage;
    if (getsockname(socket, reinterpret_cast<sockaddr *>(&local.storage), &local.length) != 0)
        return {};
    return local.text();
}

void prepareSocket(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    const int idle = 10, interval = 5, count = 3;
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
}

class Race {
public:
    Race(const Target &target, Deadline deadline, const CancelFlag &cancel)
        : m_target(target), m_deadline(deadline), m_cancel(cancel)
    {
        for (const std::string &text : target.addresses)
            add(SocketAddress::fromLiteral(text, target.port));
        const SocketAddress literal = SocketAddress::fromLiteral(target.host, target.port);
        if (literal.length > 0)
            add(literal);
        else
            m_resolver.emplace(target.host, target.port);
    }

    base::Result<ConnectedSocket> run()
    {
        m_nextStart = Clock::now();
        for (;;) {
            if (m_cancel.isCancelled())
                return cancelledError();
            takeResolved();
            startDue();
            if (m_winner)
                return finish(std::move(*m_winner));
            if (m_running.empty() && m_next == m_addresses.size() && !m_resolver)
                return failure();
            if (Clock::now() >= m_deadline)
                return failure();
            waitOnce();
            if (m_winner)
                return finish(std::move(*m_winner));
        }
    }

private:
    void add(const SocketAddress &address)
    {
        if (address.length > 0 && m_addresses.size() < kMaxAddresses
            && std::find(m_addresses.begin(), m_addresses.end(), address) == m_addresses.end())
            m_addresses.push_back(address);
    }

    void takeResolved()
    {
        if (!m_resolver || !m_resolver->isDone())
            return;
        for (const SocketAddress &address : m_resolver->addresses())
            add(address);
        m_resolver.reset();
    }

    void startDue()
    {
        while (m_next < m_addresses.size() && (m_running.empty() || Clock::now() >= m_nextStart) && !m_winner) {
            start(m_addresses[m_next++]);
            m_nextStart = Clock::now() + kStagger;
        }
    }

    void start(const SocketAddress &address)
    {
        Attempt attempt(address);
        attempt.socket = ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (attempt.socket < 0)
            return note(errno);
        prepareSocket(attempt.socket);
        if (::connect(attempt.socket, address.generic(), address.length) == 0)
            m_winner.emplace(std::move(attempt));
        else if (errno == EINPROGRESS)
            m_running.push_back(std::move(attempt));
        else
            note(errno);
    }

    void waitOnce()
    {
        std::vector<pollfd> fds;
        for (const Attempt &attempt : m_running)
            fds.push_back({attempt.socket, POLLOUT, 0});
        fds.push_back({m_cancel.descriptor(), POLLIN, 0});
        if (m_resolver)
            fds.push_back({m_resolver->descriptor(), POLLIN, 0});
        const Deadline until = m_next < m_addresses.size() ? std::min(m_deadline, m_nextStart) : m_deadline;
        if (poll(fds.data(), fds.size(), millisecondsTo(until)) <= 0)
            return;
        std::vector<Attempt> still;
        for (std::size_t i = 0; i < m_running.size(); ++i) {
            if (fds[i].revents == 0)
                still.push_back(std::move(m_running[i]));
            else
                settle(std::move(m_running[i]));
        }
        m_running = std::move(still);
    }

    void settle(Attempt attempt)
    {
        int error = 0;
        socklen_t size = sizeof error;
        if (getsockopt(attempt.socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
            error = errno;
        if (error != 0)
            note(error);
        else if (!m_winner)
            m_winner.emplace(std::move(attempt));
    }

    // A refusal says most: the machine is there. Then "no route", then silence.
    void note(int error)
    {
        if (error == ECONNREFUSED)
            m_refused = true;
        else if (error == ENETUNREACH || error == EHOSTUNREACH || error == EACCES || error == EPERM
            || error == ENETDOWN)
            m_noRoute = true;
        m_lastError = error;
    }

    base::Error failure() const
    {
        const std::string detail = m_lastError ? std::strerror(m_lastError) : "";
        const auto told = [&](base::MessageId id) {
            return base::Message(id).with("host", m_target.host).with("port", m_target.port);
        };
        if (m_refused)
            return unreachable(told("ssh.refused"_msg), detail);
        if (m_addresses.empty())
            return unreachable(told(m_resolver ? "ssh.name-timeout"_msg : "ssh.name-unknown"_msg));
        if (m_noRoute && m_running.empty())
            return unreachable(told("ssh.no-route"_msg), detail);
        return unreachable(told("ssh.timeout"_msg), detail);
    }

    static ConnectedSocket finish(Attempt attempt)
    {
        ConnectedSocket result;
        result.peerAddress = attempt.address.text();
        result.localAddress = localAddressOf(attempt.socket);
        result.descriptor = std::exchange(attempt.socket, -1);
        return result;
    }

    const Target &m_target;
    const Deadline m_deadline;
    const CancelFlag &m_cancel;
    std::vector<SocketAddress> m_addresses;
    std::size_t m_next = 0;
    Deadline m_nextStart;
    std::vector<Attempt> m_running;
    std::optional<Attempt> m_winner;
    std::optional<Resolver> m_resolver;
    bool m_refused = false;
    bool m_noRoute = false;
    int m_lastError = 0;
};

} // namespace

base::Result<ConnectedSocket> connectToTarget(const Target &target, Deadline deadline, const CancelFlag &cancel)
{
    return Race(target, deadline, cancel).run();
}

} // namespace sparkloom::ssh
