// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/baseline.h"

#include "domain/measure/baseline.h"
#include "engine/bench/ncclplan.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;

namespace {

constexpr qsizetype kMostBytes = 1 << 20;
constexpr qsizetype kMostEntries = 4096;
constexpr qsizetype kMostKey = 300;
constexpr double kMostGbps = 1e5;

struct Measured {
    QString key;
    QString title; // for a sentence
    const domain::Figure *figure = nullptr;
};

QString textOf(domain::HalfId half)
{
    return QString::fromStdString(domain::toText(half));
}

Measured of(const TestShot &shot, const TestFigure &figure, const TestOptions &options)
{
    QStringList lanes;
    for (const TestLane &lane : figure.lanes)
        lanes << textOf(lane.from.half.half) + u'>' + textOf(lane.to.half.half);
    const QString layer = shot.layer == TestLayer::Rdma ? u"RDMA"_s : u"TCP"_s;
    const int channels = shot.layer == TestLayer::Rdma ? options.rdma.queuePairs : options.streams;
    const QString ends = u"%1 > %2"_s.arg(figure.from, figure.to);
    return {u"%1 %2 %3 %4 x%5 %6"_s.arg(layer)
                .arg(int(shot.kind))
                .arg(ends, lanes.join(u','))
                .arg(channels)
                .arg(shot.layer == TestLayer::Rdma ? options.rdma.messageBytes : 0),
        u"%1, %2, %3"_s.arg(layer, ends, lanes.join(u", "_s)), &figure.figure};
}

Measured of(const NcclOutcome &outcome, const NcclFigure &figure)
{
    const QString what = u"NCCL %1 %2"_s.arg(ncclName(figure.collective)).arg(figure.bytes);
    return {u"%1 %2 %3 %4"_s.arg(
                what, outcome.version, outcome.ranks.join(u','), figure.inPlace ? u"in-place"_s : u"out-of-place"_s),
        what, &figure.figure};
}

std::vector<Measured> measured(const TestReport &report)
{
    std::vector<Measured> all;
    const auto add = [&](const std::vector<TestShot> &shots) {
        for (const TestShot &shot : shots) {
            for (const TestFigure &figure : shot.figures)
                all.push_back(of(shot, figure, report.options));
            for (std::size_t i = 0; shot.nccl && i < shot.nccl->figures.size(); ++i)
                all.push_back(of(*shot.nccl, shot.nccl->figures[i]));
        }
    };
    add(report.shots);
    for (const LadderStep &step : report.steps)
        add(step.shots);
    std::erase_if(all, [](const Measured &each) { return each.figure->runs.empty() || each.key.size() > kMostKey; });
    return all;
}

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

} // namespace

TestBaseline baselineFromJson(const QByteArray &json)
{
    TestBaseline baseline;
    if (json.size() > kMostBytes)
        return baseline;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject gbps = object[u"gbps"_s].toObject();
    if (gbps.size() > kMostEntries)
        return baseline;
    baseline.fingerprint = object[u"fingerprint"_s].toString().left(64);
    for (auto it = gbps.begin(); it != gbps.end(); ++it) {
        const double value = it.value().toDouble();
        if (it.key().size() <= kMostKey && value > 0 && value < kMostGbps)
            baseline.gbps[it.key()] = value;
    }
    return baseline;
}

QByteArray baselineToJson(const TestBaseline &baseline)
{
    QJsonObject gbps;
    for (const auto &[key, value] : baseline.gbps)
        gbps.insert(key, value);
    return QJsonDocument(QJsonObject{{u"schema"_s, u"sparkloom-baseline-1"_s}, {u"fingerprint"_s, baseline.fingerprint},
                             {u"gbps"_s, gbps}})
        .toJson();
}

void compareWithBaseline(TestReport &report, const TestBaseline &baseline)
{
    if (baseline.fingerprint != report.fingerprint)
        return;
    for (const Measured &each : measured(report)) {
        const auto before = baseline.gbps.find(each.key);
        if (before == baseline.gbps.end() || each.figure->verdict == Verdict::Invalid)
            continue;
        std::vector<double> runs;
        for (const domain::RunFigure &run : each.figure->runs)
            runs.push_back(run.gbps);
        const Verdict verdict = domain::besideBaseline(runs, before->second);
        if (verdict == Verdict::Good)
            continue;
        report.verdict = domain::worse(report.verdict, verdict);
        const double now = each.figure->spread().median;
        report.alarms.push_back(base::Message("bench.below-baseline"_msg)
                                    .with("what", each.title.toStdString())
                                    .with("gbps", rounded(now))
                                    .with("before", rounded(before->second))
                                    .with("percent", int(std::lround((1 - now / before->second) * 100))));
    }
}

bool learn(TestBaseline &baseline, const TestReport &report)
{
    TestBaseline better = baseline;
    if (better.fingerprint != report.fingerprint)
        better = {report.fingerprint, {}};
    for (const Measured &each : measured(report)) {
        // Without a band nobody knows whether it is good; with wire bytes beside it, it is at least true.
        const bool isTrue =
            each.figure->verdict == Verdict::NotTested && each.figure->runs.front().wire == domain::WireVerdict::Agrees;
        if (!domain::isFine(each.figure->verdict) && !isTrue)
            continue;
        double &best = better.gbps[each.key];
        best = std::max(best, rounded(each.figure->spread().median));
    }
    if (qsizetype(better.gbps.size()) > kMostEntries
        || (better.fingerprint == baseline.fingerprint && better.gbps == baseline.gbps))
        return false;
    baseline = std::move(better);
    return true;
}

} // namespace sparkloom::engine
