// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// A route over a half that somebody typed. Those of renderers and of the kernel come and go with files and addresses.
struct LiveRoute {
    domain::Ipv4Prefix destination;
    std::optional<domain::Ipv4Address> gateway;
    int table = 254;
    int metric = 0;
    std::optional<domain::Ipv4Address> source;
    friend auto operator<=>(const LiveRoute &, const LiveRoute &) = default;
};

// The live state of one half that a transaction may change, and that a rollback gives back (design decision 11).
struct LiveHalf {
    std::string netdev;
    bool adminUp = false;
    int mtu = 0;
    std::vector<domain::Ipv4Interface> addresses; // sorted
    domain::HalfSysctls sysctls;
    // How the kernel makes IPv6 link-local addresses. networkd sets 1 (none) on what it manages and never puts it back:
    // without this the halves could not be probed over IPv6 after a rollback. -1: not readable.
    int addrGenMode = -1;
    std::vector<LiveRoute> routes; // sorted
    friend bool operator==(const LiveHalf &, const LiveHalf &) = default;
};

// Netdevs that do not exist now are left out. What `wake` raised counts as down.
base::Result<std::vector<LiveHalf>> captureLive(System &system, const std::vector<std::string> &netdevs);
// Sets what differs. Netdevs that are gone are left alone.
base::Result<void> restoreLive(System &system, const std::vector<LiveHalf> &halves);

// The sysctls of a half with the values to restore; those that were not readable are left out.
std::vector<std::pair<std::string, int>> sysctlsOf(const LiveHalf &half);

// Writes one sysctl ("net/ipv4/conf/IF/arp_ignore") where it differs; an interface that is gone is no error.
base::Result<void> setSysctl(Files &files, const std::string &key, int value);
// The value that a new interface would get, for giving up a configured one: conf/default.
int defaultSysctl(Files &files, const std::string &key, const std::string &netdev);

// What must not change while the halves are being configured: the interface that carries this connection.
struct ManagementState {
    std::string name; // empty: not known, then nothing is compared
    bool adminUp = false;
    std::vector<std::string> addresses;
    std::vector<std::string> defaultRoutes;
    friend bool operator==(const ManagementState &, const ManagementState &) = default;
};
base::Result<ManagementState> captureManagement(System &system, const std::string &name);
// Every address and default route that was there is still there.
bool managementStands(System &system, const ManagementState &before);

} // namespace sparkloom::agent
