// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

// What an agent observes: inventory, watch, neighbours, pings, counters.
namespace sparkloom::protocol {
namespace json {

void exchange(Node &node, domain::FabricJob &value)
{
    using Kind = domain::FabricJob::Kind;
    static constexpr Words<Kind, 4> kKinds{{{Kind::Nccl, "nccl"}, {Kind::RdmaTest, "rdma-test"},
        {Kind::ModelServer, "model-server"}, {Kind::Other, "other"}}};
    node.field("kind", value.kind, &kKinds);
    node.field("pid", value.pid, kSafeInteger);
    node.field("program", value.program, Text{64});
    node.field("usesFabric", value.usesFabric);
}

void exchange(Node &node, domain::FabricTraffic &value)
{
    node.field("half", value.half);
    node.field("netdev", value.netdev, Text{15, isInterface});
    node.field("gigabitsPerSecond", value.gigabitsPerSecond, RealRange{0, 1e6});
}

void exchange(Node &node, domain::Occupation &value)
{
    node.list("traffic", value.traffic, Count{kHalves});
    node.list("jobs", value.jobs, Count{64});
    node.field("sawEveryProcess", value.sawEveryProcess);
}

void exchange(Node &node, PreflightAnswer &value)
{
    node.field("occupation", value.occupation);
    node.field("clockUtcMs", value.clockUtcMs, kSafeInteger);
}

void exchange(Node &node, Hello &value)
{
    node.field("agentVersion", value.agentVersion, Text{64, isToken});
    node.field("mode", value.mode, Text{4, [](std::string_view text) { return text == "user" || text == "root"; }});
    node.field("pid", value.pid, kSafeInteger);
    node.field("virtualSpark", value.virtualSpark);
}

void exchange(Node &node, InventoryRequest &value)
{
    const auto check = [](std::string_view text) { return text.empty() || isHost(text); };
    node.field("clientAddress", value.clientAddress, Text{253, check});
    node.field("serverAddress", value.serverAddress, Text{253, check});
}

void exchange(Node &node, InventoryAnswer &value)
{
    node.field("facts", value.facts);
}

void exchange(Node &node, WatchEvent::Half &value)
{
    node.field("half", value.half);
    node.field("netdev", value.netdev, Text{15, isInterface});
    node.field("adminUp", value.adminUp);
    node.field("carrier", value.carrier);
    node.field("hasAddress", value.hasAddress);
    node.field("mtu", value.mtu, Range{0, 65536});
}

void exchange(Node &node, WatchEvent &value)
{
    node.field("sequence", value.sequence);
    node.field("monotonicMs", value.monotonicMs, kSafeInteger);
    node.list("halves", value.halves, Count{kHalves});
}

void exchange(Node &node, NeighboursRequest &value)
{
    node.field("runNonce", value.runNonce,
        Text{32, [](std::string_view text) { return text.size() == 32 && isHexDigits(text); }});
    node.field(
        "runKey", value.runKey, Text{64, [](std::string_view text) { return text.size() == 64 && isHexDigits(text); }});
    node.field("self", value.self);
    node.field("intervalMs", value.intervalMs, Range{100, 5000});
}

void exchange(Node &node, NeighbourHeard &value)
{
    node.field("kind", value.kind);
    node.field("at", value.at);
    node.optional("from", value.from);
    node.optional("table", value.table);
}

void exchange(Node &node, NeighbourMethods::Half &value)
{
    node.field("half", value.half);
    node.field("ipv6", value.ipv6);
    node.field("ipv4", value.ipv4);
    node.field("problem", value.problem, Text{kMaxText});
}

void exchange(Node &node, NeighbourMethods &value)
{
    node.list("halves", value.halves, Count{kHalves});
}

void exchange(Node &node, PingRequest &value)
{
    node.field("half", value.half);
    node.field("target", value.target);
    node.field("expectedMac", value.expectedMac);
    node.list("payloadSizes", value.payloadSizes, Count{16}, Range{0, 8972});
    node.field("count", value.count, Range{1, 20});
    node.field("timeoutMs", value.timeoutMs, Range{100, 5000});
}

void exchange(Node &node, PingAnswer::Size &value)
{
    node.field("payload", value.payload, Range{0, 8972});
    node.field("sent", value.sent, Range{0, 20});
    node.field("received", value.received, Range{0, 20});
    node.field("roundTripMs", value.roundTripMs, RealRange{0, 1e6});
    node.field("problem", value.problem, Text{kMaxText});
}

void exchange(Node &node, PingAnswer &value)
{
    node.list("sizes", value.sizes, Count{16});
    node.optional("neighbourMac", value.neighbourMac);
    node.field("routeInterface", value.routeInterface, Text{15, isWordOrEmpty});
}

void exchange(Node &node, CounterSnapshot::Half &value)
{
    node.field("half", value.half);
    node.optional("cageTxOctets", value.cageTxOctets);
    node.optional("cageRxOctets", value.cageRxOctets);
    node.optional("rdmaTxBytes", value.rdmaTxBytes);
    node.optional("rdmaRxBytes", value.rdmaRxBytes);
    node.field("netdevTxBytes", value.netdevTxBytes);
    node.field("netdevRxBytes", value.netdevRxBytes);
    node.field("carrierChanges", value.carrierChanges);
}

void exchange(Node &node, CounterSnapshot &value)
{
    node.field("monotonicNs", value.monotonicNs, Wide{});
    node.list("halves", value.halves, Count{kHalves});
}

} // namespace json

SPARKLOOM_JSON_TYPE(Hello)
SPARKLOOM_JSON_TYPE(InventoryRequest)
SPARKLOOM_JSON_TYPE(InventoryAnswer)
SPARKLOOM_JSON_TYPE(WatchEvent)
SPARKLOOM_JSON_TYPE(NeighboursRequest)
SPARKLOOM_JSON_TYPE(NeighbourHeard)
SPARKLOOM_JSON_TYPE(NeighbourMethods)
SPARKLOOM_JSON_TYPE(PingRequest)
SPARKLOOM_JSON_TYPE(PingAnswer)
SPARKLOOM_JSON_TYPE(CounterSnapshot)
SPARKLOOM_JSON_TYPE(PreflightAnswer)

} // namespace sparkloom::protocol
