// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QString>

namespace sparkloom::viewmodels {

// The sentence that everybody waits for, and the rule when it may be said: a ladder over every cable found nothing
// wrong, each half alone and all halves of each cable together were good in each direction, and that was measured with
// RDMA, or NCCL has then moved 1 GiB over RDMA at full speed. TCP alone cannot prove it: the CPU of a Spark is its
// limit, not the cable.
bool provesFullSpeed(const engine::TestReport &report);
QString fullSpeedSentence(int sparks); // "Your two Sparks are connected at full speed."

} // namespace sparkloom::viewmodels
