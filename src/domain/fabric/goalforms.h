// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/sockets.h"
#include "domain/fabric/topology.h"

#include <vector>

namespace sparkloom::domain {

// A cable of a goal: from a socket to another one, to the switch, or to storage.
struct WantedCable {
    Sockets::Place a;
    std::optional<Sockets::Place> b;
    bool storage = false; // where there is no b: to storage, not to the switch
    bool there = false;   // where there is no b: plugged already
    friend bool operator==(const WantedCable &, const WantedCable &) = default;
};

// The form of a goal that moves the fewest plugs, in the order of its cable numbers. Sockets must hold the number of
// Sparks that the goal needs: two for pairs, an even number for a split role, three or more for the others.
std::vector<WantedCable> bestPair(const Sockets &sockets);
std::vector<WantedCable> bestPairTwoCables(const Sockets &sockets);
// Tries every order of up to eight Sparks; for more it joins the pieces that are there in the order of the Sparks.
std::vector<WantedCable> bestRing(const Sockets &sockets);
// For up to five Sparks no other line moves fewer plugs; for more it keeps as many cables as any, but may move a plug
// more.
std::vector<WantedCable> bestLine(const Sockets &sockets);
std::vector<WantedCable> bestStar(const Sockets &sockets);
std::vector<WantedCable> bestStarTwoCables(const Sockets &sockets);
// Peers that are joined already stay peers, the others are paired in the order of the Sparks.
std::vector<WantedCable> bestSplitRole(const Sockets &sockets);

} // namespace sparkloom::domain
