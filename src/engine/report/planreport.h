// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/halfsteps.h"
#include "domain/plan/preflight.h"
#include "engine/flow/views.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

// A plan to read and to keep: the same on the command line and from the window.
namespace sparkloom::engine::report {

// A line of a text; the tone is for whom has colours.
struct Line {
    enum class Tone { Plain, Strong, Quiet, Good, Bad, Attention };
    QString text;
    Tone tone = Tone::Plain;
};

using NameOf = std::function<QString(const domain::SparkId &)>;

// What a plan is told with: what speaks for waiting with it, what becomes of every half, and how Sparks are called.
struct PlanContext {
    std::vector<domain::PreflightFinding> findings;
    std::vector<domain::HalfStep> steps;
    NameOf nameOf;
};
// Of the Sparks of a session; whoever is not among them is called by the first part of the id.
PlanContext planContext(const domain::Plan &plan, const std::vector<domain::PreflightFinding> &findings,
    const std::vector<HostView> &hosts);

// withDiff: every Spark for itself, with the diff, the equivalent command and how each change is undone.
std::vector<Line> planLines(const domain::Plan &plan, const PlanContext &context, bool withDiff);
// planLines with diffs as one plain text.
QString planText(const domain::Plan &plan, const PlanContext &context);

// The "plan" of JSON documents.
QJsonObject planJson(const domain::Plan &plan, const std::vector<domain::PreflightFinding> &findings,
    const std::vector<domain::HalfStep> &steps);
// "netplan-file"; stable, never translated.
QString jsonWord(domain::Change::Kind kind);
// Sentences with their ids, for documents.
QJsonArray sentencesJson(const std::vector<base::Message> &messages);

} // namespace sparkloom::engine::report
