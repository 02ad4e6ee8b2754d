// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace sparkloom::domain {

// The usable evidence as a graph: its nodes are the lit cages, two of them are joined where one was seen at the other.
// A direct cable joins exactly two cages. Behind a switch everybody sees everybody. Anything between is not read.
class EvidenceGraph {
public:
    enum class Reading { DirectCable, Switch, NotKnown };

    EvidenceGraph(std::span<const SparkFacts> sparks, std::span<const Evidence> evidence);

    // Connected sets of lit cages, each sorted, sorted by their first cage. Every lit cage is in exactly one.
    std::vector<std::vector<CageRef>> components() const;
    Reading read(const std::vector<CageRef> &component) const;
    // Two kinds of evidence name different neighbours of this cage.
    bool contradictsItself(const CageRef &cage) const;

    // Whether a cable between these two could not be two voices on a larger switch: with every other lit cage there is a
    // kind of evidence by which the one would have been heard at the other.
    bool standsAlone(const CageRef &a, const CageRef &b) const;

    std::vector<Evidence> between(const CageRef &a, const CageRef &b) const;
    std::vector<Evidence> at(const CageRef &cage) const;
    static Certainty certaintyOf(std::span<const Evidence> evidence);

private:
    bool wouldBeHeard(const CageRef &from, const CageRef &to) const;
    bool joined(const CageRef &a, const CageRef &b) const;
    bool hearsNobody(const CageRef &cage) const { return !m_hears.contains(cage); }
    bool kindsDisagree(const CageRef &cage, bool subsetIsFine) const;

    std::set<CageRef> m_lit;
    std::vector<Evidence> m_evidence; // sorted, without repeats
    std::map<CageRef, std::set<CageRef>> m_neighbours;
    std::map<CageRef, std::map<EvidenceKind, std::set<CageRef>>> m_byKind; // the same, by kind
    std::map<CageRef, std::set<EvidenceKind>> m_hears;                     // what arrived at a cage
    std::map<CageRef, std::set<EvidenceKind>> m_heard;                     // what arrived from a cage
};

} // namespace sparkloom::domain
