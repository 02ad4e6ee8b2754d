// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/sparkfacts.h"
#include "domain/plan/netplanscan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::domain {

// Which halves of one Spark a definition of a netplan file means. Used by the planner and again by the root agent, on
// the facts that each has: both cut the same lines out of a file.
class ForeignHalves {
public:
    struct Half {
        HalfId id;
        std::string netdev;
        std::string mac; // empty where the half is absent
        bool carrier = false;
    };

    // All halves that this Spark can have: those that are there, and the documented names of the others. facts must
    // outlive this.
    explicit ForeignHalves(const SparkFacts &facts);

    std::vector<const Half *> definedBy(const NetplanDefinition &definition) const;
    // By a pattern that also means interfaces that are no halves.
    bool matchesOthers(const NetplanDefinition &definition) const;
    // The halves of a bond that has no other ports, that nothing else in its file uses, and that is no more than one
    // definition there. Empty for any other definition: only such a bond can be taken apart.
    std::vector<const Half *> portsOfOwnBond(const NetplanScan &scan, const NetplanDefinition &bond) const;
    // A half in a bond, bridge, VLAN and the like, or as the new name of something.
    bool usedBy(const NetplanDefinition &definition) const;
    // The halves whose name or MAC stands somewhere in the text.
    std::vector<const Half *> namedIn(std::string_view text) const;
    // An interface that is no half is named in the text, or there is a way of naming interfaces that only a reader of
    // YAML could follow.
    bool othersNamedIn(std::string_view text) const;

private:
    const Half *halfNamed(const NetplanScan &scan, const std::string &id) const;

    const SparkFacts &m_facts;
    std::vector<Half> m_halves;
};

// The names of the bonds in a netplan file that consist of nothing but halves (portsOfOwnBond); none in a file that
// cannot be understood.
std::vector<std::string> bondsOfHalves(const SparkFacts &facts, std::string_view text);

// What stays of a foreign netplan file once every definition of a half, and of a bond of halves, is cut out: all other
// lines byte for byte.
// Empty: nothing but halves is configured in it, or it cannot be understood, and it goes as a whole.
std::string restOfForeignFile(const SparkFacts &facts, std::string_view text);

} // namespace sparkloom::domain
