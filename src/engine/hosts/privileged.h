// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "engine/hosts/agentclient.h"

#include <functional>
#include <memory>
#include <string>

namespace sparkloom::engine {

// Asks a person for the sudo password of one host; wrongBefore: the last one was not accepted. Refused or Cancelled
// where there is none.
using AskSudoPassword = std::function<QCoro::Task<base::Result<base::Secret>>(bool wrongBefore)>;

// Starts the root agent through sudo (measurement-and-safety 9): no password where none is needed; else the password
// goes once, after sudo's own prompt was seen, and a second prompt ends it. At most three passwords, each on a channel
// of its own. Errors: Refused (not allowed to use sudo, no password given, wrong passwords), Failed, Unreachable,
// Cancelled.
QCoro::Task<base::Result<std::shared_ptr<AgentClient>>> startRootAgent(
    std::shared_ptr<RemoteHost> host, std::string agentHash, AskSudoPassword ask, CancelToken token);

} // namespace sparkloom::engine
