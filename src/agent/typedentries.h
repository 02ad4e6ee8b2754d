// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// What somebody typed into the kernel and no renderer brings back, beside IPv4 addresses and routes (agent/system.h):
// IPv6 addresses and routes over an interface, and rules of policy routing of both families.
struct TypedEntry {
    enum class Kind { Address6, Route6, Rule };
    Kind kind = Kind::Rule;
    std::string netdev;       // the interface it is over; of a rule the first one that it names, may be empty
    std::string secondNetdev; // of a rule that names two
    int table = 0;            // of routes and rules
    std::optional<domain::Ipv4Prefix> from, to; // of an IPv4 rule that names them
    // The whole entry as its System tells it, without indices and without what changes by itself: two that are equal
    // here are the same. Any bytes.
    std::string message;
    friend bool operator==(const TypedEntry &, const TypedEntry &) = default;
};

class TypedEntries {
public:
    virtual ~TypedEntries() = default;
    // Those of the whole machine, at most some thousands.
    virtual base::Result<std::vector<TypedEntry>> list() = 0;
    // Root only. Needs kind, netdev and message. One that is there already is fine.
    virtual base::Result<void> add(const TypedEntry &entry) = 0;
};

} // namespace sparkloom::agent
