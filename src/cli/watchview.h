// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveviews.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace sparkloom::cli {

// What `watch` shows of a moment.

// A screen of this many columns: bars for each cable, direction and lane, NOW and PEAK of each Spark below.
QStringList watchScreen(const engine::LiveView &view, int columns);
// One line for each cable and direction, for a file or a pipe.
QStringList watchLines(const engine::LiveView &view);
// What remains to be said at the end: peaks and totals.
QStringList watchSummary(const engine::LiveView &view);
// The document of --json, one line of it for each moment; without schema and version.
QJsonObject watchJson(const engine::LiveView &view);

} // namespace sparkloom::cli
