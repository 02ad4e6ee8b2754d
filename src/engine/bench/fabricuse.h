// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace sparkloom::engine {

// What uses the fabric of the Sparks that are ready, or may: for whoever is about to load it. Half a second, no root.
// A Spark that does not answer is left out. Errors: Cancelled.
QCoro::Task<base::Result<std::vector<base::Message>>> fabricUse(std::shared_ptr<SessionCore> core, CancelToken token);

} // namespace sparkloom::engine
