// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace sparkloom::domain {

// Repeats of one measurement.
struct Spread {
    int runs = 0;
    double median = 0; // of an even number: the mean of the two in the middle
    double least = 0;
    double most = 0;
    // How far apart they lie, as part of the median; 0 for fewer than two.
    double relative() const { return runs > 1 && median > 0 ? (most - least) / median : 0; }
    friend bool operator==(const Spread &, const Spread &) = default;
};
Spread spreadOf(std::span<const double> values);

} // namespace sparkloom::domain
