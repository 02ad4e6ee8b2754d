// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <string>

namespace sparkloom::agent {

// What is known when a queue pair fails.
struct CompletionFailure {
    int status = 0;          // of the completion (ibv_wc_status)
    std::string statusText;  // the library's own words
    unsigned vendorCode = 0; // of the maker of the NIC
    std::string device;
    int queuePair = 0;     // place within the flow
    bool portDown = false; // the NIC said meanwhile that the port went down
};

// Status codes of work completions (part of the ABI of libibverbs).
inline constexpr int kWorkDone = 0;
inline constexpr int kWorkFlushed = 5; // follows an earlier failure of the same queue pair

// The error with its cause (measurement-and-safety 2.5): "rdma.link-lost", "rdma.retry-exceeded" and so on.
base::Error completionError(const CompletionFailure &failure);

// Why a queue pair could not be connected (errno of ibv_modify_qp to RTR): the neighbour did not answer, or GID and
// peer do not fit.
base::Error connectError(int errorNumber, const std::string &device);

// Why memory could not be registered, or a queue could not be made. limit: RLIMIT_MEMLOCK in bytes, -1 for none.
base::Error resourceError(
    int errorNumber, const std::string &what, const std::string &device, long long limit, long long needed);

} // namespace sparkloom::agent
