// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// The verbs `nccl-look` and `nccl-run` (protocol/messages_nccl.h). One rank at a time.
std::shared_ptr<Handler> makeNcclHandler(const Context &context);

} // namespace sparkloom::agent
