// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/linkbudget.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

constexpr int kRoceMtus[] = {4096, 2048, 1024, 512, 256};
constexpr int kRoceHeaders = 44;    // IPv4 20, UDP 8, BTH 12, ICRC 4
constexpr int kFrame = 14 + 4 + 20; // Ethernet header, checksum, preamble and gap
constexpr double kGen5 = 32.0;      // GT/s

} // namespace

double roceEfficiency(int netdevMtu)
{
    for (const int mtu : kRoceMtus)
        if (mtu + kRoceHeaders + 16 <= netdevMtu) // 16: the extended header of a first packet
            return static_cast<double>(mtu) / (mtu + kRoceHeaders + kFrame);
    return 0;
}

double pcieGbps(const std::optional<PcieLink> &link)
{
    const bool known = link && link->width > 0 && link->gigatransfersPerSecond > 0;
    const double width = known ? link->width : 4;
    const double speed = known ? link->gigatransfersPerSecond / kGen5 : 1;
    return kPcieGen5LaneGbps * width * speed * kPcieUse;
}

std::optional<double> linkGbps(const SparkFacts &spark, CageIndex cage)
{
    std::optional<double> best;
    for (const HalfFacts &half : spark.halves)
        if (half.id.cage == cage && half.carrier && half.speedMbps && *half.speedMbps > 0)
            best = std::max(best.value_or(0), *half.speedMbps / 1000.0);
    return best;
}

double LaneBudget::ceiling(double siblingGbps, double otherCageGbps) const
{
    const double ofWire = std::max(wire / 2, wire - siblingGbps);
    const double ofPcie = std::max(pcie / 2, pcie - otherCageGbps);
    return std::min(ofWire, ofPcie);
}

LaneBudget laneBudget(const SparkFacts &spark, HalfId half)
{
    const HalfFacts *facts = spark.half(half);
    return {linkGbps(spark, half.cage).value_or(kDefaultLinkGbps), pcieGbps(facts ? facts->pcie : std::nullopt)};
}

double cageCeiling(const SparkFacts &spark, CageIndex cage)
{
    double pcie = 0;
    for (const HalfFacts &half : spark.halves)
        if (half.id.cage == cage)
            pcie += pcieGbps(half.pcie);
    const double wire = linkGbps(spark, cage).value_or(kDefaultLinkGbps);
    return pcie > 0 ? std::min(wire, pcie) : wire;
}

} // namespace sparkloom::domain
