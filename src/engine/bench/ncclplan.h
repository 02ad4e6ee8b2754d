// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/measure/ncclband.h"
#include "engine/bench/tcptest.h"
#include "protocol/messages_nccl.h"

#include <span>
#include <vector>

// Who takes part in an NCCL run, in which order, with which settings, and what it moves. Values only.
namespace sparkloom::engine {

// Ranks that run together, in their order, and the ways between them.
struct NcclGroup {
    std::vector<domain::SparkId> ranks;
    std::vector<TestWay> ways;
};
// One group of all Sparks, in the order of the ring; for a line, which has no ring, one for each two neighbours.
std::vector<NcclGroup> ncclGroups(const domain::AddressPlan &plan, const std::vector<TestWay> &ways);

// The environment of one rank (measurement-and-safety 1.7): what a job on this cluster gets (domain's
// clusterEnvironment), exact names, NCCL's ring algorithm, and bounded retries.
std::vector<NcclOutcome::Setting> ncclSettings(
    const domain::AddressPlan &plan, const NcclGroup &group, const domain::SparkFacts &spark);
std::vector<protocol::NcclSetting> asProtocol(const std::vector<NcclOutcome::Setting> &settings);

// All six, in the order of nccl-tests' names, where none was chosen.
std::vector<protocol::NcclCollective> ncclCollectives(const NcclOptions &options);
// "all_gather", as nccl-tests calls it.
QString ncclName(protocol::NcclCollective collective);

domain::NcclExpectation ncclExpectation(const NcclGroup &group, const domain::AddressPlan &plan,
    const std::vector<TestSpark> &sparks, protocol::NcclCollective collective, std::int64_t bytes);

// Bytes that this rank receives over the network in the whole run with the ring algorithm: warm-ups, timed operations
// and checks. least: of the timed ones alone.
struct NcclTraffic {
    double all = 0;
    double timed = 0;
};
NcclTraffic ncclTraffic(const protocol::NcclRunRequest &request, int rank);

// What a run takes, in and out included, from what the band expects.
std::chrono::milliseconds ncclDuration(const protocol::NcclRunRequest &request, double busGbps);

// Whether a library holds code that a GPU can run: its own, of a lower minor version of the same generation, or code
// that the driver translates. capability: "12.1".
enum class NcclCode { Own, Translated, None, NotKnown };
NcclCode ncclCodeFor(std::span<const std::string> code, const std::string &capability);

} // namespace sparkloom::engine
