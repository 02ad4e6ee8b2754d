// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/drift.h"

#include <vector>

// The pieces of findDrift(), one concern each.
namespace sparkloom::domain {

// When a file was changed last: its mtime, or its ctime where the mtime is older than the set-up (copied with its
// times) or lies in the future. Nothing where neither can be: the clock was set in between.
std::optional<std::int64_t> changeTime(
    std::int64_t modifiedNs, std::int64_t changedNs, std::int64_t setUpUtcMs, std::int64_t nowUtcMs);

// Netplan files, our sysctl file and our block in /etc/hosts against the receipt.
void addFileDrift(std::vector<DriftFinding> &findings, const DriftInput &input, const Receipt &receipt);
// The live state of the halves against their configuration.
void addHalfDrift(std::vector<DriftFinding> &findings, const SparkFacts &facts, const std::vector<HalfConfig> &halves);
// SSH between the Sparks. complete: `peers` are all Sparks of the cluster, so that whole files can be compared.
void addTrustDrift(std::vector<DriftFinding> &findings, const DriftInput &input, const SshTrust &wanted, bool complete,
    const std::vector<std::string> &peerNames);
// Sets cannotKeep of every finding.
void judgeKeeping(
    SparkDrift &drift, const DriftInput &input, const DriftWanted &wanted, std::span<const DriftInput> sparks);

} // namespace sparkloom::domain
