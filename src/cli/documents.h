// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/words.h"
#include "domain/plan/halfsteps.h"
#include "engine/cluster.h"
#include "engine/flow/views.h"
#include "engine/report/environmentreport.h"
#include "engine/report/planreport.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

// Pieces of the JSON documents that --json prints. Sentences stand beside stable words and ids, never in their place.
namespace sparkloom::cli {

using engine::report::environmentJson;
using engine::report::planJson;
using engine::report::sentencesJson;

// An object or array from JSON text that protocol/codec made.
QJsonObject objectOf(const std::string &json);

QJsonObject foundJson(const engine::FoundHost &host);
QJsonObject hostJson(const engine::HostView &host); // without facts
QJsonArray hostsJson(const std::vector<engine::HostView> &hosts);
QJsonObject cablingJson(const engine::CablingView &cabling, const Names &names);
QJsonObject reportJson(const engine::VerifyReport &report);
QJsonObject driftJson(const engine::DriftView &view);
QJsonArray statusJson(const std::vector<engine::SparkStatus> &status);

} // namespace sparkloom::cli
