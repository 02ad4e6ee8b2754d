// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/addressplan.h"

#include <optional>
#include <span>
#include <vector>

// Which lanes there are to be measured, and which of them at the same time.
namespace sparkloom::engine {

// One lane in one direction.
struct TestLane {
    int cable = 1; // number; 0 through a switch
    domain::LaneEnd from;
    domain::LaneEnd to;
    int mtu = 1500;
    TestLane reversed() const { return {cable, to, from, mtu}; }
};

// Two cages that reach each other: all lanes between them, in the direction a -> b.
struct TestWay {
    int cable = 1;
    domain::CageRef a;
    domain::CageRef b;
    std::vector<TestLane> lanes; // ordered by half of a
};

// The ways of a cluster: one for each cable; through a switch from each Spark to the next one and from the last to the
// first, for every pair would take too long.
std::vector<TestWay> waysOf(const domain::AddressPlan &plan);

// The addresses as the Sparks have them now, for a cluster that somebody else set up: halves of different Sparks that
// lie in one subnet form a lane, those of two Sparks alone a cable. A receipt of ours says more than the live state:
// what should be there.
domain::AddressPlan planFromFacts(std::span<const domain::SparkFacts> sparks);

// What runs at the same time.
struct Shot {
    enum class Kind {
        OneHalf,    // one lane, one direction
        BothHalves, // all lanes of a way, one direction
        BothWays,   // all lanes of a way, both directions
        Everything  // all lanes of all ways, both directions
    };
    Kind kind = Kind::OneHalf;
    int cable = 1;
    std::vector<TestLane> lanes;
};
// Those of one way, in the order of the ladder: each half alone, first there then back, and so on.
std::vector<Shot> shotsOf(const TestWay &way, Shot::Kind kind);
Shot everythingAtOnce(std::span<const TestWay> ways);

} // namespace sparkloom::engine
