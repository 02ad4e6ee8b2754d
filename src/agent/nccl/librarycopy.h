// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// nccl-read, nccl-keep, nccl-kept, nccl-drop, nccl-offer, nccl-fetch (protocol/ncclcopy.h).
std::shared_ptr<Handler> makeLibraryCopyHandler(const Context &context);

} // namespace sparkloom::agent
