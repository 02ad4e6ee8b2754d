// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::domain {

// What the device at the other end of a cable says of itself (IEEE 802.1AB). Bridges do not forward it, so it is the
// direct neighbour: a switch, or a machine on which such a service runs. All text is untrusted, cleaned, one line.
struct LldpNeighbour {
    std::string chassis; // its identity: a MAC address or a text; never empty
    std::string port;    // the socket on its side; never empty
    std::string system;  // its name, empty where it says none
    friend auto operator<=>(const LldpNeighbour &, const LldpNeighbour &) = default;
};

inline constexpr std::uint16_t kLldpEtherType = 0x88cc;
inline constexpr std::size_t kMostLldpText = 64; // bytes of each text

// The frame's content after the Ethernet header. Nothing where it is no LLDP, is cut short, or says goodbye (time to
// live 0).
std::optional<LldpNeighbour> parseLldp(std::string_view frame);
// A frame that says exactly this; texts that no LLDP could carry are cut.
std::string renderLldp(const LldpNeighbour &neighbour);

} // namespace sparkloom::domain
