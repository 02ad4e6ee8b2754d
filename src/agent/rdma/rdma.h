// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// The verbs rdma-open, rdma-connect, rdma-start, rdma-finish and rdma-check (protocol/messages_rdma.h).
std::shared_ptr<Handler> makeRdmaHandler(const Context &context);

} // namespace sparkloom::agent
