// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/band.h"

#include "domain/measure/linkbudget.h"

#include <algorithm>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

// Good, ok, broken (measurement-and-safety 5.4). With frames of 1500 bytes one half reaches 93.5 to 96.2 Gb/s (facts
// 5.1).
struct Row {
    double good, ok, broken;
};
constexpr Row kOneHalf{95, 85, 30};
constexpr Row kOneHalfSmallFrames{90, 80, 30};
constexpr Row kSeveralHalves{165, 150, 100};
// Both directions at once share the CPU, which carries about 175 Gb/s of received data, and sending costs it, too
// (measurement-and-safety 5.3). Nobody has published such a figure: the marks leave the assumption some room.
constexpr Row kSeveralHalvesBothWays{95, 80, 50};
constexpr Row kOneHalfBothWays{85, 70, 30};

// One stream fills one core: 21 to 35 Gb/s (seed 004 and elizabetht in facts 5.1).
constexpr double kStreamGood = 20;
constexpr int kSmallFrames = 1500;
constexpr double kTooGood = 1.02;
constexpr int kHeaders = 52; // IPv4 20, TCP 20, time stamps 12
constexpr int kFrame = 38;   // Ethernet header, checksum, preamble and gap

Row rowOf(const TcpShape &shape)
{
    if (shape.halves > 1)
        return shape.bothWays ? kSeveralHalvesBothWays : kSeveralHalves;
    if (shape.bothWays)
        return kOneHalfBothWays;
    return shape.mtu <= kSmallFrames ? kOneHalfSmallFrames : kOneHalf;
}

const PcieLink *narrowest(const TcpShape &shape)
{
    const auto it = std::min_element(shape.pcie.begin(), shape.pcie.end(),
        [](const PcieLink &a, const PcieLink &b) { return pcieGbps(a) < pcieGbps(b); });
    return it == shape.pcie.end() ? nullptr : &*it;
}

base::Message reasonOf(const TcpShape &shape, bool byStreams)
{
    const PcieLink *link = narrowest(shape);
    if (link && pcieGbps(*link) < pcieGbps(std::nullopt))
        return base::Message("band.narrow-pcie"_msg)
            .with("width", link->width)
            .with("speed", link->gigatransfersPerSecond)
            .with("gbps", double(int(pcieGbps(*link))));
    if (byStreams)
        return base::Message("band.streams"_msg).with("streams", shape.streams);
    if (shape.bothWays)
        return base::Message("band.both-ways"_msg);
    if (shape.halves > 1)
        return base::Message("band.cpu"_msg);
    return base::Message(shape.mtu <= kSmallFrames ? "band.small-frames"_msg : "band.pcie"_msg);
}

} // namespace

Verdict placeIn(const Band &band, double gbps)
{
    if (band.impossible > 0 && gbps > band.impossible)
        return Verdict::Invalid;
    if (gbps >= band.good)
        return Verdict::Good;
    if (gbps >= band.ok)
        return Verdict::Ok;
    return gbps >= band.broken ? Verdict::Degraded : Verdict::Broken;
}

std::optional<Band> tcpBand(const TcpShape &shape)
{
    if (shape.pcie.empty() || shape.halves < 1 || shape.streams < 1)
        return std::nullopt;
    const Row row = rowOf(shape);
    const double ofStreams = shape.halves * shape.streams * kStreamGood;
    const double share = std::min(1.0, ofStreams / row.good);
    Band band{row.good * share, row.ok * share, row.broken * share, 0, reasonOf(shape, share < 1)};
    if (shape.linkGbps > 0 && shape.mtu > kHeaders)
        band.impossible = shape.linkGbps * kTooGood * (shape.mtu - kHeaders) / (shape.mtu + kFrame);
    return band;
}

} // namespace sparkloom::domain
