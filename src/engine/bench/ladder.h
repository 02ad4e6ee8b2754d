// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/apply/verifier.h"
#include "engine/bench/nccltest.h"
#include "engine/bench/rounds.h"
#include "engine/bench/tcptest.h"
#include "engine/bench/testpace.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <vector>

namespace sparkloom::engine {

// RDMA as the ladder uses it (RdmaTest); empty functions: not here.
struct LadderRdma {
    std::function<QCoro::Task<TestShot>(Shot, CancelToken)> measure;
    std::function<QCoro::Task<TestShot>(Shot, CancelToken)> latency;
    std::function<QCoro::Task<TestShot>(Shot, CancelToken)> underLoad; // latency while the lanes carry data
    std::function<bool(const base::Error &)> isMissing; // the Sparks have no RDMA, rather than that it failed
    std::chrono::milliseconds shot{0};                  // how long one measurement takes
    std::chrono::milliseconds roundTrips{0};            // and the latency of one cable
};

// What the ladder measures with.
struct LadderMeans {
    std::shared_ptr<TcpTest> tcp;
    LadderRdma rdma;
    std::shared_ptr<NcclTest> nccl;
    std::shared_ptr<Verifier> verifier;
    std::shared_ptr<TestPace> pace;
};

// The ladder: link, PCIe, addresses, large packets and lane, each half, both halves, both directions, all cables at
// once, latency, NCCL with 32 MiB and with 1 GiB, TCP; then, where that was asked for, load for a long time. The data
// rungs use RDMA where the Sparks have it. It stops at the first rung that fails, for what lies above it cannot be
// understood without it, and says what was therefore not tested. The coroutine needs this object as long as it runs.
class Ladder {
public:
    Ladder(LadderMeans means, std::vector<TestWay> ways, TestOptions options);

    // The rungs of these options, in their order.
    std::vector<LadderStep::Kind> rungs() const;
    // How long each measurement takes, when nothing fails.
    std::vector<std::chrono::milliseconds> durations() const;
    // One step for each rung, in their order; onStep: as they come. Cancelled where the token was.
    QCoro::Task<base::Result<std::vector<LadderStep>>> climb(
        std::function<void(const LadderStep &)> onStep, CancelToken token);

    // --- what facts alone say; exposed for tests
    LadderStep linkStep() const;
    LadderStep pcieStep() const;
    LadderStep addressStep() const;

private:
    QCoro::Task<LadderStep> step(LadderStep::Kind kind, CancelToken token);
    QCoro::Task<LadderStep> lanesStep(CancelToken token) const;
    QCoro::Task<LadderStep> shotsStep(LadderStep::Kind kind, CancelToken token);
    QCoro::Task<LadderStep> latencyStep(CancelToken token);
    QCoro::Task<LadderStep> ncclStep(LadderStep::Kind kind, CancelToken token);
    QCoro::Task<LadderStep> tcpStep(CancelToken token);
    QCoro::Task<LadderStep> soakStep(CancelToken token);
    QCoro::Task<TestShot> measure(Shot shot, CancelToken token);
    QCoro::Task<LadderStep> inRounds(
        LadderStep step, std::vector<std::vector<Shot>> rounds, MeasureShot measure, CancelToken token);
    void addShot(LadderStep &step, TestShot shot) const;
    std::vector<domain::LaneEnd> ends() const;
    const TestSpark *spark(const domain::SparkId &id) const;
    std::vector<Shot> shotsOf(LadderStep::Kind kind) const;
    std::vector<Shot> latencyShots() const;
    NcclLoad loadOf(LadderStep::Kind kind) const;
    bool everyHalfHasRdma() const;

    LadderMeans m_means;
    std::vector<TestWay> m_ways;
    TestOptions m_options;
    bool m_rdma = false; // the data rungs use it
    domain::Verdict m_tcpSoFar = domain::Verdict::NotTested;
};

// What a slow half looks like, with what to do about it (measurement-and-safety 5.5); empty where nothing is
// recognised.
struct Signature {
    base::Message seen;
    base::Message remedy;
};
Signature signatureOf(const TestFigure &figure);
Signature signatureOf(const NcclOutcome &outcome);

// NCCL is not there, or this Spark has no place for it now: not tested, which says nothing about the cables. Anything
// else that goes wrong with NCCL would go wrong with a job, too.
bool ncclIsMissing(const base::Error &error);

// The rung's name for sentences: "link", "pcie", "address" and so on.
base::Message titleOf(LadderStep::Kind kind);

} // namespace sparkloom::engine
