// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/measure/figure.h"
#include "engine/report/planreport.h"
#include "engine/text/text.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

// The parts of a figure that tests of every layer share.
namespace sparkloom::engine::report {

QString jsonWord(domain::Verdict verdict); // "not-tested"
QJsonObject runJson(const domain::RunFigure &run);
QJsonObject bandJson(const domain::Band &band);

} // namespace sparkloom::engine::report
