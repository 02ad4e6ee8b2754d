// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/messages_tcp.h"

// The TCP engine.
namespace sparkloom::protocol {
namespace json {

constexpr Range kDuration{100, kMaxTcpSeconds * 1000LL};
constexpr Range kJoin{500, 20'000};

void exchangeToken(Node &node, std::string &token)
{
    node.field("token", token, Text{kTcpTokenDigits, isHexDigits});
    if (!node.writing() && token.size() != kTcpTokenDigits)
        node.fail();
}

void exchange(Node &node, TcpFlow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("half", value.half);
    node.field("local", value.local);
    node.field("peer", value.peer);
    node.field("port", value.port, Range{0, 65535});
    node.field("streams", value.streams, Range{1, kMaxTcpStreams});
    node.optional("netdev", value.netdev, Text{15, domain::isInterfaceName});
}

void exchange(Node &node, TcpReceiveRequest &value)
{
    exchangeToken(node, value.token);
    node.list("flows", value.flows, Count{kMaxTcpFlows});
    node.field("joinMs", value.joinMs, kJoin);
    node.field("warmUpMs", value.warmUpMs, Range{0, 10'000});
    node.field("measureMs", value.measureMs, kDuration);
    node.field("intervalMs", value.intervalMs, Range{50, 5000});
}

void exchange(Node &node, TcpSendRequest &value)
{
    exchangeToken(node, value.token);
    node.list("flows", value.flows, Count{kMaxTcpFlows});
    node.field("joinMs", value.joinMs, kJoin);
    node.field("sendMs", value.sendMs, kDuration);
}

void exchange(Node &node, TcpListening::Port &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("port", value.port, Range{1, 65535});
}

void exchange(Node &node, TcpListening &value)
{
    node.list("ports", value.ports, Count{kMaxTcpFlows});
}

void exchange(Node &node, TcpInterval::Flow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("gbps", value.gbps, RealRange{0, kMostGbps});
}

void exchange(Node &node, TcpInterval &value)
{
    node.field("monotonicNs", value.monotonicNs, Wide{});
    node.field("elapsedMs", value.elapsedMs, kSafeInteger);
    node.field("warmUp", value.warmUp);
    node.list("flows", value.flows, Count{kMaxTcpFlows});
}

void exchange(Node &node, TcpResult::Flow &value)
{
    node.field("flow", value.flow, kFlowNumber);
    node.field("streams", value.streams, Range{0, kMaxTcpStreams});
    node.field("windowBytes", value.windowBytes);
    node.field("totalBytes", value.totalBytes);
    node.field("retransmits", value.retransmits);
}

void exchange(Node &node, TcpResult &value)
{
    node.field("beginNs", value.beginNs, Wide{});
    node.field("endNs", value.endNs, Wide{});
    node.field("cpuSeconds", value.cpuSeconds, RealRange{0, 1e9});
    node.field("strangers", value.strangers, Range{0, 1'000'000});
    node.list("flows", value.flows, Count{kMaxTcpFlows});
}

} // namespace json

SPARKLOOM_JSON_TYPE(TcpReceiveRequest)
SPARKLOOM_JSON_TYPE(TcpSendRequest)
SPARKLOOM_JSON_TYPE(TcpListening)
SPARKLOOM_JSON_TYPE(TcpInterval)
SPARKLOOM_JSON_TYPE(TcpResult)

} // namespace sparkloom::protocol
