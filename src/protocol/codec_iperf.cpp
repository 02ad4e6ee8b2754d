// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/messages_iperf.h"

// iperf3 as a second opinion.
namespace sparkloom::protocol {
namespace json {
namespace {

constexpr std::size_t kVersionBytes = 32;
constexpr double kMostCores = 4096;
constexpr int kMostPatienceMs = 900'000;

} // namespace

void exchange(Node &node, IperfLookAnswer &value)
{
    node.field("installed", value.installed);
    node.field("version", value.version, Text{kVersionBytes, isToken});
}

void exchange(Node &node, IperfServeRequest &value)
{
    node.field("half", value.half);
    node.field("local", value.local);
    node.field("patienceMs", value.patienceMs, Range{1000, kMostPatienceMs});
}

void exchange(Node &node, IperfListening &value)
{
    node.field("port", value.port, Range{1, 65535});
}

void exchange(Node &node, IperfRunRequest &value)
{
    node.field("half", value.half);
    node.field("local", value.local);
    node.field("peer", value.peer);
    node.field("port", value.port, Range{1, 65535});
    node.field("streams", value.streams, Range{1, kMaxIperfStreams});
    node.field("warmUpSeconds", value.warmUpSeconds, Range{0, 60});
    node.field("seconds", value.seconds, Range{1, kMaxIperfSeconds});
}

void exchange(Node &node, IperfResult &value)
{
    node.field("version", value.version, Text{kVersionBytes, isToken});
    node.field("gbps", value.gbps, RealRange{0, kMostGbps});
    node.field("seconds", value.seconds, RealRange{0, 2.0 * kMaxIperfSeconds});
    node.field("bytes", value.bytes);
    node.field("retransmits", value.retransmits);
    node.field("senderCores", value.senderCores, RealRange{0, kMostCores});
    node.field("receiverCores", value.receiverCores, RealRange{0, kMostCores});
    node.field("streams", value.streams, Range{0, kMaxIperfStreams});
}

} // namespace json

SPARKLOOM_JSON_TYPE(IperfLookAnswer)
SPARKLOOM_JSON_TYPE(IperfServeRequest)
SPARKLOOM_JSON_TYPE(IperfListening)
SPARKLOOM_JSON_TYPE(IperfRunRequest)
SPARKLOOM_JSON_TYPE(IperfResult)

} // namespace sparkloom::protocol
