// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/figure.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

constexpr std::size_t kEnoughRuns = 3;
constexpr double kAgreement = 0.03;
constexpr int kHeaders = 52;      // of a TCP segment: IPv4, TCP, time stamps
constexpr int kCountedFrame = 18; // what the port counts around an IP packet: Ethernet header and checksum

std::vector<double> values(const Figure &figure)
{
    std::vector<double> all;
    for (const RunFigure &run : figure.runs)
        all.push_back(run.gbps);
    return all;
}

// A message id has to stand in the sources as it is.
base::Message sayWire(WireVerdict verdict)
{
    switch (verdict) {
    case WireVerdict::Agrees: break;
    case WireVerdict::NotMeasured: return "figure.wire-not-measured"_msg;
    case WireVerdict::AboveWire: return "figure.above-wire"_msg;
    case WireVerdict::CountedTwice: return "figure.counted-twice"_msg;
    case WireVerdict::SiblingsAdded: return "figure.siblings-added"_msg;
    case WireVerdict::NotOnCable: return "figure.not-on-cable"_msg;
    case WireVerdict::LessThanWire: return "figure.other-traffic"_msg;
    }
    return {};
}

base::Message sayBand(Verdict verdict, const Figure &figure)
{
    const double gbps = std::round(figure.spread().median * 10) / 10;
    const auto say = [&](base::MessageId id) {
        return base::Message(id)
            .with("gbps", gbps)
            .with("good", figure.band->good)
            .with("ok", figure.band->ok)
            .with("runs", figure.spread().runs);
    };
    switch (verdict) {
    case Verdict::Good: return say("figure.good"_msg);
    case Verdict::Ok: return say("figure.ok"_msg);
    case Verdict::Suspect: return say("figure.suspect"_msg);
    case Verdict::Degraded: return say("figure.degraded"_msg);
    case Verdict::Broken: return say("figure.broken"_msg);
    case Verdict::Invalid: return "figure.above-wire"_msg;
    case Verdict::NotTested: break;
    }
    return {};
}

// Which verdict the runs agree on: two of three, else what the one in the middle says.
Verdict agreed(const Figure &figure)
{
    const auto atLeast = [&](Verdict verdict) {
        return static_cast<std::size_t>(std::count_if(figure.runs.begin(), figure.runs.end(),
            [&](const RunFigure &run) { return placeIn(*figure.band, run.gbps) >= verdict; }));
    };
    const std::size_t runs = figure.runs.size();
    if (3 * atLeast(Verdict::Invalid) >= 2 * runs)
        return Verdict::Invalid;
    const std::size_t bad = atLeast(Verdict::Degraded);
    if (bad > 0 && runs < kEnoughRuns)
        return Verdict::Suspect;
    if (3 * atLeast(Verdict::Broken) >= 2 * runs)
        return Verdict::Broken;
    if (3 * bad >= 2 * runs)
        return Verdict::Degraded;
    const Verdict middle = placeIn(*figure.band, figure.spread().median);
    return isFine(middle) ? middle : Verdict::Ok;
}

} // namespace

Spread Figure::spread() const
{
    return spreadOf(values(*this));
}

WireVerdict judgeWire(const RunFigure &run, std::chrono::nanoseconds window, double linkGbps, int mtu)
{
    if (isAboveWire(run.gbps, linkGbps))
        return WireVerdict::AboveWire;
    WireEvidence evidence;
    evidence.jobBytes = run.payloadBytes;
    evidence.wireOctets = run.wireBytes;
    evidence.window = window;
    evidence.linkGbps = linkGbps;
    const WireVerdict verdict = judgeAgainstWire(evidence);
    if (verdict != WireVerdict::Agrees || run.source != WireSource::Port || mtu <= kHeaders || run.payloadBytes == 0)
        return verdict;
    const double expected = static_cast<double>(run.payloadBytes) * (mtu + kCountedFrame) / (mtu - kHeaders);
    const double ratio = static_cast<double>(*run.wireBytes) / expected;
    if (ratio < 1 - kAgreement)
        return WireVerdict::CountedTwice;
    return ratio > 1 + kAgreement ? WireVerdict::LessThanWire : WireVerdict::Agrees;
}

void judge(Figure &figure)
{
    figure.verdict = Verdict::NotTested;
    figure.reason = {};
    if (figure.runs.empty())
        return;
    const auto proven = [](const RunFigure &run) { return run.wire == WireVerdict::Agrees; };
    const auto unproven = std::find_if_not(figure.runs.begin(), figure.runs.end(), proven);
    const auto provenRuns = static_cast<std::size_t>(std::count_if(figure.runs.begin(), figure.runs.end(), proven));
    if (unproven != figure.runs.end() && 3 * provenRuns < 2 * figure.runs.size()) {
        figure.verdict = Verdict::Invalid;
        figure.reason = sayWire(unproven->wire);
        return;
    }
    if (std::any_of(figure.runs.begin(), figure.runs.end(), [](const RunFigure &run) { return run.streamsLost > 0; })) {
        figure.verdict = Verdict::Invalid;
        figure.reason = "figure.streams-lost"_msg;
        return;
    }
    if (!figure.band) {
        figure.reason = "figure.no-band"_msg;
        return;
    }
    figure.verdict = agreed(figure);
    if (figure.verdict == Verdict::Good && provenRuns < figure.runs.size())
        figure.verdict = Verdict::Ok;
    figure.reason = sayBand(figure.verdict, figure);
}

bool wantsRepeat(const Figure &figure)
{
    return figure.runs.size() < kEnoughRuns
        && (figure.verdict == Verdict::Suspect || figure.verdict == Verdict::Invalid);
}

} // namespace sparkloom::domain
