// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/addressplan.h"
#include "domain/plan/receipt.h"
#include "domain/plan/sshtrust.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Names of the other Sparks on the fast network, in a block of ours in each Spark's /etc/hosts. The rest of that file
// is never touched: putting the block in and taking it out again gives the same bytes.
namespace sparkloom::domain {

inline constexpr std::string_view kHostsPath = "/etc/hosts";
inline constexpr std::size_t kMaxHostsEntries = 256; // 64 Sparks with four lanes each

// "spark-b-fabric", and for each lane "spark-b-fabric-1a" (cable and half; a star has no cable numbers:
// "spark-b-fabric-a"). Nothing else may stand in the block: no name that a machine has anyway can be led astray.
bool isFabricName(std::string_view name);

// A Spark as the names see it.
struct NamedSpark {
    SparkId id;
    std::string hostname;
};
// What `self` gets: one entry for each lane of the cluster that it shares with another Spark, by address. Sparks whose
// names are no host names or not their own are left out.
std::vector<HostsEntry> hostsEntries(
    const AddressPlan &addresses, const SparkId &self, std::span<const NamedSpark> sparks);
// The names of one Spark in these entries, in order.
std::vector<std::string> fabricNames(
    const AddressPlan &addresses, const SparkId &self, const SparkId &peer, std::span<const NamedSpark> sparks);
// Gives the peers these names too, so that ssh knows user, key and host key under them.
void addFabricNames(
    SshTrust &trust, const AddressPlan &addresses, const SparkId &self, std::span<const NamedSpark> sparks);

// The lines between our two markers; empty where there is no block.
std::string hostsBody(std::string_view file);
std::string renderHostsBody(std::span<const HostsEntry> entries);
// The file with this body in our block, without the block where the body is empty.
std::string withHostsBody(std::string_view file, std::string_view body);

// Names of these entries that the rest of the file gives to another address.
std::vector<std::string> namesTaken(std::string_view file, std::span<const HostsEntry> entries);

} // namespace sparkloom::domain
