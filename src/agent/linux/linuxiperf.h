// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"

namespace sparkloom::agent {

// A port that the kernel chose, by binding a socket to it and closing it again.
base::Result<int> freeTcpPort(domain::Ipv4Address local);

} // namespace sparkloom::agent
