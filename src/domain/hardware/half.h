// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::domain {

// The QSFP opening of a Spark: Zero is next to the RJ45, One is farther from it (facts 1.1).
enum class CageIndex : std::uint8_t { Zero = 0, One = 1 };
// Which of the two halves of a cage: A lives in PCIe domain 0000, B in PCIe domain 0002 (facts 1.1).
enum class Side : std::uint8_t { A = 0, B = 1 };

// One of the four halves of a Spark. Ordered by cage, then side.
struct HalfId {
    CageIndex cage = CageIndex::Zero;
    Side side = Side::A;

    friend auto operator<=>(const HalfId &, const HalfId &) = default;
};

// All halves in their order: 0A, 0B, 1A, 1B.
inline constexpr std::array<HalfId, 4> kAllHalves = {
    {{CageIndex::Zero, Side::A}, {CageIndex::Zero, Side::B}, {CageIndex::One, Side::A}, {CageIndex::One, Side::B}}};
inline constexpr std::array<CageIndex, 2> kAllCages = {CageIndex::Zero, CageIndex::One};

// 0 or 1.
int number(CageIndex cage);
// "A" or "B".
std::string_view letter(Side side);
// "0A".."1B": the short name of a half in JSON and logs; fromText gives nothing for anything else.
std::string toText(HalfId half);
std::optional<HalfId> halfFromText(std::string_view text);

// The names that DGX OS gives (facts 1.1): netdev, RoCE device, PCI address and phys_port_name ("p0"/"p1").
std::string_view documentedNetdev(HalfId half);
std::string_view documentedRdmaDevice(HalfId half);
std::string_view documentedPciAddress(HalfId half);
std::string_view documentedPortName(CageIndex cage);
// The half that a documented netdev name stands for.
std::optional<HalfId> halfOfDocumentedNetdev(std::string_view netdev);
// How far the MAC of a half lies above that of half 0A: 0, +4, +1, +5 in the order of kAllHalves (facts 1.3).
int macOffset(HalfId half);

} // namespace sparkloom::domain
