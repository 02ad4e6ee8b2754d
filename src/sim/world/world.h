// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/cabling.h"
#include "sim/world/spark.h"

#include <memory>
#include <string>
#include <vector>

namespace sparkloom::sim {

class Wires;

struct WorldOptions {
    double speed = 1; // divides every simulated delay; 0.01 to 1000
    std::uint64_t seed = 1;
};

// The simulated world: Sparks, switches, and the cables between them. Plugging works as on a Spark: without any cable
// the NIC is gone; about 6 s after the first plug both halves are up, half A a second before half B (facts 1.4, sample
// dmesg.cable-plug). World thread.
class World {
public:
    // hostKeys: one "ssh-ed25519 AAAA..." per host of the scenario. The scenario's cables have been in since long ago.
    World(agent::Loop &loop, Scenario scenario, WorldOptions options, const std::vector<std::string> &hostKeys);
    ~World();

    const Scenario &scenario() const { return m_scenario; }
    const WorldOptions &options() const { return m_options; }
    const Cabling &cabling() const { return m_cabling; }
    std::vector<std::unique_ptr<Spark>> &sparks() { return m_sparks; }
    Spark &spark(int number) { return *m_sparks.at(static_cast<std::size_t>(number)); }
    Spark *sparkAtAddress(domain::Ipv4Address address); // any interface
    Wires &wires() { return *m_wires; }
    agent::Loop &loop() { return m_loop; }
    // A simulated delay.
    std::chrono::milliseconds scaled(std::chrono::milliseconds delay) const;

    // Refused when a socket is in use, when both are switches, or when both are the same.
    base::Result<void> plug(Socket a, Socket b);
    base::Result<void> unplug(Socket socket);

private:
    struct Port { // of one cage
        std::uint64_t generation = 0; // counts plugs and unplugs: what was planned before is void
        std::array<bool, 2> ready{};  // per half: the port has trained
    };
    Port &port(Socket cage) { return m_ports[static_cast<std::size_t>(cage.spark)][at(cage.cage)]; }
    void wake(Socket cage, bool atOnce);
    void becomeReady(Socket cage, domain::Side side);
    void refreshCarrier(Socket cage);
    bool partnerReady(Socket cage);
    bool anyCable(int spark) const;
    void removeNicWhenBare(int spark);

    agent::Loop &m_loop;
    Scenario m_scenario;
    WorldOptions m_options;
    Cabling m_cabling;
    std::vector<std::unique_ptr<Spark>> m_sparks;
    std::vector<std::array<Port, 2>> m_ports;
    std::unique_ptr<Wires> m_wires;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
