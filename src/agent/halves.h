// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// A half that exists now: which cage and side it is, and its link.
struct PresentHalf {
    domain::HalfId id;
    domain::HalfFacts::Grouping grouping = domain::HalfFacts::Grouping::DocumentedName;
    LinkInfo link;
    std::string pciAddress;
    std::string rdmaDevice;   // empty where there is none
    std::string sysImageGuid; // empty where there is none
};

// The halves among these links, ordered by id; none is normal without a cable (facts 1.4).
// Where sysfs knows them: one sys_image_guid per machine, phys_port_name gives the cage and the PCI domain the side.
// Netdevs without hardware behind them (a lab) are taken by their documented names.
std::vector<PresentHalf> findHalves(Files &files, const std::vector<LinkInfo> &links);
// The same over the kernel's links of now; empty where they cannot be read.
std::vector<PresentHalf> findHalves(System &system);

const PresentHalf *halfOf(const std::vector<PresentHalf> &halves, domain::HalfId id);
const PresentHalf *halfOfIndex(const std::vector<PresentHalf> &halves, int interfaceIndex);

// The RoCE device of a netdev, empty where there is none.
std::string rdmaDeviceOf(Files &files, const std::string &netdev);

} // namespace sparkloom::agent
