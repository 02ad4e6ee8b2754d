// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/random.h"
#include "sim/world/memoryfiles.h"
#include "sim/world/networkstack.h"
#include "sim/world/scenario.h"

#include <array>
#include <map>
#include <string>

namespace sparkloom::sim {

inline constexpr std::size_t at(domain::CageIndex cage) { return static_cast<std::size_t>(cage); }
inline constexpr std::size_t at(domain::Side side) { return static_cast<std::size_t>(side); }

// What a cage's port counted on the wire; both halves report it (design decision 15).
struct CageCounters {
    std::uint64_t txOctets = 0;
    std::uint64_t rxOctets = 0;
    std::uint64_t txFrames = 0;
    std::uint64_t rxFrames = 0;
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
    agent::Loop &m_loop; // first: the files ask it for the time when they are made

public:
    // number: 0.. in the scenario. hostKey: "ssh-ed25519 AAAA..." of its sshd.
    Spark(agent::Loop &loop, const HostSpec &host, int number, std::uint64_t seed, double speed, std::string hostKey);

    const HostSpec spec;
    const int number;
    const Credentials user{1000, 1000};
    const std::string home;
    const std::string hostKey;
    const std::string machineId;
    const std::string bootId;
    const domain::MacAddress baseMac; // of half 0A (facts 1.3)
    const domain::Ipv4Address managementAddress;
    const std::string kernel;

    MemoryFiles files;
    NetworkStack network;
    SeededRandom random;
    std::array<CageCounters, 2> cages;
    std::array<std::array<Traffic, 2>, 2> rdma; // cage, side; bytes and packets of RDMA
    std::map<std::string, ArmedTimer> timers;
    std::map<std::string, std::vector<std::string>> bootUnits;
    std::vector<std::string> journal; // what the agent's own commands did that systemd started
    bool lectured = false; // sudo has given its lecture

    bool nicPresent() const { return m_nicPresent; }
    // The four PCI functions come or go (facts 1.4): netdevs, RoCE devices, sysfs; the renderer and the sysctl files
    // take hold of netdevs that come.
    void setNicPresent(bool present);
    int nextProcessId() { return ++m_lastProcessId; }
    domain::MacAddress macOf(domain::HalfId half) const;
    std::string pathInHome(std::string_view name) const;
    std::int64_t utcNs() const;

private:
    bool m_nicPresent = false;
    int m_lastProcessId = 0;
};

} // namespace sparkloom::sim
