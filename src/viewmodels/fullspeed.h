// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QString>

namespace sparkloom::viewmodels {

// The sentence that everybody waits for, and the rule when it may be said: a ladder over every cable found nothing
// wrong, and RDMA was good on each half alone and on all halves of each cable together, in each direction. TCP cannot
// prove it: the CPU of a Spark is its limit, not the cable.
bool provesFullSpeed(const engine::TestReport &report);
QString fullSpeedSentence(int sparks); // "Your two Sparks are connected at full speed."

} // namespace sparkloom::viewmodels
