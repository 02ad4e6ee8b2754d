// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/descriptor.h"
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <linux/netlink.h>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// Attributes of one netlink message, walked with bounds checks; views point into the message.
class NetlinkAttributes {
public:
    NetlinkAttributes(const void *data, std::size_t size) : m_bytes(static_cast<const char *>(data), size) {}

    // Payload of the first attribute of this type (the nested flag is ignored); empty where there is none.
    std::string_view find(std::uint16_t type) const;
    bool has(std::uint16_t type) const;
    std::uint32_t number(std::uint16_t type, std::uint32_t otherwise) const; // 32 bit
    // Calls visit with each (type, payload).
    void forEach(const std::function<void(std::uint16_t, std::string_view)> &visit) const;

private:
    std::string_view m_bytes;
};

// A message being built: fixed header of the family, then attributes.
class NetlinkRequest {
public:
    NetlinkRequest(std::uint16_t type, std::uint16_t flags);
    template <typename Header>
    void header(const Header &value)
    {
        append(&value, sizeof value);
    }
    void attribute(std::uint16_t type, const void *data, std::size_t size);
    void attribute(std::uint16_t type, std::string_view text); // with its terminating zero
    void attribute32(std::uint16_t type, std::uint32_t value);
    std::size_t beginNested(std::uint16_t type);
    void endNested(std::size_t begin);
    std::string finish(std::uint32_t sequence);

private:
    void append(const void *data, std::size_t size);
    std::string m_bytes;
};

// One netlink socket for requests, blocking with a bound of 2 s per answer.
class NetlinkSocket {
public:
    explicit NetlinkSocket(int protocol); // NETLINK_ROUTE, NETLINK_GENERIC
    bool valid() const { return m_socket.valid(); }
    // Sends and collects: each answer message goes to visit (its header and the bytes after it). Ends at the ACK, the
    // error or the end of the dump. Errors carry errno.
    base::Result<void> ask(NetlinkRequest request, std::string_view what,
        const std::function<void(const nlmsghdr &, const void *payload, std::size_t size)> &visit);

private:
    Descriptor m_socket;
    std::uint32_t m_sequence = 0;
};

} // namespace sparkloom::agent
