// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/testjson.h"

#include "engine/bench/ladder.h"
#include "engine/report/errorjson.h"
#include "engine/text/text.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::report {
namespace {

QJsonArray sentencesJson(const std::vector<base::Message> &messages)
{
    QJsonArray array;
    for (const base::Message &message : messages)
        array << QJsonObject{{u"id"_s, QString::fromStdString(message.id)}, {u"text"_s, text::sentence(message)}};
    return array;
}

QString jsonWord(domain::Verdict verdict)
{
    return QString::fromUtf8(domain::toText(verdict).data(), qsizetype(domain::toText(verdict).size()))
        .replace(u' ', u'-');
}

QString jsonWord(engine::Shot::Kind kind)
{
    using Kind = engine::Shot::Kind;
    return kind == Kind::OneHalf   ? u"one-half"_s
        : kind == Kind::BothHalves ? u"all-halves"_s
        : kind == Kind::BothWays   ? u"both-ways"_s
                                   : u"everything"_s;
}

QString jsonWord(domain::WireVerdict verdict)
{
    using enum domain::WireVerdict;
    switch (verdict) {
    case Agrees: return u"agrees"_s;
    case NotMeasured: return u"not-measured"_s;
    case AboveWire: return u"above-wire"_s;
    case CountedTwice: return u"counted-twice"_s;
    case SiblingsAdded: return u"siblings-added"_s;
    case NotOnCable: return u"not-on-cable"_s;
    case LessThanWire: break;
    }
    return u"other-traffic"_s;
}

QString jsonWord(domain::WireSource source)
{
    return source == domain::WireSource::Port  ? u"port"_s
        : source == domain::WireSource::Netdev ? u"netdev"_s
                                               : u"none"_s;
}

QJsonObject runJson(const domain::RunFigure &run)
{
    QJsonArray shares;
    for (const double share : run.shares)
        shares << share;
    // Bytes as text: many readers of JSON keep only 53 bits.
    QJsonObject json{{u"gbps"_s, run.gbps}, {u"payloadBytes"_s, QString::number(run.payloadBytes)},
        {u"wireSource"_s, jsonWord(run.source)}, {u"wire"_s, jsonWord(run.wire)},
        {u"retransmits"_s, qint64(run.retransmits)}, {u"senderCores"_s, run.senderCores},
        {u"receiverCores"_s, run.receiverCores}, {u"streamsLost"_s, run.streamsLost}, {u"laneGbps"_s, shares}};
    if (run.wireBytes)
        json.insert(u"wireBytes"_s, QString::number(*run.wireBytes));
    return json;
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
        json.insert(u"band"_s,
            QJsonObject{{u"good"_s, band->good}, {u"ok"_s, band->ok}, {u"broken"_s, band->broken},
                {u"impossible"_s, band->impossible}, {u"reason"_s, engine::text::sentence(band->reason)}});
    return json;
}

QJsonArray shotsJson(const std::vector<engine::TestShot> &shots)
{
    QJsonArray array;
    for (const engine::TestShot &shot : shots) {
        QJsonArray figures;
        for (const engine::TestFigure &figure : shot.figures)
            figures << figureJson(figure);
        QJsonObject json{{u"kind"_s, jsonWord(shot.kind)}, {u"cable"_s, shot.cable}, {u"figures"_s, figures}};
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
            {u"verdict"_s, jsonWord(step.verdict)}, {u"seen"_s, sentencesJson(step.seen)},
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
