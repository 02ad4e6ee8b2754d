// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/crosscheck.h"

#include <QJsonObject>

namespace sparkloom::engine::report {

// The second opinion of iperf3, as `sparkloomctl test tcp --cross-check --json` prints it.
QJsonObject crossCheckJson(const CrossCheckReport &report);

} // namespace sparkloom::engine::report
