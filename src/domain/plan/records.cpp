// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/records.h"

#include "base/text.h"
#include "domain/plan/lanemap.h"
#include "domain/plan/plan.h"

#include <algorithm>
#include <map>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr std::size_t kMaxPeers = 256, kMaxNames = 64, kMaxKeys = 16;

bool isOneOf(const SparkFacts &spark, const RecordedPeer &peer)
{
    return std::any_of(peer.hostKeys.begin(), peer.hostKeys.end(), [&](const HostKeyLine &key) {
        return std::find(spark.hostKeys.begin(), spark.hostKeys.end(), key) != spark.hostKeys.end();
    });
}

bool isNamed(const RecordedPeer &peer, std::span<const std::string> names)
{
    return std::any_of(peer.names.begin(), peer.names.end(),
        [&](const std::string &name) { return std::find(names.begin(), names.end(), name) != names.end(); });
}

base::Error notKnown(Message message)
{
    return {base::ErrorKind::NotKnown, std::move(message), {}};
}

base::Result<void> checkOneCluster(std::span<const SparkRecord> records)
{
    const SparkFacts *first = nullptr;
    for (const SparkRecord &record : records) {
        const SparkFacts &spark = record.facts;
        if (!isSetUp(spark))
            return notKnown(Message("adopt.no-record"_msg).with("spark", spark.hostname));
        if (!first)
            first = &spark;
        if (spark.receipt->clusterId != first->receipt->clusterId)
            return base::refused(Message("adopt.two-clusters"_msg)
                                     .with("spark", first->hostname)
                                     .with("cluster", first->receipt->clusterName)
                                     .with("other", spark.hostname)
                                     .with("othercluster", spark.receipt->clusterName));
    }
    return {};
}

// A Spark that left while it could not be reached still has the record of then: nobody else counts it in any more.
base::Result<void> checkAllBelong(std::span<const SparkRecord> records)
{
    for (const SparkRecord &record : records) {
        bool anyoneKnows = false, named = false;
        for (const SparkRecord &other : records) {
            if (&other == &record || other.peers.empty())
                continue;
            anyoneKnows = true;
            named |= std::any_of(other.peers.begin(), other.peers.end(),
                [&](const RecordedPeer &peer) { return isOneOf(record.facts, peer); });
        }
        if (anyoneKnows && !named)
            return base::refused(Message("adopt.older-record"_msg).with("spark", record.facts.hostname));
    }
    return {};
}

// The lanes by their subnets, from the receipts alone. Nothing where halves of both sides share a subnet.
std::optional<std::vector<Lane>> lanesOnRecord(std::span<const SparkRecord> records)
{
    std::map<Ipv4Prefix, Lane> bySubnet;
    for (const SparkRecord &record : records)
        for (const HalfConfig &half : record.facts.receipt->config.halves) {
            const Ipv4Prefix subnet = half.address.prefix();
            Lane &lane = bySubnet.try_emplace(subnet).first->second;
            if (!lane.ends.empty() && lane.side != half.half.side)
                return std::nullopt;
            lane.side = half.half.side;
            lane.subnet = subnet;
            lane.ends.push_back({{record.facts.id, half.half}, half.netdev, {}, half.address});
        }
    std::vector<Lane> lanes;
    for (auto &[subnet, lane] : bySubnet)
        lanes.push_back(std::move(lane));
    return lanes;
}

int largestMtu(std::span<const SparkRecord> records)
{
    int mtu = 1500;
    for (const SparkRecord &record : records)
        for (const HalfConfig &half : record.facts.receipt->config.halves)
            mtu = std::max(mtu, half.mtu);
    return mtu;
}

// As if every half on record had its link now: a pulled plug is no reason not to know the cluster.
std::vector<SparkFacts> litFacts(std::span<const SparkRecord> records)
{
    std::vector<SparkFacts> sparks;
    for (const SparkRecord &record : records) {
        sparks.push_back(record.facts);
        for (const HalfConfig &config : record.facts.receipt->config.halves) {
            auto &halves = sparks.back().halves;
            auto half = std::find_if(
                halves.begin(), halves.end(), [&](const HalfFacts &each) { return each.id == config.half; });
            if (half == halves.end()) {
                half = halves.insert(halves.end(), HalfFacts());
                half->id = config.half;
                half->netdev = config.netdev;
            }
            half->carrier = true;
            half->adminUp = true;
        }
        std::sort(sparks.back().halves.begin(), sparks.back().halves.end(),
            [](const HalfFacts &a, const HalfFacts &b) { return a.id < b.id; });
    }
    return sparks;
}

bool isAsRecorded(const AddressPlan &plan, std::span<const SparkRecord> records)
{
    return std::all_of(records.begin(), records.end(), [&](const SparkRecord &record) {
        return plan.halvesOf(record.facts.id) == record.facts.receipt->config.halves;
    });
}

// The lanes of Sparks that are gone: only those of the others are left of them.
void dropLoneEnds(std::vector<SparkRecord> &records)
{
    std::map<Ipv4Prefix, int> ends;
    for (const SparkRecord &record : records)
        for (const HalfConfig &half : record.facts.receipt->config.halves)
            ++ends[half.address.prefix()];
    for (SparkRecord &record : records)
        std::erase_if(record.facts.receipt->config.halves,
            [&](const HalfConfig &half) { return ends[half.address.prefix()] < 2; });
}

base::Result<AddressPlan> addressesOnRecord(std::span<const SparkRecord> records)
{
    const auto lanes = lanesOnRecord(records);
    if (!lanes)
        return notKnown(Message("adopt.no-whole"_msg));
    AddressRequest request;
    request.mtu = largestMtu(records);
    const CableMap map = mapOfLanes(*lanes);
    const std::vector<SparkFacts> sparks = litFacts(records);
    // Storage shows as frames of 1500 bytes beside large ones, or as a half that nobody else is with.
    const bool mixed = std::any_of(records.begin(), records.end(), [&](const SparkRecord &record) {
        const auto &halves = record.facts.receipt->config.halves;
        return std::any_of(
            halves.begin(), halves.end(), [&](const HalfConfig &half) { return half.mtu != request.mtu; });
    });
    if (mixed || !map.unknown.empty())
        request.goal = Topology::SplitRole;
    auto plan = planAddresses(map, sparks, request);
    if (!plan || !isAsRecorded(*plan, records))
        return notKnown(Message("adopt.no-whole"_msg));
    return plan;
}

} // namespace

std::vector<RecordedPeer> recordedPeers(std::string_view knownHosts)
{
    std::vector<RecordedPeer> peers;
    for (const std::string_view line : base::split(knownHosts, '\n')) {
        const auto fields = base::split(line, ' ');
        if (line.empty() || line.front() == '#' || fields.size() != 3)
            continue;
        RecordedPeer peer;
        for (const std::string_view name : base::split(fields[0], ','))
            if (isHostNameOrAddress(std::string(name)) && peer.names.size() < kMaxNames)
                peer.names.emplace_back(name);
        if (peer.names.empty())
            continue;
        auto known = std::find_if(
            peers.begin(), peers.end(), [&](const RecordedPeer &other) { return other.names == peer.names; });
        if (known == peers.end() && peers.size() >= kMaxPeers)
            break;
        if (known == peers.end())
            known = peers.insert(peers.end(), std::move(peer));
        if (known->hostKeys.size() < kMaxKeys)
            known->hostKeys.push_back({std::string(fields[1]), std::string(fields[2])});
    }
    return peers;
}

std::vector<RecordedPeer> missingPeers(std::span<const SparkRecord> records, std::span<const std::string> without)
{
    std::vector<RecordedPeer> missing;
    for (const SparkRecord &record : records)
        for (const RecordedPeer &peer : record.peers) {
            const bool here = std::any_of(
                records.begin(), records.end(), [&](const SparkRecord &other) { return isOneOf(other.facts, peer); });
            const bool told = std::any_of(missing.begin(), missing.end(),
                [&](const RecordedPeer &other) { return other.hostKeys == peer.hostKeys; });
            if (!here && !told && !isNamed(peer, without))
                missing.push_back(peer);
        }
    return missing;
}

base::Result<RecordedCluster> recordedCluster(
    std::span<const SparkRecord> records, std::span<const std::string> without)
{
    if (const auto one = checkOneCluster(records); !one)
        return one.error();
    if (const auto all = checkAllBelong(records); !all)
        return all.error();
    RecordedCluster cluster;
    std::vector<SparkRecord> kept(records.begin(), records.end());
    for (const SparkRecord &record : kept) {
        const Receipt &receipt = *record.facts.receipt;
        if (!cluster.id.empty() && receipt.appliedUtcMs < cluster.appliedUtcMs)
            continue;
        cluster.id = receipt.clusterId;
        cluster.name = receipt.clusterName;
        cluster.owner = receipt.owner;
        cluster.appliedUtcMs = receipt.appliedUtcMs;
    }
    if (!without.empty())
        dropLoneEnds(kept);
    auto addresses = addressesOnRecord(kept);
    if (!addresses)
        return addresses.error();
    cluster.addresses = std::move(addresses).value();
    return cluster;
}

} // namespace sparkloom::domain
