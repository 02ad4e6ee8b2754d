// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "protocol/blink.h"
#include "protocol/codec.h"
#include "protocol/hostsfile.h"
#include "protocol/messages_nccl.h"
#include "protocol/messages_plugs.h"
#include "protocol/messages_rdma.h"
#include "protocol/messages_stream.h"
#include "protocol/messages_tcp.h"
#include "protocol/ncclcopy.h"
#include "protocol/setupfiles.h"
#include "protocol/signature.h"

#include <iterator>

using namespace sparkloom;
using namespace sparkloom::protocol;

namespace {

// What is accepted must be written again, and read again, without a difference.
template <typename T>
void body(std::string_view text)
{
    const auto value = decode<T>(text);
    if (!value)
        return;
    const std::string once = encode(*value);
    const auto again = decode<T>(once);
    fuzz::require(again.ok(), "what was written is read");
    fuzz::require(encode(*again) == once, "reading and writing is stable");
}

// Every type of body by its name.
struct Body {
    std::string_view name;
    void (*check)(std::string_view text);
};
constexpr Body kBodies[] = {
    {"TcpReceiveRequest", body<TcpReceiveRequest>},
    {"TcpSendRequest", body<TcpSendRequest>},
    {"TcpListening", body<TcpListening>},
    {"TcpInterval", body<TcpInterval>},
    {"TcpResult", body<TcpResult>},
    {"RdmaOpenRequest", body<RdmaOpenRequest>},
    {"RdmaPlan", body<RdmaPlan>},
    {"RdmaReady", body<RdmaReady>},
    {"RdmaConnectRequest", body<RdmaConnectRequest>},
    {"RdmaConnectAnswer", body<RdmaConnectAnswer>},
    {"RdmaRun", body<RdmaRun>},
    {"RdmaStarted", body<RdmaStarted>},
    {"RdmaInterval", body<RdmaInterval>},
    {"RdmaAsync", body<RdmaAsync>},
    {"RdmaResult", body<RdmaResult>},
    {"RdmaCheckAnswer", body<RdmaCheckAnswer>},
    {"NcclLookRequest", body<NcclLookRequest>},
    {"NcclLookAnswer", body<NcclLookAnswer>},
    {"NcclRunRequest", body<NcclRunRequest>},
    {"NcclId", body<NcclId>},
    {"NcclBeat", body<NcclBeat>},
    {"NcclRow", body<NcclRow>},
    {"NcclTransport", body<NcclTransport>},
    {"NcclRunAnswer", body<NcclRunAnswer>},
    {"NcclReadRequest", body<NcclReadRequest>},
    {"NcclPiece", body<NcclPiece>},
    {"NcclKeepRequest", body<NcclKeepRequest>},
    {"NcclKeptAnswer", body<NcclKeptAnswer>},
    {"NcclPackage", body<NcclPackage>},
    {"Hello", body<Hello>},
    {"InventoryRequest", body<InventoryRequest>},
    {"InventoryAnswer", body<InventoryAnswer>},
    {"WatchEvent", body<WatchEvent>},
    {"NeighboursRequest", body<NeighboursRequest>},
    {"NeighbourHeard", body<NeighbourHeard>},
    {"NeighbourMethods", body<NeighbourMethods>},
    {"PingRequest", body<PingRequest>},
    {"PingAnswer", body<PingAnswer>},
    {"CounterSnapshot", body<CounterSnapshot>},
    {"PreflightAnswer", body<PreflightAnswer>},
    {"InstallKeyRequest", body<InstallKeyRequest>},
    {"InstallKeyAnswer", body<InstallKeyAnswer>},
    {"RemoveKeyRequest", body<RemoveKeyRequest>},
    {"ClusterKeyAnswer", body<ClusterKeyAnswer>},
    {"TrustStateRequest", body<TrustStateRequest>},
    {"TrustApplyRequest", body<TrustApplyRequest>},
    {"TrustRemoveRequest", body<TrustRemoveRequest>},
    {"SshCheckRequest", body<SshCheckRequest>},
    {"SshCheckAnswer", body<SshCheckAnswer>},
    {"ReadConfigAnswer", body<ReadConfigAnswer>},
    {"WakeRequest", body<WakeRequest>},
    {"WakeAnswer", body<WakeAnswer>},
    {"TransactionBegin", body<TransactionBegin>},
    {"TransactionStatus", body<TransactionStatus>},
    {"UndoRequest", body<UndoRequest>},
    {"ForgetAnswer", body<ForgetAnswer>},
    {"SshTrustState", body<domain::SshTrustState>},
    {"SignatureRequest", body<SignatureRequest>},
    {"SignatureAnswer", body<SignatureAnswer>},
    {"ModulesAnswer", body<ModulesAnswer>},
    {"RawProbeRequest", body<RawProbeRequest>},
    {"RawProbeAnswer", body<RawProbeAnswer>},
    {"StreamRequest", body<StreamRequest>},
    {"ClockAnswer", body<ClockAnswer>},
    {"BlinkRequest", body<BlinkRequest>},
    {"BlinkAnswer", body<BlinkAnswer>},
    {"HostsFileAnswer", body<HostsFileAnswer>},
    {"SetUpFilesAnswer", body<SetUpFilesAnswer>},
};

// Which type is meant: seeds say its name where a line has its verb; of any other word one type or another comes.
const Body &bodyOf(std::string_view word)
{
    std::size_t number = 0;
    for (const Body &body : kBodies)
        if (body.name == word)
            return body;
    for (const char c : word)
        number = number * 31 + static_cast<unsigned char>(c);
    return kBodies[number % std::size(kBodies)];
}

} // namespace

// A line from an agent or to it. One type for each input: to try all of them cost 50 times as much for each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto envelope = decodeLine(fuzz::asText(data, size));
    if (!envelope)
        return 0;
    fuzz::require(checkJson(envelope->body).ok(), "a body is within the limits");
    bodyOf(envelope->type).check(envelope->body);
    return 0;
}
