// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace sparkloom::sim::physics {

// What a demand takes of a resource for each unit of its rate.
struct Use {
    std::size_t resource = 0;
    double perUnit = 1;
};

struct Demand {
    double ceiling = 0; // it wants no more than this
    std::vector<Use> uses;
};

struct Share {
    static constexpr std::size_t kOwnCeiling = static_cast<std::size_t>(-1);
    double rate = 0;
    std::size_t limit = kOwnCeiling; // the resource that ran out, or kOwnCeiling
};

// Shares resources the way competing flows settle (max-min fair): all rates grow alike until a resource is used up or a
// demand has what it wants; these stop, the others go on. capacities are in the unit of perUnit * rate. The answer has
// one share per demand, in their order; it depends on nothing but the arguments.
std::vector<Share> shareFairly(const std::vector<double> &capacities, const std::vector<Demand> &demands);

} // namespace sparkloom::sim::physics
