// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/plan.h"
#include "engine/flow/sessioncore.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

// Names of the Sparks in the SSH configuration of this computer ("ssh spark-a"). They stand as long as the cluster is
// set up.
namespace sparkloom::engine {

struct AliasPlan {
    std::optional<std::string> section; // of this cluster in our file; nothing: no such port
    std::vector<domain::Change> changes;
    std::vector<base::Message> warnings;
};
// What is to be changed for the members that are there now. Reads, changes nothing.
QCoro::Task<base::Result<AliasPlan>> planAliases(std::shared_ptr<SessionCore> core, bool wanted, CancelToken token);
// Makes this the section of the cluster; empty takes it away.
QCoro::Task<base::Result<void>> writeAliases(std::shared_ptr<SessionCore> core, std::string section, CancelToken token);
// The names of those that are still members, where there are any names at all; wanted: false takes all away.
QCoro::Task<base::Result<void>> tidyAliases(std::shared_ptr<SessionCore> core, bool wanted, CancelToken token);

} // namespace sparkloom::engine
