// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/faults/configfaults.h"
#include "sim/faults/events.h"
#include "sim/physics/parameters.h"
#include "sim/world/action.h"

#include <functional>
#include <map>
#include <vector>

namespace sparkloom::sim {

class World;

// The faults that are on now. They change physical quantities (effects.h), the live configuration (configfaults.h) and
// what goes on (events.h); symptoms follow from these. Every effect is computed from the healthy values and all faults
// that are on, so that faults combine, and go in any order. World thread.
class Faults {
public:
    // The world's Sparks are healthy now.
    explicit Faults(World &world);
    ~Faults();

    // Errors (Refused): it is on already; there is nothing at this place that it could happen to.
    base::Result<void> put(const FaultSpec &fault);
    // Errors (Refused): it is not on.
    base::Result<void> take(const FaultSpec &fault);
    const std::vector<FaultSpec> &active() const { return m_active; } // in the order of putting

    bool isOn(Fault fault, int spark) const; // anywhere on this Spark

    // The cable in this cage carries no more than this per direction; 0 takes the limit away.
    // Errors (Refused): no cable.
    base::Result<void> slow(Socket cage, double gbps);

    // After a plug or an unplug: a fault of a cable is one of the cable that is in the cage now.
    void cablesChanged();

private:
    friend class FaultEvents;
    using Ends = std::pair<Socket, Socket>; // of a cable, as PluggedCable has them
    base::Result<void> check(const FaultSpec &fault);
    void refresh();
    void refreshSparks();
    void refreshCables();
    void refreshPorts();
    std::optional<Ends> endsAt(Socket cage) const;

    World &m_world;
    std::vector<FaultSpec> m_active;
    std::vector<SparkParameters> m_healthySparks;
    std::map<Ends, CableParameters> m_healthyCables; // of those that faults or limits touched
    std::map<Ends, SwitchPortParameters> m_healthyPorts;
    std::map<Ends, double> m_limits; // Gb/s
    ConfigFaults m_config;
    FaultEvents m_events;
};

} // namespace sparkloom::sim
