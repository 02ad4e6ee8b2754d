// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/nccl/rankhost.h"
#include "agent/programhost.h"

namespace sparkloom::agent {

// The hidden mode `sparkloom-agent program`: becomes the program of the first line of its stdin, and ends with the
// agent that started it. Returns only where that failed.
int runProgramChild();

inline constexpr std::string_view kProgramMode = "program"; // argv[1]

// processes: starts `sparkloom-agent program`.
base::Result<std::unique_ptr<ProgramHost::Child>> startLinuxProgram(
    RankHost &processes, const ProgramCall &call, ProgramHost::Callbacks callbacks);

} // namespace sparkloom::agent
