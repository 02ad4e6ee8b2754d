// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/sharing.h"

#include <algorithm>
#include <limits>

namespace sparkloom::sim::physics {

namespace {

constexpr double kTiny = 1e-9; // Gb/s: one bit per second

struct Filling {
    std::vector<double> left;  // of each resource
    std::vector<double> slope; // what all growing demands take of it per unit
};

double room(const Filling &filling, const Demand &demand, std::size_t &tightest)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Use &use : demand.uses) {
        if (use.perUnit <= 0)
            continue;
        const double growth = std::max(filling.left[use.resource], 0.0) / filling.slope[use.resource];
        if (growth < least) {
            least = growth;
            tightest = use.resource;
        }
    }
    return least;
}

} // namespace

std::vector<Share> shareFairly(const std::vector<double> &capacities, const std::vector<Demand> &demands)
{
    std::vector<Share> shares(demands.size());
    std::vector<bool> growing(demands.size(), true);
    Filling filling{capacities, std::vector<double>(capacities.size(), 0)};
    for (std::size_t round = 0; round <= demands.size(); ++round) {
        std::ranges::fill(filling.slope, 0);
        for (std::size_t i = 0; i < demands.size(); ++i)
            for (const Use &use : demands[i].uses)
                filling.slope[use.resource] += growing[i] ? use.perUnit : 0;
        double step = std::numeric_limits<double>::infinity();
        std::size_t unused = 0;
        for (std::size_t i = 0; i < demands.size(); ++i)
            if (growing[i])
                step = std::min({step, demands[i].ceiling - shares[i].rate, room(filling, demands[i], unused)});
        if (step == std::numeric_limits<double>::infinity())
            break;
        step = std::max(step, 0.0);
        for (std::size_t r = 0; r < filling.left.size(); ++r)
            filling.left[r] -= filling.slope[r] * step;
        for (std::size_t i = 0; i < demands.size(); ++i) {
            if (!growing[i])
                continue;
            shares[i].rate += step;
            std::size_t tightest = Share::kOwnCeiling;
            const double more = room(filling, demands[i], tightest);
            if (demands[i].ceiling - shares[i].rate <= kTiny)
                growing[i] = false;
            else if (more <= kTiny) {
                growing[i] = false;
                shares[i].limit = tightest;
            }
        }
    }
    return shares;
}

} // namespace sparkloom::sim::physics
