// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QJsonObject>

namespace sparkloom::engine::report {

// The "nccl" of a shot: what ran, with which settings, which way the data took, and the lines of nccl-tests.
QJsonObject ncclJson(const NcclOutcome &outcome);

} // namespace sparkloom::engine::report
