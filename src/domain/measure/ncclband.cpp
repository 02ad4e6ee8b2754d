// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/ncclband.h"

#include "domain/measure/linkbudget.h"

#include <algorithm>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

constexpr double kBits = 8; // GB/s to Gb/s

// Good, ok, broken in GB/s at 1 GiB.
struct Row {
    double good, ok, broken;
};
constexpr Row kPair{22.8, 21.9, 12.6};     // measurement-and-safety 5.4; 21.9 is NVIDIA's bar
constexpr Row kDirectRing{12, 10, 5};      // the same; 10 is NVIDIA's bar
constexpr Row kOneHalf{11.5, 10.6, 5};     // 12.2 to 13.5 with one half (facts 5.3)
constexpr Row kPointToPoint{17.5, 16, 10}; // 20.1 to 20.4 with two cables (facts 5.3): three quarters of a ring's
// Frames of 1500 bytes: 18.9 to 20.9 were measured, the wire would carry 23.1 (facts 5.3). That is fine as far as it
// can be, never good: larger frames bring more.
constexpr double kSmallFramesOk = 18;
constexpr int kSmallFrames = 1500;

// A size loses what starting an operation costs: S / (S + 8 MB) (measurement-and-safety 5.3). Below 64 MiB healthy
// pairs lay 16 to 18.6 GB/s where the model says 18.8 (facts 5.3), so the marks leave it that room.
constexpr double kHalfBytes = 8e6;
constexpr std::int64_t kReference = std::int64_t(1) << 30;
constexpr std::int64_t kSmall = std::int64_t(64) << 20;
constexpr double kSmallRoom = 0.88;
constexpr std::int64_t kLeast = std::int64_t(4) << 20;
constexpr double kTooGood = 1.02;

double reached(std::int64_t bytes)
{
    const auto size = static_cast<double>(bytes);
    return size / (size + kHalfBytes);
}

Row rowOf(const NcclExpectation &of)
{
    if (of.motion == NcclExpectation::Motion::PointToPoint)
        return kPointToPoint;
    if (of.way == NcclExpectation::Way::DirectRing)
        return kDirectRing;
    return of.halves == 1 ? kOneHalf : kPair;
}

base::Message reasonOf(const NcclExpectation &of, bool small)
{
    const auto narrow = std::min_element(
        of.pcie.begin(), of.pcie.end(), [](const PcieLink &a, const PcieLink &b) { return pcieGbps(a) < pcieGbps(b); });
    if (pcieGbps(*narrow) < pcieGbps(std::nullopt))
        return base::Message("band.narrow-pcie"_msg)
            .with("width", narrow->width)
            .with("speed", narrow->gigatransfersPerSecond)
            .with("gbps", double(int(pcieGbps(*narrow))));
    if (of.mtu <= kSmallFrames)
        return "band.nccl-small-frames"_msg;
    if (small)
        return "band.nccl-small-size"_msg;
    if (of.way == NcclExpectation::Way::DirectRing)
        return "band.nccl-ring"_msg;
    return of.halves == 1 ? "band.pcie"_msg : "band.nccl-wire"_msg;
}

} // namespace

std::optional<Band> ncclBand(const NcclExpectation &of)
{
    if (of.pcie.empty() || of.halves < 1 || of.bytes < kLeast || of.motion == NcclExpectation::Motion::Other)
        return std::nullopt;
    Row row = rowOf(of);
    if (of.mtu <= kSmallFrames && of.way != NcclExpectation::Way::DirectRing) {
        row.good = std::max(row.good, kPair.ok);
        row.ok = std::min(row.ok, kSmallFramesOk);
    }
    const bool small = of.bytes < kSmall;
    const double part = reached(of.bytes) / reached(kReference) * (small ? kSmallRoom : 1) * kBits;
    Band band{row.good * part, row.ok * part, row.broken * part, 0, reasonOf(of, small)};
    if (of.linkGbps > 0)
        band.impossible = of.linkGbps * kTooGood * roceEfficiency(of.mtu);
    return band;
}

} // namespace sparkloom::domain
