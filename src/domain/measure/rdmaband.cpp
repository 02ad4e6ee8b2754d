// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/rdmaband.h"

#include "domain/measure/linkbudget.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

// Good, ok, broken in Gb/s (measurement-and-safety 5.4; facts 5.5 for frames of 1500 bytes: 92.6 was published for a
// healthy half there).
struct Row {
    double good, ok, broken;
};
constexpr Row kOneHalf{95, 90, 58};
constexpr Row kOneHalfSmallFrames{88, 80, 58};
constexpr Row kCable{185, 175, 112};
constexpr Row kCableSmallFrames{178, 170, 112};
// One figure is published: 80.4 where WRITE gets 92.6 to 109 (facts 5.2). Beyond it, as much room as the others have.
constexpr Row kOneHalfRead{76, 68, 40};
constexpr Row kCableRead{148, 136, 80};
// Both directions at once: PCIe and the wire are full duplex, more than a tenth less means trouble
// (measurement-and-safety 2.4).
constexpr double kBothWays = 0.9;

constexpr int kSmallFrames = 1500;
constexpr double kTooGood = 1.02;
constexpr double kAgreement = 0.03;
constexpr double kCountedHeaders = 62; // Ethernet 14, checksum 4, IPv4 20, UDP 8, BTH 12, ICRC 4
constexpr double kAllHeaders = 82;     // preamble and gap, too

constexpr double kDirectGood = 2.5, kDirectOk = 5; // microseconds
constexpr double kSwitchGood = 4, kSwitchOk = 7;
constexpr double kSlow = 20;

Row rowOf(const RdmaShape &shape)
{
    const bool small = shape.mtu <= kSmallFrames;
    Row row = shape.halves > 1 ? (shape.read ? kCableRead
                      : small                ? kCableSmallFrames
                                             : kCable)
        : shape.read           ? kOneHalfRead
        : small                ? kOneHalfSmallFrames
                               : kOneHalf;
    if (shape.bothWays)
        row = {row.good * kBothWays, row.ok * kBothWays, row.broken * kBothWays};
    return row;
}

base::Message reasonOf(const RdmaShape &shape)
{
    const auto narrowest = std::min_element(shape.pcie.begin(), shape.pcie.end(),
        [](const PcieLink &a, const PcieLink &b) { return pcieGbps(a) < pcieGbps(b); });
    if (pcieGbps(*narrowest) < pcieGbps(std::nullopt))
        return base::Message("band.narrow-pcie"_msg)
            .with("width", narrowest->width)
            .with("speed", narrowest->gigatransfersPerSecond)
            .with("gbps", double(int(pcieGbps(*narrowest))));
    if (shape.read)
        return "band.rdma-read"_msg;
    if (shape.bothWays)
        return "band.rdma-both-ways"_msg;
    if (shape.halves > 1)
        return base::Message("band.rdma-wire"_msg)
            .with("gbps", std::round(kDefaultLinkGbps * roceEfficiency(shape.mtu)));
    return shape.mtu <= kSmallFrames ? base::Message("band.rdma-small-frames"_msg) : base::Message("band.pcie"_msg);
}

} // namespace

std::optional<Band> rdmaBand(const RdmaShape &shape)
{
    if (shape.pcie.empty() || shape.halves < 1)
        return std::nullopt;
    const Row row = rowOf(shape);
    Band band{row.good, row.ok, row.broken, 0, reasonOf(shape)};
    if (shape.linkGbps > 0 && roceEfficiency(shape.mtu) > 0)
        band.impossible = shape.linkGbps * kTooGood * roceEfficiency(shape.mtu);
    return band;
}

WireVerdict judgeRdmaWire(const RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int netdevMtu)
{
    if (isAboveWire(run.gbps, linkGbps))
        return WireVerdict::AboveWire;
    WireEvidence evidence;
    evidence.jobBytes = run.payloadBytes;
    evidence.wireOctets = run.wireBytes;
    evidence.window = window;
    evidence.linkGbps = linkGbps;
    const WireVerdict verdict = judgeAgainstWire(evidence);
    const double efficiency = roceEfficiency(netdevMtu);
    if (verdict != WireVerdict::Agrees || run.source != WireSource::Port || efficiency <= 0 || run.payloadBytes == 0)
        return verdict;
    // efficiency is m / (m + 82); the port counts m + 62 of each packet.
    const double payload = efficiency * kAllHeaders / (1 - efficiency);
    const double expected = static_cast<double>(run.payloadBytes) * (payload + kCountedHeaders) / payload;
    const double ratio = static_cast<double>(*run.wireBytes) / expected;
    if (ratio < 1 - kAgreement)
        return WireVerdict::CountedTwice;
    return ratio > 1 + kAgreement ? WireVerdict::LessThanWire : WireVerdict::Agrees;
}

LatencyJudgement judgeLatency(double p50, bool throughSwitch, bool underLoad, bool realNic)
{
    const double us = std::round(p50 * 100) / 100;
    const double good = throughSwitch ? kSwitchGood : kDirectGood;
    const double ok = throughSwitch ? kSwitchOk : kDirectOk;
    const auto say = [&](base::MessageId id) {
        return base::Message(id).with("us", us).with("good", good).with("ok", ok).with("slow", kSlow);
    };
    if (underLoad)
        return {Verdict::NotTested, say("latency.under-load"_msg)};
    if (!realNic)
        return {Verdict::NotTested, say("latency.no-band"_msg)};
    if (p50 < good)
        return {Verdict::Good, say("latency.good"_msg)};
    if (p50 < ok)
        return {Verdict::Ok, say("latency.ok"_msg)};
    if (p50 < kSlow)
        return {Verdict::Degraded, say("latency.degraded"_msg)};
    return {Verdict::Broken, say("latency.broken"_msg)};
}

} // namespace sparkloom::domain
