// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "sim/world/action.h"

#include <map>
#include <memory>

namespace sparkloom::sim {

class Faults;
class World;

// What goes on by itself while a fault lasts: links that flap, names that are taken again, and what the kernel and the
// services write into their logs about it. World thread.
class FaultEvents {
public:
    FaultEvents(World &world, Faults &faults) : m_world(world), m_faults(faults) {}
    ~FaultEvents();

    void begun(const FaultSpec &fault);
    void ended(const FaultSpec &fault);
    // Whether the cable of this place is in the dark moment of a flap.
    bool isDark(const FaultSpec &fault) const;

private:
    struct Running {
        agent::Loop::TimerId timer = 0;
        bool dark = false;
        int count = 0;
    };
    void flap(const FaultSpec &fault);
    void renameAgain(const FaultSpec &fault);
    void again(const FaultSpec &fault, std::chrono::milliseconds delay, void (FaultEvents::*what)(const FaultSpec &));
    void logLink(const FaultSpec &fault, const char *state);

    World &m_world;
    Faults &m_faults;
    std::map<FaultSpec, Running> m_running;
};

} // namespace sparkloom::sim
