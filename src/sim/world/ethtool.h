// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/half.h"
#include "sim/physics/parameters.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sparkloom::sim {

class Spark;
class World;

// What `ethtool -S` of a half would print: the names of the mlx5 driver that matter (sample
// mlx5-ethtool-S.names-that-matter), in its order. Those that end in _phy are of the cage and the same on both of its
// halves. Empty where the netdev is not there.
std::vector<std::pair<std::string, std::uint64_t>> ethtoolStatistics(World &world, Spark &spark, domain::HalfId half);

// The 256 bytes of a plug's EEPROM (SFF-8636, page 0), the same at both ends of a DAC: `ethtool -m` of a half whose
// cage the cable is in. As on a real approved cable the text says 40G and QSFP28 (sample ethtool-m.NJAAKK-N911).
std::string moduleEeprom(const CableParameters &cable);

} // namespace sparkloom::sim
