// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::sim {

class Spark;

// What the netplan files of a Spark, merged, want of one netdev.
struct NetdevConfig {
    std::vector<domain::Ipv4Interface> addresses; // joined over all files, as netplan does
    std::optional<int> mtu;
    bool dhcp4 = false;
};

// Reads /usr/lib, /etc and /run/netplan as netplan does: files in the order of their names, a file in /run shadows
// those of the same name in /etc and /usr/lib, address lists are joined, later scalars win. Errors name the file.
base::Result<std::map<std::string, NetdevConfig>> mergedNetplan(Spark &spark);

// The renderer takes up what the files say for these netdevs; those that are not there wait until they appear.
base::Result<void> activateNetdevs(Spark &spark, const std::vector<std::string> &netdevs);

// NetworkManager brings this profile of its own up on a netdev, as `nmcli connection up uuid` does. Nothing happens
// where the path is none or the profile is another netdev's.
void activateProfile(Spark &spark, const std::string &netdev, const std::string &path);

// What happens to a netdev that has just come: the renderer configures it, NetworkManager raises it in any case.
void netdevAppeared(Spark &spark, const std::string &netdev);

// systemd-sysctl applies the lines of /etc/sysctl.d for "default" and "all" when the machine starts, and those that
// name a netdev when it appears (udev's rule). The scope is one of these.
void applySysctlFiles(Spark &spark, const std::string &scope);

} // namespace sparkloom::sim
