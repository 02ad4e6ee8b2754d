// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxtyped.h"

#include "domain/hardware/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <linux/fib_rules.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

namespace sparkloom::agent {
namespace {

// IFA_PROTO of newer linux/if_addr.h (since 5.18): who gave the address; absent where nobody said.
constexpr std::uint16_t kAddressOrigin = 11;
constexpr std::uint32_t kAddressFlags =
    IFA_F_NODAD | IFA_F_HOMEADDRESS | IFA_F_MANAGETEMPADDR | IFA_F_NOPREFIXROUTE | IFA_F_MCAUTOJOIN;

template <typename Header>
constexpr std::size_t kSkip = (sizeof(Header) + 3) & ~std::size_t(3);

// Header and attributes of one answer, both bounds-checked.
template <typename Header>
std::optional<std::pair<Header, NetlinkAttributes>> partsOf(const void *payload, std::size_t size)
{
    if (size < kSkip<Header>)
        return std::nullopt;
    Header header;
    std::memcpy(&header, payload, sizeof header);
    return std::pair(
        header, NetlinkAttributes(static_cast<const char *>(payload) + kSkip<Header>, size - kSkip<Header>));
}

// The message of an entry: header, then each attribute but these, in the kernel's order.
template <typename Header>
std::string messageOf(
    const Header &header, const NetlinkAttributes &attributes, std::initializer_list<std::uint16_t> without)
{
    std::string bytes(kSkip<Header>, '\0');
    std::memcpy(bytes.data(), &header, sizeof header);
    attributes.forEach([&](std::uint16_t type, std::string_view value) {
        if (std::find(without.begin(), without.end(), type) != without.end())
            return;
        nlattr head{};
        head.nla_type = type;
        head.nla_len = static_cast<std::uint16_t>(sizeof head + value.size());
        bytes.append(reinterpret_cast<const char *>(&head), sizeof head).append(value);
        bytes.resize((bytes.size() + 3) & ~std::size_t(3));
    });
    return bytes;
}

std::string nameOf(unsigned index)
{
    std::array<char, IF_NAMESIZE> name{};
    return index != 0 && if_indextoname(index, name.data()) ? std::string(name.data()) : std::string();
}

std::string textOf(std::string_view bytes)
{
    return std::string(bytes.substr(0, bytes.find('\0')));
}

std::optional<domain::Ipv4Prefix> prefixOf(std::string_view bytes, int length)
{
    std::uint32_t value = 0;
    if (bytes.size() != sizeof value || length > 32)
        return std::nullopt;
    std::memcpy(&value, bytes.data(), sizeof value);
    return domain::Ipv4Prefix::of({ntohl(value)}, length);
}

// The request that adds an entry again.
template <typename Header, typename Place>
std::optional<NetlinkRequest> requestFor(std::uint16_t type, const TypedEntry &entry, Place place)
{
    auto parts = partsOf<Header>(entry.message.data(), entry.message.size());
    if (!parts)
        return std::nullopt;
    NetlinkRequest request(type, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL);
    place(parts->first);
    request.header(parts->first);
    parts->second.forEach(
        [&](std::uint16_t kind, std::string_view value) { request.attribute(kind, value.data(), value.size()); });
    return request;
}

std::optional<NetlinkRequest> requestFor(const TypedEntry &entry, unsigned index)
{
    switch (entry.kind) {
    case TypedEntry::Kind::Address6:
        return requestFor<ifaddrmsg>(RTM_NEWADDR, entry, [index](ifaddrmsg &header) { header.ifa_index = index; });
    case TypedEntry::Kind::Route6: {
        auto request = requestFor<rtmsg>(RTM_NEWROUTE, entry, [](rtmsg &) {});
        if (request)
            request->attribute32(RTA_OIF, index);
        return request;
    }
    case TypedEntry::Kind::Rule: break;
    }
    return requestFor<fib_rule_hdr>(RTM_NEWRULE, entry, [](fib_rule_hdr &) {});
}

} // namespace

LinuxTyped::LinuxTyped() : m_route(NETLINK_ROUTE) {}

base::Result<std::vector<TypedEntry>> LinuxTyped::list()
{
    std::vector<TypedEntry> found;
    if (auto listed = listAddresses(found); !listed)
        return listed.error();
    if (auto listed = listRoutes(found); !listed)
        return listed.error();
    for (const int family : {AF_INET, AF_INET6})
        if (auto listed = listRules(family, found); !listed)
            return listed.error();
    return found;
}

base::Result<void> LinuxTyped::listAddresses(std::vector<TypedEntry> &found)
{
    NetlinkRequest request(RTM_GETADDR, NLM_F_DUMP);
    ifaddrmsg wanted{};
    wanted.ifa_family = AF_INET6;
    request.header(wanted);
    return m_route.ask(
        std::move(request), "IPv6 addresses", [&](const nlmsghdr &, const void *payload, std::size_t size) {
            const auto parts = partsOf<ifaddrmsg>(payload, size);
            if (!parts || parts->first.ifa_family != AF_INET6)
                return;
            auto [header, attributes] = *parts;
            const std::uint32_t flags = attributes.number(IFA_FLAGS, header.ifa_flags);
            // Those of router advertisements end by themselves, the kernel's own say so.
            if (!(flags & IFA_F_PERMANENT) || attributes.has(kAddressOrigin))
                return;
            TypedEntry entry;
            entry.kind = TypedEntry::Kind::Address6;
            entry.netdev = nameOf(header.ifa_index);
            header.ifa_flags = 0;
            header.ifa_index = 0;
            entry.message = messageOf(header, attributes, {IFA_FLAGS, IFA_CACHEINFO});
            const std::uint32_t kept = flags & kAddressFlags;
            nlattr head{};
            head.nla_type = IFA_FLAGS;
            head.nla_len = sizeof head + sizeof kept;
            entry.message.append(reinterpret_cast<const char *>(&head), sizeof head);
            entry.message.append(reinterpret_cast<const char *>(&kept), sizeof kept);
            found.push_back(std::move(entry));
        });
}

base::Result<void> LinuxTyped::listRoutes(std::vector<TypedEntry> &found)
{
    NetlinkRequest request(RTM_GETROUTE, NLM_F_DUMP);
    rtmsg wanted{};
    wanted.rtm_family = AF_INET6;
    request.header(wanted);
    return m_route.ask(std::move(request), "IPv6 routes", [&](const nlmsghdr &, const void *payload, std::size_t size) {
        const auto parts = partsOf<rtmsg>(payload, size);
        if (!parts || parts->first.rtm_family != AF_INET6 || parts->first.rtm_protocol != RTPROT_BOOT
            || parts->first.rtm_type != RTN_UNICAST || (parts->first.rtm_flags & RTM_F_CLONED))
            return;
        auto [header, attributes] = *parts;
        TypedEntry entry;
        entry.kind = TypedEntry::Kind::Route6;
        entry.netdev = nameOf(attributes.number(RTA_OIF, 0)); // none: over several interfaces at once
        entry.table = static_cast<int>(attributes.number(RTA_TABLE, header.rtm_table));
        header.rtm_flags &= RTNH_F_ONLINK;
        entry.message = messageOf(header, attributes, {RTA_OIF, RTA_CACHEINFO});
        found.push_back(std::move(entry));
    });
}

base::Result<void> LinuxTyped::listRules(int family, std::vector<TypedEntry> &found)
{
    NetlinkRequest request(RTM_GETRULE, NLM_F_DUMP);
    fib_rule_hdr wanted{};
    wanted.family = static_cast<std::uint8_t>(family);
    request.header(wanted);
    return m_route.ask(std::move(request), "rules", [&](const nlmsghdr &, const void *payload, std::size_t size) {
        const auto parts = partsOf<fib_rule_hdr>(payload, size);
        if (!parts || parts->first.family != family)
            return;
        auto [header, attributes] = *parts;
        // `ip rule add` says who it is (boot) or, the older one, nothing; the kernel and renderers say theirs.
        const std::string_view origin = attributes.find(FRA_PROTOCOL);
        if (!origin.empty() && origin[0] != RTPROT_UNSPEC && origin[0] != RTPROT_BOOT)
            return;
        TypedEntry entry;
        entry.netdev = textOf(attributes.find(FRA_IIFNAME));
        entry.secondNetdev = textOf(attributes.find(FRA_OIFNAME));
        if (entry.netdev.empty())
            entry.netdev.swap(entry.secondNetdev);
        entry.table = static_cast<int>(attributes.number(FRA_TABLE, header.table));
        entry.from = prefixOf(attributes.find(FRA_SRC), header.src_len);
        entry.to = prefixOf(attributes.find(FRA_DST), header.dst_len);
        header.flags &= FIB_RULE_INVERT; // the others say what became of it, not what was typed
        entry.message = messageOf(header, attributes, {FRA_PAD});
        found.push_back(std::move(entry));
    });
}

base::Result<void> LinuxTyped::add(const TypedEntry &entry)
{
    const unsigned index = entry.kind == TypedEntry::Kind::Rule ? 0 : if_nametoindex(entry.netdev.c_str());
    if (entry.kind != TypedEntry::Kind::Rule && index == 0)
        return systemError(ENODEV, "netlink", entry.netdev);
    auto request = requestFor(entry, index);
    if (!request)
        return systemError(EINVAL, "netlink", entry.netdev);
    const auto there = list();
    if (!there)
        return there.error();
    const bool known = std::any_of(there->begin(), there->end(), [&](const TypedEntry &other) {
        return other.kind == entry.kind && other.netdev == entry.netdev && other.message == entry.message;
    });
    if (known)
        return {};
    return m_route.ask(std::move(*request), "typed entry", [](const nlmsghdr &, const void *, std::size_t) {});
}

} // namespace sparkloom::agent
