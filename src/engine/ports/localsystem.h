// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/address.h"

#include <QString>

#include <vector>

namespace sparkloom::engine {

// What the engine wants to know of this computer.
class LocalSystem {
public:
    virtual ~LocalSystem() = default;
    virtual std::vector<domain::Ipv4Prefix> routes() const = 0; // every IPv4 route, VPNs included, without the default
    virtual QString userAtComputer() const = 0;                 // "ann@laptop", for receipts and locks
};

} // namespace sparkloom::engine
