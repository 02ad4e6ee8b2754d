// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/address.h"
#include "sim/world/action.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sparkloom::sim {

class Spark;
class World;

// A value of the live configuration that faults stand over. When somebody else has changed it meanwhile (a set-up that
// mends it), the faults that were on have no hold on it any more.
template <typename T>
struct Overlay {
    T base;
    T last; // what was set here
    std::set<FaultSpec> mended;
};

// Faults of the live configuration: addresses, MTU, sysctls and NCCL's settings file. No netplan file is touched:
// somebody typed `ip`, a tool or a DHCP server did it. World thread.
class ConfigFaults {
public:
    explicit ConfigFaults(World &world) : m_world(world) {}

    // Whether this fault would change anything there now; errors (Refused) say why it cannot.
    base::Result<void> check(const FaultSpec &fault);
    // Makes everything follow from these faults, in this order.
    void refresh(const std::vector<FaultSpec> &active);

private:
    using HalfKey = std::pair<int, domain::HalfId>;
    using SysctlKey = std::pair<int, std::string>; // Spark, scope

    void refreshAddresses(Spark &spark, domain::HalfId half, const std::vector<FaultSpec> &active);
    void refreshMtu(Spark &spark, domain::HalfId half, const std::vector<FaultSpec> &active);
    void refreshFilter(Spark &spark, const std::vector<FaultSpec> &active);
    void refreshNcclFile(Spark &spark, const std::vector<FaultSpec> &active);
    // Whether a fault, at its place, means this half.
    bool means(const FaultSpec &fault, int spark, domain::HalfId half) const;
    std::vector<domain::Ipv4Interface> changed(
        const FaultSpec &fault, Spark &spark, domain::HalfId half, std::vector<domain::Ipv4Interface> addresses) const;

    World &m_world;
    std::map<HalfKey, Overlay<std::vector<domain::Ipv4Interface>>> m_addresses;
    std::map<HalfKey, Overlay<int>> m_mtu;
    std::map<SysctlKey, Overlay<int>> m_filters;
    std::map<int, Overlay<std::optional<std::string>>> m_ncclFiles;
};

} // namespace sparkloom::sim
