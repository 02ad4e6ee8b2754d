// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include "engine/bench/testreport.h"

#include <QCoroTask>

#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

class TcpTest;

// Tests of a cluster: what is measured, how it stands, the report. One at a time; cancel() of the session ends it
// within a second and leaves nothing on any Spark. Coroutines keep it alive.
class BenchFlow : public QObject, public std::enable_shared_from_this<BenchFlow> {
    Q_OBJECT
public:
    explicit BenchFlow(std::shared_ptr<SessionCore> core);

    // Errors: Usage, a cable or a Spark that is not there; NotKnown, nothing is set up; Unreachable; Refused, another
    // test runs; Cancelled. What goes wrong with a measurement stands in the report.
    QCoro::Task<base::Result<TestReport>> testTcp(TestOptions options);
    QCoro::Task<base::Result<TestReport>> testRdma(TestOptions options);
    QCoro::Task<base::Result<TestReport>> testNccl(TestOptions options);
    // The ladder. options.length says how far: see TestLength.
    QCoro::Task<base::Result<TestReport>> climb(TestOptions options);

    // How long it takes and what it loads, from what is known of the Sparks now. Errors: as above, but no Refused.
    base::Result<TestEstimate> estimate(TestKind kind, const TestOptions &options) const;

    const std::optional<TestReport> &report() const { return m_report; } // the last one that came to an end
    // Nothing: no test runs. Changes about four times a second.
    const std::optional<TestProgress> &progress() const { return m_progress; }
    // What the running test has so far: shots, or the rungs that are behind it; without verdict and sentence.
    const std::optional<TestReport> &soFar() const { return m_soFar; }

Q_SIGNALS:
    void progressChanged();
    void soFarChanged();
    void reportChanged();

private:
    // Everything that a test needs, from the Sparks as they are now.
    struct Ground {
        std::shared_ptr<TcpTest> tcp;
        domain::AddressPlan plan; // of the Sparks that take part
        std::vector<TestWay> ways;
        std::vector<base::Message> missing; // Sparks that were not reached
    };
    QCoro::Task<base::Result<Ground>> prepare(TestOptions options, CancelToken token);
    base::Result<std::vector<TestWay>> chosen(const std::vector<TestWay> &ways, const TestOptions &options) const;
    TestReport begun(const Ground &ground, const TestOptions &options) const;
    void setProgress(std::optional<TestProgress> progress);
    TestReport finished(TestReport report);

    std::shared_ptr<SessionCore> m_core;
    std::optional<TestProgress> m_progress;
    std::optional<TestReport> m_soFar;
    std::optional<TestReport> m_report;
    std::weak_ptr<void> m_running;
};

} // namespace sparkloom::engine
