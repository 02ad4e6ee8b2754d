// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/benchflow.h"
#include "engine/bench/shotrun.h"

namespace sparkloom::engine {

base::Result<TestEstimate> BenchFlow::estimate(TestKind, const TestOptions &options) const
{
    TestEstimate estimate;
    const auto plan = m_core->cluster().applied ? *m_core->cluster().applied : planFromFacts(m_core->readyFacts());
    for (const TestWay &way : waysOf(plan)) {
        estimate.cables.push_back(way.cable);
        estimate.shots += 7;
    }
    ShotSettings settings;
    settings.measure = options.measure;
    estimate.duration = estimate.shots * (options.quick() ? 1 : 3) * durationOf(settings);
    return estimate;
}

QCoro::Task<base::Result<TestReport>> BenchFlow::testRdma(TestOptions)
{
    co_return base::refused(base::Message(base::MessageId("bench.another-runs")));
}
QCoro::Task<base::Result<TestReport>> BenchFlow::testNccl(TestOptions)
{
    co_return base::refused(base::Message(base::MessageId("bench.another-runs")));
}

} // namespace sparkloom::engine
