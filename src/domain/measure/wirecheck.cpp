// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/wirecheck.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

constexpr double kTooGood = 1.02;
constexpr double kTolerance = 0.03;
constexpr double kMostHeaders = 0.08;
// A wire that moved less than this share of the job's bytes did not carry it.
constexpr double kFlat = 0.05;
// So much of other traffic makes a figure say little about the cable.
constexpr double kForeign = 0.25;

double gbps(std::uint64_t bytes, std::chrono::nanoseconds window)
{
    return window.count() > 0 ? static_cast<double>(bytes) * 8 / static_cast<double>(window.count()) : 0;
}

bool nearly(std::uint64_t a, std::uint64_t b)
{
    const auto large = static_cast<double>(std::max(a, b));
    return static_cast<double>(std::max(a, b) - std::min(a, b)) <= large * kTolerance;
}

} // namespace

bool isAboveWire(double figure, double linkGbps)
{
    return linkGbps > 0 && figure > linkGbps * kTooGood;
}

WireVerdict judgeAgainstWire(const WireEvidence &evidence)
{
    if (isAboveWire(gbps(evidence.jobBytes, evidence.window), evidence.linkGbps))
        return WireVerdict::AboveWire;
    if (!evidence.wireOctets)
        return WireVerdict::NotMeasured;
    const bool oneMirrorsTheOther = evidence.siblingsAdded && evidence.siblingOctets && *evidence.siblingOctets > 0
        && nearly(*evidence.wireOctets, 2 * *evidence.siblingOctets);
    if (oneMirrorsTheOther || isAboveWire(gbps(*evidence.wireOctets, evidence.window), evidence.linkGbps))
        return WireVerdict::SiblingsAdded;
    const auto job = static_cast<double>(evidence.jobBytes);
    const auto wire = static_cast<double>(*evidence.wireOctets);
    if (job <= 0)
        return WireVerdict::Agrees;
    if (wire < job * kFlat)
        return WireVerdict::NotOnCable;
    if (job > wire * (1 + kTolerance))
        return WireVerdict::CountedTwice;
    if (wire > job * (1 + kMostHeaders) * (1 + kForeign))
        return WireVerdict::LessThanWire;
    return WireVerdict::Agrees;
}

} // namespace sparkloom::domain
