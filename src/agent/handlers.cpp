// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"

#include "agent/signature.h"
#include "protocol/blink.h"
#include "protocol/hostsfile.h"
#include "protocol/signature.h"

#include <initializer_list>

namespace sparkloom::agent {

Handlers makeHandlers(const Context &context)
{
    namespace verb = protocol::verb;
    Handlers handlers;
    const auto serve = [&](std::shared_ptr<Handler> handler, std::initializer_list<std::string_view> verbs) {
        for (const std::string_view name : verbs)
            handlers.byVerb.emplace(name, handler.get());
        handlers.all.push_back(std::move(handler));
    };
    serve(makeInventoryHandler(context), {verb::kInventory});
    serve(makeWatchHandler(context), {verb::kWatch});
    serve(makeCountersHandler(context), {verb::kCounters});
    serve(makePreflightHandler(context), {verb::kPreflight});
    if (context.mode == Mode::Root) {
        serve(makeReadConfigHandler(context), {verb::kReadConfig});
        serve(makeWakeHandler(context), {verb::kWake});
        serve(makeBlinkHandler(context), {verb::kBlink});
        serve(makeTransactionHandler(context),
            {verb::kTransactionBegin, verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit,
                verb::kTransactionRollback, verb::kTransactionStatus, verb::kUndo, verb::kForget});
        return handlers;
    }
    serve(makeNeighboursHandler(context), {verb::kNeighbours});
    serve(makeSignatureHandler(context), {verb::kSignature});
    serve(makePingHandler(context), {verb::kPing});
    serve(makeKeysHandler(context), {verb::kInstallKey, verb::kRemoveKey});
    serve(makeClusterKeyHandler(context), {verb::kClusterKey});
    serve(makeTrustHandler(context), {verb::kTrustState, verb::kTrustApply, verb::kTrustRemove});
    serve(makeSshCheckHandler(context), {verb::kSshCheck});
    serve(makeHostsFileHandler(context), {verb::kHostsFile});
    return handlers;
}

} // namespace sparkloom::agent
