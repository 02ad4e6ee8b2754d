// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "protocol/codec.h"
#include "protocol/messages_plugs.h"
#include "protocol/messages_rdma.h"
#include "protocol/messages_tcp.h"
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
    body<TcpReceiveRequest>(envelope->body);
    body<TcpSendRequest>(envelope->body);
    body<TcpListening>(envelope->body);
    body<TcpInterval>(envelope->body);
    body<TcpResult>(envelope->body);
    body<RdmaOpenRequest>(envelope->body);
    body<RdmaPlan>(envelope->body);
    body<RdmaReady>(envelope->body);
    body<RdmaConnectRequest>(envelope->body);
    body<RdmaConnectAnswer>(envelope->body);
    body<RdmaRun>(envelope->body);
    body<RdmaInterval>(envelope->body);
    body<RdmaAsync>(envelope->body);
    body<RdmaResult>(envelope->body);
    body<RdmaCheckAnswer>(envelope->body);
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
    return 0;
}
