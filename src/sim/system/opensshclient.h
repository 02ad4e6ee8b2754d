// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "sim/world/world.h"

#include <string>
#include <vector>

namespace sparkloom::sim {

// What the command of agent/sshcheck.h would answer on a simulated Spark: names, routes, known hosts, identities and
// the other side's authorized_keys are looked up in the simulated network and files. Nothing is executed; any other
// call is answered with exit code 127.
agent::ProcessResult runOpenSshClient(World &world, Spark &spark, const std::vector<std::string> &argv);

// The command of agent/clusterkey.h: writes a fresh ed25519 key pair into the simulated files.
agent::ProcessResult runKeygen(Spark &spark, Credentials who, const std::vector<std::string> &argv);

} // namespace sparkloom::sim
