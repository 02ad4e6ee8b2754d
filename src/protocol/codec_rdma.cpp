// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/messages_rdma.h"

// The RDMA engine.
namespace sparkloom::protocol {
namespace json {
namespace {

constexpr Range k24Bits{0, 0xffffff};
constexpr Range k32Bits{0, 0xffffffffLL};
constexpr RealRange kMicroseconds{0, 1e12};

constexpr Words<RdmaOperation, 3> kOperations = {
    {{RdmaOperation::Write, "write"}, {RdmaOperation::Read, "read"}, {RdmaOperation::Send, "send"}}};
constexpr Words<RdmaKind, 2> kKinds = {{{RdmaKind::Bandwidth, "bandwidth"}, {RdmaKind::Latency, "latency"}}};
constexpr Words<RdmaAsync::What, 6> kWhats = {
    {{RdmaAsync::What::PortDown, "port-down"}, {RdmaAsync::What::PortUp, "port-up"},
        {RdmaAsync::What::QueuePair, "queue-pair"}, {RdmaAsync::What::DeviceLost, "device-lost"},
        {RdmaAsync::What::GidChanged, "gid-changed"}, {RdmaAsync::What::Other, "other"}}};

void hexField(Node &node, std::string_view name, std::string &value, std::size_t digits)
{
    node.field(name, value, Text{digits, isHexDigits});
    if (!node.writing() && value.size() != digits)
        node.fail();
}

bool isPathOrEmpty(std::string_view text)
{
    return text.empty() || isFilePath(text);
}

void exchangeMtu(Node &node, int &mtu)
{
    node.field("mtu", mtu, Range{256, 4096});
    if (node.reading() && (mtu & (mtu - 1)) != 0)
        node.fail();
}

} // namespace

void exchange(Node &node, RdmaFlow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("half", value.half);
    node.field("local", value.local);
    node.field("peer", value.peer);
    node.field("active", value.active);
    node.field("kind", value.kind, &kKinds);
    node.field("queuePairs", value.queuePairs, Range{1, kMaxRdmaQueuePairs});
}

void exchange(Node &node, RdmaOpenRequest &value)
{
    hexField(node, "token", value.token, kRdmaTokenDigits);
    node.field("library", value.library, Text{kMaxText, isPathOrEmpty});
    node.list("flows", value.flows, Count{kMaxRdmaFlows});
    node.field("operation", value.operation, &kOperations);
    node.field("messageBytes", value.messageBytes, Range{1, kMaxRdmaMessage});
    node.field("depth", value.depth, Range{1, kMaxRdmaDepth});
    node.field("gidIndex", value.gidIndex, Range{-1, 255});
    node.field("rounds", value.rounds, Range{1, 1'000'000});
    node.field("warmUpMs", value.warmUpMs, Range{0, 10'000});
    node.field("measureMs", value.measureMs, Range{100, kMaxRdmaSeconds * 1000LL});
    node.field("intervalMs", value.intervalMs, Range{50, 5000});
    node.field("idleMs", value.idleMs, Range{1000, 60'000});
}

void exchange(Node &node, RdmaQueuePair &value)
{
    node.field("number", value.number, k24Bits);
    node.field("sequence", value.sequence, k24Bits);
}

void exchange(Node &node, RdmaEndpoint &value)
{
    node.field("flow", value.flow, kFlowNumber);
    hexField(node, "gid", value.gid, 32);
    exchangeMtu(node, value.mtu);
    node.list("queuePairs", value.queuePairs, Count{static_cast<std::size_t>(kMaxRdmaQueuePairs)});
    node.field("address", value.address);
    node.field("key", value.key, k32Bits);
    node.field("bytes", value.bytes);
}

void exchange(Node &node, RdmaDevice &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("device", value.device, Text{64, isToken});
    node.field("gidIndex", value.gidIndex, Range{0, 255});
    hexField(node, "gid", value.gid, 32);
}

void exchange(Node &node, RdmaPlan &value)
{
    node.field("request", value.request);
    node.list("devices", value.devices, Count{kMaxRdmaFlows});
}

void exchange(Node &node, RdmaReady &value)
{
    node.field("library", value.library, Text{kMaxText, isOneLine});
    node.optional("memlockBytes", value.memlockBytes, kSafeInteger);
    node.list("endpoints", value.endpoints, Count{kMaxRdmaFlows});
    node.list("devices", value.devices, Count{kMaxRdmaFlows});
}

void exchange(Node &node, RdmaConnectRequest &value)
{
    hexField(node, "token", value.token, kRdmaTokenDigits);
    node.list("peers", value.peers, Count{kMaxRdmaFlows});
}

void exchange(Node &node, RdmaConnectAnswer::Path &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("answered", value.answered);
    node.field("milliseconds", value.milliseconds, RealRange{0, 1e9});
}

void exchange(Node &node, RdmaConnectAnswer &value)
{
    node.list("paths", value.paths, Count{kMaxRdmaFlows});
}

void exchange(Node &node, RdmaRun &value)
{
    hexField(node, "token", value.token, kRdmaTokenDigits);
}

void exchange(Node &, RdmaStarted &) {}

void exchange(Node &node, RdmaInterval::Flow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("gbps", value.gbps, RealRange{0, kMostGbps});
}

void exchange(Node &node, RdmaInterval &value)
{
    node.field("monotonicNs", value.monotonicNs, Wide{});
    node.field("elapsedMs", value.elapsedMs, kSafeInteger);
    node.field("warmUp", value.warmUp);
    node.list("flows", value.flows, Count{kMaxRdmaFlows});
}

void exchange(Node &node, RdmaAsync &value)
{
    node.field("monotonicNs", value.monotonicNs, Wide{});
    node.field("device", value.device, Text{64, isToken});
    node.field("what", value.what, &kWhats);
    node.field("text", value.text, Text{256, isOneLine});
}

void exchange(Node &node, RdmaResult::Flow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("windowBytes", value.windowBytes);
    node.field("totalBytes", value.totalBytes);
    node.field("messages", value.messages);
}

void exchange(Node &node, RdmaResult::Latency &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("rounds", value.rounds);
    node.field("least", value.least, kMicroseconds);
    node.field("p50", value.p50, kMicroseconds);
    node.field("p99", value.p99, kMicroseconds);
    node.field("p999", value.p999, kMicroseconds);
    node.field("most", value.most, kMicroseconds);
}

void exchange(Node &node, RdmaResult &value)
{
    node.field("beginNs", value.beginNs, Wide{});
    node.field("endNs", value.endNs, Wide{});
    node.field("cpuSeconds", value.cpuSeconds, RealRange{0, 1e9});
    node.list("flows", value.flows, Count{kMaxRdmaFlows});
    node.list("latencies", value.latencies, Count{kMaxRdmaFlows});
    node.field("runNs", value.runNs, Wide{});
}

void exchange(Node &node, RdmaCheckAnswer::Flow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("bytes", value.bytes);
    node.field("wrong", value.wrong);
    node.field("firstWrong", value.firstWrong, kSafeInteger);
}

void exchange(Node &node, RdmaCheckAnswer &value)
{
    node.list("flows", value.flows, Count{kMaxRdmaFlows});
    node.list("events", value.events, Count{256});
}

} // namespace json

SPARKLOOM_JSON_TYPE(RdmaOpenRequest)
SPARKLOOM_JSON_TYPE(RdmaPlan)
SPARKLOOM_JSON_TYPE(RdmaReady)
SPARKLOOM_JSON_TYPE(RdmaConnectRequest)
SPARKLOOM_JSON_TYPE(RdmaConnectAnswer)
SPARKLOOM_JSON_TYPE(RdmaRun)
SPARKLOOM_JSON_TYPE(RdmaStarted)
SPARKLOOM_JSON_TYPE(RdmaInterval)
SPARKLOOM_JSON_TYPE(RdmaAsync)
SPARKLOOM_JSON_TYPE(RdmaResult)
SPARKLOOM_JSON_TYPE(RdmaCheckAnswer)

} // namespace sparkloom::protocol
