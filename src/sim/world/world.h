// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/cabling.h"
#include "sim/world/spark.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sparkloom::sim {

class Faults;
class Flows;
class Listeners;
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
    Flows &flows() { return *m_flows; }
    Listeners &listeners() { return *m_listeners; }
    Faults &faults() { return *m_faults; }
    const Faults &faults() const { return *m_faults; }
    agent::Loop &loop() { return m_loop; }
    // A simulated delay.
    std::chrono::milliseconds scaled(std::chrono::milliseconds delay) const;

    // Refused when a socket is in use, when both are switches, or when both are the same.
    base::Result<void> plug(Socket a, Socket b);
    base::Result<void> unplug(Socket socket);
    // The plugs in the two cages of a Spark change places. Refused when none is plugged in.
    base::Result<void> swapPlugs(int spark);

    // What a Spark, a cable or a switch port is like. After a change the world itself sees to what follows: halves that
    // come and go, link, speed, counters and running flows. A cable is named by a cage that it is plugged into, a
    // switch port by the cage at the other end of its cable. Both keep what they are while the same two sockets are
    // joined again; without a cable there is nothing to name (null, Refused).
    const SparkParameters &parametersOf(int spark) const;
    void adjustSpark(int spark, const std::function<void(SparkParameters &)> &change);
    const CableParameters *cableAt(Socket cage) const;
    base::Result<void> adjustCable(Socket cage, const std::function<void(CableParameters &)> &change);
    const SwitchPortParameters *portAt(Socket cage) const;
    base::Result<void> adjustPort(Socket cage, const std::function<void(SwitchPortParameters &)> &change);

    // What the link of this cage runs at, in Mb/s; 0: it does not come up.
    int linkMbps(Socket cage) const;
    // Whether a frame that one cage sends reaches the other: on one cable, or through ports of one bridge.
    bool joined(Socket from, Socket to) const;
    // The largest IP packet that the way between two joined cages carries; 65535 on a direct cable, where only the
    // netdevs decide.
    int pathMtu(Socket from, Socket to) const;

private:
    struct Link { // what is known of one cable and, where there is one, of its switch port
        CableParameters cable;
        SwitchPortParameters port;
    };
    struct Port {                     // of one cage
        std::uint64_t generation = 0; // counts plugs and unplugs: what was planned before is void
        std::array<bool, 2> ready{};  // per half: the port has trained
    };
    Port &port(Socket cage) { return m_ports[static_cast<std::size_t>(cage.spark)][at(cage.cage)]; }
    void wake(Socket cage, bool atOnce);
    void wakeAll(int spark);
    void becomeReady(Socket cage, domain::Side side);
    void refreshCarrier(Socket cage);
    bool partnerReady(Socket cage);
    bool anyCable(int spark) const;
    bool wantsNic(int spark) const; // a cable is in, and hot-plug works
    void removeNicWhenBare(int spark);
    Link *linkAt(Socket cage);
    const Link *linkAt(Socket cage) const;
    void makeLink(const PluggedCable &cable);
    void refreshAll(Socket cage); // carriers at both ends

    agent::Loop &m_loop;
    Scenario m_scenario;
    WorldOptions m_options;
    Cabling m_cabling;
    std::vector<std::unique_ptr<Spark>> m_sparks;
    std::vector<std::array<Port, 2>> m_ports;
    std::map<std::pair<Socket, Socket>, Link> m_links; // by the ends; stays when the cable is out
    std::unique_ptr<Wires> m_wires;
    std::unique_ptr<Flows> m_flows;
    std::unique_ptr<Listeners> m_listeners;
    std::unique_ptr<Faults> m_faults; // goes first: it looks after timers
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
