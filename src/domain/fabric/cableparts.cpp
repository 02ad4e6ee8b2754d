// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/cableparts.h"

#include <array>

namespace sparkloom::domain {

namespace {

using Ends = CablePart::Ends;

constexpr std::array<CablePart, 5> kParts = {{
    {"Amphenol", "NJAAKK-N911", 40, Ends::SocketToSocket, true},
    {"Amphenol", "NJAAKK0006", 50, Ends::SocketToSocket, true},
    {"Luxshare", "LMTQF022-SD-R", 0, Ends::SocketToSocket, true},
    {"NADDOD", "Q2Q56-400G-CU1", 100, Ends::SplitOfSwitch, false},
    {"FS", "QDD-400G-2QPC015", 200, Ends::SplitOfSwitch, false},
}};

} // namespace

std::span<const CablePart> cableParts()
{
    return kParts;
}

} // namespace sparkloom::domain
