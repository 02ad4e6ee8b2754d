// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/half.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The physical quantities of virtual Sparks, cables and switch ports that a fault may change. Throughput, counters,
// link state and the files of a Spark all follow from them; a fault never writes a result. The defaults are a healthy
// machine. Sources: facts 1 to 6, measurement-and-safety 5.
namespace sparkloom::sim {

// One of the two PCIe links of a Spark. Both cages share it: halves 0A and 1A are on link A, 0B and 1B on link B.
struct PcieParameters {
    double gigatransfers = 32.0;      // per lane: 32 Gen5, 16 Gen4, 2.5 Gen1 (F-03)
    int width = 4;                    // lanes: 1, 2 (F-02) or 4
    std::uint64_t aerCorrectable = 0; // what the functions on this link have reported (F-10)
    std::uint64_t aerNonFatal = 0;
    std::uint64_t aerFatal = 0;
    friend bool operator==(const PcieParameters &, const PcieParameters &) = default;
};

struct HalfParameters {
    enum class State {
        Healthy,
        Dark,    // the port never trains: netdev and RoCE device are there, carrier stays off (F-05)
        Missing, // the PCI function did not come: neither netdev nor RoCE device (F-05, facts 1.4)
    };
    State state = State::Healthy;
    int strayGids = 0; // link-local addresses beyond the usual one; each shifts the IPv4 GIDs by two (facts 4.5)
    friend bool operator==(const HalfParameters &, const HalfParameters &) = default;
};

struct NicParameters {
    // Two healthy families are known (facts 1.2): a half alone takes what its PCIe link carries, about 109 Gb/s, or
    // stays within its 100 Gb/s of the wire. Which firmware does which is not known.
    enum class Share { Borrowing, Fixed };
    Share share = Share::Borrowing;
    // Stale initialisation (F-01): all halves together move no more than this per direction. 0: none; seen: 13.3 Gb/s.
    double initialisationCapGbps = 0;
    bool hotplugBroken = false; // the platform takes the NIC away although a cable is in (F-11)
    friend bool operator==(const NicParameters &, const NicParameters &) = default;
};

struct ProcessorParameters {
    // Clock in force divided by the full clock: 0.1 to 1. A power cap, a weak power supply or heat lower it. TCP hangs
    // on it, RDMA does not.
    double clock = 1;
    // Third value of net.ipv4.tcp_rmem: the largest window of a connection. Ubuntu's default; seed 004 tuned 128 MiB.
    std::int64_t tcpWindowBytes = 6'291'456;
    friend bool operator==(const ProcessorParameters &, const ProcessorParameters &) = default;
};

struct MemoryParameters {
    std::int64_t totalKb = 127'000'000; // 119.7 to 121.7 GiB of 128 are visible (facts 1.5)
    std::int64_t availableKb = 114'300'000;
    std::int64_t cmaTotalKb = 131'072;
    std::int64_t cmaFreeKb = 98'304; // above 0 with cmaTotalKb 0: memory cannot be registered for RDMA (F-44)
    friend bool operator==(const MemoryParameters &, const MemoryParameters &) = default;
};

// One update: the last one in /etc/dgx-release counts (facts 1.6).
struct OtaUpdate {
    std::string version;
    std::string date; // localised text
    friend bool operator==(const OtaUpdate &, const OtaUpdate &) = default;
};

struct SoftwareParameters {
    enum class ReleaseForm {
        Quoted,       // NVIDIA and ASUS: KEY="value"
        Unquoted,     // HP: KEY=value
        NeverUpdated, // quoted, no OTA pair yet
        Absent,       // no /etc/dgx-release
    };
    ReleaseForm releaseForm = ReleaseForm::Quoted;
    std::string kernel = "6.17.0-1014-nvidia";
    std::string driver = "580.142";
    std::string nicFirmware = "28.45.4028";
    std::string bios; // empty: what the maker's profile says
    std::string dgxOs = "7.2.3";
    std::vector<OtaUpdate> updates = {
        {"7.3.1", "Wed Mar 11 09:12:44 AM UTC 2026"}, {"7.6.0", "Mon Aug 17 02:40:10 PM UTC 2026"}};
    friend bool operator==(const SoftwareParameters &, const SoftwareParameters &) = default;
};

// What NCCL finds and how it was built and told (facts 4, F-35 to F-40).
struct NcclParameters {
    enum class Build { Release, Development }; // a development build, or one not for sm_121: about 3 GB/s (F-36)
    Build build = Build::Release;
    std::string version = "2.30.7"; // the same on all ranks, else initialisation fails (F-37)
    bool rdmaUsable = true;         // /dev/infiniband, memory lock limit; without it NCCL takes sockets (F-35)
    std::optional<int> gidIndex;    // NCCL_IB_GID_INDEX; unset is right (F-40)
    std::string socketInterface;    // where NCCL's sockets go: empty is the fabric, "enP7s7" the management network
    friend bool operator==(const NcclParameters &, const NcclParameters &) = default;
};

struct IpParameters {
    bool forwarding = true;           // net.ipv4.ip_forward: Docker turns it on; off: a relay passes nothing on (F-26)
    bool dockerDropsForward = false;  // FORWARD policy DROP without an exception for the fabric (F-25)
    bool firewallDropsFabric = false; // ufw: TCP from the fabric's subnets gets no answer, echoes do (F-24)
    friend bool operator==(const IpParameters &, const IpParameters &) = default;
};

struct SparkParameters {
    std::array<PcieParameters, 2> pcie;                  // by side
    std::array<std::array<HalfParameters, 2>, 2> halves; // by cage, then side
    NicParameters nic;
    ProcessorParameters processor;
    MemoryParameters memory;
    SoftwareParameters software;
    NcclParameters nccl;
    IpParameters ip;
    friend bool operator==(const SparkParameters &, const SparkParameters &) = default;

    const HalfParameters &half(domain::HalfId id) const
    {
        return halves[static_cast<std::size_t>(id.cage)][static_cast<std::size_t>(id.side)];
    }
    HalfParameters &half(domain::HalfId id)
    {
        return halves[static_cast<std::size_t>(id.cage)][static_cast<std::size_t>(id.side)];
    }
};

// Forward error correction of a port. Rs is RouterOS's fec91 and what the Spark's ports use; both ends must agree.
enum class Fec { Rs, FireCode, None };

struct CableParameters {
    int speedMbps = 200'000; // the fastest that it carries (F-04)
    // Errors per bit before correction. With Rs up to about 3e-4 nothing is lost; F-08 sits around 1.2e-3.
    double bitErrorRate = 1e-10;
    Fec fec = Fec::Rs;    // of a direct cable: what both ports settled on
    double limitGbps = 0; // payload and headers per direction that get through, without any other sign; 0: all
    // Module text, the same at both ends of a DAC (facts 1.1, 1.8). Empty serial: the world gives one from its seed.
    std::string vendor = "Amphenol";
    std::string partNumber = "NJAAKK-N911";
    std::string serial;
    int lengthMetres = 1;
    bool badlyShorted = false; // module_bad_shorted (F-08)
    friend bool operator==(const CableParameters &, const CableParameters &) = default;
};

struct SwitchPortParameters {
    int mtu = 9216;              // largest IP packet that it carries; 1500 where nobody tuned it (F-16)
    int speedMbps = 200'000;     // forced, or what auto-negotiation gave (F-04)
    Fec fec = Fec::Rs;           // another than the Spark's: no link
    bool bridged = true;         // member of the bridge; else the link is up and nothing is answered (F-47)
    bool hardwareOffload = true; // off: the switch's CPU forwards, a few Gb/s (F-47)
    bool pfc = false;            // priority flow control: RDMA that meets a full port waits instead of being dropped
    friend bool operator==(const SwitchPortParameters &, const SwitchPortParameters &) = default;
};

} // namespace sparkloom::sim
