// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/messages_nccl.h"

// The NCCL engine.
namespace sparkloom::protocol {
namespace json {
namespace {

constexpr std::size_t kPath = 4096;
constexpr std::size_t kFew = 64;
constexpr Range kBytes{0, std::int64_t(1) << 46};
constexpr Range kMilliseconds{1, 24 * 3600 * 1000};
constexpr RealRange kReal{0, 1e15};

constexpr Words<NcclCollective, 6> kCollectives = {
    {{NcclCollective::AllReduce, "all_reduce"}, {NcclCollective::AllGather, "all_gather"},
        {NcclCollective::ReduceScatter, "reduce_scatter"}, {NcclCollective::Broadcast, "broadcast"},
        {NcclCollective::AllToAll, "alltoall"}, {NcclCollective::SendRecv, "sendrecv"}}};
constexpr Words<NcclPhase, 6> kPhases = {
    {{NcclPhase::Find, "find"}, {NcclPhase::Init, "init"}, {NcclPhase::WarmUp, "warm-up"}, {NcclPhase::Timed, "timed"},
        {NcclPhase::Verify, "verify"}, {NcclPhase::Leave, "leave"}}};

bool isPathOrEmpty(std::string_view text)
{
    return text.empty() || isFilePath(text);
}
bool isUniqueIdOrEmpty(std::string_view text)
{
    return text.empty() || (text.size() == 256 && isHexDigits(text));
}
bool isDigestOrEmpty(std::string_view text)
{
    return text.empty() || (text.size() == 64 && isHexDigits(text));
}

} // namespace

void exchange(Node &node, NcclDeadlines &value)
{
    node.field("find", value.find, kMilliseconds);
    node.field("init", value.init, kMilliseconds);
    node.field("warmUp", value.warmUp, kMilliseconds);
    node.field("timed", value.timed, kMilliseconds);
    node.field("verify", value.verify, kMilliseconds);
    node.field("leave", value.leave, kMilliseconds);
    node.field("total", value.total, kMilliseconds);
}

void exchange(Node &node, NcclSetting &value)
{
    node.field("name", value.name, Text{kFew, isToken});
    node.field("value", value.value, Text{256, isOneLine});
}

void exchange(Node &node, NcclLookRequest &value)
{
    node.field("library", value.library, Text{kPath, isPathOrEmpty});
    node.field("cuda", value.cuda, Text{kPath, isPathOrEmpty});
    node.field("timeoutMs", value.timeoutMs, kMilliseconds);
}

void exchange(Node &node, NcclLibrary &value)
{
    node.field("path", value.path, Text{kPath});
    node.field("foundBy", value.foundBy, Text{kFew, isToken});
    node.field("sha256", value.sha256, Text{64, isDigestOrEmpty});
    node.field("version", value.version, Text{kFew, isToken});
    node.list("code", value.code, Count{kFew}, Text{kFew, isToken});
}

void exchange(Node &node, NcclGpu &value)
{
    node.field("index", value.index, Range{0, 1024});
    node.field("name", value.name, Text{256});
    node.field("pciAddress", value.pciAddress, Text{kFew});
    node.field("capability", value.capability, Text{kFew, isToken});
    node.field("memoryBytes", value.memoryBytes, kBytes);
    node.field("freeBytes", value.freeBytes, kBytes);
    node.field("integrated", value.integrated);
    node.field("gpuDirectRdma", value.gpuDirectRdma);
    node.field("dmaBuf", value.dmaBuf);
}

void exchange(Node &node, NcclLookAnswer &value)
{
    node.field("library", value.library);
    node.field("cudaVersion", value.cudaVersion, Text{kFew, isToken});
    node.list("gpus", value.gpus, Count{kFew});
    node.list("otherLibraries", value.otherLibraries, Count{kFew}, Text{kPath});
    node.list("removed", value.removed, Count{kMaxElements}, Text{kPath});
    node.list("settingsFiles", value.settingsFiles, Count{kFew}, Text{kPath});
}

void exchange(Node &node, NcclRunRequest &value)
{
    node.field("rank", value.rank, Range{0, 1023});
    node.field("ranks", value.ranks, Range{1, 1024});
    node.field("uniqueId", value.uniqueId, Text{256, isUniqueIdOrEmpty});
    node.field("device", value.device, Range{0, 63});
    node.field("library", value.library, Text{kPath, isPathOrEmpty});
    node.field("cuda", value.cuda, Text{kPath, isPathOrEmpty});
    node.field("sha256", value.sha256, Text{64, isDigestOrEmpty});
    node.list("settings", value.settings, Count{kFew});
    node.list("collectives", value.collectives, Count{kFew}, &kCollectives);
    node.field("minBytes", value.minBytes, Range{4, std::int64_t(1) << 36});
    node.field("maxBytes", value.maxBytes, Range{4, std::int64_t(1) << 36});
    node.field("factor", value.factor, Range{2, 1024});
    node.field("iterations", value.iterations, Range{1, 10'000'000});
    node.field("warmUps", value.warmUps, Range{0, 100'000});
    node.field("inPlace", value.inPlace);
    node.field("verify", value.verify);
    node.field("damageCheck", value.damageCheck, Range{0, 100'000});
    node.field("nonBlocking", value.nonBlocking);
    node.field("evenIfBusy", value.evenIfBusy);
    node.field("memoryCap", value.memoryCap, kBytes);
    node.field("deadlines", value.deadlines);
}

void exchange(Node &node, NcclId &value)
{
    node.field("uniqueId", value.uniqueId, Text{256, isUniqueIdOrEmpty});
}

void exchange(Node &node, NcclBeat &value)
{
    node.field("phase", value.phase, &kPhases);
    node.field("what", value.what, Text{256, isOneLine});
    node.field("pid", value.pid, kSafeInteger);
}

void exchange(Node &node, NcclRow &value)
{
    node.field("collective", value.collective, &kCollectives);
    node.field("inPlace", value.inPlace);
    node.field("bytes", value.bytes, kBytes);
    node.field("count", value.count, kBytes);
    node.field("timeUs", value.timeUs, kReal);
    node.field("algBw", value.algBw, kReal);
    node.field("busBw", value.busBw, kReal);
    node.optional("wrong", value.wrong, kBytes);
    node.field("checkedBytes", value.checkedBytes, kBytes);
}

void exchange(Node &node, NcclTransport::Route &value)
{
    node.field("kind", value.kind, Text{128});
    node.field("channels", value.channels, Range{0, 1 << 20});
}

void exchange(Node &node, NcclTransport &value)
{
    node.field("network", value.network, Text{128});
    node.list("devices", value.devices, Count{kFew}, Text{256});
    node.field("bootstrap", value.bootstrap, Text{256});
    node.list("routes", value.routes, Count{kFew});
    node.field("gpuDirect", value.gpuDirect);
    node.list("warnings", value.warnings, Count{kFew}, Text{1024});
}

void exchange(Node &node, NcclRunAnswer &value)
{
    node.field("library", value.library);
    node.field("transport", value.transport);
    node.list("removed", value.removed, Count{kMaxElements}, Text{kPath});
    node.field("wrong", value.wrong, kBytes);
    node.field("rows", value.rows, Range{0, 1 << 20});
}

} // namespace json

SPARKLOOM_JSON_TYPE(NcclLookRequest)
SPARKLOOM_JSON_TYPE(NcclLookAnswer)
SPARKLOOM_JSON_TYPE(NcclRunRequest)
SPARKLOOM_JSON_TYPE(NcclId)
SPARKLOOM_JSON_TYPE(NcclBeat)
SPARKLOOM_JSON_TYPE(NcclRow)
SPARKLOOM_JSON_TYPE(NcclTransport)
SPARKLOOM_JSON_TYPE(NcclRunAnswer)

} // namespace sparkloom::protocol
