// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/plan.h"

#include "domain/plan/changes.h"
#include "domain/plan/digest.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/peers.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr int kShortestTimer = 5, kLongestTimer = 300;

std::vector<const PlanInput *> sortedById(std::span<const PlanInput> sparks)
{
    std::vector<const PlanInput *> sorted;
    for (const PlanInput &spark : sparks)
        sorted.push_back(&spark);
    std::sort(
        sorted.begin(), sorted.end(), [](const PlanInput *a, const PlanInput *b) { return a->facts.id < b->facts.id; });
    return sorted;
}

base::Result<void> checkSparks(const AddressPlan &addresses, const std::vector<const PlanInput *> &sparks)
{
    std::set<SparkId> known;
    for (const PlanInput *input : sparks) {
        const SparkFacts &facts = input->facts;
        if (!known.insert(facts.id).second)
            return base::failed(Message("plan.duplicate-spark"_msg).with("spark", facts.hostname));
        for (const HalfConfig &half : addresses.halvesOf(facts.id))
            if (half.netdev == facts.managementInterface)
                return base::refused(Message("plan.management-on-half"_msg)
                                         .with("spark", facts.hostname)
                                         .with("interface", half.netdev));
    }
    for (const Lane &lane : addresses.lanes)
        for (const LaneEnd &end : lane.ends)
            if (!known.contains(end.half.spark))
                return base::failed(Message("plan.unknown-spark"_msg).with("spark", end.half.spark.value));
    return {};
}

// What the tags of our lines in authorized_keys can hold: records come from outside.
bool isClusterId(std::string_view text)
{
    return !text.empty() && text.size() <= 64
        && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
        == std::string_view::npos;
}

// What a person should know before agreeing, beside the changes themselves.
void addWarnings(Plan &plan, const std::vector<const PlanInput *> &sparks)
{
    std::map<std::string, std::string> users; // name, and the Sparks where it is used
    for (const PlanInput *input : sparks) {
        std::string &where = users[input->facts.user];
        where += (where.empty() ? "" : ", ") + input->facts.hostname;
        if (input->facts.hostKeys.empty())
            plan.warnings.push_back(Message("plan.no-host-keys"_msg).with("spark", input->facts.hostname));
        if (input->facts.managementInterface.empty())
            plan.warnings.push_back(Message("plan.management-not-known"_msg).with("spark", input->facts.hostname));
        if (isSetUp(input->facts) && input->facts.receipt->clusterId != plan.clusterId)
            plan.warnings.push_back(Message("plan.other-cluster"_msg)
                                        .with("spark", input->facts.hostname)
                                        .with("cluster", input->facts.receipt->clusterName)
                                        .with("owner", input->facts.receipt->owner));
        if (plan.addresses.halvesOf(input->facts.id).empty())
            plan.warnings.push_back(Message("plan.spark-not-cabled"_msg).with("spark", input->facts.hostname));
    }
    if (users.size() > 1) {
        std::string list; // "alice (spark-a, spark-c), bob (spark-b)"
        for (const auto &[user, where] : users)
            list += (list.empty() ? "" : ", ") + user + " (" + where + ')';
        plan.warnings.push_back(Message("plan.users-differ"_msg).with("list", list));
    }
    const bool isRing = plan.addresses.topology == Topology::Ring;
    if (plan.addresses.topology == Topology::Line || (isRing && sparks.size() > 3))
        plan.warnings.push_back("plan.not-all-neighbours"_msg);
    if (plan.addresses.topology == Topology::SplitRole)
        plan.warnings.push_back("plan.storage-mtu"_msg);
    if (isStar(plan.addresses.topology) && plan.addresses.mtu > 1500)
        plan.warnings.push_back(Message("plan.switch-mtu"_msg).with("mtu", plan.addresses.mtu));
}

} // namespace

bool Plan::changesAnything() const
{
    return changesSparks() || !computer.empty();
}

bool Plan::changesSparks() const
{
    return std::any_of(sparks.begin(), sparks.end(),
        [](const SparkPlan &spark) { return spark.networkChanges || spark.trustChanges; });
}

bool Plan::needsRoot() const
{
    return std::any_of(sparks.begin(), sparks.end(), [](const SparkPlan &spark) { return spark.networkChanges; });
}

const SparkPlan *Plan::forSpark(const SparkId &spark) const
{
    const auto found =
        std::find_if(sparks.begin(), sparks.end(), [&](const SparkPlan &plan) { return plan.spark == spark; });
    return found == sparks.end() ? nullptr : &*found;
}

std::string clusterIdOf(std::span<const SparkId> sparks)
{
    return clusterDigest({sparks.begin(), sparks.end()});
}

bool isSetUp(const SparkFacts &facts)
{
    return facts.receipt && !facts.receipt->config.halves.empty();
}

std::string clusterIdFor(std::span<const SparkFacts> sparks)
{
    std::map<std::string, int> recorded;
    std::vector<SparkId> ids;
    for (const SparkFacts &spark : sparks) {
        ids.push_back(spark.id);
        if (isSetUp(spark) && isClusterId(spark.receipt->clusterId))
            ++recorded[spark.receipt->clusterId];
    }
    const auto most = std::max_element(
        recorded.begin(), recorded.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == recorded.end() ? clusterIdOf(ids) : most->first;
}

bool needsNetplanText(const SparkFacts &facts)
{
    if (!facts.receipt)
        return true; // profiles of NetworkManager and rules of the firewall are read with them
    if (!facts.receiptMatchesFiles)
        return true;
    return std::any_of(facts.netplanFiles.begin(), facts.netplanFiles.end(), [&](const NetplanFile &file) {
        const auto &known = facts.receipt->files;
        return std::none_of(known.begin(), known.end(), [&](const ReceiptFile &entry) {
            return entry.path == file.path && entry.size == file.size && entry.inode == file.inode
                && entry.modifiedNs == file.modifiedNs && entry.changedNs == file.changedNs;
        });
    });
}

base::Result<Plan> makePlan(
    const AddressPlan &addresses, std::span<const PlanInput> sparks, int timerSeconds, bool hostsNames)
{
    if (timerSeconds < kShortestTimer || timerSeconds > kLongestTimer)
        return base::Error{
            base::ErrorKind::Usage, Message("plan.timer-out-of-range"_msg).with("seconds", timerSeconds), {}};
    const std::vector<const PlanInput *> sorted = sortedById(sparks);
    if (const auto checked = checkSparks(addresses, sorted); !checked)
        return checked.error();

    Plan plan;
    plan.addresses = addresses;
    plan.timerSeconds = timerSeconds;
    std::vector<SparkFacts> facts;
    std::vector<NamedSpark> names;
    for (const PlanInput *input : sorted) {
        facts.push_back(input->facts);
        names.push_back({input->facts.id, input->facts.hostname});
    }
    plan.clusterId = clusterIdFor(facts);
    addWarnings(plan, sorted);
    for (const PlanInput *input : sorted) {
        SparkPlan spark;
        spark.spark = input->facts.id;
        spark.hostname = input->facts.hostname;
        spark.network.halves = addresses.halvesOf(spark.spark);
        if (hostsNames)
            spark.network.hosts = hostsEntries(addresses, spark.spark, names);
        if (const auto added = addNetworkChanges(spark, *input, plan.warnings); !added)
            return added.error();
        spark.trust = trustFor(*input, sorted, addresses, plan.clusterId);
        if (hostsNames)
            addFabricNames(spark.trust, addresses, spark.spark, names);
        addTrustChanges(spark, *input);
        plan.sparks.push_back(std::move(spark));
    }
    plan.id = planDigest(plan);
    return plan;
}

} // namespace sparkloom::domain
