// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/words.h"
#include "domain/plan/halfsteps.h"
#include "engine/cluster.h"
#include "engine/flow/views.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

// Pieces of the JSON documents that --json prints. Sentences stand beside stable words and ids, never in their place.
namespace sparkloom::cli {

// An object or array from JSON text that protocol/codec made.
QJsonObject objectOf(const std::string &json);

QJsonObject foundJson(const engine::FoundHost &host);
QJsonObject hostJson(const engine::HostView &host); // without facts
QJsonArray hostsJson(const std::vector<engine::HostView> &hosts);
QJsonObject cablingJson(const engine::CablingView &cabling, const Names &names);
// steps: what becomes of every half, from before anything was applied.
QJsonObject planJson(const domain::Plan &plan, const std::vector<domain::PreflightFinding> &findings,
    const std::vector<domain::HalfStep> &steps);
QJsonObject reportJson(const engine::VerifyReport &report);
QJsonObject driftJson(const engine::DriftView &view);
QJsonArray statusJson(const std::vector<engine::SparkStatus> &status);
QJsonArray sentencesJson(const std::vector<base::Message> &messages);

} // namespace sparkloom::cli
