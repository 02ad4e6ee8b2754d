// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "agent/typedentries.h"
#include "sim/world/world.h"

#include <memory>

namespace sparkloom::sim {

// The parts of a SimSystem, for these credentials.
std::unique_ptr<agent::Files> makeSimFiles(Spark &spark, Credentials who);
std::unique_ptr<agent::Network> makeSimNetwork(World &world, Spark &spark, Credentials who);
// ssh-keygen and the OpenSSH client as the agent calls them, and programs that only look (programs.h), emulated; any
// other program is not found (exit code 127).
std::unique_ptr<agent::Processes> makeSimProcesses(World &world, Spark &spark, Credentials who);
std::unique_ptr<agent::Services> makeSimServices(World &world, Spark &spark, Credentials who);
std::unique_ptr<agent::Activation> makeSimActivation(Spark &spark, Credentials who);
std::unique_ptr<agent::Firewall> makeSimFirewall(Spark &spark, Credentials who);
std::unique_ptr<agent::TypedEntries> makeSimTyped(Spark &spark, Credentials who);

} // namespace sparkloom::sim
