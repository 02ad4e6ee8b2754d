// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/drift.h"

#include "base/sha256.h"
#include "base/text.h"
#include "domain/plan/driftparts.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/peers.h"
#include "domain/plan/plan.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace sparkloom::domain {

using namespace base::literals;
using base::Message;

namespace {

struct KindRow {
    std::string_view word;
    base::MessageId text;
};
// In the order of DriftKind.
constexpr std::array<KindRow, 21> kKinds = {{
    {"record-gone", "drift.record-gone"_msg},
    {"taken-back", "drift.taken-back"_msg},
    {"set-up-anew", "drift.set-up-anew"_msg},
    {"file-changed", "drift.file-changed"_msg},
    {"file-gone", "drift.file-gone"_msg},
    {"file-added", "drift.file-added"_msg},
    {"half-absent", "drift.half-absent"_msg},
    {"half-dark", "drift.half-dark"_msg},
    {"half-down", "drift.half-down"_msg},
    {"address-gone", "drift.address-gone"_msg},
    {"address-added", "drift.address-added"_msg},
    {"mtu-changed", "drift.mtu-changed"_msg},
    {"setting-changed", "drift.setting-changed"_msg},
    {"route-added", "drift.route-added"_msg},
    {"key-gone", "drift.key-gone"_msg},
    {"login-gone", "drift.login-gone"_msg},
    {"login-changed", "drift.login-changed"_msg},
    {"login-added", "drift.login-added"_msg},
    {"ssh-file-changed", "drift.ssh-file-changed"_msg},
    {"include-gone", "drift.include-gone"_msg},
    {"hosts-changed", "drift.hosts-changed"_msg},
}};

constexpr std::size_t kMostKey = 255;

const KindRow &rowOf(DriftKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}

// What the receipt says of the whole Spark; true: its halves are to be compared with what is live.
bool addRecordDrift(SparkDrift &drift, const SparkFacts &facts, const std::vector<HalfConfig> &planned)
{
    if (isSetUp(facts)) {
        drift.halves = facts.receipt->config.halves;
        if (!planned.empty() && planned != drift.halves) {
            DriftFinding anew;
            anew.kind = DriftKind::SetUpAnew;
            anew.seen = facts.receipt->owner;
            anew.changedUtcMs = facts.receipt->appliedUtcMs;
            drift.findings.push_back(std::move(anew));
        }
        return true;
    }
    drift.halves = planned;
    if (planned.empty())
        return false;
    DriftFinding gone;
    gone.kind = facts.receipt ? DriftKind::TakenBack : DriftKind::RecordGone;
    if (facts.receipt) {
        gone.seen = facts.receipt->owner;
        gone.changedUtcMs = facts.receipt->appliedUtcMs;
    }
    drift.findings.push_back(std::move(gone));
    // What an undo took away is told once. Without its record a Spark may still be as it was set up in all the rest.
    return !facts.receipt;
}

// The Sparks of the set-up that could be asked, as the planner wants them.
std::vector<PlanInput> plannerInputs(const DriftWanted &wanted, std::span<const DriftInput> sparks)
{
    std::vector<PlanInput> inputs;
    for (const DriftInput &spark : sparks) {
        const bool belongs = isSetUp(spark.facts) && spark.facts.receipt->clusterId == wanted.clusterId;
        if (!belongs && wanted.applied->halvesOf(spark.facts.id).empty())
            continue;
        PlanInput input;
        input.facts = spark.facts;
        input.names = spark.names;
        inputs.push_back(std::move(input));
    }
    std::sort(
        inputs.begin(), inputs.end(), [](const PlanInput &a, const PlanInput &b) { return a.facts.id < b.facts.id; });
    return inputs;
}

// Without its record nobody knows whether names were asked for: what stands there says it.
bool hasFabricNames(const DriftInput &input)
{
    return input.facts.receipt ? !input.facts.receipt->config.hosts.empty()
                               : input.trust->knownHosts.find("-fabric") != std::string::npos;
}

void addTrust(SparkDrift &drift, const DriftInput &input, const DriftWanted &wanted, std::span<const DriftInput> sparks)
{
    if (!input.trust || !wanted.applied || wanted.clusterId.empty())
        return;
    const std::vector<PlanInput> inputs = plannerInputs(wanted, sparks);
    std::vector<const PlanInput *> sorted;
    std::vector<NamedSpark> named;
    std::vector<std::string> names;
    const PlanInput *self = nullptr;
    for (const PlanInput &each : inputs) {
        sorted.push_back(&each);
        named.push_back({each.facts.id, each.facts.hostname});
        if (each.facts.id == input.facts.id)
            self = &each;
        else
            names.push_back(each.facts.hostname);
    }
    if (!self)
        return;
    SshTrust trust = trustFor(*self, sorted, *wanted.applied, wanted.clusterId);
    if (hasFabricNames(input))
        addFabricNames(trust, *wanted.applied, self->facts.id, named);
    const auto isAsked = [&named](const LaneEnd &end) {
        return std::any_of(
            named.begin(), named.end(), [&](const NamedSpark &spark) { return spark.id == end.half.spark; });
    };
    const std::vector<Lane> &lanes = wanted.applied->lanes;
    const bool complete = std::all_of(lanes.begin(), lanes.end(),
        [&](const Lane &lane) { return std::all_of(lane.ends.begin(), lane.ends.end(), isAsked); });
    addTrustDrift(drift.findings, input, trust, complete, names);
}

} // namespace

std::string_view toText(DriftKind kind)
{
    return rowOf(kind).word;
}

Message driftText(const DriftFinding &finding)
{
    return Message(rowOf(finding.kind).text)
        .with("half", finding.half ? domain::toText(*finding.half) : std::string())
        .with("interface", finding.netdev)
        .with("subject", finding.subject)
        .with("wanted", finding.wanted)
        .with("seen", finding.seen);
}

std::string driftKey(const DriftFinding &finding)
{
    std::string key(toText(finding.kind));
    const std::string half = finding.half ? domain::toText(*finding.half) : std::string();
    for (const std::string &part : {half, finding.subject, finding.seen})
        key += '|' + base::cleanText(part, kMostKey);
    return key.size() <= kMostKey ? key : std::string(toText(finding.kind)) + '|' + base::sha256Hex(key);
}

std::vector<SparkDrift> findDrift(const DriftWanted &wanted, std::span<const DriftInput> sparks)
{
    std::vector<SparkDrift> all;
    for (const DriftInput &input : sparks) {
        SparkDrift drift;
        drift.spark = input.facts.id;
        const std::vector<HalfConfig> planned =
            wanted.applied ? wanted.applied->halvesOf(input.facts.id) : std::vector<HalfConfig>();
        if (addRecordDrift(drift, input.facts, planned)) {
            if (isSetUp(input.facts))
                addFileDrift(drift.findings, input, *input.facts.receipt);
            addHalfDrift(drift.findings, input.facts, drift.halves);
            addTrust(drift, input, wanted, sparks);
        }
        std::sort(drift.findings.begin(), drift.findings.end(), [](const DriftFinding &a, const DriftFinding &b) {
            return std::tie(a.kind, a.half, a.subject, a.seen) < std::tie(b.kind, b.half, b.subject, b.seen);
        });
        judgeKeeping(drift, input, wanted, sparks);
        all.push_back(std::move(drift));
    }
    return all;
}

} // namespace sparkloom::domain
