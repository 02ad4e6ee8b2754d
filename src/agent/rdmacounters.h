// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/halves.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sparkloom::agent {

// Bytes by "port_xmit_data" or "port_rcv_data" of a half's RoCE device; nothing where it has none. No root.
std::optional<std::uint64_t> rdmaBytes(Files &files, const PresentHalf &half, const std::string &counter);

} // namespace sparkloom::agent
