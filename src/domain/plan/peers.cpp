// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/peers.h"

#include <algorithm>
#include <set>

namespace sparkloom::domain {
namespace {

std::string withoutZone(const std::string &name)
{
    return name.substr(0, name.find('%'));
}

bool isIpv6(const std::string &name)
{
    return name.find(':') != std::string::npos;
}

// The address of `peer` in each lane that `self` is in too.
std::vector<Ipv4Interface> sharedLaneAddresses(const AddressPlan &addresses, const SparkId &self, const SparkId &peer)
{
    std::vector<Ipv4Interface> found;
    for (const Lane &lane : addresses.lanes) {
        if (lane.role == Lane::Role::Storage)
            continue;
        const bool here =
            std::any_of(lane.ends.begin(), lane.ends.end(), [&](const LaneEnd &end) { return end.half.spark == self; });
        for (const LaneEnd &end : lane.ends)
            if (here && end.half.spark == peer)
                found.push_back(end.address);
    }
    return found;
}

void addName(std::vector<std::string> &names, const std::string &name)
{
    if (isHostNameOrAddress(name) && std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

// The networks in which a Spark has its management address: with DHCP the address itself may change.
void addManagementNetworks(std::set<std::string> &from, const SparkFacts &peer)
{
    for (const OtherInterface &other : peer.others)
        if (other.name == peer.managementInterface)
            for (const Ipv4Interface &address : other.addresses)
                from.insert(address.prefix().toString());
}

bool covered(const std::set<std::string> &from, Ipv4Address address)
{
    return std::any_of(from.begin(), from.end(), [&](const std::string &text) {
        const auto prefix = Ipv4Prefix::parse(text);
        return prefix && prefix->contains(address);
    });
}

} // namespace

SshTrust trustFor(const PlanInput &spark, const std::vector<const PlanInput *> &sparks, const AddressPlan &addresses,
    const std::string &clusterId)
{
    SshTrust trust;
    trust.clusterId = clusterId;
    std::set<std::string> from;
    for (const PlanInput *input : sparks) {
        const SparkFacts &facts = input->facts;
        if (facts.id == spark.facts.id)
            continue;
        SshPeer peer;
        peer.spark = facts.id;
        peer.user = facts.user;
        peer.hostKeys = facts.hostKeys;
        std::sort(peer.hostKeys.begin(), peer.hostKeys.end());
        peer.publicKey = canonicalPublicKey(facts.clusterPublicKey).value_or("");
        for (const std::string &name : input->names)
            addName(peer.names, withoutZone(name));
        addManagementNetworks(from, facts);
        for (const Ipv4Interface &address : sharedLaneAddresses(addresses, spark.facts.id, facts.id)) {
            addName(peer.names, address.address.toString());
            from.insert(address.prefix().toString());
        }
        for (const std::string &name : peer.names) {
            const auto address = Ipv4Address::parse(name);
            if ((address && !covered(from, *address)) || isIpv6(name))
                from.insert(name);
        }
        trust.peers.push_back(std::move(peer));
    }
    trust.allowedFrom.assign(from.begin(), from.end());
    return trust;
}

} // namespace sparkloom::domain
