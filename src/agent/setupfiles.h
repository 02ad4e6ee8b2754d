// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// The verb `set-up-files` (protocol/setupfiles.h): reads no content and changes nothing.
std::shared_ptr<Handler> makeSetUpFilesHandler(const Context &context);

} // namespace sparkloom::agent
