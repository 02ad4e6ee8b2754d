// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/plan/addressplan.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Reading a cluster back from what its Sparks have on record, for a computer that did not set it up.
namespace sparkloom::domain {

// Another Spark of the cluster, as one Spark knows it.
struct RecordedPeer {
    std::vector<std::string> names; // host name first, then addresses
    std::vector<HostKeyLine> hostKeys;
    friend bool operator==(const RecordedPeer &, const RecordedPeer &) = default;
};

// What one Spark tells: its facts with the receipt, and whom it trusts.
struct SparkRecord {
    SparkFacts facts;
    std::vector<RecordedPeer> peers; // empty where another user of it made the trust
};

// The peers in the text of our known_hosts file (SshTrustState::knownHosts). It comes from a Spark: what is no name of
// a host is left out; at most 256 peers with 64 names and 16 keys each.
std::vector<RecordedPeer> recordedPeers(std::string_view knownHosts);

// Peers that none of these Sparks is: told apart by their host keys. `without`: names of Sparks that are gone for good.
std::vector<RecordedPeer> missingPeers(std::span<const SparkRecord> records, std::span<const std::string> without = {});

// A cluster as it stands on record.
struct RecordedCluster {
    std::string id;
    std::string name;              // that its owner gave it, untrusted plain text
    std::string owner;             // who set it up last, untrusted plain text
    std::int64_t appliedUtcMs = 0; // the last time
    AddressPlan addresses;
};

// The cluster that these Sparks form by their records, without any look at the cables. Errors: a Spark without a
// record, records of two clusters, one of a Spark that has left meanwhile, addresses that make no whole.
base::Result<RecordedCluster> recordedCluster(
    std::span<const SparkRecord> records, std::span<const std::string> without = {});

} // namespace sparkloom::domain
