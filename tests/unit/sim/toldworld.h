// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/faults/faults.h"
#include "sim/story/story.h"
#include "virtualhands.h"

namespace sparkloom::test {

// A scenario with its story: set up where it says so, with its faults, a minute later.
struct ToldWorld {
    explicit ToldWorld(const char *scenario, std::uint64_t seed = 1)
        : v(scenario, 1, seed), story(*v.world, [this](const base::Result<void> &done) {
              ready = done.ok();
              if (!done)
                  qWarning("%s", done.error().detail.c_str());
          })
    {
        v.loop.pass(std::chrono::seconds(3));
        story.start();
        v.loop.pass(std::chrono::seconds(20));
    }
    // "F-08", "cable:spark-a:0"
    base::Result<void> fault(const std::string &id, const std::string &place, bool on = true)
    {
        const auto spec = sim::parseFaultSpec(v.world->scenario(), id, place);
        if (!spec)
            return spec.error();
        return on ? v.world->faults().put(*spec) : v.world->faults().take(*spec);
    }

    VirtualWorld v;
    bool ready = false;
    sim::Story story;
};

} // namespace sparkloom::test
