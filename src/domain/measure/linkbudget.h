// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/sparkfacts.h"

#include <optional>

namespace sparkloom::domain {

// What the parts of a cable can carry, per direction, in Gb/s. The figures and where they come from:
// - the wire: the speed of the port, 200 by design (facts 1.2); both halves of a cage report it whole;
// - a half's PCIe link: 126.0 for Gen5 x4 (the kernel's own figure, facts 1.2), of which packets leave 85 %: 107; a
// link
//   of width 2 half of it (measurement-and-safety 5.1 and 5.3; measured best halves 105 to 112, facts 5.2);
// - the halves 0A and 1A share one PCIe link, 0B and 1B the other (measurement-and-safety 0.4).
inline constexpr double kPcieGen5LaneGbps = 126.0 / 4;
inline constexpr double kPcieUse = 0.85;
inline constexpr double kDefaultLinkGbps = 200;

// Efficiency of RoCE at this netdev MTU: payload over wire, m / (m + 82) with the RoCE MTU m (measurement-and-safety
// 5.1).
double roceEfficiency(int netdevMtu);

// What the PCIe link of a half leaves; of a Gen5 x4 link where nothing is known.
double pcieGbps(const std::optional<PcieLink> &link);

// The speed of a cage's link in Gb/s; nothing where no half of it tells.
std::optional<double> linkGbps(const SparkFacts &spark, CageIndex cage);

// What one lane shares with others, to find its real ceiling at a moment.
struct LaneBudget {
    double wire = kDefaultLinkGbps; // of the cable
    double pcie = 0;                // of the half's PCIe link

    // With what the other lane of the cable and the same half of the other cage carry now, in Gb/s: both are owed their
    // half, and what they leave is free.
    double ceiling(double siblingGbps, double otherCageGbps) const;
};
LaneBudget laneBudget(const SparkFacts &spark, HalfId half);
// What a cage can carry: its wire, or the PCIe links of the halves that are there.
double cageCeiling(const SparkFacts &spark, CageIndex cage);

} // namespace sparkloom::domain
