// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "agent/typedentries.h"
#include "domain/hardware/half.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::sim {

// The sysctls of net/{ipv4,ipv6}/conf/IF that matter here, with Ubuntu's defaults.
struct ConfSysctls {
    int arpIgnore = 0;
    int arpAnnounce = 0;
    int rpFilter = 2;
    int disableIpv6 = 0;
};

// What went over one interface since it appeared.
struct Traffic {
    std::uint64_t txBytes = 0;
    std::uint64_t rxBytes = 0;
    std::uint64_t txPackets = 0;
    std::uint64_t rxPackets = 0;
};

struct Interface {
    enum class LinkLocal { None, Tentative, Ready };

    int index = 0;
    std::string name;
    domain::MacAddress mac;
    std::optional<domain::HalfId> half; // nothing: RJ45, Wi-Fi, lo, docker0
    bool adminUp = false;
    bool lit = false;  // the port has a link partner
    int speedMbps = 0; // of a half: what its port settled on; 0 where that does not change
    int mtu = 1500;
    int maxMtu = 9978;
    std::vector<domain::Ipv4Interface> addresses;
    LinkLocal linkLocal = LinkLocal::None;
    ConfSysctls sysctls;
    Traffic traffic;
    std::uint64_t carrierChanges = 0;
    bool blinking = false;                                // somebody lets the light of its socket blink
    std::map<std::string, domain::MacAddress> neighbours; // address text -> MAC

    bool carrier() const { return adminUp && lit; }
    std::string linkLocalAddress() const; // EUI-64 form of the MAC
    bool owns(domain::Ipv4Address address) const;
    // The address whose subnet the target lies in.
    const domain::Ipv4Interface *addressTowards(domain::Ipv4Address target) const;
};

// The kernel's network state of one simulated Spark: interfaces, addresses, routes, neighbours, sysctls, and who is
// told of changes. World thread.
class NetworkStack {
public:
    // speed divides the simulated delays (how long an IPv6 link-local address stays tentative).
    NetworkStack(agent::Loop &loop, double speed);
    ~NetworkStack();

    std::vector<Interface *> interfaces(); // by index
    Interface *byName(std::string_view name);
    Interface *byIndex(int index);
    Interface *byHalf(domain::HalfId half);
    Interface *byMac(const domain::MacAddress &mac);
    // The interface that has this IPv4 address.
    Interface *owner(domain::Ipv4Address address);

    // A new interface takes the sysctls of conf/default.
    Interface &add(std::string name, domain::MacAddress mac, std::optional<domain::HalfId> half);
    void remove(const std::string &name);
    void setAdminUp(Interface &interface, bool up);
    void setLit(Interface &interface, bool lit);
    void setMtu(Interface &interface, int mtu);
    void setAddresses(Interface &interface, std::vector<domain::Ipv4Interface> addresses);
    void learn(Interface &interface, const std::string &address, const domain::MacAddress &mac);
    void setDefaultGateway(domain::Ipv4Address gateway, const std::string &interface);

    // key is one of arp_ignore, arp_announce, rp_filter (ipv4) and disable_ipv6 (ipv6); scope an interface, "all" or
    // "default". Nothing / false for anything else.
    std::optional<int> sysctl(std::string_view scope, std::string_view key) const;
    bool setSysctl(std::string_view scope, std::string_view key, int value);
    // What holds on an interface: for the first three the larger of conf/all and conf/IF, as the kernel has it.
    ConfSysctls effective(const Interface &interface) const;

    std::vector<agent::RouteInfo> routes();
    // Routes beside those of addresses and gateway; the kernel takes them away when their interface goes down.
    bool addRoute(const agent::RouteInfo &route);
    bool removeRoute(const agent::RouteInfo &route);
    void dropRoutes(const Interface &interface);
    // IPv6 and rules that somebody typed. IPv6 of an interface goes with it, when it goes down and when disable_ipv6 is
    // set, as in the kernel.
    const std::vector<agent::TypedEntry> &typed() const { return m_typed; }
    void addTyped(agent::TypedEntry entry); // one that is there already stays once
    void dropTypedRules();
    // The interface that the routes name for this target, null when unreachable.
    Interface *routeTo(domain::Ipv4Address target);

    // changed is called after every change, once per turn of the loop, never from inside the call that made it.
    std::unique_ptr<agent::Network::Subscription> subscribe(std::function<void()> changed);
    void changed();

private:
    struct Subscribers;
    struct Subscribed;
    void refreshLinkLocal(Interface &interface);
    void dropTyped6(const Interface &interface);
    const ConfSysctls *scopeOf(std::string_view scope) const;

    agent::Loop &m_loop;
    double m_speed;
    int m_lastIndex = 0;
    std::vector<std::unique_ptr<Interface>> m_interfaces;
    ConfSysctls m_all{.arpIgnore = 0, .arpAnnounce = 0, .rpFilter = 2, .disableIpv6 = 0};
    ConfSysctls m_default;
    std::optional<domain::Ipv4Address> m_gateway;
    std::string m_gatewayInterface;
    std::vector<agent::RouteInfo> m_typedRoutes;
    std::vector<agent::TypedEntry> m_typed;
    std::shared_ptr<Subscribers> m_subscribers;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // timers look whether this object is still there
};

} // namespace sparkloom::sim
