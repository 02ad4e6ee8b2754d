// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/address.h"
#include "domain/hardware/half.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The verbs of the TCP engine and their messages. One run has a receiver and a sender on two Sparks; the receiver's
// figure is the result. Neither needs root.
//
// The receiver listens on its halves' own addresses, says on which ports (TcpListening), and starts the run once every
// stream has come and has shown the token. When its window is over it says so on the streams themselves, and the sender
// ends: neither clock has to keep up with the other's. Both answer with a TcpResult event and then "done".
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kTcpReceive = "tcp-receive"; // streams TcpListening, TcpInterval, TcpResult
inline constexpr std::string_view kTcpSend = "tcp-send";       // streams TcpResult
} // namespace verb

namespace event {
inline constexpr std::string_view kTcpListening = "tcp-listening";
inline constexpr std::string_view kTcpInterval = "tcp-interval";
inline constexpr std::string_view kTcpResult = "tcp-result";
} // namespace event

inline constexpr std::size_t kMaxTcpFlows = 128; // of one request
inline constexpr int kMaxTcpStreams = 64;        // of one flow
inline constexpr int kMaxTcpThreads = 512;       // of one request: a thread for each stream
inline constexpr int kMaxTcpSeconds = 24 * 3600; // of one run
inline constexpr std::size_t kTcpTokenDigits = 64;
// So long a receiver lets its senders go on after its window, but no longer than the window was: others that measure at
// the same time, and started a few round trips later, keep the load that they measure under.
inline constexpr int kTcpGoOnMs = 200;

// Data from one half to another, over some streams.
struct TcpFlow {
    int flow = 0; // number within the run, given by the application: 0 to 9999
    domain::HalfId half;
    domain::Ipv4Address local; // of that half
    domain::Ipv4Address peer;  // of the half at the other end; nobody else is let in
    int port = 0;              // where the receiver listens; 0 in a request to receive
    int streams = 16;          // 1 to kMaxTcpStreams
    // An interface that is no half, as that of the management network, in place of the half.
    std::optional<std::string> netdev = {};
};

struct TcpReceiveRequest {
    // 64 hex digits, of one run: the sender shows one half of it, the receiver answers with the other.
    std::string token;
    std::vector<TcpFlow> flows;
    int joinMs = 5000;    // 500 to 20000: how long streams may take to come
    int warmUpMs = 500;   // 0 to 10000: after the start, in no figure
    int measureMs = 3000; // 100 to a day: the window of the figures
    int intervalMs = 250; // 50 to 5000: between two TcpInterval
};

struct TcpSendRequest {
    std::string token;
    std::vector<TcpFlow> flows; // with their ports
    int joinMs = 5000;          // 500 to 20000: to connect, and then to be told to start
    int sendMs = 4000;          // 100 to a day: from the start on, unless the receiver has seen enough before
};

struct TcpListening {
    struct Port {
        int flow = 0;
        int port = 0;
    };
    std::vector<Port> ports;
};

// What the receiver got since the last interval, or since the start.
struct TcpInterval {
    struct Flow {
        int flow = 0;
        double gbps = 0; // payload
    };
    std::int64_t monotonicNs = 0; // of the Spark, at the end of the interval
    std::int64_t elapsedMs = 0;   // since the start
    bool warmUp = false;
    std::vector<Flow> flows;
};

struct TcpResult {
    struct Flow {
        int flow = 0;
        int streams = 0;               // that were open to the end of the window
        std::uint64_t windowBytes = 0; // payload within the window
        std::uint64_t totalBytes = 0;  // payload from the start to the last byte
        std::uint64_t retransmits = 0; // segments that were sent again; of the sender
    };
    std::int64_t beginNs = 0; // of the window, monotonic clock of the Spark; the sender's window is all of its time
    std::int64_t endNs = 0;
    double cpuSeconds = 0; // that the streams' threads spent within the window, without what the kernel did elsewhere
    int strangers = 0;     // connections that were turned away
    std::vector<Flow> flows;
};

} // namespace sparkloom::protocol
