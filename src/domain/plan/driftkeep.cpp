// SPDX-License-Identifier: Apache-2.0
// What `keep` can accept. Keeping means: known, left alone, and not told again until it changes. It never makes a
// cluster that does not work look healthy.
#include "domain/plan/driftparts.h"

#include "domain/plan/render.h"

#include <algorithm>

namespace sparkloom::domain {

using namespace base::literals;
using base::Message;

namespace {

const SparkFacts *factsOf(std::span<const DriftInput> sparks, const SparkId &id)
{
    const auto found =
        std::find_if(sparks.begin(), sparks.end(), [&](const DriftInput &input) { return input.facts.id == id; });
    return found == sparks.end() ? nullptr : &found->facts;
}

// Every other end of the lane has the same MTU now. Not asked counts as no.
bool otherEndsAgree(
    const DriftFinding &finding, const SparkId &self, const DriftWanted &wanted, std::span<const DriftInput> sparks)
{
    if (!wanted.applied)
        return false;
    for (const Lane &lane : wanted.applied->lanes) {
        const HalfRef here{self, *finding.half};
        if (std::none_of(lane.ends.begin(), lane.ends.end(), [&](const LaneEnd &end) { return end.half == here; }))
            continue;
        return std::all_of(lane.ends.begin(), lane.ends.end(), [&](const LaneEnd &end) {
            const SparkFacts *facts = factsOf(sparks, end.half.spark);
            const HalfFacts *half = facts ? facts->half(end.half.half) : nullptr;
            return half && std::to_string(half->mtu) == finding.seen;
        });
    }
    return false;
}

// Whether an address lies in a network that another interface of this Spark is in.
bool overlapsAnother(const DriftFinding &finding, const std::vector<HalfConfig> &halves, const SparkFacts &facts)
{
    const auto added = Ipv4Interface::parse(finding.subject);
    if (!added)
        return true;
    for (const HalfConfig &half : halves)
        if (half.half != finding.half && half.address.prefix().overlaps(added->prefix()))
            return true;
    for (const HalfFacts &half : facts.halves)
        if (half.id != finding.half)
            for (const Ipv4Interface &address : half.addresses)
                if (address.prefix().overlaps(added->prefix()))
                    return true;
    for (const OtherInterface &other : facts.others)
        for (const Ipv4Interface &address : other.addresses)
            if (address.prefix().overlaps(added->prefix()))
                return true;
    return false;
}

Message whyNotFile(const DriftFinding &finding, const SparkFacts &facts)
{
    if (finding.subject == kNetplanPath || finding.subject == kNetplanRunPath || finding.subject == kSysctlPath)
        return "drift.keep-ours"_msg;
    const std::vector<AdoptedFile> &adopted = facts.receipt->config.adopted;
    const bool ofHalves = std::any_of(
        adopted.begin(), adopted.end(), [&](const AdoptedFile &file) { return file.path == finding.subject; });
    return ofHalves ? Message("drift.keep-adopted"_msg) : Message();
}

Message whyNot(const DriftFinding &finding, const SparkDrift &drift, const DriftInput &input, const DriftWanted &wanted,
    std::span<const DriftInput> sparks)
{
    switch (finding.kind) {
    case DriftKind::RecordGone:
    case DriftKind::TakenBack: return "drift.keep-record"_msg;
    case DriftKind::SetUpAnew: return "drift.keep-anew"_msg;
    case DriftKind::HalfAbsent:
    case DriftKind::HalfDark: return "drift.keep-cable"_msg;
    case DriftKind::HalfDown:
    case DriftKind::AddressGone: return "drift.keep-lane"_msg;
    case DriftKind::FileChanged:
    case DriftKind::FileGone: return whyNotFile(finding, input.facts);
    case DriftKind::AddressAdded:
        return overlapsAnother(finding, drift.halves, input.facts) ? Message("drift.keep-overlap"_msg) : Message();
    case DriftKind::MtuChanged:
        return otherEndsAgree(finding, drift.spark, wanted, sparks) ? Message() : Message("drift.keep-one-end"_msg);
    case DriftKind::SettingChanged:
        return finding.subject.ends_with("/disable_ipv6") ? Message() : Message("drift.keep-setting"_msg);
    case DriftKind::RouteAdded: {
        const auto prefix = Ipv4Prefix::parse(finding.subject);
        // A route into the network of another half, and at least as exact as that one's own.
        const auto takesFrom = [&](const HalfConfig &half) {
            return half.half != finding.half && half.address.prefix().overlaps(*prefix)
                && prefix->length >= half.address.length;
        };
        const bool takesAway = !prefix || std::any_of(drift.halves.begin(), drift.halves.end(), takesFrom);
        return takesAway ? Message("drift.keep-overlap"_msg) : Message();
    }
    case DriftKind::FileAdded:
    case DriftKind::KeyGone:
    case DriftKind::LoginGone:
    case DriftKind::LoginChanged:
    case DriftKind::LoginAdded:
    case DriftKind::SshFileChanged:
    case DriftKind::IncludeGone:
    case DriftKind::HostsChanged: break;
    }
    return {};
}

} // namespace

void judgeKeeping(
    SparkDrift &drift, const DriftInput &input, const DriftWanted &wanted, std::span<const DriftInput> sparks)
{
    for (DriftFinding &finding : drift.findings)
        finding.cannotKeep = whyNot(finding, drift, input, wanted, sparks);
}

} // namespace sparkloom::domain
