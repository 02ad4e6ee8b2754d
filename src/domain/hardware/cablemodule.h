// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::domain {

// Who made the plug in a cage, and which one it is. A direct-attach cable carries the same serial number in both plugs
// (facts 1.1; some makers add a letter for the end). What else a plug says of itself is no evidence: an approved 200
// Gb/s cable calls itself 40GBASE-CR4 (facts 1.8).
struct CableModule {
    std::string vendor; // up to 16 printable characters each, without blanks at the ends; a plug can say anything
    std::string partNumber;
    std::string serial;
    friend bool operator==(const CableModule &, const CableModule &) = default;
};

// Bytes 0 to 255 of the module's EEPROM, page 0, as `ethtool -m` reads them: SFF-8636 (QSFP, QSFP+, QSFP28) or CMIS
// (later ones). Nothing where it is neither, or too short, or has no serial number.
std::optional<CableModule> parseModuleEeprom(std::string_view bytes);

} // namespace sparkloom::domain
