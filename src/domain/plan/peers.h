// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/plan.h"

#include <vector>

namespace sparkloom::domain {

// Whom `spark` shall reach and let in: every other Spark, by its names, its management addresses and its addresses on
// the lanes that both share. `sparks` is ordered by id.
SshTrust trustFor(const PlanInput &spark, const std::vector<const PlanInput *> &sparks, const AddressPlan &addresses,
    const std::string &clusterId);

} // namespace sparkloom::domain
