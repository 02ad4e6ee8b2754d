// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/halfsteps.h"

#include <map>

namespace sparkloom::domain {
namespace {

HalfStep::Kind kindOf(const HalfStep &step)
{
    if (!step.before)
        return HalfStep::Kind::New;
    if (!step.after)
        return HalfStep::Kind::Goes;
    const bool same = step.before->address == step.after->address && step.before->mtu == step.after->mtu;
    return same ? HalfStep::Kind::Stays : HalfStep::Kind::Changes;
}

} // namespace

std::vector<HalfStep> halfSteps(const AddressPlan &plan, std::span<const SparkFacts> sparks)
{
    std::map<HalfRef, HalfStep> steps;
    for (const SparkFacts &spark : sparks) {
        if (spark.receipt)
            for (const HalfConfig &half : spark.receipt->config.halves)
                steps[{spark.id, half.half}].before = half;
        for (const HalfConfig &half : plan.halvesOf(spark.id))
            steps[{spark.id, half.half}].after = half;
    }
    std::vector<HalfStep> ordered;
    for (auto &[half, step] : steps) {
        step.half = half;
        step.kind = kindOf(step);
        ordered.push_back(step);
    }
    return ordered;
}

} // namespace sparkloom::domain
