// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sparkloom::agent {

// The dispatch table of one session.
struct Handlers {
    std::vector<std::shared_ptr<Handler>> all;
    std::map<std::string, Handler *, std::less<>> byVerb;
};

// Every verb of the mode. The root agent serves what needs root, and the read-only verbs.
Handlers makeHandlers(const Context &context);

std::shared_ptr<Handler> makeInventoryHandler(const Context &context);
std::shared_ptr<Handler> makeWatchHandler(const Context &context);
std::shared_ptr<Handler> makeNeighboursHandler(const Context &context);
std::shared_ptr<Handler> makePingHandler(const Context &context);
std::shared_ptr<Handler> makeCountersHandler(const Context &context);
std::shared_ptr<Handler> makeStreamHandler(const Context &context); // stream, clock
std::shared_ptr<Handler> makeIperfHandler(const Context &context);  // iperf-look, iperf-serve, iperf-run
std::shared_ptr<Handler> makePreflightHandler(const Context &context);
std::shared_ptr<Handler> makeKeysHandler(const Context &context); // install-key, remove-key
std::shared_ptr<Handler> makeClusterKeyHandler(const Context &context);
std::shared_ptr<Handler> makeTrustHandler(const Context &context); // trust-state, trust-apply, trust-remove
std::shared_ptr<Handler> makeSshCheckHandler(const Context &context);
std::shared_ptr<Handler> makeHostsFileHandler(const Context &context);
std::shared_ptr<Handler> makeReadConfigHandler(const Context &context);  // root
std::shared_ptr<Handler> makeWakeHandler(const Context &context);        // root
std::shared_ptr<Handler> makeBlinkHandler(const Context &context);       // root
std::shared_ptr<Handler> makeTransactionHandler(const Context &context); // root: txn-*, undo, forget

} // namespace sparkloom::agent
