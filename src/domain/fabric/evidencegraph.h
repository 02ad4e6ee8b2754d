// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// The usable evidence as a graph: its nodes are the lit cages, two of them are joined where one was seen at the other.
// A direct cable joins exactly two cages. Behind a switch everybody sees everybody. Anything between is not read.
// Inside cages go by number: the map is made anew at every event, with thousands of pieces of evidence.
class EvidenceGraph {
public:
    enum class Reading { DirectCable, Switch, NotKnown };
    using Component = std::vector<int>; // numbers of cages, in order

    EvidenceGraph(std::span<const SparkFacts> sparks, std::span<const Evidence> evidence);

    const CageRef &cage(int number) const { return m_cages[static_cast<std::size_t>(number)]; }
    // Connected sets of lit cages, sorted by their first cage. Every lit cage is in exactly one.
    std::vector<Component> components() const;
    Reading read(const Component &component) const;
    // Two kinds of evidence name different neighbours of this cage.
    bool contradictsItself(int cage) const;

    // Whether a cable between these two could not be two voices on a larger switch: it was seen when it was unplugged,
    // or with every other lit cage there is a kind of evidence by which the one would have been heard at the other.
    bool standsAlone(int a, int b) const;

    std::vector<Evidence> between(int a, int b) const;
    std::vector<Evidence> at(int cage) const;
    static Certainty certaintyOf(std::span<const Evidence> evidence);

private:
    struct Item { // one piece of evidence: halves as cage * 2 + side
        EvidenceKind kind;
        int from;
        int to;
        friend auto operator<=>(const Item &, const Item &) = default;
    };
    using Kinds = unsigned; // one bit per EvidenceKind

    int count() const { return static_cast<int>(m_cages.size()); }
    int numberOf(const CageRef &cage) const; // -1: not lit
    Kinds &seen(int a, int b) { return m_seen[static_cast<std::size_t>(a * count() + b)]; }
    Kinds seen(int a, int b) const { return m_seen[static_cast<std::size_t>(a * count() + b)]; }
    Evidence evidenceOf(const Item &item) const;
    bool wouldBeHeard(int from, int to) const;
    bool shareSubnet(int a, int b) const;
    bool joined(int a, int b) const { return seen(a, b) != 0; }
    bool hearsNobody(int cage) const { return m_hears[static_cast<std::size_t>(cage)] == 0; }
    bool kindsDisagree(int cage, bool subsetIsFine) const;

    std::vector<CageRef> m_cages;                   // lit, sorted
    std::vector<Item> m_items;                      // sorted, without repeats
    std::vector<Kinds> m_seen;                      // by which kinds two cages saw each other, either way
    std::vector<Kinds> m_hears;                     // what arrived at a cage
    std::vector<Kinds> m_heard;                     // what arrived from a cage
    std::vector<std::vector<Ipv4Prefix>> m_subnets; // of the halves of a cage
};

} // namespace sparkloom::domain
