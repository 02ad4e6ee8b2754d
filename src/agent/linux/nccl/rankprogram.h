// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sparkloom::agent {

// The hidden mode `sparkloom-agent nccl-rank`: the only process that loads NCCL and CUDA (agent/nccl/rankdocument.h
// says how it is told what to do). It dies with the agent that started it, and after the run's total time in any case.
int runRank();

} // namespace sparkloom::agent
