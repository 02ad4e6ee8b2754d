// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/nccl/rankhost.h"
#include "agent/rdma/rdmahost.h"

namespace sparkloom::agent {

// An end in a process of its own (rdmaprogram.h). processes: starts `sparkloom-agent rdma-end`.
base::Result<std::unique_ptr<RdmaEnd>> openLinuxRdma(
    RankHost &processes, const protocol::RdmaPlan &plan, RdmaEvents events);

} // namespace sparkloom::agent
