// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/wires.h"

#include "domain/fabric/lldp.h"
#include "sim/errors.h"
#include "sim/random.h"
#include "sim/world/firewall.h"
#include "sim/world/world.h"

#include <algorithm>
#include <cerrno>

namespace sparkloom::sim {

using agent::Network;

namespace {

constexpr std::size_t kEthernetHeader = 14;
constexpr std::size_t kChecksum = 4;  // counted by the port, not by the netdev
constexpr std::size_t kArpBytes = 46; // padded to the shortest frame
constexpr std::size_t kIpv6UdpHeaders = 48;
constexpr std::size_t kIpv4UdpHeaders = 28;
constexpr int kEchoHeaders = 28; // IPv4 and ICMP
constexpr std::size_t kMaxDatagram = 1400;
constexpr int kStrictFilter = 1;
constexpr std::uint64_t kLldpPeriodMs = 30'000; // 802.1AB's default

std::size_t headersOf(Network::ProbeKind kind)
{
    switch (kind) {
    case Network::ProbeKind::V6: return kIpv6UdpHeaders;
    case Network::ProbeKind::V4: return kIpv4UdpHeaders;
    case Network::ProbeKind::Raw:
    case Network::ProbeKind::Direct: break;
    }
    return 0;
}

} // namespace

struct Wires::OpenProbe {
    Spark *spark = nullptr;
    std::string netdev;
    Network::ProbeKind kind = Network::ProbeKind::V6;
    std::function<void(std::string_view)> received;
};

struct Wires::ProbeHandle : Network::Probe {
    ProbeHandle(Wires &owner, std::weak_ptr<int> alive, OpenProbe opened)
        : wires(owner), wiresAlive(std::move(alive)), probe(std::move(opened))
    {
        wires.m_probes[probe.spark].insert(&probe);
    }
    ~ProbeHandle() override
    {
        if (!wiresAlive.expired())
            wires.m_probes[probe.spark].erase(&probe);
    }
    base::Result<void> send(std::string_view payload) override { return wires.sendProbe(probe, payload); }

    Wires &wires;
    std::weak_ptr<int> wiresAlive;
    OpenProbe probe;
};

Wires::Wires(World &world) : m_world(world) {}

Wires::~Wires() = default;

std::vector<Wires::Ear> Wires::ears(Spark &spark, const Interface &out)
{
    std::vector<Ear> list;
    if (!out.carrier())
        return list;
    if (!out.half) {
        for (const auto &other : m_world.sparks())
            if (Interface *const rj45 = other->network.byName(out.name);
                other.get() != &spark && out.name == "enP7s7" && rj45 && rj45->carrier())
                list.push_back({other.get(), rj45});
        return list;
    }
    const Socket from = Socket::ofSpark(spark.number, out.half->cage);
    for (const Socket &cage : m_world.cabling().wire(from)) {
        if (!m_world.joined(from, cage))
            continue;
        Spark &there = m_world.spark(cage.spark);
        for (const domain::Side side : {domain::Side::A, domain::Side::B})
            if (Interface *const half = there.network.byHalf({cage.cage, side});
                half && half != &out && half->carrier())
                list.push_back({&there, half});
    }
    return list;
}

bool Wires::pathCarries(const Spark &spark, const Interface &out, const Ear &ear, int packetBytes) const
{
    if (!out.half || !ear.interface->half)
        return true;
    return packetBytes <= m_world.pathMtu(Socket::ofSpark(spark.number, out.half->cage),
               Socket::ofSpark(ear.spark->number, ear.interface->half->cage));
}

void Wires::count(Spark &from, Interface &out, const std::vector<Ear> &takers, std::size_t bytes)
{
    out.traffic.txBytes += bytes + kEthernetHeader;
    ++out.traffic.txPackets;
    if (out.half) {
        from.cages[at(out.half->cage)].txOctets += bytes + kEthernetHeader + kChecksum;
        ++from.cages[at(out.half->cage)].txFrames;
    }
    std::set<CageCounters *> ports; // a port counts a frame once, although both halves take it
    for (const Ear &ear : takers) {
        ear.interface->traffic.rxBytes += bytes + kEthernetHeader;
        ++ear.interface->traffic.rxPackets;
        if (ear.interface->half && !(ear.spark == &from && out.half && ear.interface->half->cage == out.half->cage))
            ports.insert(&ear.spark->cages[at(ear.interface->half->cage)]);
    }
    for (CageCounters *const port : ports) {
        port->rxOctets += bytes + kEthernetHeader + kChecksum;
        ++port->rxFrames;
    }
}

base::Result<std::unique_ptr<Network::Probe>> Wires::openProbe(
    Spark &spark, const std::string &netdev, Network::ProbeKind kind, std::function<void(std::string_view)> received)
{
    if (!spark.network.byName(netdev))
        return systemError(ENODEV, netdev);
    auto handle = std::make_unique<ProbeHandle>(*this, m_alive, OpenProbe{&spark, netdev, kind, std::move(received)});
    if (kind == Network::ProbeKind::Raw) {
        SeededRandom phase(m_world.options().seed, "lldp " + spark.spec.name + ' ' + netdev);
        announceSwitch(spark, netdev, std::chrono::milliseconds(phase.below(kLldpPeriodMs)));
    }
    return std::unique_ptr<Network::Probe>(std::move(handle));
}

// A switch says who it is and which socket this is, to whoever listens when its time has come.
void Wires::announceSwitch(Spark &spark, const std::string &netdev, std::chrono::milliseconds in)
{
    m_world.loop().after(in, [this, &spark, netdev, alive = std::weak_ptr(m_alive)] {
        const Interface *const interface = alive.expired() ? nullptr : spark.network.byName(netdev);
        if (!interface || !interface->half || !interface->carrier())
            return;
        const int number = m_world.cabling().switchOf(Socket::ofSpark(spark.number, interface->half->cage));
        if (number < 0)
            return;
        const std::string name = m_world.scenario().switches[static_cast<std::size_t>(number)].name;
        const int port = spark.number * 2 + domain::number(interface->half->cage) + 1;
        const std::string frame = domain::renderLldp({"virtual " + name, "qsfp" + std::to_string(port), name});
        for (OpenProbe *const open : m_probes[&spark])
            if (open->kind == Network::ProbeKind::Raw && open->netdev == netdev)
                handOver(*open, frame);
    });
}

// Over IPv4 only a receiver with an address in the same subnet takes a broadcast (rp_filter drops it elsewhere). A
// frame of our own type needs nothing but the link.
bool Wires::takesProbe(const Interface &out, const Interface &in, Network::ProbeKind kind)
{
    if (kind == Network::ProbeKind::Raw || kind == Network::ProbeKind::Direct)
        return true;
    if (kind == Network::ProbeKind::V6)
        return in.linkLocal == Interface::LinkLocal::Ready;
    return std::ranges::any_of(out.addresses, [&](const auto &mine) {
        return std::ranges::any_of(in.addresses, [&](const auto &its) { return its.prefix() == mine.prefix(); });
    });
}

void Wires::handOver(OpenProbe &to, std::string_view payload)
{
    m_world.loop().after(std::chrono::milliseconds(0),
        [this, spark = to.spark, to = &to, text = std::string(payload), alive = std::weak_ptr(m_alive)] {
            if (!alive.expired() && m_probes[spark].contains(to))
                std::function<void(std::string_view)>(to->received)(text); // a copy: it may close its own socket
        });
}

base::Result<void> Wires::sendProbe(const OpenProbe &probe, std::string_view payload)
{
    Interface *const out = probe.spark->network.byName(probe.netdev);
    if (!out)
        return systemError(ENODEV, probe.netdev);
    if (payload.size() > kMaxDatagram)
        return systemError(EMSGSIZE, probe.netdev);
    if (!out->adminUp)
        return systemError(ENETDOWN, probe.netdev);
    if (probe.kind == Network::ProbeKind::V6 && out->linkLocal != Interface::LinkLocal::Ready)
        return systemError(EADDRNOTAVAIL, probe.netdev);
    // Over IPv4 a limited broadcast leaves even without an address: nobody takes it, but every port counts it
    // (measurement-and-safety 4.1).
    auto hearing = ears(*probe.spark, *out);
    if (probe.kind == Network::ProbeKind::Direct && out->half
        && m_world.cabling().switchOf(Socket::ofSpark(probe.spark->number, out->half->cage)) >= 0)
        hearing.clear(); // the switch keeps what is sent to the nearest bridge
    count(*probe.spark, *out, hearing, payload.size() + headersOf(probe.kind));
    for (const Ear &ear : hearing)
        for (OpenProbe *const other : m_probes[ear.spark])
            if (other->kind == probe.kind && ear.interface->name == other->netdev
                && takesProbe(*out, *ear.interface, probe.kind))
                handOver(*other, payload);
    return {};
}

bool Wires::answers(const Ear &ear, domain::Ipv4Address target, domain::Ipv4Address asker)
{
    const ConfSysctls sysctls = ear.spark->network.effective(*ear.interface);
    if (sysctls.rpFilter == kStrictFilter && ear.spark->network.routeTo(asker) != ear.interface)
        return false;
    if (sysctls.arpIgnore == 0)
        return ear.spark->network.owner(target) != nullptr;
    if (!ear.interface->owns(target))
        return false;
    return sysctls.arpIgnore == 1 || ear.interface->addressTowards(asker) != nullptr;
}

std::optional<domain::MacAddress> Wires::resolve(Spark &spark, Interface &out, domain::Ipv4Address target)
{
    const domain::Ipv4Interface *const source = out.addressTowards(target);
    if (!source)
        return std::nullopt;
    std::vector<Ear> hearing = ears(spark, out);
    std::erase_if(hearing, [&](const Ear &ear) { return ear.spark == &spark; });
    std::vector<Ear> answering;
    std::ranges::copy_if(
        hearing, std::back_inserter(answering), [&](const Ear &ear) { return answers(ear, target, source->address); });
    if (const auto known = out.neighbours.find(target.toString()); known != out.neighbours.end())
        if (std::ranges::any_of(answering, [&](const Ear &ear) { return ear.interface->mac == known->second; }))
            return known->second;
    count(spark, out, hearing, kArpBytes);
    if (answering.empty()) {
        out.neighbours.erase(target.toString());
        return std::nullopt;
    }
    const std::string question = "arp " + spark.spec.name + ' ' + out.name + ' ' + target.toString();
    SeededRandom first(m_world.options().seed, question + ' ' + std::to_string(m_questions[question]++));
    const Ear winner = answering[first.below(answering.size())];
    for (const Ear &ear : answering) {
        count(*ear.spark, *ear.interface, {{&spark, &out}}, kArpBytes);
        ear.spark->network.learn(*ear.interface, source->address.toString(), out.mac);
    }
    spark.network.learn(out, target.toString(), winner.interface->mac);
    return winner.interface->mac;
}

// One packet from one interface to whoever its wire resolves the address to.
std::optional<Wires::Ear> Wires::deliver(Spark &from, Interface &via, domain::Ipv4Address to, int packetBytes)
{
    const auto mac = resolve(from, via, to);
    if (!mac)
        return std::nullopt;
    const auto hearing = ears(from, via);
    const auto ear = std::ranges::find_if(hearing, [&](const Ear &e) { return e.interface->mac == *mac; });
    if (ear == hearing.end())
        return std::nullopt;
    const bool arrives = pathCarries(from, via, *ear, packetBytes);
    const bool fits = arrives && packetBytes <= ear->interface->mtu;
    if (arrives && !fits && ear->interface->half)
        ++ear->spark->cages[at(ear->interface->half->cage)].rxOversize;
    count(from, via, fits ? std::vector<Ear>{*ear} : std::vector<Ear>{}, static_cast<std::size_t>(packetBytes));
    return fits ? std::optional(*ear) : std::nullopt;
}

std::optional<Wires::Reached> Wires::connect(Spark &spark, domain::Ipv4Address target)
{
    constexpr std::uint32_t kLoopbackNet = 127;
    if (target.value >> 24 == kLoopbackNet || spark.network.owner(target))
        return Reached{&spark, target};
    Interface *const out = spark.network.routeTo(target);
    const domain::Ipv4Interface *const source = out ? out->addressTowards(target) : nullptr;
    if (!source)
        return std::nullopt;
    const domain::Ipv4Address from = source->address;
    constexpr int kSynBytes = 60;
    const auto there = deliver(spark, *out, target, kSynBytes);
    if (!there || !there->spark->network.owner(target))
        return std::nullopt;
    if (!takesConnections(*there->spark, *there->interface))
        return std::nullopt;
    Interface *const back = there->spark->network.routeTo(from);
    if (!back || !back->carrier() || !deliver(*there->spark, *back, from, kSynBytes))
        return std::nullopt;
    return Reached{there->spark, from};
}

std::optional<double> Wires::roundTrip(
    Spark &spark, Interface &out, const domain::Ipv4Interface &source, domain::Ipv4Address target, int packetBytes)
{
    const auto there = deliver(spark, out, target, packetBytes);
    if (!there || !there->spark->network.owner(target))
        return std::nullopt;
    Interface *const back = there->spark->network.routeTo(source.address);
    if (there->spark->network.effective(*there->interface).rpFilter == kStrictFilter && back != there->interface)
        return std::nullopt;
    if (!back || !back->carrier())
        return std::nullopt;
    const auto home = deliver(*there->spark, *back, source.address, packetBytes);
    // The socket is bound to its netdev: an answer that comes in on the other half is not seen.
    if (!home || home->interface != &out)
        return std::nullopt;
    const std::string path = "echo " + spark.spec.name + ' ' + out.name + ' ' + target.toString();
    SeededRandom jitter(m_world.options().seed, path + ' ' + std::to_string(m_questions[path]++));
    return 0.12 + static_cast<double>(packetBytes) / 100'000.0 + static_cast<double>(jitter.below(80)) / 1000.0;
}

void Wires::echo(Spark &spark, const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
    std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done)
{
    const auto answer = [this, done = std::move(done)](std::chrono::milliseconds delay, base::Result<double> result) {
        m_world.loop().after(delay, [done, result] { done(result); });
    };
    Interface *const out = spark.network.byName(netdev);
    if (!out)
        return answer(std::chrono::milliseconds(0), systemError(ENODEV, netdev));
    const domain::Ipv4Interface *const source = out->addressTowards(target);
    if (!out->adminUp || !source)
        return answer(std::chrono::milliseconds(0), systemError(ENETUNREACH, netdev));
    if (payloadBytes + kEchoHeaders > out->mtu)
        return answer(std::chrono::milliseconds(0), systemError(EMSGSIZE, netdev));
    const domain::Ipv4Interface from = *source;
    if (const auto time = roundTrip(spark, *out, from, target, payloadBytes + kEchoHeaders))
        return answer(std::chrono::milliseconds(1), *time);
    using namespace base::literals;
    answer(timeout,
        base::Error{
            base::ErrorKind::NotKnown, base::Message("ping.no-answer"_msg).with("target", target.toString()), {}});
}

} // namespace sparkloom::sim
