// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace sparkloom::widgets {

// Known work, done again and again: by what it costs one sees how fast this machine is just now. Processor time of a
// thread does not count what others run, but they take caches, memory and the other half of a core away from it.
// Belongs to one thread.
class Yardstick {
public:
    Yardstick();

    // Does the work once; milliseconds of this thread's processor time, about 0.3.
    double measure();
    // The least that it has cost so far; 0: never measured.
    double bestMs() const { return m_bestMs; }

private:
    std::vector<unsigned> m_walk; // each entry names the next one: a walk that no cache foresees
    double m_bestMs = 0;
};

} // namespace sparkloom::widgets
