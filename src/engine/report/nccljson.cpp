// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/nccljson.h"

#include "engine/bench/ncclplan.h"
#include "engine/report/figurejson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
namespace {

QJsonObject figureJson(const NcclFigure &figure)
{
    QJsonArray runs;
    for (const domain::RunFigure &run : figure.figure.runs)
        runs << runJson(run);
    QJsonObject json{{u"collective"_s, ncclName(figure.collective)}, {u"inPlace"_s, figure.inPlace},
        {u"bytes"_s, QString::number(figure.bytes)}, {u"timeUs"_s, figure.timeUs}, {u"algBw"_s, figure.algBw},
        {u"busBw"_s, figure.busBw()}, {u"slowestTimeUs"_s, figure.slowestTimeUs}, {u"runs"_s, runs},
        {u"verdict"_s, jsonWord(figure.figure.verdict)}, {u"sentence"_s, text::sentence(figure.figure.reason)}};
    if (figure.wrong)
        json.insert(u"wrong"_s, QString::number(*figure.wrong));
    if (figure.figure.band)
        json.insert(u"band"_s, bandJson(*figure.figure.band));
    return json;
}

} // namespace

QJsonObject ncclJson(const NcclOutcome &outcome)
{
    QJsonArray settings, figures;
    for (const NcclOutcome::Setting &setting : outcome.settings)
        settings << QJsonObject{
            {u"name"_s, setting.name}, {u"value"_s, setting.value}, {u"reason"_s, text::sentence(setting.reason)}};
    for (const NcclFigure &figure : outcome.figures)
        figures << figureJson(figure);
    return {{u"ranks"_s, QJsonArray::fromStringList(outcome.ranks)}, {u"blamed"_s, outcome.blamed},
        {u"library"_s, outcome.library}, {u"sha256"_s, outcome.sha256}, {u"ncclVersion"_s, outcome.version},
        {u"code"_s, QJsonArray::fromStringList(outcome.code)}, {u"settings"_s, settings},
        {u"removed"_s, QJsonArray::fromStringList(outcome.removed)},
        {u"settingsFiles"_s, QJsonArray::fromStringList(outcome.settingsFiles)}, {u"network"_s, outcome.network},
        {u"devices"_s, QJsonArray::fromStringList(outcome.devices)}, {u"gpuDirect"_s, outcome.gpuDirect},
        {u"memoryBytes"_s, QString::number(outcome.memory)}, {u"said"_s, sentencesJson(outcome.said)},
        {u"figures"_s, figures}};
}

} // namespace sparkloom::engine::report
