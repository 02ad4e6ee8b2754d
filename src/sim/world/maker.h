// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/sparkfacts.h"

#include <optional>
#include <string_view>

namespace sparkloom::sim {

// What a maker's Spark says of itself: /sys/class/dmi/id, /etc/dgx-release and the first bytes of its MACs.
// Founders Edition and ASUS as seen (facts 1.6), the others after their product names; OUIs as seen on CX-7 ports
// (facts 1.3), where a maker's is not known that of the Founders Edition.
struct MakerProfile {
    std::string_view id; // in scenario files: "founders-edition", "asus", ...
    domain::Maker maker;
    std::string_view sysVendor;
    std::string_view productName;
    std::string_view productVersion;
    std::string_view boardName;
    std::string_view biosVersion;
    std::string_view biosDate;
    std::string_view dgxPlatform;
    std::uint32_t oui;
};

// Nothing for an id that is no maker's.
const MakerProfile *makerProfile(std::string_view id);

} // namespace sparkloom::sim
