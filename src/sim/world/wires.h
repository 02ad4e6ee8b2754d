// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "sim/world/spark.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace sparkloom::sim {

class World;

// What travels over the simulated wires: probe datagrams, ARP and echoes. Both halves of a cage are on the one wire of
// its cable, and a switch joins all cages that hang on it; the management network joins all RJ45. World thread.
class Wires {
public:
    explicit Wires(World &world);
    ~Wires();

    // The sockets of agent::Network. Errors are errno values with their text.
    base::Result<std::unique_ptr<agent::Network::Probe>> openProbe(Spark &spark, const std::string &netdev,
        agent::Network::ProbeKind kind, std::function<void(std::string_view)> received);
    void echo(Spark &spark, const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
        std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done);

    // The MAC that answers for this address on this interface's wire. Without arp_ignore every half of the owner that
    // hears the question answers for all of its addresses, and the seed decides whose answer comes first
    // (measurement-and-safety 4.4: half of the entries were wrong).
    std::optional<domain::MacAddress> resolve(Spark &spark, Interface &out, domain::Ipv4Address target);

    // The way of a TCP connection from this Spark to an address: the address it comes from and the Spark it reaches.
    struct Reached {
        Spark *spark = nullptr;
        domain::Ipv4Address from;
    };
    std::optional<Reached> connect(Spark &spark, domain::Ipv4Address target);

private:
    struct Ear { // an interface that hears a wire
        Spark *spark = nullptr;
        Interface *interface = nullptr;
    };
    struct OpenProbe;
    struct ProbeHandle;
    std::vector<Ear> ears(Spark &spark, const Interface &out);
    bool answers(const Ear &ear, domain::Ipv4Address target, domain::Ipv4Address asker);
    // A frame of this many bytes of IP or ARP goes out; those that take it count it.
    void count(Spark &from, Interface &out, const std::vector<Ear> &takers, std::size_t bytes);
    base::Result<void> sendProbe(const OpenProbe &probe, std::string_view payload);
    // The way there and back; nothing where it got lost.
    std::optional<Ear> deliver(Spark &from, Interface &via, domain::Ipv4Address to, int packetBytes);
    std::optional<double> roundTrip(
        Spark &spark, Interface &out, const domain::Ipv4Interface &source, domain::Ipv4Address target, int packetBytes);
    bool pathCarries(const Spark &spark, const Interface &out, const Ear &ear, int packetBytes) const;

    void announceSwitch(Spark &spark, const std::string &netdev, std::chrono::milliseconds in);
    static bool takesProbe(const Interface &out, const Interface &in, agent::Network::ProbeKind kind);
    void handOver(OpenProbe &to, std::string_view payload);

    World &m_world;
    std::map<Spark *, std::set<OpenProbe *>> m_probes;
    std::map<std::string, std::uint64_t> m_questions; // how often each ARP question and echo was sent
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
