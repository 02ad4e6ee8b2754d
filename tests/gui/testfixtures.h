// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fixtures.h"

#include <functional>
#include <vector>

// Results of measurements, made of the engine's own lanes, bands and judgements, so that what is shown is what really
// would be.
namespace fixtures {

// Measured over every cable of the plan. share: of what a healthy pair reaches, 1 is healthy.
engine::TestReport tcpReport(const domain::AddressPlan &plan, double share = 1);
// The whole ladder. withRdma: as the proof of full speed needs it.
engine::TestReport ladderReport(const domain::AddressPlan &plan, bool withRdma = true);
// The whole ladder of Sparks of which the second has no NCCL.
engine::TestReport ncclMissingReport(const domain::AddressPlan &plan);
// A ladder that stops at the addresses: half B of the first Spark has none.
engine::TestReport oneHalfReport(const domain::AddressPlan &plan);
// While the rung "both halves" is climbed.
engine::TestProgress climbing(std::chrono::milliseconds elapsed, double gbps);

// States of the Tests page, and of the last step while it measures, to be drawn.
struct TestState {
    const char *name;
    std::function<void(viewmodels::SetupViewModels &)> fill;
};
std::vector<TestState> testStates();

} // namespace fixtures
