// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <memory>

namespace sparkloom::agent {

// tcp-receive and tcp-send (protocol/messages_tcp.h).
std::shared_ptr<Handler> makeTcpHandler(const Context &context);

} // namespace sparkloom::agent
