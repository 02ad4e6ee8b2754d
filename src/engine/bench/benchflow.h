// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include "engine/bench/testreport.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

class ErrorWatch;
class NcclCopy;
struct CrossCheckReport;
class TestPace;
class TestResults;
struct LadderMeans;
struct TestSpark;

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

    // The owner's iperf3 beside the TCP engine, each half in each direction (engine/bench/crosscheck.h). It changes no
    // verdict and no report.
    QCoro::Task<base::Result<CrossCheckReport>> crossCheck(TestOptions options);

    // How long it takes and what it loads, from what is known of the Sparks now. Errors: as above, but no Refused.
    base::Result<TestEstimate> estimate(TestKind kind, const TestOptions &options) const;
    // What uses the fabric at this moment, or may (engine/bench/fabricuse.h).
    QCoro::Task<base::Result<std::vector<base::Message>>> others();

    // NCCL where it is missing, from another Spark.
    std::shared_ptr<NcclCopy> ncclCopy() const;

    // Where this computer remembers what the cluster reached before; not owned, null: nowhere.
    void setResults(TestResults *results) { m_results = results; }

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
        std::vector<TestSpark> sparks;
        domain::AddressPlan plan; // of the Sparks that take part
        std::vector<TestWay> ways;
        std::vector<base::Message> missing; // Sparks that were not reached
    };
    // What a test holds from its beginning to its end: the flow alive, other tests out, the session busy.
    struct Work {
        std::shared_ptr<BenchFlow> self;
        std::shared_ptr<void> running;
        std::shared_ptr<void> busy;
        CancelToken token;
        Ground ground;
        std::shared_ptr<ErrorWatch> errors; // null where a Spark does not tell them
    };
    using Measure = std::function<QCoro::Task<TestShot>(CancelToken)>;
    using Tell = std::function<void(const TestProgress &)>;
    // Refused while another one runs; else as the tests say.
    QCoro::Task<base::Result<Work>> start(TestOptions options);
    QCoro::Task<base::Result<TestReport>> measureAll(
        Work work, TestKind kind, TestOptions options, std::shared_ptr<TestPace> pace, std::vector<Measure> measures);
    base::Result<Ground> ground(const TestOptions &options) const;
    std::vector<std::chrono::milliseconds> durationsOf(
        TestKind kind, const Ground &ground, const TestOptions &options) const;
    LadderMeans meansOf(const Ground &ground, const TestOptions &options, std::shared_ptr<TestPace> pace) const;
    QCoro::Task<base::Result<Ground>> prepare(TestOptions options, CancelToken token);
    base::Result<std::vector<TestWay>> chosen(const std::vector<TestWay> &ways, const TestOptions &options) const;
    std::shared_ptr<TestPace> paceOf(TestKind kind, const Ground &ground, const TestOptions &options);
    void begin(TestKind kind, const Ground &ground, const TestOptions &options);
    void addShot(const TestShot &shot);
    void addStep(const LadderStep &step);
    void end(); // others may run from here on
    void setProgress(std::optional<TestProgress> progress);
    QCoro::Task<base::Result<TestReport>> finished(Work work);

    std::shared_ptr<SessionCore> m_core;
    std::optional<TestProgress> m_progress;
    std::optional<TestReport> m_soFar;
    std::optional<TestReport> m_report;
    TestResults *m_results = nullptr;
    std::weak_ptr<void> m_running;
};

} // namespace sparkloom::engine
