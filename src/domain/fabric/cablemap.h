// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/sparkfacts.h"

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sparkloom::domain {

struct CageRef {
    SparkId spark;
    CageIndex cage = CageIndex::Zero;
    friend auto operator<=>(const CageRef &, const CageRef &) = default;
};

struct HalfRef {
    SparkId spark;
    HalfId half;
    CageRef cageRef() const { return {spark, half.cage}; }
    friend auto operator<=>(const HalfRef &, const HalfRef &) = default;
};

// How a neighbour was seen (measurement-and-safety 4.2), weakest first.
enum class EvidenceKind {
    NeighbourTable,
    CounterSignature,
    Ipv4Datagram,
    Ipv6Datagram,
    RawFrame,      // an Ethernet broadcast
    DirectFrame,   // a frame that no switch passes on
    SwitchedFrame, // broadcasts came both ways, and no such frame did: a switch is between
    ModuleSerial,
    Unplug
};

// A frame of `from` arrived at `to`, or a table entry at `to` names `from`.
struct Evidence {
    EvidenceKind kind = EvidenceKind::NeighbourTable;
    HalfRef from;
    HalfRef to;
    friend auto operator<=>(const Evidence &, const Evidence &) = default;
};

// One end of a cable: a cage, or a socket of a switch that several cages share. In a goal also a machine that is no
// Spark.
struct CableEnd {
    std::optional<CageRef> cage;
    int switchNumber = -1; // 0.. where it is a switch, -1 where it is storage (in goals only: no probe sees it)
    bool isSwitch() const { return !cage; }
    bool isStorage() const { return !cage && switchNumber < 0; }
    friend auto operator<=>(const CableEnd &, const CableEnd &) = default;
};

enum class Certainty {
    Probable, // seen in one direction, or by one inexact kind of evidence
    Certain,  // one exact kind in both directions, or two independent kinds (measurement-and-safety 4.3)
};

// A cable that is known. `a` is always a cage; a <= b where both are cages.
struct Cable {
    CableEnd a;
    CableEnd b;
    Certainty certainty = Certainty::Probable;
    std::vector<Evidence> evidence; // sorted, without repeats
    // Whether what joins two cages is known to be a switch. To these two it is as good as a cable.
    bool throughSwitch() const;
    friend bool operator==(const Cable &, const Cable &) = default;
};

// Kinds of evidence that contradict each other about one cage: shown, never guessed over.
struct Contradiction {
    CageRef cage;
    std::vector<Evidence> evidence;
    friend bool operator==(const Contradiction &, const Contradiction &) = default;
};

struct CableMap {
    std::vector<Cable> cables;    // sorted by ends
    std::vector<CageRef> unknown; // lit cages whose other end is not known, sorted
    std::vector<Contradiction> contradictions;
    int switchCount = 0;
    friend bool operator==(const CableMap &, const CableMap &) = default;

    // The cable in this cage, if one is known.
    const Cable *cableAt(const CageRef &cage) const;
};

// The map that the evidence supports: right or "not known", never a guess. A cage that hears, or is heard by, cages of
// two or more other Sparks hangs on a switch. Evidence about dark cages, about Sparks that are not in `sparks`, or from
// a Spark to its own same cage is ignored. Deterministic in any order of its input.
CableMap buildCableMap(std::span<const SparkFacts> sparks, std::span<const Evidence> evidence);

// Evidence from the kernel's neighbour tables: entries of halves whose link-layer address is a known half's.
struct NeighbourEntry {
    std::string netdev;
    std::string address; // IPv4 or IPv6 text
    MacAddress mac;
    friend bool operator==(const NeighbourEntry &, const NeighbourEntry &) = default;
};
std::vector<Evidence> evidenceFromNeighbourTable(
    std::span<const SparkFacts> sparks, const SparkId &at, std::span<const NeighbourEntry> entries);

} // namespace sparkloom::domain
