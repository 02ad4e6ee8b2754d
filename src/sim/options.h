// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sim/world/world.h"

#include <string>
#include <vector>

namespace sparkloom::sim {

struct Options {
    enum class What { Run, List, Faults, Physics, Help, Version };
    What what = What::Run;
    std::string scenario = "sealed-pair"; // name or file
    std::string architecture;             // of all Sparks; empty: as in the scenario
    WorldOptions world;
};

// The arguments after the program's name. Errors (Usage) have their reason in detail.
base::Result<Options> parseOptions(const std::vector<std::string> &arguments);
std::string helpText();
std::string listText();   // the scenarios, one line each
std::string faultsText(); // the faults, one line each

} // namespace sparkloom::sim
