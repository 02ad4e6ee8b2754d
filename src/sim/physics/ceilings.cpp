// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/ceilings.h"

#include <algorithm>
#include <array>

namespace sparkloom::sim::physics {

namespace {

// What the kernel keeps free for the longest headers before it picks the path MTU (iboe_get_mtu).
constexpr int kRoceReserve = 96;

// PCIe: payload of one transaction packet and what surrounds it (measurement-and-safety 5.1); acknowledgements,
// descriptors and completions take 5 % more. 105 to 111.7 Gb/s were measured on one half alone.
constexpr double kTlpPayload = 256;
constexpr double kTlpOverhead = 24;
constexpr double kPcieUpkeep = 0.95;
constexpr double kGen3 = 8.0; // GT/s; below it the coding is 8b/10b, from it on 128b/130b

// One queue pair: time per message, and how fast it fetches. 28.5 Gb/s with 4 KiB and 51.8 with 8 KiB (daqiri).
constexpr double kMessageSeconds = 1.03e-6;
constexpr double kFetchGbps = 282;
// A queue pair alone loses a quarter of the line with messages of 1 MiB and more, nothing up to 128 KiB (NCCL issue
// 2409).
constexpr std::int64_t kLargeMessage = 128 * 1024;
constexpr std::int64_t kHugeMessage = 1024 * 1024;
constexpr double kHugeMessageGbps = 82;

// One connection fills one core (seed 004: 21; others saw up to 35 on what may have been a faster core).
constexpr double kStreamGbps = 21;
constexpr double kLoadedRoundTrip = 0.5e-3; // 0.4 to 0.9 ms at MTU 1500 untuned (facts 2.7)
// 177 with two netdevs, 171 with four (seed 004): each further one costs some of the CPU.
constexpr double kBoxGbps = 183;
constexpr double kNetdevCost = 0.017;

constexpr double kDirectLatency = 1.45;
constexpr double kSwitchLatency = 0.6; // cut-through of a 400G switch; not measured with Sparks

} // namespace

int roceMtu(int netdevMtu)
{
    constexpr std::array<int, 5> sizes = {4096, 2048, 1024, 512, 256};
    const auto it = std::ranges::find_if(sizes, [&](int size) { return size + kRoceReserve <= netdevMtu; });
    return it == sizes.end() ? 0 : *it;
}

Packets rocePackets(int netdevMtu)
{
    return {roceMtu(netdevMtu), kRoceHeaders};
}

Packets tcpPackets(int netdevMtu)
{
    return {std::max(netdevMtu - kTcpHeaders, 0), kTcpHeaders};
}

double payloadCeiling(double linkGbps, const Packets &packets)
{
    return packets.payload > 0 ? linkGbps / packets.wirePerPayload() : 0;
}

double pcieGbps(const PcieParameters &link)
{
    const double coding = link.gigatransfers < kGen3 ? 0.8 : 128.0 / 130.0;
    return link.width * link.gigatransfers * coding * kTlpPayload / (kTlpPayload + kTlpOverhead) * kPcieUpkeep;
}

double queuePairGbps(int queuePairs, std::int64_t messageBytes)
{
    const double gigabits = static_cast<double>(messageBytes) * 8 / 1e9;
    double one = gigabits / (kMessageSeconds + gigabits / kFetchGbps);
    if (messageBytes > kLargeMessage) {
        const double way = static_cast<double>(std::min(messageBytes, kHugeMessage) - kLargeMessage)
            / static_cast<double>(kHugeMessage - kLargeMessage);
        one = std::min(one, kFetchGbps + (kHugeMessageGbps - kFetchGbps) * way);
    }
    return one * queuePairs;
}

double connectionGbps(int connections, const ProcessorParameters &processor)
{
    const double window = static_cast<double>(processor.tcpWindowBytes) * 8 / 1e9 / kLoadedRoundTrip;
    return connections * std::min(kStreamGbps * processor.clock, window);
}

double processorGbps(const ProcessorParameters &processor, int netdevs)
{
    return kBoxGbps * processor.clock / (1 + kNetdevCost * netdevs);
}

double writeLatencyUs(bool throughSwitch)
{
    return kDirectLatency + (throughSwitch ? kSwitchLatency : 0);
}

double writeLatencyUnderLoadUs(bool throughSwitch, std::int64_t messageBytes, double gbps)
{
    const double sending = gbps > 0 ? static_cast<double>(messageBytes) * 8e-3 / gbps : 0; // one message, in us
    return writeLatencyUs(throughSwitch) + sending;
}

} // namespace sparkloom::sim::physics
