// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "protocol/messages.h"

namespace sparkloom::agent {

// The values of a begin are ones that we would ever render (design decision 6). No I/O.
base::Result<void> checkValues(const protocol::TransactionBegin &begin);

// Every netplan file is as the plan saw it; the files to take over hold the bytes that the plan read.
base::Result<void> checkNotStale(Files &files, const protocol::TransactionBegin &begin);

// The halves exist, management is not among them, no subnet is in use elsewhere, the MTU is supported, disks have room.
base::Result<void> checkMachine(System &system, const protocol::TransactionBegin &begin);

} // namespace sparkloom::agent
