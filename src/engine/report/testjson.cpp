// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/testjson.h"

#include "engine/bench/ladder.h"
#include "engine/report/errorjson.h"
#include "engine/report/figurejson.h"
#include "engine/report/nccljson.h"
#include "engine/text/text.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
namespace {

QString kindWord(engine::Shot::Kind kind)
{
    using Kind = engine::Shot::Kind;
    return kind == Kind::OneHalf   ? u"one-half"_s
        : kind == Kind::BothHalves ? u"all-halves"_s
        : kind == Kind::BothWays   ? u"both-ways"_s
                                   : u"everything"_s;
}

QJsonObject figureJson(const engine::TestFigure &figure)
{
    QJsonArray runs, lanes;
    for (const domain::RunFigure &run : figure.figure.runs)
        runs << runJson(run);
    for (const engine::TestLane &lane : figure.lanes)
        lanes << QJsonObject{{u"from"_s, QString::fromStdString(domain::toText(lane.from.half.half))},
            {u"to"_s, QString::fromStdString(domain::toText(lane.to.half.half))}, {u"mtu"_s, lane.mtu}};
    const domain::Spread spread = figure.figure.spread();
    QJsonObject json{{u"from"_s, figure.from}, {u"to"_s, figure.to}, {u"cable"_s, figure.cable}, {u"lanes"_s, lanes},
        {u"unit"_s, u"Gb/s"_s}, {u"value"_s, spread.median}, {u"least"_s, spread.least}, {u"most"_s, spread.most},
        {u"runs"_s, runs}, {u"verdict"_s, jsonWord(figure.figure.verdict)},
        {u"sentence"_s, engine::text::sentence(figure.figure.reason)}};
    if (const auto &band = figure.figure.band)
        json.insert(u"band"_s, bandJson(*band));
    return json;
}

QString layerWord(TestLayer layer)
{
    return layer == TestLayer::Tcp ? u"tcp"_s : layer == TestLayer::Rdma ? u"rdma"_s : u"nccl"_s;
}

QString lengthWord(TestLength length)
{
    switch (length) {
    case TestLength::Quick: return u"quick"_s;
    case TestLength::Normal: return u"normal"_s;
    case TestLength::Full: return u"full"_s;
    case TestLength::Soak: break;
    }
    return u"soak"_s;
}

QJsonArray latenciesJson(const TestShot &shot)
{
    QJsonArray array;
    for (const LatencyFigure &latency : shot.latencies)
        array << QJsonObject{{u"from"_s, latency.from}, {u"to"_s, latency.to}, {u"cable"_s, latency.lane.cable},
            {u"half"_s, QString::fromStdString(domain::toText(latency.lane.from.half.half))},
            {u"underLoad"_s, latency.underLoad}, {u"samples"_s, qint64(latency.samples)}, {u"p50Us"_s, latency.p50},
            {u"p99Us"_s, latency.p99}, {u"p999Us"_s, latency.p999}, {u"verdict"_s, jsonWord(latency.verdict)},
            {u"sentence"_s, text::sentence(latency.reason)}};
    return array;
}

QJsonArray errorsJson(const TestShot &shot)
{
    QJsonArray array;
    for (const ErrorDelta &error : shot.errors)
        array << QJsonObject{{u"spark"_s, error.spark}, {u"half"_s, QString::fromStdString(domain::toText(error.half))},
            {u"counter"_s, error.counter}, {u"count"_s, qint64(error.count)}};
    return array;
}

QJsonArray shotsJson(const std::vector<engine::TestShot> &shots)
{
    QJsonArray array;
    for (const engine::TestShot &shot : shots) {
        QJsonArray figures;
        for (const engine::TestFigure &figure : shot.figures)
            figures << figureJson(figure);
        QJsonObject json{{u"kind"_s, kindWord(shot.kind)}, {u"layer"_s, layerWord(shot.layer)},
            {u"cable"_s, shot.cable}, {u"figures"_s, figures}};
        if (!shot.latencies.empty())
            json.insert(u"latencies"_s, latenciesJson(shot));
        if (shot.nccl)
            json.insert(u"nccl"_s, ncclJson(*shot.nccl));
        if (!shot.errors.empty())
            json.insert(u"errorCounters"_s, errorsJson(shot));
        if (shot.error)
            json.insert(u"error"_s, errorJson(*shot.error));
        array << json;
    }
    return array;
}

QJsonArray stepsJson(const std::vector<engine::LadderStep> &steps)
{
    QJsonArray array;
    for (const engine::LadderStep &step : steps)
        array << QJsonObject{{u"rung"_s, QString::fromStdString(engine::titleOf(step.kind).id).section(u'.', 1)},
            {u"verdict"_s, jsonWord(step.verdict)}, {u"counts"_s, step.counts}, {u"seen"_s, sentencesJson(step.seen)},
            {u"remedies"_s, sentencesJson(step.remedies)}, {u"shots"_s, shotsJson(step.shots)}};
    return array;
}

} // namespace

QString jsonWord(TestKind kind)
{
    switch (kind) {
    case TestKind::Tcp: return u"tcp"_s;
    case TestKind::Rdma: return u"rdma"_s;
    case TestKind::Nccl: return u"nccl"_s;
    case TestKind::Ladder: break;
    }
    return u"ladder"_s;
}

int exitCodeOf(const TestReport &report)
{
    constexpr int kWrong = 1;
    constexpr int kNotKnown = 3;
    return domain::isWrong(report.verdict) ? kWrong : domain::isFine(report.verdict) ? 0 : kNotKnown;
}

QJsonObject testDocument(const TestReport &report)
{
    return {{u"schema"_s, u"sparkloom-test"_s}, {u"version"_s, 1}, {u"exitCode"_s, exitCodeOf(report)},
        {u"test"_s, jsonWord(report.kind)}, {u"report"_s, testJson(report)}};
}

QJsonObject testJson(const engine::TestReport &report)
{
    QJsonObject json{{u"when"_s, report.when.toString(Qt::ISODate)}, {u"streams"_s, report.options.streams},
        {u"seconds"_s, double(report.options.measure.count()) / 1000}, {u"quick"_s, report.options.quick()},
        {u"length"_s, lengthWord(report.options.length)}, {u"alarms"_s, sentencesJson(report.alarms)},
        {u"fingerprint"_s, report.fingerprint}, {u"verdict"_s, jsonWord(report.verdict)},
        {u"sentence"_s, engine::text::sentence(report.sentence)}, {u"proven"_s, sentencesJson(report.proven)},
        {u"notProven"_s, sentencesJson(report.notProven)}};
    if (report.steps.empty())
        json.insert(u"shots"_s, shotsJson(report.shots));
    else
        json.insert(u"steps"_s, stepsJson(report.steps));
    return json;
}

} // namespace sparkloom::engine::report
