// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/address.h"
#include "domain/hardware/half.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The verbs of the RDMA engine and their messages. A run has an end on each Spark, and queue pairs of both ends find
// each other through the application: nothing listens. None of it needs root.
//
// rdma-open makes the queue pairs and says what the other end needs (RdmaReady). The application carries that over:
// rdma-connect. rdma-start lets the active flows go; each end with active flows says RdmaInterval, and "rdma-measured"
// when its window is over. It goes on until rdma-finish, so that ends that started later keep the load that they
// measure under: no clock has to keep up with another's. Then it says RdmaResult. rdma-check looks at the data that
// arrived and ends the run: rdma-open is answered with "done". An error of rdma-open ends the run too.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kRdmaOpen = "rdma-open";       // RdmaOpenRequest; streams the events below
inline constexpr std::string_view kRdmaConnect = "rdma-connect"; // RdmaConnectRequest -> RdmaConnectAnswer
inline constexpr std::string_view kRdmaStart = "rdma-start";     // RdmaRun -> RdmaStarted
inline constexpr std::string_view kRdmaFinish = "rdma-finish";   // RdmaRun -> RdmaStarted; every window is over
inline constexpr std::string_view kRdmaCheck = "rdma-check";     // RdmaRun -> RdmaCheckAnswer
} // namespace verb

namespace event {
inline constexpr std::string_view kRdmaReady = "rdma-ready";
inline constexpr std::string_view kRdmaInterval = "rdma-interval";
inline constexpr std::string_view kRdmaAsync = "rdma-async";
inline constexpr std::string_view kRdmaMeasured = "rdma-measured";
inline constexpr std::string_view kRdmaResult = "rdma-result";
} // namespace event

inline constexpr std::size_t kMaxRdmaFlows = 128;                      // of one request
inline constexpr int kMaxRdmaQueuePairs = 64;                          // of one flow
inline constexpr int kMaxRdmaDepth = 512;                              // messages in flight on one queue pair
inline constexpr std::int64_t kMaxRdmaMessage = std::int64_t(1) << 30; // bytes
inline constexpr std::int64_t kMaxRdmaBuffer = std::int64_t(1) << 30;  // bytes, of all flows of one request
inline constexpr int kMaxRdmaSeconds = 24 * 3600;                      // of one run
inline constexpr std::size_t kRdmaTokenDigits = 32;
// An end whose window is over and that hears of no rdma-finish ends by itself after this time.
inline constexpr int kRdmaUnheardMs = 5000;

enum class RdmaOperation { Write, Read, Send };
enum class RdmaKind {
    Bandwidth, // the active end posts as much as the queue takes
    Latency    // ping-pong of small writes; the active end counts
};

// Data between two halves. With Write and Send the active end is where they come from, with Read where they go to.
struct RdmaFlow {
    int flow = 0; // number within the run, given by the application: 0 to 9999
    domain::HalfId half;
    domain::Ipv4Address local; // of that half
    domain::Ipv4Address peer;  // of the half at the other end
    bool active = true;
    RdmaKind kind = RdmaKind::Bandwidth;
    int queuePairs = 4; // 1 to kMaxRdmaQueuePairs; 1 for latency
};

struct RdmaOpenRequest {
    std::string token;   // 32 hex digits: names the run
    std::string library; // path of libibverbs.so.1; empty: the loader's
    std::vector<RdmaFlow> flows;
    RdmaOperation operation = RdmaOperation::Write;
    std::int64_t messageBytes = 65536; // 1 to kMaxRdmaMessage
    int depth = 16;                    // 1 to kMaxRdmaDepth
    int gidIndex = -1;                 // -1: by the rule (measurement-and-safety 2.2)
    int rounds = 20000;                // of latency, after a tenth of them to warm up: 1 to a million
    int warmUpMs = 500;                // 0 to 10000: after the start, in no figure
    int measureMs = 3000;              // 100 to a day: the window of the figures
    int intervalMs = 250;              // 50 to 5000: between two RdmaInterval
    int idleMs = 20000;                // 1000 to 60000: how long the run waits for the application at each step
};

// The memory that one end of a flow takes, in bytes: slots of one message. A receiver of Send has one for each message
// in flight, all others have two on each queue pair; the end of a ping-pong has two cache lines.
inline constexpr int kRdmaSlots = 2;
inline constexpr std::int64_t kRdmaPingPongBytes = 128;
inline int rdmaSlots(const RdmaOpenRequest &request, const RdmaFlow &flow)
{
    const bool receives = request.operation == RdmaOperation::Send && !flow.active;
    return receives && request.depth > kRdmaSlots ? request.depth : kRdmaSlots;
}
inline std::int64_t rdmaMemory(const RdmaOpenRequest &request, const RdmaFlow &flow)
{
    if (flow.kind == RdmaKind::Latency)
        return kRdmaPingPongBytes;
    return flow.queuePairs * std::int64_t(rdmaSlots(request, flow)) * request.messageBytes;
}

// What the end at the other side of a flow has to know.
struct RdmaQueuePair {
    std::uint32_t number = 0;   // 24 bits
    std::uint32_t sequence = 0; // first packet number, 24 bits
};
struct RdmaEndpoint {
    int flow = 0;
    std::string gid; // 32 hex digits
    int mtu = 1024;  // of the port: 256, 512, 1024, 2048, 4096; in a request: the smaller one of both ends
    std::vector<RdmaQueuePair> queuePairs;
    std::uint64_t address = 0; // of the memory that may be written and read
    std::uint32_t key = 0;
    std::uint64_t bytes = 0;
};

// Which device and which entry of its GID table a flow uses.
struct RdmaDevice {
    int flow = 0;
    std::string device; // "rocep1s0f0"
    int gidIndex = 0;
    std::string gid; // 32 hex digits
};

struct RdmaReady {
    std::string library;                      // path of libibverbs
    std::optional<std::int64_t> memlockBytes; // absent: no limit
    std::vector<RdmaEndpoint> endpoints;
    std::vector<RdmaDevice> devices;
};

// What the agent tells the process that loads libibverbs: the request, and what became of its halves and addresses.
struct RdmaPlan {
    RdmaOpenRequest request;
    std::vector<RdmaDevice> devices; // one for each flow
};

struct RdmaConnectRequest {
    std::string token;
    std::vector<RdmaEndpoint> peers; // flow: the own one whose other end this is
};
struct RdmaConnectAnswer {
    // Paths that were tried with a packet first, so that the neighbour is known before the first RDMA packet needs it.
    struct Path {
        int flow = 0;
        bool answered = false;
        double milliseconds = 0;
    };
    std::vector<Path> paths;
};

struct RdmaRun {
    std::string token;
};

struct RdmaStarted {};

// What the active flows moved since the last interval, or since the start.
struct RdmaInterval {
    struct Flow {
        int flow = 0;
        double gbps = 0; // payload
    };
    std::int64_t monotonicNs = 0; // of the Spark, at the end of the interval
    std::int64_t elapsedMs = 0;   // since the start
    bool warmUp = false;
    std::vector<Flow> flows;
};

// What the NIC says by itself.
struct RdmaAsync {
    enum class What { PortDown, PortUp, QueuePair, DeviceLost, GidChanged, Other };
    std::int64_t monotonicNs = 0;
    std::string device;
    What what = What::Other;
    std::string text; // the library's own words, untrusted
};

struct RdmaResult {
    struct Flow {
        int flow = 0;
        std::uint64_t windowBytes = 0; // payload whose completion came within the window
        std::uint64_t totalBytes = 0;  // and from the start to the last one, the verification included
        std::uint64_t messages = 0;    // in the window
    };
    // Half of a round trip, in microseconds.
    struct Latency {
        int flow = 0;
        std::uint64_t rounds = 0;
        double least = 0;
        double p50 = 0;
        double p99 = 0;
        double p999 = 0;
        double most = 0;
    };
    std::int64_t beginNs = 0; // of the window, monotonic clock of the Spark
    std::int64_t endNs = 0;
    double cpuSeconds = 0; // that the flows' threads spent within the window
    std::vector<Flow> flows;
    std::vector<Latency> latencies;
    std::int64_t runNs = 0; // from the start to the last completion: totalBytes travelled within this time
};

struct RdmaCheckAnswer {
    struct Flow {
        int flow = 0;
        std::uint64_t bytes = 0;      // that were compared with the pattern
        std::uint64_t wrong = 0;      // of them
        std::int64_t firstWrong = -1; // offset
    };
    std::vector<Flow> flows; // where data arrived: passive Write and Send, active Read
    std::vector<RdmaAsync> events;
};

} // namespace sparkloom::protocol
