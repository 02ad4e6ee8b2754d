// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"
#include "agent/linux/netlink.h"

#include <memory>

namespace sparkloom::agent {

class Ethtool;

// The kernel's network state over rtnetlink, and the probe and echo sockets.
class LinuxNetwork : public Network {
public:
    LinuxNetwork(EpollLoop &loop, Processes &processes);
    ~LinuxNetwork() override;

    base::Result<std::vector<LinkInfo>> links() override;
    base::Result<std::vector<AddressInfo>> addresses() override;
    base::Result<std::vector<RouteInfo>> routes() override;
    base::Result<std::vector<NeighbourInfo>> neighbours() override;
    base::Result<int> routeTo(domain::Ipv4Address target) override;
    base::Result<CounterValues> counters(const std::string &netdev) override;
    std::unique_ptr<Subscription> subscribe(std::function<void()> changed) override;
    base::Result<void> setAdminUp(int index, bool up) override;
    base::Result<void> setMtu(int index, int mtu) override;
    base::Result<void> addAddress(int index, const domain::Ipv4Interface &address) override;
    base::Result<void> removeAddress(int index, const domain::Ipv4Interface &address) override;
    base::Result<std::string> moduleEeprom(const std::string &netdev) override;
    base::Result<void> addRoute(const RouteInfo &route) override;
    base::Result<void> removeRoute(const RouteInfo &route) override;
    base::Result<std::unique_ptr<Blinking>> blink(const std::string &netdev, std::chrono::seconds atMost) override;
    base::Result<std::unique_ptr<Probe>> openProbe(
        const std::string &netdev, ProbeKind kind, std::function<void(std::string_view)> received) override;
    void echo(const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
        std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done) override;

    // The one socket that asks drivers for their counters.
    Ethtool &ethtool() { return *m_ethtool; }

private:
    base::Result<void> changeRoute(std::uint16_t type, std::uint16_t flags, const RouteInfo &route);
    base::Result<void> changeAddress(
        std::uint16_t type, std::uint16_t flags, int index, const domain::Ipv4Interface &address);

    EpollLoop &m_loop;
    Processes &m_processes;
    NetlinkSocket m_route;
    std::unique_ptr<Ethtool> m_ethtool;
};

} // namespace sparkloom::agent
