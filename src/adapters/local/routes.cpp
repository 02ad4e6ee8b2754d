// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/local/routes.h"

#include "domain/plan/pool.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstring>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::local {
namespace {

constexpr int kMaxAnswers = 4096; // of one dump; a router's full table ends here

std::optional<domain::Ipv4Prefix> prefixOf(const rtmsg &route, std::span<const std::byte> attributes)
{
    const bool told = route.rtm_type == RTN_UNICAST || route.rtm_type == RTN_UNREACHABLE
        || route.rtm_type == RTN_PROHIBIT || route.rtm_type == RTN_BLACKHOLE;
    if (route.rtm_family != AF_INET || !told || route.rtm_dst_len < domain::kShortestRoute || route.rtm_dst_len > 32)
        return std::nullopt;
    while (attributes.size() >= sizeof(rtattr)) {
        rtattr attribute;
        std::memcpy(&attribute, attributes.data(), sizeof attribute);
        if (attribute.rta_len < sizeof attribute || attribute.rta_len > attributes.size())
            break;
        if (attribute.rta_type == RTA_DST && attribute.rta_len >= sizeof attribute + 4) {
            std::uint32_t network = 0;
            std::memcpy(&network, attributes.data() + sizeof attribute, 4);
            return domain::Ipv4Prefix::of({ntohl(network)}, route.rtm_dst_len);
        }
        attributes = attributes.subspan(std::min<std::size_t>(RTA_ALIGN(attribute.rta_len), attributes.size()));
    }
    return std::nullopt;
}

bool sendRequest(int socket)
{
    struct {
        nlmsghdr header;
        rtmsg route;
    } request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = RTM_GETROUTE;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.route.rtm_family = AF_INET;
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    return sendto(socket, &request, sizeof request, 0, reinterpret_cast<const sockaddr *>(&kernel), sizeof kernel)
        == static_cast<ssize_t>(sizeof request);
}

} // namespace

void readRoutes(std::span<const std::byte> messages, std::vector<domain::Ipv4Prefix> &routes, bool &done)
{
    while (messages.size() >= sizeof(nlmsghdr) && !done) {
        nlmsghdr header;
        std::memcpy(&header, messages.data(), sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > messages.size())
            break;
        if (header.nlmsg_type == NLMSG_DONE || header.nlmsg_type == NLMSG_ERROR) {
            done = true;
        } else if (header.nlmsg_type == RTM_NEWROUTE && header.nlmsg_len >= NLMSG_LENGTH(sizeof(rtmsg))) {
            rtmsg route;
            std::memcpy(&route, messages.data() + NLMSG_HDRLEN, sizeof route);
            const std::size_t start = NLMSG_SPACE(sizeof(rtmsg));
            const std::size_t end = header.nlmsg_len;
            if (const auto prefix =
                    prefixOf(route, start < end ? messages.subspan(start, end - start) : std::span<const std::byte>()))
                routes.push_back(*prefix);
        }
        messages = messages.subspan(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), messages.size()));
    }
    std::sort(routes.begin(), routes.end());
    routes.erase(std::unique(routes.begin(), routes.end()), routes.end());
}

std::vector<domain::Ipv4Prefix> allRoutes()
{
    std::vector<domain::Ipv4Prefix> routes;
    const int socket = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (socket < 0)
        return routes;
    const timeval patience{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    bool done = !sendRequest(socket);
    alignas(nlmsghdr) std::array<std::byte, 64 * 1024> buffer;
    for (int answers = 0; answers < kMaxAnswers && !done; ++answers) {
        const ssize_t size = recv(socket, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            break;
        readRoutes({buffer.data(), static_cast<std::size_t>(size)}, routes, done);
    }
    close(socket);
    return routes;
}

} // namespace sparkloom::local
