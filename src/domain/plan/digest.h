// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/sha256.h"
#include "domain/plan/plan.h"

#include <string>

namespace sparkloom::domain {

// First 16 hex digits of a hash over everything in the plan but its id. Equal plans have equal ids.
std::string planDigest(const Plan &plan);

// First 16 hex digits of a hash over the sorted ids.
std::string clusterDigest(std::vector<SparkId> sparks);

} // namespace sparkloom::domain
