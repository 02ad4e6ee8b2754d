// SPDX-License-Identifier: GPL-3.0-or-later
// The inner parts of Flows, shared by flows.cpp, flowpaths.cpp and flowcounters.cpp only.
#pragma once

#include "sim/physics/loss.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

#include <algorithm>

namespace sparkloom::sim {

// One counter that moves with a lane: so many for each gigabit of payload.
struct Flows::Counted {
    AddCount add = nullptr;
    int spark = 0;
    std::optional<domain::HalfId> half;
    double perGigabit = 0;
    std::uint64_t applied = 0;
};

struct Flows::Lane {
    int from = 0; // Sparks
    int to = 0;
    std::optional<domain::HalfId> fromHalf; // nothing: RJ45
    std::optional<domain::HalfId> toHalf;
    bool back = false;  // of a request in both ways: the other direction
    physics::Flow flow; // its ends are set when rates are
    physics::Rate rate;
    std::unique_ptr<physics::Meter> meter;
    std::vector<Counted> counted;
    double countedFrom = 0; // gigabits when counted was made
    std::chrono::nanoseconds settled{0};
};

struct Flows::Job {
    Id id = 0;
    TrafficRequest request;
    std::vector<Lane> lanes;
    std::optional<physics::Collective> collective; // its hops are indices into lanes
    std::chrono::nanoseconds begin{0};
    std::optional<std::chrono::nanoseconds> end; // planned; when it has ended, the moment it did
    std::optional<double> enough;                // gigabits after which it ends

    // Whether the data of this lane counts as that of the job: a collective's goes over each hop.
    bool counts(std::size_t lane) const
    {
        return !collective || std::ranges::count(collective->hops.front(), lane) > 0;
    }
    bool running = true;
    std::string problem;
    agent::Loop::TimerId timer = 0;
};

struct Flows::Errors {
    std::chrono::nanoseconds from{0};
    double corrected = 0; // per second
    double lost = 0;
    std::uint64_t correctedApplied = 0;
    std::uint64_t lostApplied = 0;
};

} // namespace sparkloom::sim
