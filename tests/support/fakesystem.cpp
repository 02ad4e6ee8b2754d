// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesystem.h"

#include "base/text.h"

#include <algorithm>
#include <cstdlib>

namespace sparkloom::test {

using namespace base::literals;

base::Result<void> Faults::change(const std::string &name)
{
    if (only && !only(name) && !dead)
        return {};
    ++changes;
    dead |= killAt > 0 && changes >= killAt;
    if (changes != failAt && (failFrom == 0 || changes < failFrom) && !dead)
        return {};
    hit = true;
    what = name;
    return base::failed("test.fault"_msg, name);
}

Loop::TimerId ManualLoop::after(std::chrono::milliseconds delay, std::function<void()> callback)
{
    const TimerId id = ++m_last;
    m_timers.emplace(std::pair(m_now + delay, id), std::move(callback));
    return id;
}

void ManualLoop::cancel(TimerId timer)
{
    std::erase_if(m_timers, [timer](const auto &entry) { return entry.first.second == timer; });
}

std::int64_t ManualLoop::utcMs() const
{
    return 1'790'000'000'000 + std::chrono::duration_cast<std::chrono::milliseconds>(m_now + m_jumped).count();
}

void ManualLoop::advance(std::chrono::milliseconds time)
{
    const auto until = m_now + time;
    while (!m_timers.empty() && m_timers.begin()->first.first <= until) {
        auto node = m_timers.extract(m_timers.begin());
        m_now = std::max(m_now, node.key().first);
        node.mapped()();
    }
    m_now = until;
}

int FakeNetwork::add(const std::string &name, const std::string &mac, bool adminUp, bool carrier)
{
    LinkInfo link;
    link.index = ++m_lastIndex;
    link.name = name;
    link.mac = *domain::MacAddress::parse(mac);
    link.adminUp = adminUp;
    link.carrier = adminUp && carrier;
    link.mtu = 1500;
    link.maxMtu = 9978;
    linkTable.push_back(link);
    const std::string v4 = "/proc/sys/net/ipv4/conf/" + name + '/';
    m_files.put(v4 + "arp_ignore", "0\n");
    m_files.put(v4 + "arp_announce", "0\n");
    m_files.put(v4 + "rp_filter", "2\n");
    m_files.put("/proc/sys/net/ipv6/conf/" + name + "/disable_ipv6", "0\n");
    return link.index;
}

LinkInfo &FakeNetwork::link(const std::string &name)
{
    for (LinkInfo &link : linkTable)
        if (link.name == name)
            return link;
    std::abort(); // the test names a link that it did not add
}

void FakeNetwork::give(const std::string &name, const std::string &address)
{
    AddressInfo info;
    info.index = link(name).index;
    info.v4 = domain::Ipv4Interface::parse(address);
    addressTable.push_back(info);
}

void FakeNetwork::giveLinkLocal(const std::string &name, const std::string &address)
{
    AddressInfo info;
    info.index = link(name).index;
    info.v6 = address + "/64";
    info.v6LinkLocal = true;
    addressTable.push_back(info);
}

std::vector<std::string> FakeNetwork::addressesOf(const std::string &name) const
{
    std::vector<std::string> found;
    for (const LinkInfo &link : linkTable)
        for (const AddressInfo &address : addressTable)
            if (link.name == name && address.index == link.index && address.v4)
                found.push_back(address.v4->toString());
    return found;
}

class FakeSubscription : public Network::Subscription {
public:
    FakeSubscription(FakeNetwork &network, std::function<void()> callback) : m_network(network)
    {
        m_network.m_subscribers[this] = std::move(callback);
    }
    ~FakeSubscription() override { m_network.m_subscribers.erase(this); }

private:
    FakeNetwork &m_network;
};

std::unique_ptr<Network::Subscription> FakeNetwork::subscribe(std::function<void()> callback)
{
    return std::make_unique<FakeSubscription>(*this, std::move(callback));
}

void FakeNetwork::changed()
{
    const auto subscribers = m_subscribers;
    for (const auto &[key, callback] : subscribers)
        if (m_subscribers.contains(key))
            callback();
}

class FakeProbe : public Network::Probe {
public:
    FakeProbe(FakeNetwork &network, std::string netdev, Network::ProbeKind kind,
        std::function<void(std::string_view)> received)
        : m_network(network), m_netdev(netdev), m_kind(kind)
    {
        m_network.m_probes[this] = {{std::move(netdev), kind}, std::move(received)};
    }
    ~FakeProbe() override { m_network.m_probes.erase(this); }
    base::Result<void> send(std::string_view payload) override
    {
        m_network.sent.push_back({m_netdev, m_kind, std::string(payload)});
        return {};
    }

private:
    FakeNetwork &m_network;
    std::string m_netdev;
    Network::ProbeKind m_kind;
};

base::Result<std::string> FakeNetwork::moduleEeprom(const std::string &netdev)
{
    const auto found = eepromTable.find(netdev);
    if (found == eepromTable.end())
        return base::failed("test.no-plug"_msg, "Input/output error");
    return found->second;
}

namespace {

class FakeBlinking : public Network::Blinking {
public:
    FakeBlinking(FakeNetwork &network, std::string netdev) : m_network(network), m_netdev(std::move(netdev)) {}
    ~FakeBlinking() override { m_network.blinking.erase(m_netdev); }

private:
    FakeNetwork &m_network;
    const std::string m_netdev;
};

} // namespace

base::Result<std::unique_ptr<Network::Blinking>> FakeNetwork::blink(
    const std::string &netdev, std::chrono::seconds atMost)
{
    if (!canBlink)
        return base::Error{
            base::ErrorKind::NotKnown, base::Message("remote.blink-not-supported"_msg).with("interface", netdev), {}};
    blinking[netdev] = atMost;
    return std::unique_ptr<Blinking>(std::make_unique<FakeBlinking>(*this, netdev));
}

base::Result<std::unique_ptr<Network::Probe>> FakeNetwork::openProbe(
    const std::string &netdev, ProbeKind kind, std::function<void(std::string_view payload)> received)
{
    if (!probeProblem.empty())
        return base::failed("test.probe"_msg, probeProblem);
    return std::unique_ptr<Probe>(std::make_unique<FakeProbe>(*this, netdev, kind, std::move(received)));
}

void FakeNetwork::deliver(const std::string &netdev, ProbeKind kind, const std::string &payload)
{
    const auto probes = m_probes;
    for (const auto &[key, probe] : probes)
        if (probe.first == std::pair(netdev, kind) && m_probes.contains(key))
            probe.second(payload);
}

base::Result<int> FakeNetwork::routeTo(domain::Ipv4Address target)
{
    for (const AddressInfo &address : addressTable)
        if (address.v4 && address.v4->prefix().contains(target))
            return address.index;
    return base::failed("test.no-route"_msg);
}

base::Result<CounterValues> FakeNetwork::counters(const std::string &netdev)
{
    const auto found = counterTable.find(netdev);
    if (found == counterTable.end())
        return base::failed("test.no-counters"_msg);
    return found->second;
}

base::Result<void> FakeNetwork::setAdminUp(int index, bool up)
{
    if (auto allowed = m_faults.change("admin"); !allowed)
        return allowed;
    for (LinkInfo &link : linkTable)
        if (link.index == index)
            link.adminUp = link.carrier = up;
    return {};
}

base::Result<void> FakeNetwork::setMtu(int index, int mtu)
{
    if (auto allowed = m_faults.change("mtu"); !allowed)
        return allowed;
    for (LinkInfo &link : linkTable)
        if (link.index == index)
            link.mtu = mtu;
    return {};
}

base::Result<void> FakeNetwork::addAddress(int index, const domain::Ipv4Interface &address)
{
    if (auto allowed = m_faults.change("address"); !allowed)
        return allowed;
    AddressInfo info;
    info.index = index;
    info.v4 = address;
    addressTable.push_back(info);
    return {};
}

base::Result<void> FakeNetwork::removeAddress(int index, const domain::Ipv4Interface &address)
{
    if (auto allowed = m_faults.change("no address"); !allowed)
        return allowed;
    std::erase_if(addressTable, [&](const AddressInfo &info) { return info.index == index && info.v4 == address; });
    return {};
}

base::Result<void> FakeNetwork::addRoute(const RouteInfo &route)
{
    if (auto allowed = m_faults.change("route"); !allowed)
        return allowed;
    routeTable.push_back(route);
    return {};
}

base::Result<void> FakeNetwork::removeRoute(const RouteInfo &route)
{
    if (auto allowed = m_faults.change("no route"); !allowed)
        return allowed;
    std::erase_if(routeTable, [&](const RouteInfo &other) {
        return other.index == route.index && other.destination == route.destination && other.protocol == route.protocol;
    });
    return {};
}

void FakeNetwork::echo(const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
    std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done)
{
    echoes.push_back({netdev, target.toString(), payloadBytes});
    auto answer = echoAnswer ? echoAnswer(payloadBytes) : base::Result<double>(0.2);
    const bool timedOut = !answer && answer.error().kind == base::ErrorKind::NotKnown;
    loop->after(timedOut ? timeout : std::chrono::milliseconds(1), [answer, done = std::move(done)] { done(answer); });
}

void FakeProcesses::run(
    std::vector<std::string> argv, std::string, std::chrono::milliseconds, std::function<void(ProcessResult)> done)
{
    started.push_back(argv);
    loop->after(std::chrono::milliseconds(1), [this, argv = std::move(argv), done = std::move(done)] {
        done(answer ? answer(argv) : ProcessResult{127, {}, "not found"});
    });
}

base::Result<void> FakeServices::armTimer(const std::string &unit, std::chrono::seconds, std::vector<std::string> argv)
{
    if (auto allowed = m_faults.change("arm"); !allowed)
        return allowed;
    timers[unit] = std::move(argv);
    return {};
}

base::Result<void> FakeServices::disarmTimer(const std::string &unit)
{
    if (!timers.contains(unit))
        return {};
    if (auto allowed = m_faults.change("disarm"); !allowed)
        return allowed;
    timers.erase(unit);
    return {};
}

std::chrono::milliseconds FakeServices::timerLeft(const std::string &unit)
{
    return std::chrono::milliseconds(timers.contains(unit) ? 42000 : 0);
}

base::Result<void> FakeServices::installBootUnit(const std::string &unit, std::vector<std::string> argv)
{
    if (auto allowed = m_faults.change("boot unit"); !allowed)
        return allowed;
    bootUnits[unit] = std::move(argv);
    return {};
}

base::Result<void> FakeServices::removeBootUnit(const std::string &unit)
{
    if (auto allowed = m_faults.change("no boot unit"); !allowed)
        return allowed;
    bootUnits.erase(unit);
    return {};
}

base::Result<void> FakeFirewall::setAllowed(const std::string &netdev, bool allowed)
{
    if (auto changed = m_faults.change("ufw " + netdev); !changed)
        return changed;
    std::erase(now.ufwAllows, netdev);
    if (allowed)
        now.ufwAllows.push_back(netdev);
    std::sort(now.ufwAllows.begin(), now.ufwAllows.end());
    return {};
}

// What the netplan files of the machine say of one netdev. Same-named files in /run hide those in /etc, an empty one
// completely.
FakeActivation::Definition FakeActivation::definitionOf(const std::string &netdev) const
{
    std::map<std::string, std::string> texts;
    for (const char *folder : {"/etc/netplan/", "/run/netplan/"})
        for (const auto &[path, node] : m_files.nodes)
            if (path.starts_with(folder) && path.ends_with(".yaml") && path[13] != '.')
                texts[path.substr(13)] = node.bytes;
    Definition found;
    for (const auto &[name, text] : texts) {
        bool inside = false;
        for (const std::string_view raw : base::split(text, '\n')) {
            const std::string_view line = base::trimmed(raw);
            if (raw.starts_with("    ") && !raw.starts_with("     ")) {
                found.named |= inside = line == '"' + netdev + "\":" || line == netdev + ':';
            } else if (inside && line.starts_with("- ")) {
                found.addresses.emplace_back(
                    line.substr(line[2] == '"' ? 3 : 2, line.size() - (line[2] == '"' ? 4 : 2)));
            } else if (inside && line.starts_with("mtu: ")) {
                const auto mtu = base::parseInteger(line.substr(5), 0, 65535);
                found.sound &= mtu.has_value();
                found.mtu = static_cast<int>(mtu.value_or(found.mtu));
            }
        }
    }
    return found;
}

// A profile of NetworkManager does what a netplan file of this netdev's would; this machine has networkd for all else.
base::Result<void> FakeActivation::activateKept(const std::vector<Kept> &files)
{
    if (auto allowed = m_faults.change("activate"); !allowed)
        return allowed;
    for (const Kept &each : files) {
        kept.push_back(each);
        const auto text = m_files.nodes.find(each.path);
        const std::size_t at = text == m_files.nodes.end() ? std::string::npos : text->second.bytes.find("address1=");
        if (at == std::string::npos)
            continue;
        const std::string &bytes = text->second.bytes;
        m_network.link(each.netdev).mtu = 9000;
        m_network.give(each.netdev, bytes.substr(at + 9, bytes.find('\n', at) - at - 9));
    }
    return {};
}

base::Result<void> FakeActivation::generate()
{
    if (auto allowed = m_faults.change("generate"); !allowed)
        return allowed;
    for (const LinkInfo &link : m_network.linkTable)
        if (!definitionOf(link.name).sound)
            return base::failed("test.netplan"_msg, "Error in network definition: invalid unsigned int value");
    return {};
}

// As networkctl: a netdev that is not there is refused before any other is touched, and what netplan would not have
// generated is not taken up.
base::Result<void> FakeActivation::activate(const std::vector<std::string> &netdevs)
{
    if (auto allowed = m_faults.change("activate"); !allowed)
        return allowed;
    for (const std::string &netdev : netdevs)
        if (std::ranges::find(m_network.linkTable, netdev, &LinkInfo::name) == m_network.linkTable.end())
            return base::failed("test.no-link"_msg, "Failed to resolve interface \"" + netdev + "\": No such device");
    for (const std::string &netdev : netdevs) {
        const auto [named, addresses, mtu, sound] = definitionOf(netdev);
        LinkInfo &link = m_network.link(netdev);
        if (!named || !sound)
            continue;
        link.adminUp = link.carrier = true;
        link.mtu = mtu;
        // What the renderer did not give, it takes away, as networkd does when it configures a link anew.
        std::erase_if(m_network.routeTable,
            [&](const RouteInfo &route) { return route.index == link.index && route.protocol == kTypedRoute; });
        std::erase_if(m_typed.entries, [](const TypedEntry &entry) { return entry.kind == TypedEntry::Kind::Rule; });
        if (!takesUp)
            continue;
        std::erase_if(
            m_network.addressTable, [&](const AddressInfo &info) { return info.index == link.index && info.v4; });
        for (const std::string &address : addresses)
            if (domain::Ipv4Interface::parse(address))
                m_network.give(netdev, address);
    }
    if (!breaksInterface.empty())
        std::erase_if(m_network.addressTable,
            [&](const AddressInfo &info) { return info.index == m_network.link(breaksInterface).index; });
    return {};
}

bool FakeTyped::hasIpv6(const TypedEntry &entry) const
{
    const std::string path = "/proc/sys/net/ipv6/conf/" + entry.netdev + "/disable_ipv6";
    return entry.kind == TypedEntry::Kind::Rule || !m_files.exists(path) || !m_files.text(path).starts_with('1');
}

base::Result<std::vector<TypedEntry>> FakeTyped::list()
{
    std::erase_if(entries, [this](const TypedEntry &entry) { return !hasIpv6(entry); });
    return entries;
}

base::Result<void> FakeTyped::add(const TypedEntry &entry)
{
    if (auto allowed = m_faults.change("typed " + entry.message); !allowed)
        return allowed;
    if (!hasIpv6(entry))
        return base::Error{base::ErrorKind::Failed, {}, "IPv6 is disabled on " + entry.netdev};
    entries.push_back(entry);
    return {};
}

FakeSystem::FakeSystem()
{
    m_network.loop = &m_loop;
    m_processes.loop = &m_loop;
    who = {"nvidia", 0, "/home/nvidia", "spark-a", "aarch64", "6.17.0-1008-nvidia", 4711, false,
        "/usr/local/libexec/sparkloom/sparkloom-agent-0123456789abcdef"};
    for (const char *folder :
        {"/etc/netplan", "/etc/sysctl.d", "/run", "/var/lib", "/usr/local/libexec/sparkloom", "/home"})
        m_files.putFolder(folder);
    m_files.putFolder("/home/nvidia", 0750, 0);
    m_files.put("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    for (const char *value :
        {"ipv4/conf/default/arp_ignore", "ipv4/conf/default/arp_announce", "ipv6/conf/default/disable_ipv6"})
        m_files.put(std::string("/proc/sys/net/") + value, "0\n");
    m_files.put("/proc/sys/net/ipv4/conf/default/rp_filter", "2\n");
}

} // namespace sparkloom::test
