// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/resolver.h"

#include <atomic>
#include <cstring>
#include <netdb.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace sparkloom::ssh {
namespace {

std::vector<SocketAddress> lookUp(const std::string &host, std::uint16_t port, int flags)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *list = nullptr;
    std::vector<SocketAddress> found;
    if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list) != 0)
        return found;
    for (const addrinfo *entry = list; entry; entry = entry->ai_next) {
        SocketAddress address;
        if (entry->ai_addrlen > sizeof address.storage)
            continue;
        std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
        address.length = entry->ai_addrlen;
        found.push_back(address);
    }
    freeaddrinfo(list);
    return found;
}

} // namespace

std::string SocketAddress::text() const
{
    char host[NI_MAXHOST] = "";
    if (length == 0 || getnameinfo(generic(), length, host, sizeof host, nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    return host;
}

bool SocketAddress::operator==(const SocketAddress &other) const
{
    return length == other.length && std::memcmp(&storage, &other.storage, length) == 0;
}

SocketAddress SocketAddress::fromLiteral(const std::string &text, std::uint16_t port)
{
    const auto found = lookUp(text, port, AI_NUMERICHOST);
    return found.empty() ? SocketAddress{} : found.front();
}

struct Resolver::Shared {
    ~Shared()
    {
        if (event >= 0)
            close(event);
    }
    int event = -1;
    std::atomic<bool> done{false};
    std::vector<SocketAddress> addresses; // written before done
};

Resolver::Resolver(const std::string &host, std::uint16_t port) : m_shared(std::make_shared<Shared>())
{
    m_shared->event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::thread([shared = m_shared, host, port] {
        shared->addresses = lookUp(host, port, AI_ADDRCONFIG);
        // A bare name that no server knows may still be a neighbour's: mDNS answers to .local only (RFC 6762, section
        // 3).
        if (shared->addresses.empty() && host.find('.') == std::string::npos)
            shared->addresses = lookUp(host + ".local", port, AI_ADDRCONFIG);
        shared->done.store(true, std::memory_order_release);
        const std::uint64_t one = 1;
        if (write(shared->event, &one, sizeof one) < 0) {
            // Only a full counter fails, and a full counter is readable.
        }
    }).detach();
}

Resolver::~Resolver() = default;

int Resolver::descriptor() const
{
    return m_shared->event;
}

bool Resolver::isDone() const
{
    return m_shared->done.load(std::memory_order_acquire);
}

std::vector<SocketAddress> Resolver::addresses() const
{
    return isDone() ? m_shared->addresses : std::vector<SocketAddress>{};
}

} // namespace sparkloom::ssh
