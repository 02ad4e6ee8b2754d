// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/statistics.h"

#include <algorithm>
#include <vector>

namespace sparkloom::domain {

Spread spreadOf(std::span<const double> values)
{
    if (values.empty())
        return {};
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    const double median = sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return {static_cast<int>(sorted.size()), median, sorted.front(), sorted.back()};
}

} // namespace sparkloom::domain
