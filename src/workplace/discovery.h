// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/announcementbounds.h"
#include "engine/ports/discoverybackend.h"

#include <memory>

namespace sparkloom::workplace {

// The discovery that this build was made with: Avahi over D-Bus, or KDNSSD (CMake option SPARKLOOM_KDNSSD; design
// decision 1).
std::unique_ptr<engine::DiscoveryBackend> makeDiscovery(engine::PreferredNames preferred);

} // namespace sparkloom::workplace
