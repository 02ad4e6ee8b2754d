// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/messages_stream.h"

#include <algorithm>

// The counter stream as JSON.
namespace sparkloom::protocol {
namespace json {
namespace {

using domain::PortSource;
using domain::Sharing;

constexpr std::size_t kMostSlow = 64;
constexpr std::size_t kReadRow = 7; // half, offset, duration, four values
constexpr Range kEpochs{0, 1'000'000'000};
constexpr Range kPeriod{0, 10'000'000};
// Times stay far from the end of 64 bits in nanoseconds, whatever is added to them: a century since boot, thirty
// years of
// an epoch.
constexpr std::int64_t kLastOrigin = 4'000'000'000'000'000'000;
constexpr Range kTimes{0, 1'000'000'000'000'000};

constexpr Words<PortSource, 3> kSources{
    {{PortSource::None, "none"}, {PortSource::Netlink, "netlink"}, {PortSource::Ioctl, "ioctl"}}};
constexpr Words<Sharing, 3> kSharings{
    {{Sharing::Undecided, "undecided"}, {Sharing::Shared, "shared"}, {Sharing::Separate, "separate"}}};

struct RowSize {
    std::size_t min = 0;
    std::size_t max = 0;
};

} // namespace

// null and 64-bit counters as text, as everywhere.
void exchange(Node &node, std::optional<std::uint64_t> &value, Wide)
{
    if (node.writing()) {
        if (value)
            exchange(node, *value);
        else
            node.json() = nullptr;
        return;
    }
    if (node.json().is_null()) {
        value.reset();
        return;
    }
    exchange(node, value.emplace());
}

// Rows are most of the stream: they go without a node for every number. The first three of a row of reads, and the
// first
// of a slow row, are always there.
void exchange(Node &node, StreamRow &row, RowSize size)
{
    if (node.writing()) {
        node.json() = Json::array();
        for (const std::optional<std::int64_t> &value : row)
            node.json().push_back(value ? Json(*value) : Json(nullptr));
        return;
    }
    if (!node.json().is_array() || node.json().size() < size.min || node.json().size() > size.max)
        return node.fail();
    const std::size_t needed = size.min == kReadRow ? 3 : 1;
    row.clear();
    for (const Json &cell : node.json()) {
        const bool number = cell.is_number_integer()
            && (!cell.is_number_unsigned() || cell.get<std::uint64_t>() <= std::uint64_t(kSafeInteger.max));
        if (!number && (!cell.is_null() || row.size() < needed))
            return node.fail();
        row.push_back(number ? std::optional(cell.get<std::int64_t>()) : std::nullopt);
        if (number && *row.back() < kSafeInteger.min)
            return node.fail();
    }
    if (*row[0] < 0 || *row[0] >= static_cast<std::int64_t>(kHalves))
        node.fail();
}

void exchange(Node &node, StreamRequest &value)
{
    node.field("hz", value.hz, Range{10, 50});
}

void exchange(Node &node, ClockAnswer &value)
{
    node.field("monotonicNs", value.monotonicNs, Wide{});
}

void exchange(Node &node, StreamLayout::Half &value)
{
    node.field("half", value.known.half);
    node.field("netdev", value.known.netdev, Text{15, isWordOrEmpty});
    node.field("source", value.known.port, &kSources);
    node.field("readsPort", value.known.readsPort);
    node.field("rdma", value.known.rdma);
    node.field("net", value.known.net);
    std::vector<std::optional<std::uint64_t>> port(value.port.begin(), value.port.end());
    std::vector<std::optional<std::uint64_t>> lane(value.lane.begin(), value.lane.end());
    node.list("port", port, Count{4}, Wide{});
    node.list("lane", lane, Count{4}, Wide{});
    node.list("slowNames", value.known.slowNames, Count{kMostSlow}, Text{64, isToken});
    node.list("slow", value.slow, Count{kMostSlow}, Wide{});
    if (node.writing() || node.failed())
        return;
    if (port.size() != 4 || lane.size() != 4 || value.slow.size() != value.known.slowNames.size())
        return node.fail();
    std::copy(port.begin(), port.end(), value.port.begin());
    std::copy(lane.begin(), lane.end(), value.lane.begin());
}

void exchange(Node &node, StreamLayout &value)
{
    node.field("epoch", value.epoch, kEpochs);
    node.field("hz", value.hz, Range{1, 1000});
    node.field("originNs", value.originNs, Wide{});
    if (node.reading() && (value.originNs < 0 || value.originNs > kLastOrigin))
        node.fail();
    node.list("halves", value.halves, Count{kHalves});
    node.field("sharing0", value.sharing[0], &kSharings);
    node.field("sharing1", value.sharing[1], &kSharings);
    node.optional("portPeriodUs", value.portPeriodUs, kPeriod);
    node.optional("rdmaPeriodUs", value.rdmaPeriodUs, kPeriod);
    node.optional("netPeriodUs", value.netPeriodUs, kPeriod);
}

void exchange(Node &node, StreamSample &value)
{
    node.field("e", value.epoch, kEpochs);
    node.field("n", value.sequence, kSafeInteger);
    node.field("t", value.atUs, kTimes);
    node.field("l", value.late);
    node.field("x", value.dropped, kSafeInteger);
    node.list("p", value.ports, Count{kHalves}, RowSize{kReadRow, kReadRow});
    node.list("h", value.lanes, Count{kHalves}, RowSize{kReadRow, kReadRow});
}

void exchange(Node &node, StreamSlow &value)
{
    node.field("e", value.epoch, kEpochs);
    node.field("t", value.atUs, kTimes);
    node.list("h", value.halves, Count{kHalves}, RowSize{1, kMostSlow + 1});
}

} // namespace json

SPARKLOOM_JSON_TYPE(StreamRequest)
SPARKLOOM_JSON_TYPE(ClockAnswer)
SPARKLOOM_JSON_TYPE(StreamLayout)
SPARKLOOM_JSON_TYPE(StreamSample)
SPARKLOOM_JSON_TYPE(StreamSlow)

} // namespace sparkloom::protocol
