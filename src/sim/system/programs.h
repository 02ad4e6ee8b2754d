// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "sim/world/world.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::sim {

// What the programs that only look would print on a simulated Spark: dmesg, journalctl, ufw status, iptables -S and
// nvidia-smi queries. Nothing is executed. Nothing for any other program.
std::optional<agent::ProcessResult> runLookingProgram(
    const World &world, const Spark &spark, Credentials who, const std::vector<std::string> &argv);

} // namespace sparkloom::sim
