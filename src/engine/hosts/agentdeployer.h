// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentclient.h"
#include "engine/ports/agentimages.h"

#include <memory>
#include <string>

namespace sparkloom::engine {

// An agent that runs, and the hash of its program.
struct RunningAgent {
    std::shared_ptr<AgentClient> client;
    protocol::Hello hello;
    std::string hash;    // 64 hex digits
    std::string machine; // uname -m
};

// Starts the user agent of a signed-in host: asks what machine it is, starts the agent under its hash, and copies it
// first where it is missing or differs; one try to copy, no more. images outlives the task.
QCoro::Task<base::Result<RunningAgent>> startAgent(
    std::shared_ptr<RemoteHost> host, const AgentImages *images, CancelToken token);

// Only starts what is there already (a fresh connection during an apply).
QCoro::Task<base::Result<RunningAgent>> startPresentAgent(
    std::shared_ptr<RemoteHost> host, std::string hash, CancelToken token);

} // namespace sparkloom::engine
