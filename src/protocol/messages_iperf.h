// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"
#include "domain/hardware/half.h"

#include <cstdint>
#include <string>
#include <string_view>

// iperf3 as a second opinion beside the TCP engine, where the owner has installed it: its server on the half's own
// address, its client, and what its document says. Nothing of Sparkloom needs it.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kIperfLook = "iperf-look";   // {} -> IperfLookAnswer
inline constexpr std::string_view kIperfServe = "iperf-serve"; // IperfServeRequest; streams IperfListening
inline constexpr std::string_view kIperfRun = "iperf-run";     // IperfRunRequest; streams IperfResult
} // namespace verb

namespace event {
inline constexpr std::string_view kIperfListening = "iperf-listening";
inline constexpr std::string_view kIperfResult = "iperf-result";
} // namespace event

inline constexpr int kMaxIperfStreams = 64; // the program takes 128
inline constexpr int kMaxIperfSeconds = 600;
inline constexpr std::size_t kMaxIperfDocument = 1024 * 1024; // bytes; 64 streams make about 100 kB

struct IperfLookAnswer {
    bool installed = false;
    std::string version; // "3.16"; empty where it is not installed, or says something else
};

// A server for one client. It ends with that client, when the request is stopped, and after its patience.
struct IperfServeRequest {
    domain::HalfId half;
    domain::Ipv4Address local; // of that half: it listens there only
    int patienceMs = 20000;    // 1000 to a quarter of an hour
};

struct IperfListening {
    int port = 0; // one that nobody else used
};

struct IperfRunRequest {
    domain::HalfId half;
    domain::Ipv4Address local; // of that half
    domain::Ipv4Address peer;
    int port = 0;
    int streams = 16;      // 1 to kMaxIperfStreams
    int warmUpSeconds = 1; // 0 to 60, in no figure
    int seconds = 3;       // 1 to kMaxIperfSeconds
};

// As its document says; of the receiver where nothing else is said.
struct IperfResult {
    std::string version;
    double gbps = 0; // payload
    double seconds = 0;
    std::uint64_t bytes = 0;
    std::uint64_t retransmits = 0; // segments that the sender sent again
    double senderCores = 0;        // that each program used
    double receiverCores = 0;
    int streams = 0;
};

// What `iperf3 --version` printed: "3.16" of "iperf 3.16 (cJSON 1.7.15)"; empty for anything else.
std::string iperfVersionIn(std::string_view text);
// The document of a client (iperf3 -J), as a foreign program writes it: keys may stand there twice. Errors:
// "iperf.failed" with its own words, "iperf.no-result".
base::Result<IperfResult> iperfResultIn(std::string_view document);

} // namespace sparkloom::protocol
