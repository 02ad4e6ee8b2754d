// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The verbs of the NCCL engine and their messages. One agent plays one rank at a time; the application carries the
// unique id from rank 0 to the others, watches every rank's beats, and takes the mean over the ranks. Every answer
// comes when the rank's process is gone. `stop` ends a request with the error nccl.cancelled.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kNcclLook = "nccl-look"; // NcclLookRequest -> NcclLookAnswer
inline constexpr std::string_view kNcclRun = "nccl-run";   // NcclRunRequest; streams the events below -> NcclRunAnswer
} // namespace verb

namespace event {
inline constexpr std::string_view kNcclId = "nccl-id";         // NcclId: rank 0 only, once
inline constexpr std::string_view kNcclBeat = "nccl-beat";     // NcclBeat: at each new phase, and twice a second
inline constexpr std::string_view kNcclRow = "nccl-row";       // NcclRow: after each size
inline constexpr std::string_view kNcclAnswer = "nccl-answer"; // NcclRunAnswer: what the last line then holds too
} // namespace event

enum class NcclCollective { AllReduce, AllGather, ReduceScatter, Broadcast, AllToAll, SendRecv };
// What a rank is doing. In all but Timed and Verify it may sit inside a call of the library that nothing can interrupt.
enum class NcclPhase { Find, Init, WarmUp, Timed, Verify, Leave };

// How long a rank may stay in a phase, in milliseconds; then it is told to leave, and killed after `leave`.
struct NcclDeadlines {
    int find = 20000; // load the libraries, take the GPU, hash the file
    int init = 20000; // every rank meets the others
    int warmUp = 30000;
    int timed = 30000;  // one size, one way
    int verify = 30000; // one size, one way
    int leave = 3000;
    int total = 600000; // the whole run; a rank ends itself after it even when nobody watches any more
};

// Names that may be set are those of agent/nccl/ncclenvironment.
struct NcclSetting {
    std::string name;
    std::string value;
};

struct NcclLookRequest {
    std::string library; // path of libnccl.so.2 or of its folder; empty: looked for
    std::string cuda;    // path of libcuda.so.1; empty: looked for
    int timeoutMs = 20000;
};

struct NcclLibrary {
    std::string path;    // the file itself, links resolved
    std::string foundBy; // "given", "sparkloom" (ncclcopy.h), "system" or "python"
    std::string sha256;
    std::string version; // "2.28.9"
    // Machine code in the file, as "sm_90", and "compute_120" for code that the driver still has to translate. Empty:
    // the file does not tell. A GPU 12.1 (GB10) runs sm_121 and sm_120.
    std::vector<std::string> code;
};
struct NcclGpu {
    int index = 0;
    std::string name;
    std::string pciAddress;
    std::string capability; // "12.1"
    std::int64_t memoryBytes = 0;
    std::int64_t freeBytes = 0;
    bool integrated = false;
    // What the driver says of this GPU. Both false on GB10: NCCL stages through host memory there.
    bool gpuDirectRdma = false;
    bool dmaBuf = false;
};
struct NcclLookAnswer {
    NcclLibrary library;
    std::string cudaVersion; // of the driver, "13.0"
    std::vector<NcclGpu> gpus;
    std::vector<std::string> otherLibraries; // paths of further files of that name
    std::vector<std::string> removed;        // names of inherited variables that a run does not get
    // Files with settings that are there. A run ignores the user's ~/.nccl.conf; what /etc/nccl.conf sets holds for all
    // that the request leaves open, for NCCL can not be told to pass it over.
    std::vector<std::string> settingsFiles;
};

struct NcclRunRequest {
    int rank = 0;
    int ranks = 2;
    std::string
        uniqueId;   // 256 hex digits; empty on rank 0, which makes it. A bearer token: never in argv, log or file.
    int device = 0; // GPU by the driver's number
    std::string library, cuda; // as in NcclLookRequest
    std::string sha256;        // the file must have this one; empty: not compared
    std::vector<NcclSetting> settings;
    std::vector<NcclCollective> collectives;
    std::int64_t minBytes = 8;
    std::int64_t maxBytes = 32 << 20;
    int factor = 2; // from one size to the next
    int iterations = 20;
    int warmUps = 5;
    bool inPlace = true; // also, after out-of-place
    bool verify = true;
    // 0, or: the output of the n-th check is damaged by one bit before it is compared. Proves that the check sees it.
    int damageCheck = 0;
    bool nonBlocking = false;   // the library's non-blocking mode: each operation then starts a thread of the library
    bool evenIfBusy = false;    // beside a model server or another test, or with little free memory
    std::int64_t memoryCap = 0; // bytes for both buffers and the check; 0: 3 GiB or 15 % of MemAvailable, the smaller
    NcclDeadlines deadlines;
};

struct NcclId {
    std::string uniqueId;
};
struct NcclBeat {
    NcclPhase phase = NcclPhase::Find;
    std::string what;     // collective and size, "all_reduce 1048576 in-place"; may be empty
    std::int64_t pid = 0; // of the rank
};

// One size of one collective on one rank, one way (columns: nccl-tests, src/common.cu).
struct NcclRow {
    NcclCollective collective = NcclCollective::AllReduce;
    bool inPlace = false;
    std::int64_t bytes = 0; // rounded as nccl-tests does
    std::int64_t count = 0; // elements of 4 bytes, as nccl-tests prints them
    double timeUs = 0;      // of one operation
    double algBw = 0;       // GB/s, decimal
    double busBw = 0;
    std::optional<std::int64_t> wrong; // elements; absent: not checked (as nccl-tests: in-place alltoall and sendrecv)
    std::int64_t checkedBytes = 0;     // of the output; all of it, or windows of a large one
};

// What NCCL's own log says about the way that the data took.
struct NcclTransport {
    struct Route {
        std::string kind; // "P2P/CUMEM", "SHM/direct", "NET/IB/0", "NET/Socket/0"
        int channels = 0; // both directions
    };
    std::string network;              // "IB", "Socket"; empty: the log does not say
    std::vector<std::string> devices; // "rocep1s0f1:1/RoCE", "eth0:192.0.2.2"
    std::string bootstrap;            // interface of the first contact
    std::vector<Route> routes;
    bool gpuDirect = false;            // a route was marked GDRDMA
    std::vector<std::string> warnings; // the last few, untrusted
};
struct NcclRunAnswer {
    NcclLibrary library;
    NcclTransport transport;
    std::vector<std::string> removed; // names
    std::int64_t wrong = 0;           // of all rows
    int rows = 0;
};

} // namespace sparkloom::protocol
