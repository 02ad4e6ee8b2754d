// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/apply/verifier.h"
#include "engine/bench/tcptest.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace sparkloom::engine {

// The ladder: link, PCIe, address, large packets and lane, then TCP over each half, over both, in both directions at
// once. It stops at the first rung that fails, for what lies above it cannot be understood without it, and says what
// was therefore not tested. The coroutine needs this object as long as it runs.
class Ladder {
public:
    Ladder(std::shared_ptr<TcpTest> tcp, std::shared_ptr<Verifier> verifier, std::vector<TestWay> ways,
        TestOptions options);

    int shots() const; // that will be made when nothing fails
    // One step for each rung, in their order. Cancelled where the token was.
    QCoro::Task<base::Result<std::vector<LadderStep>>> climb(CancelToken token);

    // --- what facts alone say; exposed for tests
    LadderStep linkStep() const;
    LadderStep pcieStep() const;
    LadderStep addressStep() const;

private:
    std::vector<domain::LaneEnd> ends() const;
    const TestSpark *spark(const domain::SparkId &id) const;
    QCoro::Task<LadderStep> lanesStep(CancelToken token) const;
    QCoro::Task<LadderStep> tcpStep(LadderStep::Kind kind, CancelToken token) const;
    std::vector<Shot> shotsOf(LadderStep::Kind kind) const;

    std::shared_ptr<TcpTest> m_tcp;
    std::shared_ptr<Verifier> m_verifier;
    std::vector<TestWay> m_ways;
    TestOptions m_options;
};

// What a slow half looks like, with what to do about it (measurement-and-safety 5.5); empty where nothing is
// recognised.
struct Signature {
    base::Message seen;
    base::Message remedy;
};
Signature signatureOf(const TestFigure &figure);

// The rung's name for sentences: "link", "pcie", "address" and so on.
base::Message titleOf(LadderStep::Kind kind);

} // namespace sparkloom::engine
