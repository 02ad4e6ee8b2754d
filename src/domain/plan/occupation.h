// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/preflight.h"

#include <vector>

namespace sparkloom::domain {

// What of this speaks for waiting: RDMA traffic, programs that use the fabric, and those that may (without a consent).
std::vector<PreflightFinding> judgeOccupation(const SparkFacts &spark, const Occupation &occupation);

} // namespace sparkloom::domain
