// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/occupation.h"

namespace sparkloom::domain {

using namespace base::literals;
using base::Message;
using Consent = PreflightFinding::Consent;

std::vector<PreflightFinding> judgeOccupation(const SparkFacts &spark, const Occupation &occupation)
{
    std::vector<PreflightFinding> findings;
    for (const FabricTraffic &traffic : occupation.traffic)
        if (traffic.gigabitsPerSecond > kBusyGigabitsPerSecond)
            findings.push_back({Consent::Busy, spark.id,
                Message("preflight.rdma-traffic"_msg)
                    .with("spark", spark.hostname)
                    .with("interface", traffic.netdev)
                    .with("gbps", traffic.gigabitsPerSecond)});
    for (const FabricJob &job : occupation.jobs) {
        // A model server that nobody saw on the fabric may serve from this Spark alone. Whether it does is certain only
        // where its open devices could be looked at.
        if (!job.usesFabric && occupation.sawEveryProcess)
            continue;
        Message text(!job.usesFabric                       ? "preflight.maybe-busy"_msg
                : job.kind == FabricJob::Kind::ModelServer ? "preflight.model-server"_msg
                                                           : "preflight.job"_msg);
        findings.push_back({job.usesFabric ? Consent::Busy : Consent::None, spark.id,
            std::move(text).with("spark", spark.hostname).with("program", job.program).with("pid", job.pid)});
    }
    return findings;
}

} // namespace sparkloom::domain
