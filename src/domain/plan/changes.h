// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/plan.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// The network part of a Spark's plan as changes; sets networkChanges and network.takeOver. Halves are set already.
base::Result<void> addNetworkChanges(SparkPlan &plan, const PlanInput &input, std::vector<base::Message> &warnings);

// The trust part; sets trustChanges. Trust is set already.
void addTrustChanges(SparkPlan &plan, const PlanInput &input);

} // namespace sparkloom::domain
