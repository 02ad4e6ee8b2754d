// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxnetwork.h"

#include "agent/linux/blinklight.h"
#include "agent/linux/echo.h"
#include "agent/linux/ethtool.h"
#include "agent/linux/probe.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

namespace sparkloom::agent {
namespace {

// IFF_LOWER_UP of linux/if.h, which cannot be included beside net/if.h.
constexpr unsigned kLowerUp = 1u << 16;

// Also routes that let traffic go nowhere: their networks are taken.
bool decidesWhereTo(unsigned char routeType)
{
    return routeType == RTN_UNICAST || routeType == RTN_BLACKHOLE || routeType == RTN_UNREACHABLE
        || routeType == RTN_PROHIBIT;
}

template <typename Header>
bool readHeader(const void *payload, std::size_t size, Header &header)
{
    if (size < sizeof header)
        return false;
    std::memcpy(&header, payload, sizeof header);
    return true;
}

template <typename Header>
NetlinkAttributes attributesAfter(const void *payload, std::size_t size)
{
    const std::size_t skip = (sizeof(Header) + 3) & ~std::size_t(3);
    return size <= skip ? NetlinkAttributes("", 0)
                        : NetlinkAttributes(static_cast<const char *>(payload) + skip, size - skip);
}

domain::Ipv4Address ipv4(std::string_view bytes)
{
    std::uint32_t value = 0;
    if (bytes.size() >= sizeof value)
        std::memcpy(&value, bytes.data(), sizeof value);
    return {ntohl(value)};
}

domain::MacAddress mac(std::string_view bytes)
{
    domain::MacAddress address;
    if (bytes.size() == address.bytes.size())
        std::memcpy(address.bytes.data(), bytes.data(), bytes.size());
    return address;
}

std::string textOf(int family, std::string_view bytes)
{
    char text[INET6_ADDRSTRLEN] = "";
    const std::size_t wanted = family == AF_INET ? 4 : 16;
    if (bytes.size() < wanted || !inet_ntop(family, bytes.data(), text, sizeof text))
        return {};
    return text;
}

// A second socket, in multicast groups; its messages only say that something changed.
class RouteSubscription : public Network::Subscription {
public:
    RouteSubscription(EpollLoop &loop, std::function<void()> changed)
        : m_loop(loop), m_socket(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE)),
          m_changed(std::move(changed))
    {
        sockaddr_nl local{};
        local.nl_family = AF_NETLINK;
        local.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_NEIGH;
        if (!m_socket.valid() || bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) != 0)
            return;
        m_loop.add(m_socket.get(), [this] { drain(); });
    }
    ~RouteSubscription() override
    {
        if (m_socket.valid())
            m_loop.remove(m_socket.get());
    }

private:
    void drain()
    {
        char buffer[16384];
        bool any = false;
        ssize_t count = 0;
        // ENOBUFS means that messages were lost: that is a change too.
        while ((count = recv(m_socket.get(), buffer, sizeof buffer, 0)) > 0 || (count < 0 && errno == ENOBUFS))
            any = true;
        if (any) {
            const auto keep = m_changed; // the callback may end this subscription
            keep();
        }
    }

    EpollLoop &m_loop;
    Descriptor m_socket;
    std::function<void()> m_changed;
};

} // namespace

LinuxNetwork::LinuxNetwork(EpollLoop &loop, Processes &processes)
    : m_loop(loop), m_processes(processes), m_route(NETLINK_ROUTE), m_ethtool(std::make_unique<Ethtool>())
{}

LinuxNetwork::~LinuxNetwork() = default;

base::Result<std::vector<LinkInfo>> LinuxNetwork::links()
{
    NetlinkRequest request(RTM_GETLINK, NLM_F_DUMP);
    request.header(ifinfomsg{});
    std::vector<LinkInfo> found;
    const auto asked =
        m_route.ask(std::move(request), "links", [&](const nlmsghdr &, const void *payload, std::size_t size) {
            ifinfomsg header;
            if (!readHeader(payload, size, header))
                return;
            const auto attributes = attributesAfter<ifinfomsg>(payload, size);
            LinkInfo link;
            link.index = header.ifi_index;
            link.name = std::string(attributes.find(IFLA_IFNAME)).c_str();
            link.mac = mac(attributes.find(IFLA_ADDRESS));
            link.adminUp = header.ifi_flags & IFF_UP;
            link.carrier = (header.ifi_flags & kLowerUp) != 0;
            link.mtu = static_cast<int>(attributes.number(IFLA_MTU, 0));
            link.maxMtu = static_cast<int>(attributes.number(IFLA_MAX_MTU, 0));
            found.push_back(std::move(link));
        });
    if (!asked)
        return asked.error();
    return found;
}

base::Result<std::vector<AddressInfo>> LinuxNetwork::addresses()
{
    NetlinkRequest request(RTM_GETADDR, NLM_F_DUMP);
    request.header(ifaddrmsg{});
    std::vector<AddressInfo> found;
    const auto asked =
        m_route.ask(std::move(request), "addresses", [&](const nlmsghdr &, const void *payload, std::size_t size) {
            ifaddrmsg header;
            if (!readHeader(payload, size, header))
                return;
            const auto attributes = attributesAfter<ifaddrmsg>(payload, size);
            AddressInfo address;
            address.index = static_cast<int>(header.ifa_index);
            address.tentative = attributes.number(IFA_FLAGS, header.ifa_flags) & IFA_F_TENTATIVE;
            if (header.ifa_family == AF_INET) {
                // IFA_LOCAL is ours; on a point-to-point link IFA_ADDRESS is the peer's.
                const auto bytes =
                    attributes.has(IFA_LOCAL) ? attributes.find(IFA_LOCAL) : attributes.find(IFA_ADDRESS);
                address.v4 = domain::Ipv4Interface{ipv4(bytes), header.ifa_prefixlen};
            } else if (header.ifa_family == AF_INET6) {
                address.v6 =
                    textOf(AF_INET6, attributes.find(IFA_ADDRESS)) + '/' + std::to_string(header.ifa_prefixlen);
                address.v6LinkLocal = header.ifa_scope == RT_SCOPE_LINK;
            } else {
                return;
            }
            found.push_back(std::move(address));
        });
    if (!asked)
        return asked.error();
    return found;
}

base::Result<std::vector<RouteInfo>> LinuxNetwork::routes()
{
    NetlinkRequest request(RTM_GETROUTE, NLM_F_DUMP);
    rtmsg wanted{};
    wanted.rtm_family = AF_INET;
    request.header(wanted);
    std::vector<RouteInfo> found;
    const auto asked =
        m_route.ask(std::move(request), "routes", [&](const nlmsghdr &, const void *payload, std::size_t size) {
            rtmsg header;
            if (!readHeader(payload, size, header) || header.rtm_family != AF_INET || !decidesWhereTo(header.rtm_type))
                return;
            const auto attributes = attributesAfter<rtmsg>(payload, size);
            RouteInfo route; // without an index: to nowhere, or over several interfaces
            route.table = static_cast<int>(attributes.number(RTA_TABLE, header.rtm_table));
            if (route.table == RT_TABLE_LOCAL)
                return;
            route.destination = domain::Ipv4Prefix::of(ipv4(attributes.find(RTA_DST)), header.rtm_dst_len);
            if (attributes.has(RTA_GATEWAY))
                route.gateway = ipv4(attributes.find(RTA_GATEWAY));
            route.index = static_cast<int>(attributes.number(RTA_OIF, 0));
            route.metric = static_cast<int>(attributes.number(RTA_PRIORITY, 0));
            route.protocol = header.rtm_protocol;
            if (attributes.has(RTA_PREFSRC))
                route.source = ipv4(attributes.find(RTA_PREFSRC));
            found.push_back(route);
        });
    if (!asked)
        return asked.error();
    return found;
}

base::Result<std::vector<NeighbourInfo>> LinuxNetwork::neighbours()
{
    NetlinkRequest request(RTM_GETNEIGH, NLM_F_DUMP);
    request.header(ndmsg{});
    std::vector<NeighbourInfo> found;
    const auto asked =
        m_route.ask(std::move(request), "neighbours", [&](const nlmsghdr &, const void *payload, std::size_t size) {
            ndmsg header;
            if (!readHeader(payload, size, header) || (header.ndm_family != AF_INET && header.ndm_family != AF_INET6))
                return;
            // An entry that is still being resolved, or failed, has no address worth reading.
            if (header.ndm_state & (NUD_INCOMPLETE | NUD_FAILED | NUD_NOARP))
                return;
            const auto attributes = attributesAfter<ndmsg>(payload, size);
            NeighbourInfo neighbour{header.ndm_ifindex, textOf(header.ndm_family, attributes.find(NDA_DST)),
                mac(attributes.find(NDA_LLADDR))};
            if (!neighbour.address.empty() && !neighbour.mac.isZero())
                found.push_back(std::move(neighbour));
        });
    if (!asked)
        return asked.error();
    return found;
}

base::Result<int> LinuxNetwork::routeTo(domain::Ipv4Address target)
{
    NetlinkRequest request(RTM_GETROUTE, NLM_F_ACK);
    rtmsg header{};
    header.rtm_family = AF_INET;
    header.rtm_dst_len = 32;
    request.header(header);
    request.attribute32(RTA_DST, htonl(target.value));
    int index = 0;
    const auto asked = m_route.ask(std::move(request), "route to " + target.toString(),
        [&](const nlmsghdr &, const void *payload, std::size_t size) {
            index = static_cast<int>(attributesAfter<rtmsg>(payload, size).number(RTA_OIF, 0));
        });
    if (!asked)
        return asked.error();
    return index;
}

base::Result<CounterValues> LinuxNetwork::counters(const std::string &netdev)
{
    NetlinkRequest request(RTM_GETLINK, NLM_F_ACK);
    request.header(ifinfomsg{});
    request.attribute(IFLA_IFNAME, netdev);
    CounterValues values;
    const auto asked = m_route.ask(
        std::move(request), "counters of " + netdev, [&](const nlmsghdr &, const void *payload, std::size_t size) {
            rtnl_link_stats64 statistics{};
            const auto bytes = attributesAfter<ifinfomsg>(payload, size).find(IFLA_STATS64);
            std::memcpy(&statistics, bytes.data(), std::min(bytes.size(), sizeof statistics));
            values.txBytes = statistics.tx_bytes;
            values.rxBytes = statistics.rx_bytes;
            values.rxPackets = statistics.rx_packets;
        });
    if (!asked)
        return asked.error();
    m_ethtool->readCounters(netdev, values);
    return values;
}

std::unique_ptr<Network::Subscription> LinuxNetwork::subscribe(std::function<void()> changed)
{
    return std::make_unique<RouteSubscription>(m_loop, std::move(changed));
}

base::Result<std::unique_ptr<Network::Blinking>> LinuxNetwork::blink(
    const std::string &netdev, std::chrono::seconds atMost)
{
    return blinkLight(netdev, atMost);
}

base::Result<void> LinuxNetwork::setAdminUp(int index, bool up)
{
    NetlinkRequest request(RTM_NEWLINK, NLM_F_ACK);
    ifinfomsg header{};
    header.ifi_index = index;
    header.ifi_change = IFF_UP;
    header.ifi_flags = up ? IFF_UP : 0;
    request.header(header);
    return m_route.ask(
        std::move(request), up ? "link up" : "link down", [](const nlmsghdr &, const void *, std::size_t) {});
}

base::Result<void> LinuxNetwork::setMtu(int index, int mtu)
{
    NetlinkRequest request(RTM_NEWLINK, NLM_F_ACK);
    ifinfomsg header{};
    header.ifi_index = index;
    request.header(header);
    request.attribute32(IFLA_MTU, static_cast<std::uint32_t>(mtu));
    return m_route.ask(std::move(request), "MTU", [](const nlmsghdr &, const void *, std::size_t) {});
}

base::Result<void> LinuxNetwork::changeAddress(
    std::uint16_t type, std::uint16_t flags, int index, const domain::Ipv4Interface &address)
{
    NetlinkRequest request(type, static_cast<std::uint16_t>(NLM_F_ACK | flags));
    ifaddrmsg header{};
    header.ifa_family = AF_INET;
    header.ifa_prefixlen = static_cast<std::uint8_t>(address.length);
    header.ifa_index = static_cast<std::uint32_t>(index);
    request.header(header);
    request.attribute32(IFA_LOCAL, htonl(address.address.value));
    request.attribute32(IFA_ADDRESS, htonl(address.address.value));
    if (type == RTM_NEWADDR && address.length < 31) {
        const std::uint32_t hosts = ~std::uint32_t(0) >> address.length;
        request.attribute32(IFA_BROADCAST, htonl(address.address.value | hosts));
    }
    return m_route.ask(
        std::move(request), "address " + address.toString(), [](const nlmsghdr &, const void *, std::size_t) {});
}

base::Result<void> LinuxNetwork::addAddress(int index, const domain::Ipv4Interface &address)
{
    return changeAddress(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, index, address);
}

base::Result<void> LinuxNetwork::removeAddress(int index, const domain::Ipv4Interface &address)
{
    return changeAddress(RTM_DELADDR, 0, index, address);
}

base::Result<std::string> LinuxNetwork::moduleEeprom(const std::string &netdev)
{
    return m_ethtool->moduleEeprom(netdev);
}

base::Result<void> LinuxNetwork::changeRoute(std::uint16_t type, std::uint16_t flags, const RouteInfo &route)
{
    NetlinkRequest request(type, static_cast<std::uint16_t>(NLM_F_ACK | flags));
    rtmsg header{};
    header.rtm_family = AF_INET;
    header.rtm_dst_len = static_cast<std::uint8_t>(route.destination.length);
    header.rtm_table = route.table < 256 ? static_cast<std::uint8_t>(route.table) : std::uint8_t(RT_TABLE_UNSPEC);
    header.rtm_protocol = static_cast<std::uint8_t>(route.protocol);
    header.rtm_scope = type == RTM_DELROUTE ? RT_SCOPE_NOWHERE : route.gateway ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK;
    header.rtm_type = RTN_UNICAST;
    request.header(header);
    request.attribute32(RTA_DST, htonl(route.destination.network.value));
    request.attribute32(RTA_OIF, static_cast<std::uint32_t>(route.index));
    request.attribute32(RTA_TABLE, static_cast<std::uint32_t>(route.table));
    if (route.gateway)
        request.attribute32(RTA_GATEWAY, htonl(route.gateway->value));
    if (route.metric > 0)
        request.attribute32(RTA_PRIORITY, static_cast<std::uint32_t>(route.metric));
    if (route.source)
        request.attribute32(RTA_PREFSRC, htonl(route.source->value));
    return m_route.ask(std::move(request), "route " + route.destination.toString(),
        [](const nlmsghdr &, const void *, std::size_t) {});
}

base::Result<void> LinuxNetwork::addRoute(const RouteInfo &route)
{
    return changeRoute(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, route);
}

base::Result<void> LinuxNetwork::removeRoute(const RouteInfo &route)
{
    return changeRoute(RTM_DELROUTE, 0, route);
}

base::Result<std::unique_ptr<Network::Probe>> LinuxNetwork::openProbe(
    const std::string &netdev, ProbeKind kind, std::function<void(std::string_view)> received)
{
    return openProbeSocket(m_loop, *this, netdev, kind, std::move(received));
}

void LinuxNetwork::echo(const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
    std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done)
{
    sendEcho(m_loop, m_processes, netdev, target, payloadBytes, timeout, std::move(done));
}

} // namespace sparkloom::agent
