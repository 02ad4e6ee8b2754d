// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "domain/plan/preflight.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// What a command line says of a program. words: argv, "program" is the name that a person would know it by.
struct KnownProgram {
    domain::FabricJob::Kind kind;
    std::string program;
};
std::optional<KnownProgram> knownProgram(const std::vector<std::string> &words);

// The programs in /proc that work on the fabric or might: at most 64, ordered by pid, without this process. Only root
// sees which devices the programs of others hold open.
std::vector<domain::FabricJob> fabricJobs(System &system, const std::vector<std::string> &fabricAddresses);

} // namespace sparkloom::agent
