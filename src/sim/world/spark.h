// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/physics/parameters.h"
#include "sim/random.h"
#include "sim/world/memoryfiles.h"
#include "sim/world/networkstack.h"
#include "sim/world/scenario.h"
#include "sim/world/sparkclock.h"
#include "sim/world/systemlog.h"

#include <array>
#include <functional>
#include <map>
#include <string>

namespace sparkloom::sim {

inline constexpr std::size_t at(domain::CageIndex cage)
{
    return static_cast<std::size_t>(cage);
}
inline constexpr std::size_t at(domain::Side side)
{
    return static_cast<std::size_t>(side);
}

// What a cage's port counted on the wire; both halves report it (design decision 15). Octets with header and checksum,
// without preamble and gap.
struct CageCounters {
    std::uint64_t txOctets = 0;
    std::uint64_t rxOctets = 0;
    std::uint64_t txFrames = 0;
    std::uint64_t rxFrames = 0;
    std::uint64_t rxCorrectedBits = 0; // by FEC; the sum of what the four lanes got wrong
    std::uint64_t rxSymbolErrors = 0;  // code words beyond correction
    std::uint64_t rxCrcErrors = 0;     // frames lost to them
    std::uint64_t rxOversize = 0;      // frames larger than the netdevs take (F-16)
    std::uint64_t rxDiscards = 0;      // no buffer: the receiver was too slow
    std::uint64_t txPause = 0;         // flow control frames
    std::uint64_t rxPause = 0;
    std::uint64_t linkDowns = 0;
};

// What the RoCE device of a half counted beside its bytes (facts 8.2).
struct RdmaEvents {
    std::uint64_t outOfSequence = 0;        // as receiver: a packet before this one is missing
    std::uint64_t packetSequenceErrors = 0; // as sender: it was told so
    std::uint64_t ackTimeouts = 0;
    std::uint64_t cnpSent = 0;    // as receiver: congestion seen
    std::uint64_t cnpHandled = 0; // as sender: slowed down for it
    std::uint64_t ecnMarked = 0;
};

// A transient systemd timer of a simulated Spark.
struct ArmedTimer {
    agent::Loop::TimerId timer = 0;
    std::chrono::nanoseconds due{0};
    std::vector<std::string> argv;
};

// One simulated machine: its values (all from the seed), files, network and timers. It knows nothing of cables (World),
// of agents (system/) or of SSH connections (ssh/). World thread.
class Spark {
public:
    // number: 0.. in the scenario. hostKey: "ssh-ed25519 AAAA..." of its sshd.
    Spark(agent::Loop &loop, const HostSpec &host, int number, std::uint64_t seed, double speed, std::string hostKey);

    SparkClock clock; // first: the files ask it for the time when they are made
    const HostSpec spec;
    const int number;
    const Credentials user{1000, 1000};
    const std::string home;
    const std::string hostKey;
    const std::string machineId;
    const std::string bootId;
    const domain::MacAddress baseMac; // of half 0A (facts 1.3)
    const domain::Ipv4Address managementAddress;

    SparkParameters parameters; // changed through World::adjustSpark

    MemoryFiles files;
    NetworkStack network;
    SystemLog log;
    SeededRandom random;
    std::array<CageCounters, 2> cages;
    std::array<std::array<Traffic, 2>, 2> rdma; // cage, side; bytes and packets of RDMA
    std::array<std::array<RdmaEvents, 2>, 2> rdmaEvents;
    std::function<void()> settleTraffic = [] {}; // brings all counters up to now; set by the world
    std::map<std::string, ArmedTimer> timers;
    std::map<std::string, std::vector<std::string>> bootUnits;
    std::vector<std::string> journal; // what the agent's own commands did that systemd started
    bool lectured = false;            // sudo has given its lecture

    bool nicPresent() const { return m_nicPresent; }
    // The four PCI functions come or go (facts 1.4): netdevs, RoCE devices, sysfs; the renderer and the sysctl files
    // take hold of netdevs that come.
    void setNicPresent(bool present);
    // Makes the halves what parameters say: those that are Missing go.
    void settleHalves();
    // ufw, by the scenario or by a fault.
    bool firewallIsOn() const { return spec.ufw || parameters.ip.firewallDropsFabric; }
    // The FORWARD chain of iptables, by the scenario or by a fault.
    bool forwardIsDropped() const { return spec.docker || parameters.ip.dockerDropsForward; }
    // What the release file and DMI say is made of parameters.software.
    std::string biosVersion() const;
    int nextProcessId() { return ++m_lastProcessId; }
    domain::MacAddress macOf(domain::HalfId half) const;
    std::string pathInHome(std::string_view name) const;
    std::int64_t utcNs() const;

private:
    bool m_nicPresent = false;
    int m_lastProcessId = 0;
};

} // namespace sparkloom::sim
