// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/effects.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr double kStaleCapGbps = 13.3;        // seen 12.7 to 13.4 (facts F-01)
constexpr int kNarrowWidth = 2;               // F-02
constexpr double kGen1 = 2.5;                 // GT/s (F-03)
constexpr int kHundredGbps = 100'000;         // Mb/s (F-04)
constexpr int kFatalErrors = 4;               // any number above 0 is the sign (F-10)
constexpr double kBadCableErrorRate = 1.2e-3; // errors per bit that RS-FEC no longer corrects (F-08)
constexpr int kDefaultMtu = 1500;             // F-16
constexpr int kWrongGidIndex = 1;             // the link-local RoCE v2 entry (facts 4.5)

void makeDark(SparkParameters &spark, const FaultPlace &place)
{
    for (const domain::HalfId half : domain::kAllHalves)
        if (half.cage == place.cage && (place.kind != FaultPlace::Kind::Half || half.side == place.side))
            spark.half(half).state = HalfParameters::State::Dark;
}

// What the others had one update ago (facts 1.6); the NIC firmware is the same in every report.
void makeOlder(SoftwareParameters &software)
{
    software.kernel = "6.14.0-1015-nvidia";
    software.driver = "580.126.09";
    if (!software.updates.empty())
        software.updates.pop_back();
}

} // namespace

void applyTo(SparkParameters &spark, const FaultSpec &spec)
{
    switch (spec.fault) {
    case Fault::StaleInit: spark.nic.initialisationCapGbps = kStaleCapGbps; break;
    case Fault::BiosX2: spark.pcie[static_cast<std::size_t>(domain::Side::B)].width = kNarrowWidth; break;
    case Fault::OldFirmware:
        spark.software.nicFirmware = "28.42.1000"; // any other than 28.45.4028
        for (PcieParameters &link : spark.pcie) {
            link.gigatransfers = kGen1;
            link.width = 1;
        }
        break;
    case Fault::NotSeated: makeDark(spark, spec.place); break;
    case Fault::PcieErrors: spark.pcie[static_cast<std::size_t>(domain::Side::A)].aerFatal += kFatalErrors; break;
    case Fault::NicGone: spark.nic.hotplugBroken = true; break;
    case Fault::Firewall: spark.ip.firewallDropsFabric = true; break;
    case Fault::ForwardDrop: spark.ip.dockerDropsForward = true; break;
    case Fault::NoForwarding: spark.ip.forwarding = false; break;
    case Fault::Versions: makeOlder(spark.software); break;
    case Fault::ConfigWritten:
        for (const domain::HalfId half : domain::kAllHalves)
            ++spark.half(half).strayGids;
        break;
    case Fault::NetSocket:
        spark.nccl.rdmaUsable = false;
        spark.nccl.socketInterface = "enP7s7";
        break;
    case Fault::WrongNccl: spark.nccl.build = NcclParameters::Build::Development; break;
    case Fault::NcclVersions: spark.nccl.version = "2.28.9"; break;
    case Fault::GidIndex: spark.nccl.gidIndex = kWrongGidIndex; break;
    case Fault::NoCma:
        spark.memory.cmaTotalKb = 0;
        spark.software.kernel = "7.0.0-1019-nvidia";
        break;
    default: break; // a cable's, a port's, or a matter of configuration
    }
}

bool actsOnCable(const FaultSpec &spec)
{
    return spec.place.kind == FaultPlace::Kind::Cable
        && (spec.fault == Fault::Speed100 || spec.fault == Fault::BadCable);
}

void applyTo(CableParameters &cable, const FaultSpec &spec)
{
    if (spec.fault == Fault::Speed100)
        cable.speedMbps = std::min(cable.speedMbps, kHundredGbps);
    else if (spec.fault == Fault::BadCable)
        cable.bitErrorRate = kBadCableErrorRate;
}

bool actsOnPort(const FaultSpec &spec)
{
    return spec.place.kind == FaultPlace::Kind::SwitchPort
        && (spec.fault == Fault::Speed100 || spec.fault == Fault::MtuMismatch);
}

void applyTo(SwitchPortParameters &port, const FaultSpec &spec)
{
    if (spec.fault == Fault::Speed100)
        port.speedMbps = std::min(port.speedMbps, kHundredGbps);
    else if (spec.fault == Fault::MtuMismatch)
        port.mtu = kDefaultMtu;
}

} // namespace sparkloom::sim
