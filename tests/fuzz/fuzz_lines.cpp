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
#include "protocol/setupfiles.h"
#include "protocol/signature.h"

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

// What tests send: TCP, RDMA, NCCL.
void bodyOfTest(std::string_view text)
{
    body<TcpReceiveRequest>(text);
    body<TcpSendRequest>(text);
    body<TcpListening>(text);
    body<TcpInterval>(text);
    body<TcpResult>(text);
    body<RdmaOpenRequest>(text);
    body<RdmaPlan>(text);
    body<RdmaReady>(text);
    body<RdmaConnectRequest>(text);
    body<RdmaConnectAnswer>(text);
    body<RdmaRun>(text);
    body<RdmaStarted>(text);
    body<RdmaInterval>(text);
    body<RdmaAsync>(text);
    body<RdmaResult>(text);
    body<RdmaCheckAnswer>(text);
    body<NcclLookRequest>(text);
    body<NcclLookAnswer>(text);
    body<NcclRunRequest>(text);
    body<NcclId>(text);
    body<NcclBeat>(text);
    body<NcclRow>(text);
    body<NcclTransport>(text);
    body<NcclRunAnswer>(text);
}

} // namespace

// A line from an agent or to it, with a body of any type.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto envelope = decodeLine(fuzz::asText(data, size));
    if (!envelope)
        return 0;
    fuzz::require(checkJson(envelope->body).ok(), "a body is within the limits");
    body<Hello>(envelope->body);
    body<InventoryRequest>(envelope->body);
    body<InventoryAnswer>(envelope->body);
    body<WatchEvent>(envelope->body);
    body<NeighboursRequest>(envelope->body);
    body<NeighbourHeard>(envelope->body);
    body<NeighbourMethods>(envelope->body);
    body<PingRequest>(envelope->body);
    body<PingAnswer>(envelope->body);
    body<CounterSnapshot>(envelope->body);
    body<PreflightAnswer>(envelope->body);
    body<InstallKeyRequest>(envelope->body);
    body<InstallKeyAnswer>(envelope->body);
    body<RemoveKeyRequest>(envelope->body);
    body<ClusterKeyAnswer>(envelope->body);
    body<TrustStateRequest>(envelope->body);
    body<TrustApplyRequest>(envelope->body);
    body<TrustRemoveRequest>(envelope->body);
    body<SshCheckRequest>(envelope->body);
    body<SshCheckAnswer>(envelope->body);
    body<ReadConfigAnswer>(envelope->body);
    body<WakeRequest>(envelope->body);
    body<WakeAnswer>(envelope->body);
    body<TransactionBegin>(envelope->body);
    body<TransactionStatus>(envelope->body);
    body<UndoRequest>(envelope->body);
    body<ForgetAnswer>(envelope->body);
    body<domain::SshTrustState>(envelope->body);
    body<SignatureRequest>(envelope->body);
    body<SignatureAnswer>(envelope->body);
    body<ModulesAnswer>(envelope->body);
    body<RawProbeRequest>(envelope->body);
    body<RawProbeAnswer>(envelope->body);
    body<StreamRequest>(envelope->body);
    body<ClockAnswer>(envelope->body);
    body<BlinkRequest>(envelope->body);
    body<BlinkAnswer>(envelope->body);
    body<HostsFileAnswer>(envelope->body);
    body<SetUpFilesAnswer>(envelope->body);
    bodyOfTest(envelope->body);
    return 0;
}
