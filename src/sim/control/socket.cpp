// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/socket.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sparkloom::sim {

namespace {

constexpr int kBacklog = 8;
constexpr int kMostNames = 16;

// Only programs of the user who runs the simulator, and root: an abstract socket has no permissions of its own.
bool isOurs(int descriptor)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && (peer.uid == geteuid() || peer.uid == 0);
}

} // namespace

struct ControlSocket::Connection {
    Connection(Control &control, int socket)
        : channel(control, [this](const std::string &line) { send(line + '\n'); }), descriptor(socket)
    {}
    // Somebody who does not read his answers loses the connection rather than holding up the world.
    void send(std::string_view text)
    {
        while (!text.empty() && !broken) {
            const ssize_t sent = ::send(descriptor, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            broken = sent < 0 && errno != EINTR;
            if (sent > 0)
                text.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    ControlChannel channel;
    int descriptor;
    bool broken = false;
};

ControlSocket::ControlSocket(EventLoop &loop, Control &control) : m_loop(loop), m_control(control) {}

ControlSocket::~ControlSocket()
{
    while (!m_connections.empty())
        drop(m_connections.begin()->first);
    if (m_listener >= 0) {
        m_loop.unwatch(m_listener);
        close(m_listener);
    }
}

bool ControlSocket::open()
{
    m_listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    for (int i = 0; i < kMostNames && m_listener >= 0; ++i) {
        m_name = "@sparkloom-sim-" + std::to_string(getpid()) + (i > 0 ? '-' + std::to_string(i) : std::string());
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path + 1, m_name.data() + 1, m_name.size() - 1);
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_name.size());
        if (bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size) < 0)
            continue;
        if (listen(m_listener, kBacklog) < 0)
            return false;
        m_loop.watch(m_listener, [this] { accept(); });
        return true;
    }
    return false;
}

void ControlSocket::accept()
{
    const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor < 0)
        return;
    if (m_connections.size() >= kMostConnections || !isOurs(descriptor)) {
        close(descriptor);
        return;
    }
    m_connections[descriptor] = std::make_unique<Connection>(m_control, descriptor);
    m_loop.watch(descriptor, [this, descriptor] { read(descriptor); });
}

void ControlSocket::read(int descriptor)
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    Connection &connection = *m_connections.at(descriptor);
    if (got > 0)
        connection.channel.receive({buffer.data(), static_cast<std::size_t>(got)});
    if (got <= 0 || connection.broken)
        drop(descriptor);
}

void ControlSocket::drop(int descriptor)
{
    m_loop.unwatch(descriptor);
    m_connections.erase(descriptor);
    close(descriptor);
}

} // namespace sparkloom::sim
