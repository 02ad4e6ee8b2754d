// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/networkstack.h"

#include <algorithm>
#include <cstdio>

namespace sparkloom::sim {

namespace {

// Duplicate address detection plus what the renderer needs before it (about a second on a desktop).
constexpr std::chrono::milliseconds kLinkLocalDelay{1000};
constexpr int kKernelRoute = 2; // RTPROT_KERNEL
constexpr int kStaticRoute = 4; // RTPROT_STATIC
constexpr int kManagementMetric = 100;
constexpr int kFabricMetric = 101;

} // namespace

std::string Interface::linkLocalAddress() const
{
    char text[40];
    const auto &b = mac.bytes;
    std::snprintf(text, sizeof text, "fe80::%x:%x:%x:%x", ((b[0] ^ 2) << 8) | b[1], (b[2] << 8) | 0xff, 0xfe00 | b[3],
        (b[4] << 8) | b[5]);
    return text;
}

bool Interface::owns(domain::Ipv4Address address) const
{
    return std::ranges::any_of(addresses, [address](const auto &a) { return a.address == address; });
}

const domain::Ipv4Interface *Interface::addressTowards(domain::Ipv4Address target) const
{
    const auto it = std::ranges::find_if(addresses, [target](const auto &a) { return a.prefix().contains(target); });
    return it == addresses.end() ? nullptr : &*it;
}

struct NetworkStack::Subscribers {
    std::map<int, std::function<void()>> callbacks;
    int last = 0;
    bool scheduled = false;
};

struct NetworkStack::Subscribed : agent::Network::Subscription {
    Subscribed(std::shared_ptr<Subscribers> all, int number) : subscribers(std::move(all)), id(number) {}
    ~Subscribed() override { subscribers->callbacks.erase(id); }
    std::shared_ptr<Subscribers> subscribers;
    int id;
};

NetworkStack::NetworkStack(agent::Loop &loop, double speed)
    : m_loop(loop), m_speed(speed), m_subscribers(std::make_shared<Subscribers>())
{}

NetworkStack::~NetworkStack() = default;

std::vector<Interface *> NetworkStack::interfaces()
{
    std::vector<Interface *> list;
    for (const auto &interface : m_interfaces)
        list.push_back(interface.get());
    return list;
}

Interface *NetworkStack::byName(std::string_view name)
{
    const auto it = std::ranges::find_if(m_interfaces, [name](const auto &i) { return i->name == name; });
    return it == m_interfaces.end() ? nullptr : it->get();
}

Interface *NetworkStack::byIndex(int index)
{
    const auto it = std::ranges::find_if(m_interfaces, [index](const auto &i) { return i->index == index; });
    return it == m_interfaces.end() ? nullptr : it->get();
}

Interface *NetworkStack::byHalf(domain::HalfId half)
{
    const auto it = std::ranges::find_if(m_interfaces, [half](const auto &i) { return i->half == half; });
    return it == m_interfaces.end() ? nullptr : it->get();
}

Interface *NetworkStack::byMac(const domain::MacAddress &mac)
{
    const auto it = std::ranges::find_if(m_interfaces, [&mac](const auto &i) { return i->mac == mac; });
    return it == m_interfaces.end() ? nullptr : it->get();
}

Interface *NetworkStack::owner(domain::Ipv4Address address)
{
    const auto it = std::ranges::find_if(m_interfaces, [address](const auto &i) { return i->owns(address); });
    return it == m_interfaces.end() ? nullptr : it->get();
}

Interface &NetworkStack::add(std::string name, domain::MacAddress mac, std::optional<domain::HalfId> half)
{
    auto interface = std::make_unique<Interface>();
    interface->index = ++m_lastIndex;
    interface->name = std::move(name);
    interface->mac = mac;
    interface->half = half;
    interface->sysctls = m_default;
    m_interfaces.push_back(std::move(interface));
    changed();
    return *m_interfaces.back();
}

void NetworkStack::remove(const std::string &name)
{
    if (const Interface *const leaving = byName(name)) {
        dropRoutes(*leaving);
        dropTyped6(*leaving);
    }
    if (std::erase_if(m_interfaces, [&name](const auto &i) { return i->name == name; }) > 0)
        changed();
}

void NetworkStack::setAdminUp(Interface &interface, bool up)
{
    if (interface.adminUp == up)
        return;
    const bool before = interface.carrier();
    interface.adminUp = up;
    if (!up) {
        dropRoutes(interface);
        dropTyped6(interface);
    }
    interface.carrierChanges += before != interface.carrier();
    refreshLinkLocal(interface);
    changed();
}

void NetworkStack::setLit(Interface &interface, bool lit)
{
    if (interface.lit == lit)
        return;
    const bool before = interface.carrier();
    interface.lit = lit;
    interface.carrierChanges += before != interface.carrier();
    refreshLinkLocal(interface);
    changed();
}

void NetworkStack::setMtu(Interface &interface, int mtu)
{
    if (interface.mtu == mtu)
        return;
    interface.mtu = mtu;
    changed();
}

void NetworkStack::setAddresses(Interface &interface, std::vector<domain::Ipv4Interface> addresses)
{
    if (interface.addresses == addresses)
        return;
    interface.addresses = std::move(addresses);
    changed();
}

void NetworkStack::learn(Interface &interface, const std::string &address, const domain::MacAddress &mac)
{
    auto [it, isNew] = interface.neighbours.try_emplace(address, mac);
    if (!isNew && it->second == mac)
        return;
    it->second = mac;
    changed();
}

void NetworkStack::setDefaultGateway(domain::Ipv4Address gateway, const std::string &interface)
{
    m_gateway = gateway;
    m_gatewayInterface = interface;
}

// The kernel makes the link-local address when the link comes up and forgets addresses and neighbours when it goes.
void NetworkStack::refreshLinkLocal(Interface &interface)
{
    const bool wanted = interface.carrier() && interface.sysctls.disableIpv6 == 0 && interface.name != "lo";
    if (!interface.carrier())
        interface.neighbours.clear();
    if (!wanted) {
        interface.linkLocal = Interface::LinkLocal::None;
        return;
    }
    if (interface.linkLocal != Interface::LinkLocal::None)
        return;
    interface.linkLocal = Interface::LinkLocal::Tentative;
    const auto delay = std::chrono::duration_cast<std::chrono::milliseconds>(kLinkLocalDelay / m_speed);
    const std::uint64_t generation = interface.carrierChanges;
    m_loop.after(
        delay, [this, name = interface.name, index = interface.index, generation, alive = std::weak_ptr(m_alive)] {
            if (alive.expired())
                return;
            Interface *const now = byName(name);
            if (!now || now->index != index || now->carrierChanges != generation
                || now->linkLocal != Interface::LinkLocal::Tentative)
                return;
            now->linkLocal = Interface::LinkLocal::Ready;
            changed();
        });
}

const ConfSysctls *NetworkStack::scopeOf(std::string_view scope) const
{
    if (scope == "all")
        return &m_all;
    if (scope == "default")
        return &m_default;
    const auto it = std::ranges::find_if(m_interfaces, [scope](const auto &i) { return i->name == scope; });
    return it == m_interfaces.end() ? nullptr : &(*it)->sysctls;
}

namespace {

int ConfSysctls::*fieldOf(std::string_view key)
{
    if (key == "arp_ignore")
        return &ConfSysctls::arpIgnore;
    if (key == "arp_announce")
        return &ConfSysctls::arpAnnounce;
    if (key == "rp_filter")
        return &ConfSysctls::rpFilter;
    if (key == "disable_ipv6")
        return &ConfSysctls::disableIpv6;
    return nullptr;
}

} // namespace

std::optional<int> NetworkStack::sysctl(std::string_view scope, std::string_view key) const
{
    const ConfSysctls *const sysctls = scopeOf(scope);
    const auto field = fieldOf(key);
    if (!sysctls || !field)
        return std::nullopt;
    return sysctls->*field;
}

bool NetworkStack::setSysctl(std::string_view scope, std::string_view key, int value)
{
    const auto field = fieldOf(key);
    if (!field || !scopeOf(scope))
        return false;
    if (scope == "default") {
        m_default.*field = value;
        return true;
    }
    if (scope == "all")
        m_all.*field = value;
    for (const auto &interface : m_interfaces) {
        // Only disable_ipv6 of conf/all is copied to the interfaces; the others are combined when they are used.
        if (interface->name != scope && !(scope == "all" && key == "disable_ipv6"))
            continue;
        interface->sysctls.*field = value;
        if (interface->sysctls.disableIpv6 != 0)
            dropTyped6(*interface);
        refreshLinkLocal(*interface);
    }
    changed();
    return true;
}

ConfSysctls NetworkStack::effective(const Interface &interface) const
{
    const ConfSysctls &own = interface.sysctls;
    return {std::max(own.arpIgnore, m_all.arpIgnore), std::max(own.arpAnnounce, m_all.arpAnnounce),
        std::max(own.rpFilter, m_all.rpFilter), own.disableIpv6};
}

std::vector<agent::RouteInfo> NetworkStack::routes()
{
    std::vector<agent::RouteInfo> list;
    const Interface *const towardsGateway = byName(m_gatewayInterface);
    if (m_gateway && towardsGateway && towardsGateway->adminUp)
        list.push_back(
            {domain::Ipv4Prefix{{0}, 0}, m_gateway, towardsGateway->index, 254, kManagementMetric, kStaticRoute});
    for (const auto &interface : m_interfaces)
        if (interface->adminUp && interface->name != "lo")
            for (const auto &address : interface->addresses)
                list.push_back({address.prefix(), std::nullopt, interface->index, 254,
                    interface->half ? kFabricMetric : kManagementMetric, kKernelRoute});
    list.insert(list.end(), m_typedRoutes.begin(), m_typedRoutes.end());
    return list;
}

namespace {

bool same(const agent::RouteInfo &a, const agent::RouteInfo &b)
{
    return a.destination == b.destination && a.gateway == b.gateway && a.index == b.index && a.table == b.table
        && a.metric == b.metric && a.protocol == b.protocol;
}

} // namespace

bool NetworkStack::addRoute(const agent::RouteInfo &route)
{
    const Interface *const interface = byIndex(route.index);
    const auto there = [&](const agent::RouteInfo &other) { return same(other, route); };
    if (!interface || !interface->adminUp || std::ranges::any_of(m_typedRoutes, there))
        return false;
    m_typedRoutes.push_back(route);
    changed();
    return true;
}

bool NetworkStack::removeRoute(const agent::RouteInfo &route)
{
    const auto removed =
        std::erase_if(m_typedRoutes, [&](const agent::RouteInfo &other) { return same(other, route); });
    if (removed > 0)
        changed();
    return removed > 0;
}

void NetworkStack::dropRoutes(const Interface &interface)
{
    std::erase_if(m_typedRoutes, [&](const agent::RouteInfo &route) { return route.index == interface.index; });
}

void NetworkStack::addTyped(agent::TypedEntry entry)
{
    if (std::ranges::find(m_typed, entry) == m_typed.end())
        m_typed.push_back(std::move(entry));
}

void NetworkStack::dropTypedRules()
{
    std::erase_if(m_typed, [](const agent::TypedEntry &entry) { return entry.kind == agent::TypedEntry::Kind::Rule; });
}

void NetworkStack::dropTyped6(const Interface &interface)
{
    std::erase_if(m_typed, [&](const agent::TypedEntry &entry) {
        return entry.kind != agent::TypedEntry::Kind::Rule && entry.netdev == interface.name;
    });
}

Interface *NetworkStack::routeTo(domain::Ipv4Address target)
{
    if (owner(target))
        return byName("lo");
    const agent::RouteInfo *best = nullptr;
    const auto all = routes();
    for (const agent::RouteInfo &route : all)
        if (route.destination.contains(target)
            && (!best || route.destination.length > best->destination.length
                || (route.destination.length == best->destination.length && route.metric < best->metric)))
            best = &route;
    return best ? byIndex(best->index) : nullptr;
}

std::unique_ptr<agent::Network::Subscription> NetworkStack::subscribe(std::function<void()> callback)
{
    const int id = ++m_subscribers->last;
    m_subscribers->callbacks.emplace(id, std::move(callback));
    return std::make_unique<Subscribed>(m_subscribers, id);
}

void NetworkStack::changed()
{
    if (m_subscribers->scheduled)
        return;
    m_subscribers->scheduled = true;
    m_loop.after(std::chrono::milliseconds(0), [subscribers = m_subscribers] {
        subscribers->scheduled = false;
        const auto callbacks = subscribers->callbacks; // a callback may end its own or another subscription
        for (const auto &[id, callback] : callbacks)
            if (subscribers->callbacks.contains(id))
                callback();
    });
}

} // namespace sparkloom::sim
