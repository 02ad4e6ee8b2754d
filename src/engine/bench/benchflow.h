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
    QCoro::Task<base::Result<TestReport>> climb(TestOptions options);

    const std::optional<TestReport> &report() const { return m_report; }
    const std::optional<TestProgress> &progress() const { return m_progress; } // nothing: no test runs

Q_SIGNALS:
    void progressChanged();
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
    std::optional<TestReport> m_report;
    std::weak_ptr<void> m_running;
};

} // namespace sparkloom::engine
