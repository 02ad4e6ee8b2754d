// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"
#include "engine/jobs/canceltoken.h"

#include <QCoroTask>

#include <functional>
#include <vector>

// Which shots can be measured at the same time, and what such a round says.
namespace sparkloom::engine {

// Through a switch pairs of Sparks do not touch each other as long as no Spark is in two of them; cables keep their
// turns, each alone, so that nothing else can be the reason. A class of 64 on a switch has 8 rounds instead of 256.
std::vector<std::vector<Shot>> roundsOf(std::vector<Shot> shots);

using MeasureShot = std::function<QCoro::Task<TestShot>(Shot, CancelToken)>;

// All of them at the same time, in their order. What then looks slow may have been in the way of the others, and is
// measured again alone, which is what counts; as soon as two of a round were as slow alone, the rest of it stands as it
// was measured.
QCoro::Task<std::vector<TestShot>> measureRound(std::vector<Shot> round, MeasureShot measure, CancelToken token);

} // namespace sparkloom::engine
