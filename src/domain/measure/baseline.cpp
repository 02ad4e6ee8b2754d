// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/baseline.h"

#include <algorithm>

namespace sparkloom::domain {

Verdict besideBaseline(std::span<const double> runs, double before)
{
    constexpr std::size_t kEnoughRuns = 3;
    const auto below = static_cast<std::size_t>(
        std::count_if(runs.begin(), runs.end(), [before](double run) { return run < before * kBaselineShare; }));
    if (before <= 0 || below == 0 || 3 * below < 2 * runs.size())
        return Verdict::Good;
    return runs.size() < kEnoughRuns ? Verdict::Suspect : Verdict::Degraded;
}

} // namespace sparkloom::domain
