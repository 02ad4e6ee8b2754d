// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testhistory.h"

#include "viewmodels/testwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr qsizetype kMostBytes = 4 << 20;
constexpr int kMostShots = 4096;
constexpr int kMostFigures = 2; // told in one line
constexpr double kMostGbps = 1e6;
constexpr qsizetype kFingerprint = 16; // hex digits

// Figures that tell most of a report: of all halves together, else of one.
class Telling {
public:
    void add(bool allHalves, double value)
    {
        if (value <= 0 || !std::isfinite(value) || value > kMostGbps || (m_all && !allHalves))
            return;
        if (allHalves && !m_all)
            m_values.clear();
        m_all |= allHalves;
        m_values.push_back(value);
    }

    QString text() const
    {
        QStringList parts;
        if (m_values.size() > kMostFigures) {
            const auto [least, most] = std::minmax_element(m_values.begin(), m_values.end());
            parts << TestWords::number(*least, 0) << TestWords::number(*most, 0);
            if (parts[0] == parts[1])
                return TestWords::tr("%1 Gb/s").arg(parts[0]);
            return TestWords::tr("%1 to %2 Gb/s").arg(parts[0], parts[1]);
        }
        for (const double value : m_values)
            parts << TestWords::number(value, 0);
        return parts.isEmpty() ? QString() : TestWords::tr("%1 Gb/s").arg(parts.join(u" / "_s));
    }

private:
    std::vector<double> m_values;
    bool m_all = false;
};

std::optional<engine::TestKind> kindOf(const QString &word)
{
    if (word == u"ladder")
        return engine::TestKind::Ladder;
    if (word == u"tcp")
        return engine::TestKind::Tcp;
    if (word == u"rdma")
        return engine::TestKind::Rdma;
    if (word == u"nccl")
        return engine::TestKind::Nccl;
    return std::nullopt;
}

void take(Telling &telling, const QJsonArray &shots)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(shots.size(), kMostShots); ++i) {
        const QJsonObject shot = shots[i].toObject();
        const bool all = shot[u"kind"_s].toString() == u"all-halves";
        if (shot[u"kind"_s].toString() == u"everything")
            continue;
        for (const auto &figure : shot[u"figures"_s].toArray())
            telling.add(all, figure[u"value"_s].toDouble());
    }
}

void take(Telling &telling, const std::vector<engine::TestShot> &shots)
{
    for (const engine::TestShot &shot : shots)
        for (const engine::TestFigure &figure : shot.figures)
            if (!figure.figure.runs.empty() && shot.kind != engine::Shot::Kind::Everything)
                telling.add(shot.kind == engine::Shot::Kind::BothHalves, figure.figure.spread().median);
}

} // namespace

QString HistoryEntry::title() const
{
    const QDateTime local = when.toLocalTime();
    const QString moment = local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                                : QLocale().toString(local, QLocale::ShortFormat);
    return TestWords::tr("%1, %2", "when, which test").arg(moment, TestWords::kind(kind));
}

HistoryEntry entryOf(const engine::TestReport &report)
{
    Telling telling;
    take(telling, report.shots);
    for (const engine::LadderStep &step : report.steps)
        take(telling, step.shots);
    const auto figures = [telling] { return telling.text(); };
    return {report.when, report.kind, report.verdict, report.fingerprint, figures, report};
}

std::optional<HistoryEntry> entryOf(const QByteArray &document)
{
    if (document.size() > kMostBytes)
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(document).object();
    const QJsonObject report = root[u"report"_s].toObject();
    const auto kind = kindOf(root[u"test"_s].toString());
    const auto verdict =
        domain::verdictFromText(report[u"verdict"_s].toString().replace(u'-', u' ').left(kFingerprint).toStdString());
    const QDateTime when = QDateTime::fromString(report[u"when"_s].toString(), Qt::ISODate);
    if (root[u"schema"_s].toString() != u"sparkloom-test" || !kind || !verdict || !when.isValid())
        return std::nullopt;
    Telling telling;
    take(telling, report[u"shots"_s].toArray());
    for (const auto &step : report[u"steps"_s].toArray())
        take(telling, step[u"shots"_s].toArray());
    const auto figures = [telling] { return telling.text(); };
    return HistoryEntry{
        when, *kind, *verdict, report[u"fingerprint"_s].toString().left(kFingerprint), figures, std::nullopt};
}

} // namespace sparkloom::viewmodels
