// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <set>
#include <span>
#include <vector>

namespace sparkloom::domain {

// What one Spark heard while all probed as root (measurement-and-safety 4.2, step 5).
struct FramesHeard {
    struct Frame {
        HalfRef from;
        HalfId at;
        bool direct = false; // it was sent to the address that no switch passes on
    };
    SparkId at;
    std::vector<Frame> frames;
    std::set<HalfId> direct; // halves that sent such frames and listened for them
};

// Evidence of the kinds RawFrame and DirectFrame, and SwitchedFrame between two cages that heard each other, of which
// all halves that heard or were heard could have exchanged direct frames, and none came in either direction: where only
// one direction lost them, nothing follows.
std::vector<Evidence> evidenceFromFrames(std::span<const FramesHeard> heard);

} // namespace sparkloom::domain
