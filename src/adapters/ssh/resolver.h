// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace sparkloom::ssh {

// One address to connect to.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    const sockaddr *generic() const { return reinterpret_cast<const sockaddr *>(&storage); }
    std::string text() const; // "192.168.1.5", "fe80::1%eth0"
    bool operator==(const SocketAddress &other) const;

    // A literal, with %zone where it is link-local; length 0 where the text is none.
    static SocketAddress fromLiteral(const std::string &text, std::uint16_t port);
};

// Resolves one name on a thread of its own, because getaddrinfo() cannot be interrupted. The thread outlives this
// object when it has to; it then touches only what it shares with nobody else.
class Resolver {
public:
    Resolver(const std::string &host, std::uint16_t port);
    ~Resolver();
    Resolver(const Resolver &) = delete;
    Resolver &operator=(const Resolver &) = delete;

    int descriptor() const; // readable when done
    bool isDone() const;
    std::vector<SocketAddress> addresses() const; // once done; empty where the name is not known

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace sparkloom::ssh
