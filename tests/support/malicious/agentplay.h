// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maliciousspark.h"

#include <functional>

// What stands behind the commands of the protocol on a Spark that the test invents: probe, upload and agent.
namespace sparkloom::test::malicious {

struct AgentPlay {
    std::string noise;              // of the login shell, before every answer
    std::string machine = "x86_64"; // what the probe tells
    bool probeAnswers = true;
    int serveStatus = -1;     // the agent's program ends with this at once; -1: it runs
    bool uploadStores = true; // after an upload the agent is there
    // What runs as the agent, after the noise; the connection ends when it returns.
    std::function<void(Wire &, const Command &)> agent;
};

// The line of a hello as a user's agent says it, with newline.
std::string helloLine(const std::string &mode = "user");
// An agent in order: hello, then "done" to every request until the client goes.
void politeAgent(Wire &wire, const Command &command);
// Signs in whoever comes, and plays.
Script playing(AgentPlay play);

} // namespace sparkloom::test::malicious
