// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages_nccl.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

inline constexpr std::size_t kNcclElement = 4; // bytes: float, the default type of nccl-tests

// How one size of one collective is laid out, in elements; sizes are rounded as nccl-tests rounds them (its
// *GetCollByteCount functions), so that the columns of both can be compared line by line.
struct NcclShape {
    std::size_t send = 0;    // of each rank's input
    std::size_t receive = 0; // of each rank's output
    std::size_t count = 0;   // the argument of the call
    // Where a rank's part of the common buffer begins when input and output are the same, times its rank.
    std::size_t sendInPlace = 0;
    std::size_t receiveInPlace = 0;

    std::int64_t bytes() const; // as printed: the larger of both
};
NcclShape ncclShape(protocol::NcclCollective collective, std::size_t bytes, int ranks);

// busbw over algbw: 2(n-1)/n for all_reduce, (n-1)/n for all_gather, reduce_scatter and alltoall, else 1.
double ncclBusFactor(protocol::NcclCollective collective, int ranks);

// The sizes between both ends, each `factor` times the one before.
std::vector<std::int64_t> ncclSizes(std::int64_t minBytes, std::int64_t maxBytes, int factor);

// nccl-tests does not check these two in place: their input would be overwritten while it is read.
bool ncclCheckable(protocol::NcclCollective collective, bool inPlace);

// "all_reduce" and so on, as the protocol writes it.
std::string_view ncclName(protocol::NcclCollective collective);

// A stretch of a rank's output and where its values come from: elements `from` on of the input of `source`, or of the
// sum over all ranks.
inline constexpr int kNcclSum = -1;
struct NcclSegment {
    std::size_t at = 0;
    std::size_t count = 0;
    int source = 0;
    std::size_t from = 0;
};
std::vector<NcclSegment> ncclExpected(protocol::NcclCollective collective, const NcclShape &shape, int rank, int ranks);

} // namespace sparkloom::agent
