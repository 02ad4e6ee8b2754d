// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/story/setup.h"

namespace sparkloom::sim {

// Plays a scenario over a world that has just been made: the set-up that was done long ago, the faults that are there
// from the start, then the timeline. World thread.
class Story {
public:
    // ready is called once, from the loop or from start(), when everything that was there from the start is there.
    Story(World &world, std::function<void(base::Result<void>)> ready);
    ~Story();
    void start();

private:
    void begin();
    void arm(TimelineStep::Since since);

    World &m_world;
    std::function<void(base::Result<void>)> m_ready;
    std::unique_ptr<SetUp> m_setUp;
    std::vector<agent::Loop::TimerId> m_timers;
};

} // namespace sparkloom::sim
