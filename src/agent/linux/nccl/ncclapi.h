// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/nccl/cuda.h"
#include "agent/linux/nccl/sharedlibrary.h"

#include <climits>
#include <cstddef>

// The few functions of libnccl.so.2 that a rank needs, with our own declarations of its public binary interface
// (nccl.h).
namespace sparkloom::agent {

using NcclResult = int; // ncclResult_t
inline constexpr NcclResult kNcclSuccess = 0;
inline constexpr NcclResult kNcclCudaError = 1;
inline constexpr NcclResult kNcclSystemError = 2;
inline constexpr NcclResult kNcclRemoteError = 6;
inline constexpr NcclResult kNcclInProgress = 7;
inline constexpr int kNcclFloat = 7; // ncclFloat32
inline constexpr int kNcclSumOperation = 0;
struct NcclCommTag;
using NcclComm = NcclCommTag *;

struct NcclUniqueId {
    char bytes[128];
};

// ncclConfig_t. Grown at its end since 2.14; the library reads as much of it as its version knows, and takes the fields
// beyond the `version` that is claimed as not set.
struct NcclConfig {
    std::size_t size = sizeof(NcclConfig);
    unsigned int magic = 0xcafebeef;
    unsigned int version = 0;
    int blocking = INT_MIN; // INT_MIN: not set
    int cgaClusterSize = INT_MIN;
    int minCTAs = INT_MIN;
    int maxCTAs = INT_MIN;
    const char *netName = nullptr;
    int splitShare = INT_MIN;
    int trafficClass = INT_MIN; // 2.25
    const char *commName = nullptr;
    int collnetEnable = INT_MIN; // 2.27
    int ctaPolicy = INT_MIN;
    int shrinkShare = INT_MIN;
    int nvlsCTAs = INT_MIN;
    int nChannelsPerNetPeer = INT_MIN; // 2.28
    int nvlinkCentricSched = INT_MIN;
    int graphUsageMode = INT_MIN; // 2.29
    int numRmaCtx = INT_MIN;
    int maxP2pPeers = INT_MIN; // 2.30
};

// NCCL_VERSION_CODE of 2.9 and later
constexpr int ncclVersionCode(int major, int minor, int patch)
{
    return major * 10000 + minor * 100 + patch;
}

class NcclApi {
public:
    struct Found {
        std::string path;
        std::string by; // as NcclLibrary::foundBy
    };
    // Files of that name, in the order in which they are tried: the given one (alone, when there is one), the system's,
    // those of Python packages of this user and of the system. At most 16.
    static std::vector<Found> candidates(const std::string &given, const std::string &home);
    // Loads the first candidate. Refuses versions below 2.14, which have no ncclConfig_t.
    static base::Result<NcclApi> load(const std::string &given, const std::string &home);

    int version() const { return m_version; }
    // path, foundBy, version and code; the hash is left out.
    protocol::NcclLibrary description() const;

    // Failed with the library's words. A broken connection is nccl.peer-lost: the reason is on another rank.
    base::Error error(NcclResult result, const char *call, NcclComm comm) const;

    NcclResult (*getUniqueId)(NcclUniqueId *) = nullptr;
    NcclResult (*initRank)(NcclComm *, int, NcclUniqueId, int, NcclConfig *) = nullptr;
    NcclResult (*asyncError)(NcclComm, NcclResult *) = nullptr;
    NcclResult (*abort)(NcclComm) = nullptr;
    NcclResult (*destroy)(NcclComm) = nullptr;
    NcclResult (*allReduce)(const void *, void *, std::size_t, int, int, NcclComm, CudaStream) = nullptr;
    NcclResult (*allGather)(const void *, void *, std::size_t, int, NcclComm, CudaStream) = nullptr;
    NcclResult (*reduceScatter)(const void *, void *, std::size_t, int, int, NcclComm, CudaStream) = nullptr;
    NcclResult (*broadcast)(const void *, void *, std::size_t, int, int, NcclComm, CudaStream) = nullptr;
    NcclResult (*send)(const void *, std::size_t, int, int, NcclComm, CudaStream) = nullptr;
    NcclResult (*receive)(void *, std::size_t, int, int, NcclComm, CudaStream) = nullptr;
    NcclResult (*groupStart)() = nullptr;
    NcclResult (*groupEnd)() = nullptr;
    NcclResult (*allToAll)(const void *, void *, std::size_t, int, NcclComm, CudaStream) = nullptr; // 2.28, else null
    NcclResult (*allocate)(void **, std::size_t) = nullptr;                                         // 2.19, else null

private:
    base::Result<void> bind();

    SharedLibrary m_library;
    std::string m_foundBy;
    int m_version = 0;
    NcclResult (*m_getVersion)(int *) = nullptr;
    const char *(*m_errorString)(NcclResult) = nullptr;
    const char *(*m_lastError)(NcclComm) = nullptr; // may be null
};

} // namespace sparkloom::agent
