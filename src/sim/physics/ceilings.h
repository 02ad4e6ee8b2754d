// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/physics/parameters.h"

#include <cstdint>

// What single parts of a path can carry at most. Rates are payload in Gb/s (1e9 bits) per direction unless said.
namespace sparkloom::sim::physics {

// Bytes of a frame beside its payload.
inline constexpr int kPreambleAndGap = 20; // on the wire only, in no counter
inline constexpr int kEthernetHeader = 14;
inline constexpr int kFrameCheck = 4;   // counted by the port, not by PCIe
inline constexpr int kRoceHeaders = 44; // IPv4 20, UDP 8, BTH 12, ICRC 4 (measurement-and-safety 5.1)
inline constexpr int kTcpHeaders = 52;  // IPv4 20, TCP 20, time stamps 12

// The RoCE path MTU that a netdev MTU gives: 256 to 4096; 0 where it is too small.
int roceMtu(int netdevMtu);

// How a flow cuts its payload into packets.
struct Packets {
    int payload = 0; // bytes of payload in a full packet
    int headers = 0; // bytes of headers above Ethernet

    double wireBytes() const { return payload + headers + kEthernetHeader + kFrameCheck + kPreambleAndGap; }
    double portOctets() const { return payload + headers + kEthernetHeader + kFrameCheck; }
    double frameBytes() const { return payload + headers + kEthernetHeader; } // what netdev and vport counters count
    double wirePerPayload() const { return payload > 0 ? wireBytes() / payload : 0; }
    double perGigabit() const { return payload > 0 ? 1e9 / 8 / payload : 0; } // packets per Gb of payload
};
Packets rocePackets(int netdevMtu);
Packets tcpPackets(int netdevMtu);

// What a cable of this speed carries as payload.
double payloadCeiling(double linkGbps, const Packets &packets);

// What one PCIe link carries as payload of DMA: 109.5 for Gen5 x4, 54.7 for Gen5 x2.
double pcieGbps(const PcieParameters &link);

// What this many queue pairs can post in messages of this size.
double queuePairGbps(int queuePairs, std::int64_t messageBytes);

// What this many TCP connections can carry at most: one core each, and the window over the round trip.
double connectionGbps(int connections, const ProcessorParameters &processor);

// The pool of CPU that TCP of a whole Spark draws from, in Gb/s of receiving; sending costs kTcpSendCost of that.
// netdevs: how many carry TCP at the moment.
double processorGbps(const ProcessorParameters &processor, int netdevs);
inline constexpr double kTcpSendCost = 0.6;

// TCP segments per second that one half receives. At MTU 1500 it is the limit: 93.5 to 96.2 Gb/s measured (chishiki37,
// seed 004) are 8.1 to 8.3 million.
inline constexpr double kTcpPacketsPerSecond = 8.2e6;
// RoCE packets per second of a NIC, both directions together. One-way RDMA does not reach it; NCCL, which sends and
// receives, does at path MTU 1024: 18.94, 19.31 and 20.95 GB/s measured where the wire would carry 23.1 (issue 25,
// Vonk). The one effect known that spares one-way RDMA; to be measured on a real Spark.
inline constexpr double kRocePacketsPerSecond = 38e6;
// READ uses the PCIe link this much more than WRITE: 80.4 against 109.0 Gb/s (Vonk, one measurement).
inline constexpr double kReadCost = 1.36;
// The RJ45 is 10 GbE (facts 1.5).
inline constexpr double kManagementGbps = 10;
inline constexpr int kManagementMtu = 1500;
// A switch that forwards with its CPU: "a few Gb/s" (F-47).
inline constexpr double kSwitchCpuGbps = 3;

// Half round trip of a small RDMA write in microseconds (1.42 to 1.47 measured on a direct cable: eugr, GX10 ring).
double writeLatencyUs(bool throughSwitch);
// The same while the half carries bulk data: a small message waits for a large one that is being sent, at each end.
// Assumed: nobody has published such a figure.
double writeLatencyUnderLoadUs(bool throughSwitch, std::int64_t messageBytes, double gbps);

} // namespace sparkloom::sim::physics
