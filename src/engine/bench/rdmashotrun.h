// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/shotrun.h"
#include "protocol/messages_rdma.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// One run of one shot over RDMA: both ends opened, joined, measured, their data verified, and the counters before and
// after.
struct RdmaShotSettings {
    protocol::RdmaOperation operation = protocol::RdmaOperation::Write;
    int queuePairs = 4; // of each lane
    std::int64_t messageBytes = 65536;
    int depth = 16;    // messages in flight on each queue pair
    int gidIndex = -1; // -1: by the rule
    int rounds = 20000;
    std::chrono::milliseconds warmUp{500};
    std::chrono::milliseconds measure{3000};
};

struct RdmaShotRun {
    // Lanes, wires and CPU as those of a TCP run. Of READ the receiver is the active end.
    ShotRun run;
    std::vector<std::uint64_t> checkedBytes; // by lane, that were compared with the pattern
    std::vector<std::uint64_t> wrongBytes;   // of them
    std::vector<bool> answered;              // by lane: a packet came back before the first RDMA
    std::optional<protocol::RdmaResult::Latency> latency;
    std::map<domain::SparkId, std::vector<protocol::RdmaAsync>> events; // of the NICs that took part
};

// How long a run takes, if nothing goes wrong.
std::chrono::milliseconds durationOf(const RdmaShotSettings &settings);

// Bounded in every phase; after a cancel nothing is left on any Spark. Lanes carry data; pingPong: the lane whose
// latency is measured, meanwhile or alone. onRate: what all lanes receive together, in Gb/s, about four times a
// second. Errors: those of the agents (protocol and "rdma."), Unreachable, Cancelled.
QCoro::Task<base::Result<RdmaShotRun>> runRdmaShot(std::vector<TestLane> lanes, std::optional<TestLane> pingPong,
    RdmaShotSettings settings, AgentOf agents, std::function<void(double)> onRate, CancelToken token);

} // namespace sparkloom::engine
