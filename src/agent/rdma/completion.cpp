// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/completion.h"

#include "base/text.h"

#include <cerrno>
#include <cstring>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// ibv_wc_status; what is not here is told by its number.
constexpr int kLocalProtection = 4;
constexpr int kRemoteInvalid = 9;
constexpr int kRemoteAccess = 10;
constexpr int kRemoteOperation = 11;
constexpr int kRetryExceeded = 12;
constexpr int kReceiverNotReady = 13;

std::string errnoText(int number)
{
    return base::cleanText(std::strerror(number), 100);
}

base::Message causeOf(const CompletionFailure &failure)
{
    switch (failure.status) {
    case kRetryExceeded:
        return failure.portDown ? base::Message("rdma.link-lost"_msg) : base::Message("rdma.retry-exceeded"_msg);
    case kReceiverNotReady: return "rdma.receiver-not-ready"_msg;
    case kRemoteAccess:
    case kRemoteInvalid: return "rdma.remote-access"_msg;
    case kRemoteOperation: return "rdma.remote-operation"_msg;
    case kLocalProtection: return "rdma.local-protection"_msg;
    case kWorkFlushed:
        return failure.portDown ? base::Message("rdma.link-lost"_msg) : base::Message("rdma.flushed"_msg);
    default: return "rdma.completion"_msg;
    }
}

} // namespace

base::Error completionError(const CompletionFailure &failure)
{
    return base::failed(causeOf(failure)
                            .with("device", failure.device)
                            .with("status", failure.status)
                            .with("text", base::cleanText(failure.statusText, 100)),
        "queue pair " + std::to_string(failure.queuePair) + ", completion status " + std::to_string(failure.status)
            + ", vendor code " + std::to_string(failure.vendorCode));
}

base::Error connectError(int errorNumber, const std::string &device)
{
    const auto say = [&](base::MessageId id) {
        return base::failed(base::Message(id).with("device", device).with("text", errnoText(errorNumber)),
            "ibv_modify_qp to RTR: errno " + std::to_string(errorNumber));
    };
    if (errorNumber == ETIMEDOUT || errorNumber == EHOSTUNREACH)
        return say("rdma.no-neighbour"_msg);
    // The kernel looks for a route from our GID to theirs: of another type, family or subnet there is none.
    if (errorNumber == EINVAL || errorNumber == ENODATA || errorNumber == ENETUNREACH)
        return say("rdma.wrong-gid"_msg);
    return say("rdma.connect-failed"_msg);
}

base::Error resourceError(
    int errorNumber, const std::string &what, const std::string &device, long long limit, long long needed)
{
    constexpr long long kKib = 1024;
    const std::string detail = what + ": errno " + std::to_string(errorNumber);
    if (errorNumber == ENOMEM && limit >= 0 && limit < needed + needed / 4)
        return base::failed(base::Message("rdma.memlock"_msg)
                                .with("device", device)
                                .with("limit", static_cast<std::int64_t>(limit / kKib))
                                .with("needed", static_cast<std::int64_t>((needed + kKib - 1) / kKib)),
            detail);
    const auto say = [&](base::MessageId id) {
        return base::failed(
            base::Message(id).with("device", device).with("what", what).with("text", errnoText(errorNumber)), detail);
    };
    if (errorNumber == EACCES || errorNumber == EPERM)
        return say("rdma.no-permission"_msg);
    return errorNumber == ENOMEM ? say("rdma.no-memory"_msg) : say("rdma.no-resources"_msg);
}

} // namespace sparkloom::agent
