// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/faults/place.h"

#include <span>
#include <string_view>

namespace sparkloom::sim {

// A fault of the failure catalogue (facts section 6) that virtual Sparks can have. Its evidence is what that section
// lists; what makes it is in effects.cpp (physical quantities and software), configfaults.cpp (what somebody
// configured) and events.cpp (what goes on while it lasts).
enum class Fault {
    StaleInit,        // F-01
    BiosX2,           // F-02
    OldFirmware,      // F-03
    Speed100,         // F-04
    NotSeated,        // F-05
    WrongCage,        // F-06
    OneHalf,          // F-07
    BadCable,         // F-08
    Flapping,         // F-09
    PcieErrors,       // F-10
    NicGone,          // F-11
    NoAddress,        // F-14
    OneSubnet,        // F-15
    MtuMismatch,      // F-16
    MtuFellBack,      // F-17
    LinkLocalOverlap, // F-20
    NameConflict,     // F-21
    LanOverlap,       // F-22
    StrictFilter,     // F-23
    Firewall,         // F-24
    ForwardDrop,      // F-25
    NoForwarding,     // F-26
    Versions,         // F-32
    ConfigWritten,    // F-34
    NetSocket,        // F-35
    WrongNccl,        // F-36
    NcclVersions,     // F-37
    GidIndex,         // F-40
    NoCma,            // F-44
};

struct FaultKind {
    Fault fault;
    std::string_view id;   // "F-01", as in the catalogue
    std::string_view name; // "stale-init"
    unsigned scopes;       // the kinds of place it can sit at: bits 1 << FaultPlace::Kind
    std::string_view title;

    bool canSitAt(FaultPlace::Kind kind) const { return (scopes >> static_cast<unsigned>(kind) & 1U) != 0; }
};

// All of them, by id.
std::span<const FaultKind> faultCatalogue();
// By id or name; nothing for a text that is neither.
const FaultKind *faultNamed(std::string_view idOrName);
const FaultKind &kindOf(Fault fault);

} // namespace sparkloom::sim
