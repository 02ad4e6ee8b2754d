// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/preflight.h"
#include "engine/flow/sessioncore.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// What a root agent told of the packet filters while the plan was made; Sparks without an entry were not asked.
using Firewalls = std::map<domain::SparkId, domain::FirewallState>;

// Looks at what every ready Spark is doing now, side by side, and judges it against the plan. beforeApply: through the
// root agent where the network of a Spark is to be changed (it sees the programs of others too), and a Spark that does
// not answer is an error; otherwise it is left out. Takes about half a second.
QCoro::Task<base::Result<std::vector<domain::PreflightFinding>>> lookAhead(std::shared_ptr<SessionCore> core,
    domain::Plan plan, Firewalls firewalls, bool beforeApply, CancelToken token, SudoReason reason = SudoReason::Apply);

// Whether something works on the fabric of these members (none named: of all) that taking their set-up back would break
// off: what does, or nothing. Asks as root, and only those that are set up.
QCoro::Task<base::Result<std::optional<domain::PreflightFinding>>> lookForWork(
    std::shared_ptr<SessionCore> core, QStringList names, CancelToken token);

// The error that an apply ends with for want of this consent.
base::Error refusalOf(const domain::PreflightFinding &finding);

} // namespace sparkloom::engine
