// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/signature.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::domain {
namespace {

constexpr std::int64_t kBinMs = 20;
constexpr std::int64_t kShiftStepMs = 10;
constexpr std::int64_t kMostShiftMs = 1500;
constexpr std::int64_t kMostSpanMs = 10'000; // longer series are no signature
constexpr double kAccepted = 0.8;
constexpr double kFewest = 0.7, kMost = 1.6; // of the frames sent

// The total at any time: what was counted last, and between two samples in proportion.
double totalAt(std::span<const FrameSample> samples, std::int64_t atMs)
{
    const auto after = std::upper_bound(samples.begin(), samples.end(), atMs,
        [](std::int64_t time, const FrameSample &sample) { return time < sample.atMs; });
    if (after == samples.begin())
        return static_cast<double>(samples.front().frames);
    const FrameSample &before = *std::prev(after);
    if (after == samples.end() || after->atMs == before.atMs)
        return static_cast<double>(before.frames);
    const double part = static_cast<double>(atMs - before.atMs) / static_cast<double>(after->atMs - before.atMs);
    return static_cast<double>(before.frames) + part * static_cast<double>(after->frames - before.frames);
}

std::vector<double> ratesFrom(std::span<const FrameSample> samples, std::int64_t startMs, std::size_t bins)
{
    std::vector<double> rates;
    double before = totalAt(samples, startMs);
    for (std::size_t i = 1; i <= bins; ++i) {
        const double now = totalAt(samples, startMs + static_cast<std::int64_t>(i) * kBinMs);
        rates.push_back(now - before);
        before = now;
    }
    return rates;
}

double correlation(const std::vector<double> &a, const std::vector<double> &b)
{
    double meanA = 0, meanB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        meanA += a[i];
        meanB += b[i];
    }
    meanA /= static_cast<double>(a.size());
    meanB /= static_cast<double>(b.size());
    double both = 0, squareA = 0, squareB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squareA += (a[i] - meanA) * (a[i] - meanA);
        squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squareA > 0 && squareB > 0 ? both / std::sqrt(squareA * squareB) : 0;
}

} // namespace

double signatureScore(std::span<const FrameSample> sent, std::span<const FrameSample> heard)
{
    if (sent.size() < 2 || heard.size() < 2)
        return 0;
    const std::int64_t start = sent.front().atMs, span = sent.back().atMs - start;
    const auto total = static_cast<double>(sent.back().frames - sent.front().frames);
    if (span < 2 * kBinMs || span > kMostSpanMs || total <= 0)
        return 0;
    const auto bins = static_cast<std::size_t>(span / kBinMs) + 1;
    const std::vector<double> pattern = ratesFrom(sent, start, bins);
    double best = 0;
    for (std::int64_t shift = -kMostShiftMs; shift <= kMostShiftMs; shift += kShiftStepMs) {
        const std::int64_t from = start + shift, to = from + static_cast<std::int64_t>(bins) * kBinMs;
        if (heard.front().atMs > from || heard.back().atMs < to)
            continue; // was not listening all the time
        const double received = totalAt(heard, to) - totalAt(heard, from);
        if (received < kFewest * total || received > kMost * total)
            continue;
        best = std::max(best, correlation(pattern, ratesFrom(heard, from, bins)));
    }
    return best;
}

std::vector<Evidence> evidenceFromSignature(
    const HalfRef &sender, std::span<const FrameSample> sent, std::span<const HeardFrames> heard)
{
    std::vector<Evidence> found;
    for (const HeardFrames &each : heard)
        if (each.at.cageRef() != sender.cageRef() && signatureScore(sent, each.samples) > kAccepted)
            found.push_back({EvidenceKind::CounterSignature, sender, each.at});
    std::sort(found.begin(), found.end());
    return found;
}

bool signatureIsUnsure(std::span<const FrameSample> sent, std::span<const HeardFrames> heard, int slotMs)
{
    const auto hasGap = [slotMs](std::span<const FrameSample> samples) {
        return std::adjacent_find(samples.begin(), samples.end(), [slotMs](const FrameSample &a, const FrameSample &b) {
            return b.atMs - a.atMs > slotMs;
        }) != samples.end();
    };
    return hasGap(sent)
        || std::any_of(heard.begin(), heard.end(), [&](const HeardFrames &each) { return hasGap(each.samples); });
}

std::vector<HalfRef> signatureSenders(const CableMap &map, std::span<const SparkFacts> sparks)
{
    std::vector<HalfRef> senders;
    for (const CageRef &cage : map.unknown)
        for (const SparkFacts &spark : sparks) {
            if (spark.id != cage.spark)
                continue;
            const auto half = std::find_if(spark.halves.begin(), spark.halves.end(),
                [&](const HalfFacts &each) { return each.id.cage == cage.cage && each.carrier; });
            if (half != spark.halves.end())
                senders.push_back({spark.id, half->id});
        }
    return senders;
}

} // namespace sparkloom::domain
