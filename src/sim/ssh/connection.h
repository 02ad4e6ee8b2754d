// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/ssh/server.h"

struct ssh_session_struct;

namespace sparkloom::sim {

// Serves one SSH connection to one virtual Spark until it ends: key exchange, sign-in, any number of exec channels.
// Runs on a thread of its own; takes the session over and frees it. outbox->end() makes it return.
void serveConnection(ServerContext context, ssh_session_struct *session, int spark, std::shared_ptr<Outbox> outbox);

} // namespace sparkloom::sim
