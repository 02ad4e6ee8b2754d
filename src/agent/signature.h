// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// The verb `signature`: counts received frames, and sends the pattern where it is asked to (protocol/signature.h).
std::shared_ptr<Handler> makeSignatureHandler(const Context &context);

} // namespace sparkloom::agent
