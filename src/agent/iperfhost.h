// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/programhost.h"
#include "domain/hardware/address.h"

namespace sparkloom::agent {

// What the owner's iperf3 takes. LinuxSystem runs the program, sim/ plays it over the flows of a virtual world.
class IperfHost : public ProgramHost {
public:
    // A TCP port of this address that nobody uses at this moment.
    virtual base::Result<int> freePort(domain::Ipv4Address local) = 0;
};

} // namespace sparkloom::agent
