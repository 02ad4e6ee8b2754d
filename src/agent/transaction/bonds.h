// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "domain/plan/plan.h"

#include <string>
#include <utility>
#include <vector>

// Bonds over halves. The kernel makes, changes and removes them through /sys/class/net/bonding_masters and
// /sys/class/net/BOND/bonding (its Documentation/networking/bonding.rst); their addresses, MTU and routes are saved
// with those of the halves (LiveHalf).
namespace sparkloom::agent {

struct LiveBond {
    std::string name;
    bool there = false;                                       // a rollback takes one away that was not
    std::vector<std::pair<std::string, std::string>> options; // in the order in which they can be set
    std::vector<std::string> ports;
    friend bool operator==(const LiveBond &, const LiveBond &) = default;
};

// The bonds that this configuration takes apart: those of halves only in the netplan files and NetworkManager profiles
// that it takes over. Ordered, each once.
std::vector<std::string> bondsTakenOver(System &system, const domain::NetworkConfig &config);

// Whether some port that the bond has now is no half. One that does not exist has none.
bool hasOtherPorts(System &system, const std::string &bond);

std::vector<LiveBond> captureBonds(Files &files, const std::vector<std::string> &names);
// The bonds go, their halves are free. Those that do not exist are no error.
base::Result<void> releaseBonds(Files &files, const std::vector<std::string> &names);
// Makes the bonds that were there and gives them their ports, and takes away those that were not. A port that is gone
// with its cable is left out. Where the kernel cannot make one here, that is an error.
base::Result<void> restoreBonds(System &system, const std::vector<LiveBond> &bonds);

} // namespace sparkloom::agent
