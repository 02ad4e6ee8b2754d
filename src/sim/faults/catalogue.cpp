// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/catalogue.h"

#include <algorithm>
#include <array>

namespace sparkloom::sim {

namespace {

constexpr unsigned bit(FaultPlace::Kind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

constexpr unsigned kSpark = bit(FaultPlace::Kind::Spark);
constexpr unsigned kCage = bit(FaultPlace::Kind::Cage);
constexpr unsigned kHalf = bit(FaultPlace::Kind::Half);
constexpr unsigned kCable = bit(FaultPlace::Kind::Cable);
constexpr unsigned kPort = bit(FaultPlace::Kind::SwitchPort);

constexpr std::array<FaultKind, 29> kCatalogue = {{
    {Fault::StaleInit, "F-01", "stale-init", kSpark,
        "the NIC started badly: 13 Gb/s for both halves together, link and PCIe look right"},
    {Fault::BiosX2, "F-02", "bios-x2", kSpark, "an old BIOS wires the second PCIe link with two lanes instead of four"},
    {Fault::OldFirmware, "F-03", "old-firmware", kSpark,
        "old NIC firmware: both PCIe links report Gen1 x1, about 3 GB/s"},
    {Fault::Speed100, "F-04", "speed-100", kCable | kPort, "the link came up at 100 Gb/s"},
    {Fault::NotSeated, "F-05", "not-seated", kHalf | kCage | kPort, "no link: a plug is not seated, or a half is down"},
    {Fault::WrongCage, "F-06", "wrong-cage", kSpark, "the plugs of the two cages are swapped"},
    {Fault::OneHalf, "F-07", "one-half", kCage | kCable, "only half A has an address"},
    {Fault::BadCable, "F-08", "bad-cable", kCable, "frames arrive broken: symbol and CRC errors grow with traffic"},
    {Fault::Flapping, "F-09", "flapping", kCable, "the link goes down and comes back every few seconds"},
    {Fault::PcieErrors, "F-10", "pcie-errors", kSpark, "fatal PCIe errors, the driver recovers again and again"},
    {Fault::NicGone, "F-11", "nic-gone", kSpark, "hot-plug trouble: the NIC is gone although a cable is plugged in"},
    {Fault::NoAddress, "F-14", "no-address", kHalf | kCage, "no IPv4 address on a half"},
    {Fault::OneSubnet, "F-15", "one-subnet", kCage, "both halves of a cage have addresses in one subnet"},
    {Fault::MtuMismatch, "F-16", "mtu-mismatch", kHalf | kCage | kPort, "MTU 1500 here, more at the other end"},
    {Fault::MtuFellBack, "F-17", "mtu-fell-back", kCable, "the MTU fell back to 1500 at both ends of a cable"},
    {Fault::LinkLocalOverlap, "F-20", "link-local-overlap", kSpark, "several halves have addresses of 169.254.0.0/16"},
    {Fault::NameConflict, "F-21", "name-conflict", kSpark,
        "the host name is taken again and again: NAME-2, NAME-3, ..."},
    {Fault::LanOverlap, "F-22", "lan-overlap", kCage, "a half has an address of the management network"},
    {Fault::StrictFilter, "F-23", "strict-filter", kSpark,
        "rp_filter is strict: answers to the other half are dropped"},
    {Fault::Firewall, "F-24", "firewall", kSpark, "ufw is active: TCP over the fabric times out, ping works"},
    {Fault::ForwardDrop, "F-25", "forward-drop", kSpark, "Docker's FORWARD policy DROP: no transit through this Spark"},
    {Fault::NoForwarding, "F-26", "no-forwarding", kSpark, "IPv4 forwarding is off: no transit through this Spark"},
    {Fault::Versions, "F-32", "versions", kSpark, "DGX OS, kernel and driver are older than on the others"},
    {Fault::ConfigWritten, "F-34", "config-written", kSpark,
        "netplan was applied: the GID tables changed, running jobs died"},
    {Fault::NetSocket, "F-35", "net-socket", kSpark, "NCCL is told to use sockets on the management network"},
    {Fault::WrongNccl, "F-36", "wrong-nccl", kSpark, "an NCCL that was not built for this GPU: about 3 GB/s"},
    {Fault::NcclVersions, "F-37", "nccl-versions", kSpark, "another NCCL version than on the other Sparks"},
    {Fault::GidIndex, "F-40", "gid-index", kSpark, "NCCL_IB_GID_INDEX is set, and wrong"},
    {Fault::NoCma, "F-44", "no-cma", kSpark,
        "kernel 7.0.0-1019: no contiguous memory, RDMA memory cannot be registered"},
}};

} // namespace

std::span<const FaultKind> faultCatalogue()
{
    return kCatalogue;
}

const FaultKind *faultNamed(std::string_view text)
{
    const auto it =
        std::ranges::find_if(kCatalogue, [text](const FaultKind &k) { return k.id == text || k.name == text; });
    return it == kCatalogue.end() ? nullptr : &*it;
}

const FaultKind &kindOf(Fault fault)
{
    return *std::ranges::find(kCatalogue, fault, &FaultKind::fault);
}

} // namespace sparkloom::sim
