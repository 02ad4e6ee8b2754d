// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// "ssh-ed25519 <base64>" of this user's cluster key; nothing where a half is missing, where the halves are not of one
// pair, or where ssh would not use the private one.
std::optional<std::string> workingClusterKey(System &system);

// The command that makes a Spark's own cluster key; the simulator answers exactly this one.
std::vector<std::string> keygenCommand(const std::string &hostname, const std::string &path);

} // namespace sparkloom::agent
