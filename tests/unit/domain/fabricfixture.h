// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/cablemap.h"
#include "domain/fabric/topology.h"
#include "domain/plan/plan.h"

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

// Sparks with cables for tests of the domain: what is really plugged, what that lets the Sparks see, and what a set-up
// leaves behind.
namespace sparkloom::test {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    int below(int bound) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename T>
    void shuffle(std::vector<T> &values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    }
    std::uint64_t number() { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

// A Spark as it comes from inspection: four halves that are there and dark, one management interface, DHCP routes.
domain::SparkFacts makeSpark(int number);
std::vector<domain::SparkFacts> makeSparks(int count);

domain::CageRef cage(const std::vector<domain::SparkFacts> &sparks, int spark, int cageNumber);

// What is really plugged: direct cables, and the cages on each switch.
struct Cabling {
    std::vector<std::pair<domain::CageRef, domain::CageRef>> direct;
    std::vector<std::vector<domain::CageRef>> switches;

    // The switch a cage is on, -1 for none.
    int switchOf(const domain::CageRef &cage) const;
    // The other end of a direct cable.
    const domain::CageRef *peerOf(const domain::CageRef &cage) const;
};

// Lights both halves of every plugged cage.
void plug(std::vector<domain::SparkFacts> &sparks, const Cabling &cabling);
void light(std::vector<domain::SparkFacts> &sparks, const domain::CageRef &cage, bool a = true, bool b = true);

// Everything that would be heard if every half sent and listened with this method.
std::vector<domain::Evidence> fullEvidence(const Cabling &cabling, domain::EvidenceKind kind);

// The map when everything was heard.
domain::CableMap trueMap(const std::vector<domain::SparkFacts> &sparks, const Cabling &cabling);

// Shorthands: sparks 0 and 1 with the same cage, a ring in the documented orientation, a star on one cage.
Cabling pairCabling(const std::vector<domain::SparkFacts> &sparks, int cageNumber = 0);
Cabling pairTwoCabling(const std::vector<domain::SparkFacts> &sparks);
Cabling ringCabling(const std::vector<domain::SparkFacts> &sparks);
Cabling starCabling(const std::vector<domain::SparkFacts> &sparks, int cageNumber = 1);

// Any cabling that is physically possible: direct cables (also from a Spark to itself), up to two switches, free
// sockets.
Cabling randomCabling(const std::vector<domain::SparkFacts> &sparks, Dice &dice);

// Nothing if the map is true; else what is wrong. Two voices on a larger switch look like a cable: such a cable may be
// shown as probable, never as certain.
std::string mistakeIn(const domain::CableMap &map, const std::vector<domain::SparkFacts> &sparks, const Cabling &truth);

// Empty when every rule of design decision 9 holds for these addresses: a /24 for each lane, no two halves of a Spark
// in one, no collision with a route of a Spark or with `avoid`.
std::string brokenRule(const domain::AddressPlan &plan, const std::vector<domain::SparkFacts> &sparks,
    const std::vector<domain::Ipv4Prefix> &avoid = {});

domain::PlanInput inputFor(const domain::SparkFacts &facts);

// What inspection would find after this plan was carried out.
domain::PlanInput applied(domain::PlanInput input, const domain::SparkPlan &plan, const domain::Plan &whole);

// A valid ed25519 public key, different for every number.
std::string publicKey(int number);

} // namespace sparkloom::test
