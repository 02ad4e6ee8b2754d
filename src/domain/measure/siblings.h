// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/counters.h"

#include <cstdint>
#include <optional>

namespace sparkloom::domain {

// What the port of a cage counted on the wire, as one of its halves reports it: octets with header and checksum,
// without
// preamble and gap.
struct PortRead {
    ReadTime time;
    std::optional<std::uint64_t> txOctets;
    std::optional<std::uint64_t> rxOctets;
    std::optional<std::uint64_t> txFrames;
    std::optional<std::uint64_t> rxFrames;
    bool known() const { return txOctets && rxOctets; }
    friend bool operator==(const PortRead &, const PortRead &) = default;
};

// Whether the two halves of a cage report the same port (measurement-and-safety 3.5).
enum class Sharing {
    Undecided, // nothing flowed yet: taken for shared, so that nothing is counted twice
    Shared,    // one of them is the cage
    Separate,  // their sum is the cage
};

// Decides it from reads of both halves in one tick, while something flows: three ticks that agree.
class SiblingDetector {
public:
    // linkGbps: of the cage; 0: not known, 200 is assumed.
    explicit SiblingDetector(double linkGbps = 0) : m_linkGbps(linkGbps > 0 ? linkGbps : 200) {}

    void take(const PortRead &first, const PortRead &second);
    // The sum of both was more than the wire can carry: they are one.
    void sumExceedsWire() { m_sharing = Sharing::Shared; }
    Sharing sharing() const { return m_sharing; }

private:
    double m_linkGbps;
    std::optional<PortRead> m_last;
    int m_alike = 0;
    int m_different = 0;
    Sharing m_sharing = Sharing::Undecided;
};

} // namespace sparkloom::domain
