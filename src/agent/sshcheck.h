// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// `ssh` to a peer as a person would type it, but never asking; prints the peer's host name. Nothing where user or name
// are not valid. The simulator answers exactly this command.
std::optional<std::vector<std::string>> sshCheckCommand(const protocol::SshCheckRequest &request);

} // namespace sparkloom::agent
