// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// Verbs of the root agent for cages of which nothing else told where their cable leads (protocol/messages_plugs.h).
std::shared_ptr<Handler> makeModulesHandler(const Context &context);  // modules
std::shared_ptr<Handler> makeRawProbeHandler(const Context &context); // raw-probe

} // namespace sparkloom::agent
