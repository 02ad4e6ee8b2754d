// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/fabric/cablemap.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sparkloom::domain {

// The shapes of design.md section 2. Unknown: nothing lit, or the map is incomplete; Mixed: none of the others.
enum class Topology { Unknown, Pair, PairTwoCables, Ring, Star, StarTwoCables, Line, SplitRole, Mixed };

// "pair", "pair2", "ring", "star", "star2", "line", "split", "mixed", "unknown"
std::string_view toText(Topology topology);
std::optional<Topology> topologyFromText(std::string_view text);
// A star, with one cable per Spark or two.
bool isStar(Topology topology);

// What the found cables form.
Topology recogniseTopology(const CableMap &map, std::span<const SparkFacts> sparks);

// For cables that form nothing that can be planned without being told more: what is in the way, with what to do. Empty
// for every other topology, and while nothing is lit.
base::Message topologyNote(Topology recognised, const CableMap &map, std::span<const SparkFacts> sparks);

// The shapes that this many Sparks can be cabled into, the recommended one first: 2: pair, pair2, split; 3: ring, star,
// star2, line; 4 or more: star, star2, ring, line, and split for an even number.
std::vector<Topology> possibleTopologies(int sparkCount);

// A cable of the goal and what stands of it.
struct GoalCable {
    enum class State {
        Up,      // there, both halves of both ends lit
        HalfUp,  // there, but a half of an end is still dark
        Waiting, // asked for, not plugged
        Unproven // both sockets are lit, but what joins them is not known yet
    };
    int number = 1; // 1.., shown to the user
    CableEnd a;
    CableEnd b;
    State state = State::Waiting;
    friend bool operator==(const GoalCable &, const GoalCable &) = default;
};

// One step of the way from the cables that are there to the goal.
struct PlugStep {
    enum class Kind {
        Move, // one plug of a cable changes its socket, the other stays
        Plug, // a further cable
        Pull  // a cable is in the way and has no place in the goal
    };
    Kind kind = Kind::Move;
    CableEnd from;  // Move: where the plug is now; else one end of the cable
    CableEnd to;    // Move: where it belongs; else the other end
    CableEnd stays; // Move: the other plug of the same cable
    base::Message text;
    friend bool operator==(const PlugStep &, const PlugStep &) = default;
};

// What stands between the cables that are there and the goal.
struct CablingStatus {
    bool complete = false;
    std::vector<GoalCable> cables; // the goal, fitted to what is already plugged: any valid permutation is accepted
    std::vector<Cable> misplaced;  // known cables that keep a socket which the goal needs for another one
    // All that is to be done, in an order in which every socket is free when its plug comes (but for closed circles,
    // which begin with a plug in the hand). No form of a pair, a ring, a star or a line of up to five Sparks can be
    // reached by moving fewer plugs. What is not known yet is left out.
    std::vector<PlugStep> steps;
    // The one thing to do next (design section 7), empty when complete. Sockets that it names, to make them pulse.
    base::Message instruction;
    base::Message instructionDetail;
    std::vector<CageRef> highlight;
    friend bool operator==(const CablingStatus &, const CablingStatus &) = default;
};

// Compares the found cables with a goal: all but Unknown and Mixed. Chooses the form of the goal that keeps most
// plugged cables, then the one nearest to the documented orientation (facts 2.1 to 2.4), then the first in the order of
// the Sparks. Deterministic. SplitRole: one cage of each Spark leads to a peer, the other to storage. Storage is what
// the owner says it is: any other lit cage passes, also where a switch with nothing but these Sparks' storage cages on
// it looks like a direct cable.
CablingStatus matchTopology(Topology goal, const CableMap &map, std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
