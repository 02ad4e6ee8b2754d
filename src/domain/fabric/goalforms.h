// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/sockets.h"
#include "domain/fabric/topology.h"

#include <vector>

namespace sparkloom::domain {

// A cable of a goal: from a socket to another one, or to the switch.
struct WantedCable {
    Sockets::Place a;
    std::optional<Sockets::Place> b;
    friend bool operator==(const WantedCable &, const WantedCable &) = default;
};

// The form of a goal that fits best what is plugged, in the order of its cable numbers. Sockets must hold the number of
// Sparks that the goal needs: two for pairs, three or more for a ring and a star.
std::vector<WantedCable> bestPair(const Sockets &sockets);
std::vector<WantedCable> bestPairTwoCables(const Sockets &sockets);
// Tries every order of up to eight Sparks; for more it joins the pieces that are there in the order of the Sparks.
std::vector<WantedCable> bestRing(const Sockets &sockets);
std::vector<WantedCable> bestStar(const Sockets &sockets);

} // namespace sparkloom::domain
