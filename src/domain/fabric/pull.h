// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// "Which cable is this?" Somebody pulls one plug, and the cages that go dark together are its ends; when it is put
// back, those that light up together are (measurement-and-safety 4.2, step 9).
struct Pull {
    enum class Reading {
        Cable,   // two cages: the two ends of one cable
        LoneEnd, // one cage: the other end is in a switch, in storage, or in a Spark that is not among ours
        Several, // more than two: more than one cable
    };
    Reading reading = Reading::Several;
    std::vector<CageRef> cages; // sorted, at least one
    friend bool operator==(const Pull &, const Pull &) = default;
};

// What it means that these cages changed together.
Pull readPull(std::vector<CageRef> cages);

// Evidence of kind Unplug where it was one cable: for both pairs of halves, so that one half that changes by itself
// does not take it all away. Empty else.
std::vector<Evidence> evidenceFromPull(const Pull &pull);

// Collects what changes together. A cage goes dark when its last lit half does, and lights up with its first.
class PullWatch {
public:
    // The state of a half as it was reported; the first report of each is how it was before. True: a cage went dark or
    // lit up.
    bool take(const HalfRef &half, bool carrier);
    // That Spark is not watched any more: what it had does not count as dark.
    void drop(const SparkId &spark);

    struct Change {
        std::vector<CageRef> wentDark; // sorted
        std::vector<CageRef> litUp;    // sorted; lit at the end
    };
    // What has changed since the last call. To be asked when nothing has changed for a while.
    Change settle();

private:
    bool isLit(const CageRef &cage) const;

    std::vector<HalfRef> m_known; // that have been reported
    std::vector<HalfRef> m_lit;
    std::vector<CageRef> m_wentDark;
    std::vector<CageRef> m_litUp;
};

} // namespace sparkloom::domain
