// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

namespace sparkloom::agent {

// ETHTOOL_PHYS_ID holds the calling thread for as long as the light blinks, so it gets a thread of its own, which the
// object ends. Should this process die, the kernel puts the light out.
base::Result<std::unique_ptr<Network::Blinking>> blinkLight(const std::string &netdev, std::chrono::seconds atMost);

} // namespace sparkloom::agent
