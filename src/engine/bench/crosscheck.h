// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/shottest.h"

#include <QCoroTask>

#include <functional>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// One lane in one direction, measured by the TCP engine and right after it by the owner's iperf3: the same streams, the
// same half, a window of the same length.
struct CrossCheckLane {
    TestLane lane;
    QString from; // names
    QString to;
    double gbps = 0;       // ours
    double iperfGbps = 0;  // iperf3's; 0 where there is none
    double iperfCores = 0; // the most that iperf3 used at one of the two ends
    std::uint64_t iperfRetransmits = 0;
    std::optional<base::Error> error; // why one of the two figures is missing
    // Ours by theirs; nothing where one of them is missing.
    std::optional<double> ratio() const
    {
        return gbps > 0 && iperfGbps > 0 ? std::optional(gbps / iperfGbps) : std::nullopt;
    }
};

struct CrossCheckReport {
    struct Program {
        QString spark;
        QString version; // empty: not installed
    };
    std::vector<Program> programs;
    std::vector<CrossCheckLane> lanes; // none where a Spark lacks the program
    // What is missing and that nothing is needed; what the two programs do differently; how far apart they are.
    std::vector<base::Message> said;
};

// iperf3 as a second opinion. It judges nothing: neither figure changes a verdict. Main thread; the coroutines need
// this object as long as they run.
class CrossCheck {
public:
    CrossCheck(std::vector<TestSpark> sparks, TestOptions options, std::function<void(const TestProgress &)> onProgress)
        : m_sparks(std::move(sparks)), m_options(std::move(options)), m_onProgress(std::move(onProgress))
    {}

    // How long it takes for so many lanes, each in both directions.
    static std::chrono::milliseconds durationOf(const TestOptions &options, std::size_t lanes);
    // What goes wrong with one lane stands there. Errors: Cancelled; Unreachable.
    QCoro::Task<base::Result<CrossCheckReport>> run(std::vector<TestLane> lanes, CancelToken token);

private:
    QCoro::Task<base::Result<CrossCheckReport>> look(CancelToken token);
    QCoro::Task<base::Result<CrossCheckLane>> compare(TestLane lane, std::chrono::milliseconds left, CancelToken token);
    std::shared_ptr<AgentClient> agentOf(const domain::SparkId &id) const;
    QString nameOf(const domain::SparkId &id) const;
    void tell(const TestLane &lane, std::chrono::milliseconds left) const;

    std::vector<TestSpark> m_sparks;
    TestOptions m_options;
    std::function<void(const TestProgress &)> m_onProgress;
};

} // namespace sparkloom::engine
