// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/fullspeed.h"

#include "viewmodels/testwords.h"

#include <algorithm>

namespace sparkloom::viewmodels {

using engine::LadderStep;

namespace {

const LadderStep *stepOf(const engine::TestReport &report, LadderStep::Kind kind)
{
    const auto step = std::find_if(
        report.steps.begin(), report.steps.end(), [kind](const LadderStep &each) { return each.kind == kind; });
    return step == report.steps.end() ? nullptr : &*step;
}

// It was measured, every figure of it, and is good.
bool isGood(const LadderStep *step)
{
    return step && !step->shots.empty() && step->verdict == domain::Verdict::Good
        && std::all_of(step->shots.begin(), step->shots.end(), [](const engine::TestShot &shot) {
               return !shot.error && (!shot.figures.empty() || shot.nccl) && shot.verdict() == domain::Verdict::Good;
           });
}

bool withRdma(const LadderStep &step)
{
    return std::all_of(step.shots.begin(), step.shots.end(), [](const engine::TestShot &shot) {
        return shot.layer == engine::TestLayer::Rdma
            || (shot.nccl && shot.nccl->network == QStringLiteral("IB") && !shot.nccl->figures.empty());
    });
}

} // namespace

bool provesFullSpeed(const engine::TestReport &report)
{
    const engine::TestOptions &options = report.options;
    const bool whole = !options.cable && options.pair.isEmpty() && options.cages.empty();
    const bool nothingWrong = std::none_of(
        report.steps.begin(), report.steps.end(), [](const LadderStep &step) { return domain::isWrong(step.verdict); });
    if (report.kind != engine::TestKind::Ladder || !whole || !nothingWrong || !domain::isFine(report.verdict))
        return false;
    const LadderStep *each = stepOf(report, LadderStep::Kind::EachHalf);
    const LadderStep *both = stepOf(report, LadderStep::Kind::BothHalves);
    if (!isGood(each) || !isGood(both))
        return false;
    const LadderStep *nccl = stepOf(report, LadderStep::Kind::NcclLarge);
    return (withRdma(*each) && withRdma(*both)) || (isGood(nccl) && withRdma(*nccl));
}

QString fullSpeedSentence(int sparks)
{
    if (sparks == 2)
        return TestWords::tr("Your two Sparks are connected at full speed.");
    return TestWords::tr("Your %n Sparks are connected at full speed.", nullptr, sparks);
}

} // namespace sparkloom::viewmodels
