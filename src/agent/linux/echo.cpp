// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/echo.h"

#include "agent/linux/descriptor.h"
#include "agent/linux/pingprogram.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/ip_icmp.h>
#include <sys/socket.h>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

std::uint16_t checksum(std::string_view bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        std::uint16_t word = static_cast<std::uint8_t>(bytes[i]);
        if (i + 1 < bytes.size())
            word = static_cast<std::uint16_t>(word | static_cast<std::uint8_t>(bytes[i + 1]) << 8);
        sum += word;
    }
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

bool mayOpenIcmp()
{
    if (Descriptor(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_ICMP)).valid())
        return true;
    return Descriptor(socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP)).valid();
}

// One request under way; keeps itself alive through the callbacks it has registered.
class Echo : public std::enable_shared_from_this<Echo> {
public:
    Echo(EpollLoop &loop, domain::Ipv4Address target, std::function<void(base::Result<double>)> done)
        : m_loop(loop), m_target(target), m_done(std::move(done))
    {}

    void start(const std::string &netdev, int payloadBytes, std::chrono::milliseconds timeout)
    {
        const auto self = shared_from_this();
        if (!open(netdev) || !send(payloadBytes)) {
            const base::Error error = systemError(errno, "echo on", netdev);
            // Never from inside the call that asked.
            m_loop.after(std::chrono::milliseconds(0), [self, error] { self->finish(error); });
            return;
        }
        m_loop.add(m_socket.get(), [self] { self->receive(); });
        m_timer = m_loop.after(timeout, [self] {
            self->finish(base::Error{base::ErrorKind::NotKnown,
                base::Message("ping.no-answer"_msg).with("target", self->m_target.toString()), {}});
        });
    }

private:
    bool open(const std::string &netdev)
    {
        m_socket = Descriptor(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP));
        if (!m_socket.valid() && errno == EACCES) {
            m_raw = true;
            m_socket = Descriptor(socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP));
        }
        // PROBE sets DF but ignores the cached path MTU: each size is really tried.
        const int discover = IP_PMTUDISC_PROBE, on = 1;
        return m_socket.valid()
            && setsockopt(
                   m_socket.get(), SOL_SOCKET, SO_BINDTODEVICE, netdev.c_str(), static_cast<socklen_t>(netdev.size()))
            == 0
            && setsockopt(m_socket.get(), IPPROTO_IP, IP_MTU_DISCOVER, &discover, sizeof discover) == 0
            && setsockopt(m_socket.get(), IPPROTO_IP, IP_RECVERR, &on, sizeof on) == 0;
    }

    bool send(int payloadBytes)
    {
        static std::uint16_t lastSequence = 0;
        m_sequence = ++lastSequence;
        m_identifier = static_cast<std::uint16_t>(getpid());
        std::string packet(sizeof(icmphdr) + static_cast<std::size_t>(payloadBytes), '\0');
        for (std::size_t i = sizeof(icmphdr); i < packet.size(); ++i)
            packet[i] = static_cast<char>(i);
        icmphdr header{};
        header.type = ICMP_ECHO;
        header.un.echo.id = htons(m_identifier); // a ping socket replaces it by its own
        header.un.echo.sequence = htons(m_sequence);
        std::memcpy(packet.data(), &header, sizeof header);
        header.checksum = checksum(packet);
        std::memcpy(packet.data(), &header, sizeof header);
        sockaddr_in target{};
        target.sin_family = AF_INET;
        target.sin_addr.s_addr = htonl(m_target.value);
        m_sent = m_loop.monotonic();
        return sendto(m_socket.get(), packet.data(), packet.size(), 0, reinterpret_cast<const sockaddr *>(&target),
                   sizeof target)
            >= 0;
    }

    void receive()
    {
        const auto self = shared_from_this();
        char buffer[10240];
        sockaddr_in from{};
        socklen_t fromSize = sizeof from;
        const ssize_t count =
            recvfrom(m_socket.get(), buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&from), &fromSize);
        if (count < 0) {
            if (errno != EAGAIN && errno != EINTR)
                finish(systemError(errno, "echo to", m_target.toString()));
            return;
        }
        std::size_t skip = 0;
        if (m_raw) // a raw socket delivers the IP header too
            skip = static_cast<std::size_t>(buffer[0] & 15) * 4;
        icmphdr header{};
        if (static_cast<std::size_t>(count) < skip + sizeof header)
            return;
        std::memcpy(&header, buffer + skip, sizeof header);
        const bool ours = header.type == ICMP_ECHOREPLY && ntohs(header.un.echo.sequence) == m_sequence
            && from.sin_addr.s_addr == htonl(m_target.value) && (!m_raw || ntohs(header.un.echo.id) == m_identifier);
        if (ours)
            finish(std::chrono::duration<double, std::milli>(m_loop.monotonic() - m_sent).count());
    }

    void finish(base::Result<double> result)
    {
        if (!m_done)
            return;
        const auto self = shared_from_this();
        m_loop.cancel(m_timer);
        if (m_socket.valid())
            m_loop.remove(m_socket.get());
        const auto done = std::exchange(m_done, nullptr);
        done(std::move(result));
    }

    EpollLoop &m_loop;
    domain::Ipv4Address m_target;
    std::function<void(base::Result<double>)> m_done;
    Descriptor m_socket;
    Loop::TimerId m_timer = 0;
    std::chrono::nanoseconds m_sent{0};
    std::uint16_t m_sequence = 0;
    std::uint16_t m_identifier = 0;
    bool m_raw = false;
};

} // namespace

void sendEcho(EpollLoop &loop, Processes &processes, const std::string &netdev, domain::Ipv4Address target,
    int payloadBytes, std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done)
{
    payloadBytes = std::clamp(payloadBytes, 0, 8972);
    if (mayOpenIcmp())
        std::make_shared<Echo>(loop, target, std::move(done))->start(netdev, payloadBytes, timeout);
    else
        echoByProgram(processes, netdev, target, payloadBytes, timeout, std::move(done));
}

} // namespace sparkloom::agent
