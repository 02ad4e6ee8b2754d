// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"

#include "agent/nccl/librarycopy.h"
#include "agent/nccl/nccl.h"
#include "agent/plugprobes.h"
#include "agent/rdma/rdma.h"
#include "agent/setupfiles.h"
#include "agent/signature.h"
#include "agent/tcp.h"
#include "protocol/blink.h"
#include "protocol/hostsfile.h"
#include "protocol/messages_iperf.h"
#include "protocol/messages_nccl.h"
#include "protocol/messages_plugs.h"
#include "protocol/messages_rdma.h"
#include "protocol/messages_stream.h"
#include "protocol/messages_tcp.h"
#include "protocol/ncclcopy.h"
#include "protocol/setupfiles.h"
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
        serve(makeModulesHandler(context), {verb::kModules});
        serve(makeRawProbeHandler(context), {verb::kRawProbe});
        serve(makeBlinkHandler(context), {verb::kBlink});
        serve(makeTransactionHandler(context),
            {verb::kTransactionBegin, verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit,
                verb::kTransactionRollback, verb::kTransactionStatus, verb::kUndo, verb::kForget});
        return handlers;
    }
    serve(makeNeighboursHandler(context), {verb::kNeighbours});
    serve(makeSignatureHandler(context), {verb::kSignature});
    serve(makePingHandler(context), {verb::kPing});
    serve(makeTcpHandler(context), {verb::kTcpReceive, verb::kTcpSend});
    serve(makeIperfHandler(context), {verb::kIperfLook, verb::kIperfServe, verb::kIperfRun});
    serve(makeStreamHandler(context), {verb::kStream, verb::kClock});
    serve(makeKeysHandler(context), {verb::kInstallKey, verb::kRemoveKey});
    serve(makeClusterKeyHandler(context), {verb::kClusterKey});
    serve(makeTrustHandler(context), {verb::kTrustState, verb::kTrustApply, verb::kTrustRemove});
    serve(makeSshCheckHandler(context), {verb::kSshCheck});
    serve(makeSetUpFilesHandler(context), {verb::kSetUpFiles});
    serve(makeNcclHandler(context), {verb::kNcclLook, verb::kNcclRun});
    serve(makeLibraryCopyHandler(context),
        {verb::kNcclRead, verb::kNcclKeep, verb::kNcclKept, verb::kNcclDrop, verb::kNcclOffer, verb::kNcclFetch});
    serve(makeRdmaHandler(context),
        {verb::kRdmaOpen, verb::kRdmaConnect, verb::kRdmaStart, verb::kRdmaFinish, verb::kRdmaCheck});
    serve(makeHostsFileHandler(context), {verb::kHostsFile});
    return handlers;
}

} // namespace sparkloom::agent
