// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/cancelflag.h"

#include <optional>
#include <string>

namespace sparkloom::ssh {

// A connection to the user's ssh-agent (SSH_AUTH_SOCK); -1 where there is none. The caller closes it.
int connectToAgent(const std::string &path);

// How many keys the agent offers, asked over a connection of its own. Nothing where it does not answer as an agent
// within the deadline. libssh offers every one of them, and a server ends the connection after a few.
std::optional<int> countAgentKeys(const std::string &path, Deadline deadline, const CancelFlag &cancel);

} // namespace sparkloom::ssh
