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
enum class Topology { Unknown, Pair, PairTwoCables, Ring, Star, Line, SplitRole, Mixed };

std::string_view toText(Topology topology);            // "pair", "pair2", "ring", "star", "line", "split", "mixed", "unknown"
std::optional<Topology> topologyFromText(std::string_view text);

// What the found cables form.
Topology recogniseTopology(const CableMap &map, std::span<const SparkFacts> sparks);

// The shapes that this many Sparks can be cabled into, the recommended one first (2: pair, pair2; 3: ring, star; 4+: star, ring).
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

// What stands between the cables that are there and the goal.
struct CablingStatus {
    bool complete = false;
    std::vector<GoalCable> cables;     // the goal, fitted to what is already plugged: any valid permutation is accepted
    std::vector<Cable> misplaced;      // cables that no form of the goal can use
    // The one thing to do next (design section 7), empty when complete. Sockets that it names, to make them pulse.
    base::Message instruction;
    base::Message instructionDetail;
    std::vector<CageRef> highlight;
    friend bool operator==(const CablingStatus &, const CablingStatus &) = default;
};

// Compares the found cables with a goal. Pair, PairTwoCables, Ring (3 or more) and Star. Chooses the form of the goal
// that keeps most plugged cables, then the one nearest to the documented orientation (facts 2.1 to 2.4), then the first in
// the order of the Sparks. Deterministic.
CablingStatus matchTopology(Topology goal, const CableMap &map, std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
