// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/collective.h"

#include <algorithm>

namespace sparkloom::agent {

using protocol::NcclCollective;

std::int64_t NcclShape::bytes() const
{
    return static_cast<std::int64_t>(std::max(send, receive) * kNcclElement);
}

NcclShape ncclShape(NcclCollective collective, std::size_t bytes, int ranks)
{
    const std::size_t count = bytes / kNcclElement;
    const auto n = static_cast<std::size_t>(ranks);
    const std::size_t part = (count / n) & ~(16 / kNcclElement - 1); // a multiple of 16 bytes
    switch (collective) {
    case NcclCollective::AllGather: return {part, part * n, part, part, 0};
    case NcclCollective::ReduceScatter: return {part * n, part, part, 0, part};
    case NcclCollective::AllToAll: return {part * n, part * n, part, 0, 0};
    case NcclCollective::AllReduce:
    case NcclCollective::Broadcast:
    case NcclCollective::SendRecv: break;
    }
    return {count, count, count, 0, 0};
}

double ncclBusFactor(NcclCollective collective, int ranks)
{
    const double n = ranks;
    switch (collective) {
    case NcclCollective::AllReduce: return 2 * (n - 1) / n;
    case NcclCollective::AllGather:
    case NcclCollective::ReduceScatter:
    case NcclCollective::AllToAll: return (n - 1) / n;
    case NcclCollective::Broadcast:
    case NcclCollective::SendRecv: break;
    }
    return 1;
}

std::vector<std::int64_t> ncclSizes(std::int64_t minBytes, std::int64_t maxBytes, int factor)
{
    std::vector<std::int64_t> sizes;
    for (std::int64_t size = minBytes; size <= maxBytes && factor > 1; size *= factor)
        sizes.push_back(size);
    return sizes;
}

bool ncclCheckable(NcclCollective collective, bool inPlace)
{
    return !inPlace || (collective != NcclCollective::AllToAll && collective != NcclCollective::SendRecv);
}

std::string_view ncclName(NcclCollective collective)
{
    switch (collective) {
    case NcclCollective::AllReduce: return "all_reduce";
    case NcclCollective::AllGather: return "all_gather";
    case NcclCollective::ReduceScatter: return "reduce_scatter";
    case NcclCollective::Broadcast: return "broadcast";
    case NcclCollective::AllToAll: return "alltoall";
    case NcclCollective::SendRecv: break;
    }
    return "sendrecv";
}

std::vector<NcclSegment> ncclExpected(NcclCollective collective, const NcclShape &shape, int rank, int ranks)
{
    const auto mine = static_cast<std::size_t>(rank);
    std::vector<NcclSegment> segments;
    switch (collective) {
    case NcclCollective::AllReduce: return {{0, shape.receive, kNcclSum, 0}};
    case NcclCollective::ReduceScatter: return {{0, shape.receive, kNcclSum, mine * shape.count}};
    case NcclCollective::Broadcast: return {{0, shape.receive, 0, 0}}; // from rank 0, the default root of nccl-tests
    case NcclCollective::SendRecv: return {{0, shape.receive, (rank + ranks - 1) % ranks, 0}};
    case NcclCollective::AllGather:
    case NcclCollective::AllToAll: break;
    }
    for (int source = 0; source < ranks; ++source) {
        const std::size_t from = collective == NcclCollective::AllToAll ? mine * shape.count : 0;
        segments.push_back({static_cast<std::size_t>(source) * shape.count, shape.count, source, from});
    }
    return segments;
}

} // namespace sparkloom::agent
