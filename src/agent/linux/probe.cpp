// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/probe.h"

#include "agent/linux/descriptor.h"
#include "domain/fabric/lldp.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace sparkloom::agent {
namespace {

constexpr std::size_t kMaxDatagram = 1500;
constexpr unsigned char kNearestBridge = 0x0e; // last byte of a group address of IEEE 802.1D

class ProbeSocket : public Network::Probe {
public:
    ProbeSocket(EpollLoop &loop, Network &network, std::string netdev, Network::ProbeKind kind,
        std::function<void(std::string_view)> received)
        : m_loop(loop), m_network(network), m_netdev(std::move(netdev)),
          m_index(static_cast<int>(if_nametoindex(m_netdev.c_str()))), m_kind(kind), m_received(std::move(received))
    {}
    ~ProbeSocket() override
    {
        if (m_socket.valid())
            m_loop.remove(m_socket.get());
        if (m_lldp.valid())
            m_loop.remove(m_lldp.get());
    }

    base::Result<void> open()
    {
        if (m_kind == Network::ProbeKind::Raw || m_kind == Network::ProbeKind::Direct)
            return openRaw();
        const int family = m_kind == Network::ProbeKind::V6 ? AF_INET6 : AF_INET;
        m_socket = Descriptor(socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (m_index == 0 || !m_socket.valid())
            return systemError(m_index == 0 ? ENODEV : errno, "open probe on", m_netdev);
        const int on = 1;
        if (setsockopt(
                m_socket.get(), SOL_SOCKET, SO_BINDTODEVICE, m_netdev.c_str(), static_cast<socklen_t>(m_netdev.size()))
                != 0
            || setsockopt(m_socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0)
            return systemError(errno, "bind probe to", m_netdev);
        const bool joined = m_kind == Network::ProbeKind::V6 ? joinV6() : joinV4();
        if (!joined)
            return systemError(errno, "join probe group on", m_netdev);
        m_loop.add(m_socket.get(), [this] { drain(m_socket.get()); });
        return {};
    }

    base::Result<void> send(std::string_view payload) override
    {
        switch (m_kind) {
        case Network::ProbeKind::V6: return sendV6(payload);
        case Network::ProbeKind::V4: return sendV4(payload);
        case Network::ProbeKind::Raw:
        case Network::ProbeKind::Direct: return sendRaw(payload);
        }
        return {};
    }

private:
    // Only frames of our type come in, never what this computer itself sends.
    base::Result<void> openRaw()
    {
        m_socket = Descriptor(socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (m_index == 0 || !m_socket.valid())
            return systemError(m_index == 0 ? ENODEV : errno, "open raw probe on", m_netdev);
        const sockaddr_ll local = linkAddress();
        if (bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) != 0)
            return systemError(errno, "bind raw probe to", m_netdev);
        if (m_kind == Network::ProbeKind::Direct && !joinGroup(m_socket, kNearestBridge))
            return systemError(errno, "join the nearest bridge's group on", m_netdev);
        m_loop.add(m_socket.get(), [this] { drain(m_socket.get()); });
        if (m_kind == Network::ProbeKind::Raw)
            openLldp();
        return {};
    }

    bool joinGroup(const Descriptor &socket, unsigned char last) const
    {
        packet_mreq group{};
        group.mr_ifindex = m_index;
        group.mr_type = PACKET_MR_MULTICAST;
        group.mr_alen = ETH_ALEN;
        const unsigned char address[ETH_ALEN] = {0x01, 0x80, 0xc2, 0x00, 0x00, last};
        std::memcpy(group.mr_address, address, ETH_ALEN);
        return setsockopt(socket.get(), SOL_PACKET, PACKET_ADD_MEMBERSHIP, &group, sizeof group) == 0;
    }

    // What a switch says of itself goes to group addresses that the NIC must be told to take. Where that cannot be
    // opened, our own frames still come.
    void openLldp()
    {
        Descriptor listening(socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        sockaddr_ll local = linkAddress();
        local.sll_protocol = htons(domain::kLldpEtherType);
        if (!listening.valid() || bind(listening.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) != 0)
            return;
        for (const int last : {int(kNearestBridge), 0x03, 0x00}) // and non-TPMR bridge, customer bridge
            if (!joinGroup(listening, static_cast<unsigned char>(last)))
                return;
        m_lldp = std::move(listening);
        m_loop.add(m_lldp.get(), [this] { drain(m_lldp.get()); });
    }

    sockaddr_ll linkAddress() const
    {
        sockaddr_ll address{};
        address.sll_family = AF_PACKET;
        address.sll_protocol = htons(kProbeEtherType);
        address.sll_ifindex = m_index;
        address.sll_halen = ETH_ALEN;
        const unsigned char nearest[ETH_ALEN] = {0x01, 0x80, 0xc2, 0x00, 0x00, kNearestBridge};
        if (m_kind == Network::ProbeKind::Direct)
            std::memcpy(address.sll_addr, nearest, ETH_ALEN);
        else
            std::memset(address.sll_addr, 0xff, ETH_ALEN); // to everybody
        return address;
    }

    base::Result<void> sendRaw(std::string_view payload)
    {
        const sockaddr_ll target = linkAddress();
        if (sendto(m_socket.get(), payload.data(), payload.size(), 0, reinterpret_cast<const sockaddr *>(&target),
                sizeof target)
            < 0)
            return systemError(errno, "send raw probe on", m_netdev);
        return {};
    }

    bool joinV6()
    {
        const int on = 1, off = 0, hops = 1;
        sockaddr_in6 local{};
        local.sin6_family = AF_INET6;
        local.sin6_port = htons(kProbePort);
        ipv6_mreq group{};
        inet_pton(AF_INET6, std::string(kProbeGroup).c_str(), &group.ipv6mr_multiaddr);
        group.ipv6mr_interface = static_cast<unsigned>(m_index);
        return setsockopt(m_socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) == 0
            && setsockopt(m_socket.get(), IPPROTO_IPV6, IPV6_MULTICAST_LOOP, &off, sizeof off) == 0
            && setsockopt(m_socket.get(), IPPROTO_IPV6, IPV6_MULTICAST_HOPS, &hops, sizeof hops) == 0
            && setsockopt(m_socket.get(), IPPROTO_IPV6, IPV6_MULTICAST_IF, &m_index, sizeof m_index) == 0
            && bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) == 0
            && setsockopt(m_socket.get(), IPPROTO_IPV6, IPV6_JOIN_GROUP, &group, sizeof group) == 0;
    }

    bool joinV4()
    {
        const int on = 1;
        sockaddr_in local{};
        local.sin_family = AF_INET;
        local.sin_port = htons(kProbePort);
        return setsockopt(m_socket.get(), SOL_SOCKET, SO_BROADCAST, &on, sizeof on) == 0
            && bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) == 0;
    }

    base::Result<void> sendV6(std::string_view payload)
    {
        sockaddr_in6 target{};
        target.sin6_family = AF_INET6;
        target.sin6_port = htons(kProbePort);
        target.sin6_scope_id = static_cast<std::uint32_t>(m_index);
        inet_pton(AF_INET6, std::string(kProbeGroup).c_str(), &target.sin6_addr);
        if (sendto(m_socket.get(), payload.data(), payload.size(), 0, reinterpret_cast<const sockaddr *>(&target),
                sizeof target)
            < 0)
            return systemError(errno, "send probe on", m_netdev);
        return {};
    }

    // One datagram to the broadcast address of each of the netdev's subnets; without an address to the limited
    // broadcast.
    base::Result<void> sendV4(std::string_view payload)
    {
        const auto addresses = m_network.addresses();
        if (!addresses)
            return addresses.error();
        std::vector<std::uint32_t> targets;
        for (const AddressInfo &address : *addresses)
            if (address.index == m_index && address.v4 && address.v4->length < 31)
                targets.push_back(address.v4->address.value | (~std::uint32_t(0) >> address.v4->length));
        if (targets.empty())
            targets.push_back(INADDR_BROADCAST);
        for (const std::uint32_t value : targets) {
            sockaddr_in target{};
            target.sin_family = AF_INET;
            target.sin_port = htons(kProbePort);
            target.sin_addr.s_addr = htonl(value);
            if (sendto(m_socket.get(), payload.data(), payload.size(), 0, reinterpret_cast<const sockaddr *>(&target),
                    sizeof target)
                < 0)
                return systemError(errno, "send probe on", m_netdev);
        }
        return {};
    }

    // Every raw socket gets all frames of the type: those to the group are for Direct, those to everybody for Raw.
    bool isOurs(int socket, const sockaddr_storage &from) const
    {
        if (from.ss_family != AF_PACKET || socket != m_socket.get())
            return true;
        sockaddr_ll link{};
        std::memcpy(&link, &from, sizeof link);
        return link.sll_pkttype == (m_kind == Network::ProbeKind::Direct ? PACKET_MULTICAST : PACKET_BROADCAST);
    }

    void drain(int socket)
    {
        char buffer[kMaxDatagram + 1];
        // Bounded per wake-up, so that a flood cannot starve the rest of the agent.
        for (int i = 0; i < 64; ++i) {
            sockaddr_storage from{};
            socklen_t length = sizeof from;
            const ssize_t count =
                recvfrom(socket, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&from), &length);
            if (count < 0)
                return;
            if (static_cast<std::size_t>(count) > kMaxDatagram || !isOurs(socket, from))
                continue;
            const auto keep = m_received;
            keep({buffer, static_cast<std::size_t>(count)});
        }
    }

    EpollLoop &m_loop;
    Network &m_network;
    std::string m_netdev;
    int m_index = 0;
    Network::ProbeKind m_kind;
    std::function<void(std::string_view)> m_received;
    Descriptor m_socket;
    Descriptor m_lldp; // Raw: beside it
};

} // namespace

base::Result<std::unique_ptr<Network::Probe>> openProbeSocket(EpollLoop &loop, Network &network,
    const std::string &netdev, Network::ProbeKind kind, std::function<void(std::string_view)> received)
{
    auto probe = std::make_unique<ProbeSocket>(loop, network, netdev, kind, std::move(received));
    if (auto opened = probe->open(); !opened)
        return opened.error();
    return std::unique_ptr<Network::Probe>(std::move(probe));
}

} // namespace sparkloom::agent
