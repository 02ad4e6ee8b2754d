// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/halves.h"

#include <string>

namespace sparkloom::agent {

// An entry of a GID table.
struct GidEntry {
    int index = 0;
    std::string gid;  // 32 hex digits
    std::string type; // "RoCE v2", "IB/RoCE v1"
};

// The GID for an address of a half (measurement-and-safety 2.2): of type RoCE v2, of this netdev, and the address
// itself in IPv4-mapped form. Its place in the table changes whenever addresses do, so it is looked up for each run.
// Errors: rdma.no-device, rdma.port-down, rdma.no-ipv4-gid (with what there is instead).
base::Result<GidEntry> chooseGid(Files &files, const PresentHalf &half, domain::Ipv4Address local);
// The entry at this place, whatever it is. Errors: rdma.no-device, rdma.no-such-gid.
base::Result<GidEntry> gidAt(Files &files, const PresentHalf &half, int index);

} // namespace sparkloom::agent
