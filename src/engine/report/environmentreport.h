// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/environment.h"
#include "engine/flow/views.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

// The environment for jobs on a cluster: the same on the command line and from the window.
namespace sparkloom::engine::report {

struct SparkEnvironment {
    QStringList sparks; // that share it
    std::vector<domain::EnvironmentVariable> variables;
    std::vector<base::Message> notes; // what to know before using it
};

// By Spark, equal ones together; Sparks that were not inspected are left out.
std::vector<SparkEnvironment> environments(const domain::AddressPlan &plan, const std::vector<HostView> &hosts);
// Lines for a shell, with a reason for each.
QString environmentText(const SparkEnvironment &environment);
// Before each the Sparks that it is for, where there is more than one.
QString environmentsText(const std::vector<SparkEnvironment> &environments);
QJsonObject environmentJson(const std::vector<SparkEnvironment> &environments);

} // namespace sparkloom::engine::report
