// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <string>
#include <vector>

namespace sparkloom::agent {

// Removes helper, recovery unit, receipt, backups and the folders that we made; gives the paths. Refused while our
// configuration stands: undo comes first. The caller holds the lock; its file goes here too.
base::Result<std::vector<std::string>> forget(System &system);

} // namespace sparkloom::agent
