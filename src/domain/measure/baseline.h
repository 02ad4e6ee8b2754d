// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/verdict.h"

#include <span>

namespace sparkloom::domain {

// What a cluster reached before says more than what others have published: 5 % less is an alarm
// (measurement-and-safety 1.4 and 5.4).
inline constexpr double kBaselineShare = 0.95;

// How runs of one measurement lie beside what it reached before, in the same environment: Good; Suspect where too few
// runs were made to say more; Degraded where two of three lie below. before: 0 is not known.
Verdict besideBaseline(std::span<const double> runs, double before);

} // namespace sparkloom::domain
