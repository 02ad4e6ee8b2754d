// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/fullspeed.h"

#include "viewmodels/testwords.h"

#include <algorithm>

namespace sparkloom::viewmodels {

using engine::LadderStep;

namespace {

// Every measurement of this rung was made with RDMA, and is good.
bool goodWithRdma(const LadderStep &step)
{
    return !step.shots.empty() && step.verdict == domain::Verdict::Good
        && std::all_of(step.shots.begin(), step.shots.end(), [](const engine::TestShot &shot) {
               return shot.layer == engine::TestLayer::Rdma && !shot.error && !shot.figures.empty()
                   && shot.verdict() == domain::Verdict::Good;
           });
}

} // namespace

bool provesFullSpeed(const engine::TestReport &report)
{
    const engine::TestOptions &options = report.options;
    const bool whole = !options.cable && options.pair.isEmpty() && options.cages.empty();
    if (report.kind != engine::TestKind::Ladder || !whole || !domain::isFine(report.verdict))
        return false;
    const auto good = [&](LadderStep::Kind kind) {
        const auto step = std::find_if(
            report.steps.begin(), report.steps.end(), [kind](const LadderStep &each) { return each.kind == kind; });
        return step != report.steps.end() && goodWithRdma(*step);
    };
    return good(LadderStep::Kind::EachHalf) && good(LadderStep::Kind::BothHalves)
        && std::none_of(report.steps.begin(), report.steps.end(),
            [](const LadderStep &step) { return domain::isWrong(step.verdict); });
}

QString fullSpeedSentence(int sparks)
{
    if (sparks == 2)
        return TestWords::tr("Your two Sparks are connected at full speed.");
    return TestWords::tr("Your %n Sparks are connected at full speed.", nullptr, sparks);
}

} // namespace sparkloom::viewmodels
