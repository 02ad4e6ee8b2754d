// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/netlink.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>

namespace sparkloom::agent {
namespace {

constexpr std::size_t kMaxAnswer = 64 * 1024;

std::size_t aligned(std::size_t size)
{
    return (size + 3) & ~std::size_t(3);
}

} // namespace

void NetlinkAttributes::forEach(const std::function<void(std::uint16_t, std::string_view)> &visit) const
{
    std::string_view rest = m_bytes;
    while (rest.size() >= sizeof(nlattr)) {
        nlattr head;
        std::memcpy(&head, rest.data(), sizeof head);
        if (head.nla_len < sizeof head || head.nla_len > rest.size())
            return;
        visit(head.nla_type & NLA_TYPE_MASK, rest.substr(sizeof head, head.nla_len - sizeof head));
        rest.remove_prefix(std::min(rest.size(), aligned(head.nla_len)));
    }
}

std::string_view NetlinkAttributes::find(std::uint16_t type) const
{
    std::string_view found;
    bool done = false;
    forEach([&](std::uint16_t seen, std::string_view payload) {
        if (seen == type && !done) {
            found = payload;
            done = true;
        }
    });
    return found;
}

bool NetlinkAttributes::has(std::uint16_t type) const
{
    bool found = false;
    forEach([&](std::uint16_t seen, std::string_view) { found |= seen == type; });
    return found;
}

std::uint32_t NetlinkAttributes::number(std::uint16_t type, std::uint32_t otherwise) const
{
    const std::string_view payload = find(type);
    if (payload.size() < sizeof otherwise)
        return otherwise;
    std::uint32_t value;
    std::memcpy(&value, payload.data(), sizeof value);
    return value;
}

NetlinkRequest::NetlinkRequest(std::uint16_t type, std::uint16_t flags)
{
    nlmsghdr head{};
    head.nlmsg_type = type;
    head.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | flags);
    append(&head, sizeof head);
}

void NetlinkRequest::append(const void *data, std::size_t size)
{
    if (size > 0)
        m_bytes.append(static_cast<const char *>(data), size);
    m_bytes.resize(aligned(m_bytes.size()));
}

void NetlinkRequest::attribute(std::uint16_t type, const void *data, std::size_t size)
{
    nlattr head{};
    head.nla_type = type;
    head.nla_len = static_cast<std::uint16_t>(sizeof head + size);
    m_bytes.append(reinterpret_cast<const char *>(&head), sizeof head);
    append(data, size);
}

void NetlinkRequest::attribute(std::uint16_t type, std::string_view text)
{
    const std::string terminated(text);
    attribute(type, terminated.c_str(), terminated.size() + 1);
}

void NetlinkRequest::attribute32(std::uint16_t type, std::uint32_t value)
{
    attribute(type, &value, sizeof value);
}

std::size_t NetlinkRequest::beginNested(std::uint16_t type)
{
    const std::size_t begin = m_bytes.size();
    nlattr head{};
    head.nla_type = static_cast<std::uint16_t>(type | NLA_F_NESTED);
    append(&head, sizeof head);
    return begin;
}

void NetlinkRequest::endNested(std::size_t begin)
{
    const auto length = static_cast<std::uint16_t>(m_bytes.size() - begin);
    std::memcpy(m_bytes.data() + begin, &length, sizeof length);
}

std::string NetlinkRequest::finish(std::uint32_t sequence)
{
    nlmsghdr head;
    std::memcpy(&head, m_bytes.data(), sizeof head);
    head.nlmsg_len = static_cast<std::uint32_t>(m_bytes.size());
    head.nlmsg_seq = sequence;
    std::memcpy(m_bytes.data(), &head, sizeof head);
    return m_bytes;
}

NetlinkSocket::NetlinkSocket(int protocol) : m_socket(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol))
{
    const timeval bound{2, 0};
    if (m_socket.valid())
        setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &bound, sizeof bound);
}

base::Result<void> NetlinkSocket::ask(NetlinkRequest request, std::string_view what,
    const std::function<void(const nlmsghdr &, const void *, std::size_t)> &visit)
{
    const std::uint32_t sequence = ++m_sequence;
    const std::string bytes = request.finish(sequence);
    if (!m_socket.valid() || send(m_socket.get(), bytes.data(), bytes.size(), 0) < 0)
        return systemError(errno, "netlink", what);
    std::vector<char> buffer(kMaxAnswer);
    for (;;) {
        const ssize_t count = recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(errno, "netlink", what);
        std::string_view rest(buffer.data(), static_cast<std::size_t>(count));
        while (rest.size() >= sizeof(nlmsghdr)) {
            nlmsghdr head;
            std::memcpy(&head, rest.data(), sizeof head);
            if (head.nlmsg_len < sizeof head || head.nlmsg_len > rest.size())
                break;
            const std::string_view payload = rest.substr(sizeof head, head.nlmsg_len - sizeof head);
            rest.remove_prefix(std::min(rest.size(), aligned(head.nlmsg_len)));
            if (head.nlmsg_seq != sequence)
                continue; // a late answer to an earlier request
            if (head.nlmsg_type == NLMSG_DONE)
                return {};
            if (head.nlmsg_type == NLMSG_ERROR) {
                int code = 0;
                if (payload.size() >= sizeof code)
                    std::memcpy(&code, payload.data(), sizeof code);
                return code == 0 ? base::Result<void>() : systemError(-code, "netlink", what);
            }
            visit(head, payload.data(), payload.size());
        }
    }
}

} // namespace sparkloom::agent
