// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/ncclplan.h"
#include "engine/bench/ncclrun.h"
#include "engine/bench/shotrun.h"

#include <QCoroTask>

#include <functional>
#include <map>
#include <vector>

namespace sparkloom::engine {

// What one measurement with NCCL moves.
struct NcclLoad {
    std::vector<protocol::NcclCollective> collectives;
    std::int64_t minBytes = 32 << 20;
    std::int64_t maxBytes = 1 << 30;
    int factor = 2;
    int iterations = 20;
    int warmUps = 5;
    bool inPlace = false;
    int runs = 3;
};

// Measures with NCCL on all Sparks of a group and judges it: the same library on all of them, bounded runs, results
// compared, the way that the data took by NCCL's log and by counters of the same time. Values in, values out; main
// thread. The coroutines need this object as long as they run.
class NcclTest {
public:
    NcclTest(std::vector<TestSpark> sparks, domain::AddressPlan plan, const std::vector<TestWay> &ways,
        TestOptions options, std::function<void(const TestProgress &)> onProgress);

    const std::vector<NcclGroup> &groups() const { return m_groups; }
    // What the options ask for.
    NcclLoad load() const;
    // All runs of one load on one group. Errors end it and stand in the shot, Cancelled too; NotKnown where NCCL is not
    // installed or does not fit together: it was not tested.
    QCoro::Task<TestShot> measure(NcclGroup group, NcclLoad load, CancelToken token);
    std::chrono::milliseconds durationOf(const NcclGroup &group, const NcclLoad &load) const;
    // Bytes that each rank needs.
    static std::int64_t memoryOf(const NcclLoad &load);

    // Who has to reach whom, over management, before ranks meet: each the next one and the first, both ways. In rounds,
    // so that no Spark is asked too much at once.
    using RankPair = std::pair<std::size_t, std::size_t>;
    static std::vector<std::vector<RankPair>> probeRounds(std::size_t ranks);

private:
    using Looks = std::map<domain::SparkId, protocol::NcclLookAnswer>;
    // One whole run with the counters around it.
    struct Measured {
        NcclRunResult result;
        Snapshots before;
        Snapshots after;
        std::chrono::nanoseconds window{0};
    };
    QCoro::Task<bool> reach(NcclGroup group, TestShot &shot, CancelToken token);
    QCoro::Task<bool> reachThese(NcclGroup group, std::vector<RankPair> pairs, TestShot &shot, CancelToken token);
    QCoro::Task<bool> look(NcclGroup group, TestShot &shot, CancelToken token);
    QCoro::Task<base::Result<Measured>> run(
        NcclGroup group, NcclLoad load, int number, protocol::NcclRunRequest request, CancelToken token);
    protocol::NcclRunRequest requestOf(const NcclGroup &group, const NcclLoad &load) const;
    void describe(const NcclGroup &group, const protocol::NcclRunRequest &request, NcclOutcome &outcome) const;
    void add(TestShot &shot, const NcclGroup &group, const protocol::NcclRunRequest &request,
        const Measured &measured) const;
    void conclude(NcclOutcome &outcome) const;
    static void sayTransport(NcclOutcome &outcome);
    void tell(const NcclGroup &group, const NcclLoad &load, int run, double gbps) const;
    const TestSpark *spark(const domain::SparkId &id) const;
    QString nameOf(const domain::SparkId &id) const;
    AgentOf agents() const;

    std::vector<TestSpark> m_sparks;
    domain::AddressPlan m_plan;
    std::vector<NcclGroup> m_groups;
    TestOptions m_options;
    std::function<void(const TestProgress &)> m_onProgress;
    Looks m_looks;
};

// What the counters of one rank say of a run, beside what it must have received and what NCCL's log says; exposed for
// tests.
struct NcclEvidence {
    double jobBytes = 0;                    // that it received
    std::optional<std::uint64_t> wireBytes; // of its cages
    std::optional<std::uint64_t> rdmaBytes; // of the RoCE devices of its halves
    QString network;                        // of NCCL's log: "IB", "Socket"
    std::chrono::nanoseconds window{0};
    double linkGbps = 0;
};
domain::WireVerdict judgeNccl(const NcclEvidence &evidence);

} // namespace sparkloom::engine
