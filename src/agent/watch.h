// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "protocol/messages.h"

namespace sparkloom::agent {

// The state of all halves now, without sequence number.
protocol::WatchEvent watchEvent(System &system);

} // namespace sparkloom::agent
