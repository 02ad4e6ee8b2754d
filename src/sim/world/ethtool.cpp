// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/ethtool.h"

#include "sim/world/world.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

// The four lanes share what FEC corrected, unevenly as on the sample; the first takes what is left over.
constexpr std::uint64_t kLaneParts[4] = {40, 30, 20, 10};

std::uint64_t laneErrors(std::uint64_t corrected, std::size_t lane)
{
    std::uint64_t others = 0;
    for (std::size_t i = 1; i < 4; ++i)
        others += corrected * kLaneParts[i] / 100;
    return lane == 0 ? corrected - others : corrected * kLaneParts[lane] / 100;
}

// Offsets of SFF-8636.
constexpr std::size_t kBytes = 256;
constexpr std::size_t kUpper = 128;
constexpr std::size_t kVendor = 148;
constexpr std::size_t kPart = 168;
constexpr std::size_t kSerial = 196;
constexpr std::size_t kDate = 212;
constexpr std::size_t kFirstSum = 191;
constexpr std::size_t kSecondSum = 223;

void put(std::string &bytes, std::size_t from, std::size_t length, const std::string &text)
{
    for (std::size_t i = 0; i < length; ++i)
        bytes[from + i] = i < text.size() ? text[i] : ' ';
}

char sumOf(const std::string &bytes, std::size_t from, std::size_t end)
{
    unsigned sum = 0;
    for (std::size_t i = from; i < end; ++i)
        sum += static_cast<unsigned char>(bytes[i]);
    return static_cast<char>(sum & 0xff);
}

} // namespace

std::vector<std::pair<std::string, std::uint64_t>> ethtoolStatistics(World &world, Spark &spark, domain::HalfId half)
{
    const Interface *const netdev = spark.network.byHalf(half);
    if (!netdev)
        return {};
    spark.settleTraffic();
    const CageCounters &cage = spark.cages[at(half.cage)];
    const Traffic &rdma = spark.rdma[at(half.cage)][at(half.side)];
    const CableParameters *const cable = world.cableAt(Socket::ofSpark(spark.number, half.cage));
    std::vector<std::pair<std::string, std::uint64_t>> list = {
        {"rx_packets", netdev->traffic.rxPackets},
        {"rx_bytes", netdev->traffic.rxBytes},
        {"tx_packets", netdev->traffic.txPackets},
        {"tx_bytes", netdev->traffic.txBytes},
        {"rx_vport_unicast_bytes", netdev->traffic.rxBytes},
        {"tx_vport_unicast_bytes", netdev->traffic.txBytes},
        {"rx_vport_rdma_unicast_packets", rdma.rxPackets},
        {"rx_vport_rdma_unicast_bytes", rdma.rxBytes},
        {"tx_vport_rdma_unicast_packets", rdma.txPackets},
        {"tx_vport_rdma_unicast_bytes", rdma.txBytes},
        {"tx_packets_phy", cage.txFrames},
        {"rx_packets_phy", cage.rxFrames},
        {"rx_crc_errors_phy", cage.rxCrcErrors},
        {"tx_bytes_phy", cage.txOctets},
        {"rx_bytes_phy", cage.rxOctets},
        {"rx_oversize_pkts_phy", cage.rxOversize},
        {"rx_discards_phy", cage.rxDiscards},
        {"link_down_events_phy", cage.linkDowns},
        {"rx_pcs_symbol_err_phy", cage.rxSymbolErrors},
        {"rx_corrected_bits_phy", cage.rxCorrectedBits},
    };
    for (std::size_t lane = 0; lane < 4; ++lane)
        list.emplace_back("rx_err_lane_" + std::to_string(lane) + "_phy", laneErrors(cage.rxCorrectedBits, lane));
    list.emplace_back("rx_global_pause", cage.rxPause);
    list.emplace_back("tx_global_pause", cage.txPause);
    list.emplace_back("module_bad_shorted", cable && cable->badlyShorted ? 1 : 0);
    return list;
}

std::string moduleEeprom(const CableParameters &cable)
{
    std::string bytes(kBytes, '\0');
    bytes[0] = 0x11; // QSFP28
    bytes[2] = 0x04; // flat memory: page 0 only
    bytes[kUpper] = 0x11;
    bytes[130] = 0x23;                    // no separable connector
    bytes[131] = 0x08;                    // 40GBASE-CR4
    bytes[139] = 0x08;                    // PAM4
    bytes[140] = static_cast<char>(0xff); // 25500 Mb/s per lane
    bytes[146] = static_cast<char>(std::clamp(cable.lengthMetres, 0, 255));
    bytes[147] = static_cast<char>(0xa0); // copper, unequalized
    put(bytes, kVendor, 16, cable.vendor);
    put(bytes, kPart, 16, cable.partNumber);
    put(bytes, kPart + 16, 2, "A");
    put(bytes, kSerial, 16, cable.serial);
    put(bytes, kDate, 8, "250714");
    bytes[kFirstSum] = sumOf(bytes, kUpper, kFirstSum);
    bytes[kSecondSum] = sumOf(bytes, kFirstSum + 1, kSecondSum);
    return bytes;
}

} // namespace sparkloom::sim
