// SPDX-License-Identifier: GPL-3.0-or-later
// Measurements, from the Tests page and from the last step of the way.
#include "viewmodels/session/setupcontroller.h"

#include "engine/bench/benchflow.h"

#include <algorithm>

namespace sparkloom::viewmodels {

using namespace base::literals;

namespace {

constexpr std::chrono::milliseconds kShortest{100}; // of a window

// The time of virtual Sparks runs faster.
std::chrono::milliseconds sooner(std::chrono::milliseconds time, double speed)
{
    return std::chrono::milliseconds(qRound64(static_cast<double>(time.count()) / std::max(speed, 0.01)));
}

} // namespace

void SetupController::connectTests()
{
    TestsViewModel &tests = m_pages.tests;
    connect(&tests, &TestsViewModel::choiceChanged, this, &SetupController::estimateTest);
    connect(&tests, &TestsViewModel::lookRequested, this, &SetupController::lookForOthers);
    connect(&tests, &TestsViewModel::startRequested, this, &SetupController::startTest);
    connect(&tests, &TestsViewModel::cancelRequested, this, &SetupController::stopTest);
    connect(&tests, &TestsViewModel::signInRequested, this, [this] { m_pages.steps.go(Step::SignIn); });
    connectNcclCopy();
    connect(&m_pages.prove, &ProveViewModel::measureRequested, this, &SetupController::climbOnProve);
    connect(&m_pages.prove, &ProveViewModel::stopRequested, this, &SetupController::stopTest);
}

void SetupController::enterTests()
{
    estimateTest();
    if (m_pages.tests.state() == TestsViewModel::State::Running)
        return;
    lookForOthers();
    lookForKeptNccl();
}

void SetupController::estimateTest()
{
    if (!m_session || m_pages.tests.cables().empty())
        return;
    engine::TestOptions options = m_pages.tests.options();
    options.measure = engine::usualMeasure(m_pages.tests.kind(), options.length);
    m_pages.tests.setEstimate(m_session->bench().estimate(m_pages.tests.kind(), options));
}

void SetupController::lookForOthers()
{
    if (!m_session || m_pages.tests.cables().empty())
        return;
    m_pages.tests.setLooking();
    whenDone(m_session->bench().others(), [this](const base::Result<std::vector<base::Message>> &seen) {
        if (seen)
            m_pages.tests.setOthers(*seen);
    });
}

void SetupController::startTest()
{
    if (!m_session || m_pages.tests.state() == TestsViewModel::State::Running)
        return;
    const engine::TestOptions options = m_pages.tests.options();
    m_pages.tests.begin();
    if (m_pages.prove.measuring()) {
        m_pages.tests.finish(base::refused("bench.another-runs"_msg));
        return;
    }
    runTest(m_pages.tests.kind(), options);
}

// The last step of the way: the same ladder, over everything, as short as it may be.
void SetupController::climbOnProve()
{
    if (!m_session || m_pages.prove.measuring())
        return;
    m_pages.prove.setProblem({});
    if (m_pages.tests.state() == TestsViewModel::State::Running) {
        m_pages.prove.setMeasured(base::refused("bench.another-runs"_msg));
        return;
    }
    engine::TestOptions options;
    options.length = engine::TestLength::Quick;
    engine::TestReport begun;
    begun.kind = engine::TestKind::Ladder;
    begun.options = options;
    m_pages.prove.setMeasuring(begun, engine::TestProgress());
    runTest(engine::TestKind::Ladder, options);
}

void SetupController::runTest(engine::TestKind kind, engine::TestOptions options)
{
    options.measure = engine::usualMeasure(kind, options.length);
    if (m_virtual) {
        options.measure = std::max(sooner(options.measure, m_speed), kShortest);
        options.warmUp = sooner(options.warmUp, m_speed);
        options.soak = sooner(options.soak, m_speed);
    }
    pushFlow();
    engine::BenchFlow &bench = m_session->bench();
    bench.setResults(m_results);
    m_following = std::make_unique<QObject>(); // what follows this one test
    connect(&bench, &engine::BenchFlow::progressChanged, m_following.get(), [this] {
        const std::optional<engine::TestProgress> &progress = m_session->bench().progress();
        m_pages.tests.setProgress(progress);
        if (progress)
            m_pages.prove.setProgress(*progress);
    });
    connect(&bench, &engine::BenchFlow::soFarChanged, m_following.get(), [this] {
        if (const std::optional<engine::TestReport> &soFar = m_session->bench().soFar()) {
            m_pages.tests.setSoFar(*soFar);
            m_pages.prove.setSoFar(*soFar);
        }
    });
    auto running = kind == engine::TestKind::Tcp ? bench.testTcp(options)
        : kind == engine::TestKind::Rdma         ? bench.testRdma(options)
        : kind == engine::TestKind::Nccl         ? bench.testNccl(options)
                                                 : bench.climb(options);
    whenDone(std::move(running), [this](const base::Result<engine::TestReport> &outcome) { testEnded(outcome); });
}

void SetupController::stopTest()
{
    const bool running = m_pages.tests.state() == TestsViewModel::State::Running || m_pages.prove.measuring();
    if (m_session && running)
        m_session->cancel();
}

void SetupController::testEnded(const base::Result<engine::TestReport> &outcome)
{
    m_following.reset();
    if (m_pages.prove.measuring())
        m_pages.prove.setMeasured(outcome);
    if (m_pages.tests.state() == TestsViewModel::State::Running)
        m_pages.tests.finish(outcome);
    else if (outcome)
        m_pages.tests.remember(*outcome);
    if (outcome && m_results)
        m_results->keep(m_session->cluster().name, outcome->when, documentOf(*outcome));
    pushHosts(); // looked at anew before the test
    estimateTest();
    if (!outcome)
        lookForOthers();
}

void SetupController::readHistory()
{
    if (!m_session || !m_results)
        return;
    m_results->load(m_session->cluster().name)
        .then(this, [this, session = m_session](const base::Result<std::vector<QByteArray>> &documents) {
            if (!documents || !session || session != m_session)
                return;
            std::vector<HistoryEntry> entries;
            for (const QByteArray &document : *documents)
                if (std::optional<HistoryEntry> entry = entryOf(document))
                    entries.push_back(std::move(*entry));
            m_pages.tests.setHistory(entries);
        });
}

} // namespace sparkloom::viewmodels
