// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watchview.h"

#include "cli/table.h"
#include "cli/tr.h"
#include "engine/flow/liveway.h"
#include "engine/text/text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
namespace {

constexpr int kNarrow = 60;
constexpr int kWide = 200;
constexpr int kLabel = 28;   // columns for "spark-a -> spark-b"
constexpr int kFigures = 44; // columns behind a bar

using engine::LiveWay;
using engine::LiveWayLane;

QString number(const std::optional<double> &gbps)
{
    return gbps ? QString::number(*gbps, 'f', 1) : u"?"_s;
}

QString rate(const std::optional<double> &gbps)
{
    return gbps ? u"%1 Gb/s"_s.arg(*gbps, 0, 'f', 1) : Cli::tr("not known");
}

QString amount(std::uint64_t bytes)
{
    const auto value = static_cast<double>(bytes);
    if (value >= 1e12)
        return u"%1 TB"_s.arg(value / 1e12, 0, 'f', 2);
    if (value >= 1e9)
        return u"%1 GB"_s.arg(value / 1e9, 0, 'f', 1);
    return u"%1 MB"_s.arg(value / 1e6, 0, 'f', 1);
}

QString nameOf(const QString &spark)
{
    return spark.isEmpty() ? Cli::tr("switch") : spark;
}

QString arrow(const LiveWay &way)
{
    return u"%1 -> %2"_s.arg(nameOf(way.from), nameOf(way.to));
}

QString bar(const std::optional<double> &share, int width)
{
    if (!share)
        return QString(width, u'·');
    const auto full = static_cast<int>(std::lround(*share * width));
    return QString(full, u'█') + QString(width - full, u'░');
}

QString laneName(std::size_t lane)
{
    return lane == 0 ? u"A"_s : u"B"_s;
}

QString endName(const domain::CableEnd &end, const QString &spark)
{
    if (end.isSwitch())
        return Cli::tr("switch");
    return Cli::tr("%1 cage %2").arg(spark).arg(domain::number(end.cage->cage));
}

QString heading(const engine::LiveCable &cable)
{
    const QString title =
        Cli::tr("Cable %1: %2 - %3")
            .arg(cable.number)
            .arg(endName(cable.aEnd, cable.a.spark), endName(cable.bEnd, cable.b ? cable.b->spark : QString()));
    return cable.connected ? title : Cli::tr("%1 (not seen now)").arg(title);
}

QString laneFigures(const LiveWayLane &lane)
{
    if (!lane.known)
        return Cli::tr("not there");
    if (lane.silent)
        return Cli::tr("has carried nothing so far");
    QString text = Cli::tr("%1 of %2 Gb/s").arg(number(lane.all.now)).arg(lane.ceiling, 0, 'f', 0);
    if (lane.rdma.now && lane.tcp.now)
        text += Cli::tr(", RDMA %1, TCP %2").arg(number(lane.rdma.now), number(lane.tcp.now));
    return text;
}

QString wayFigures(const LiveWay &way)
{
    return Cli::tr("%1  peak %2  total %3").arg(rate(way.rate.now), number(way.rate.peak), amount(way.rate.total));
}

std::vector<LiveWay> bothWays(const engine::LiveCable &cable)
{
    return {engine::wayOf(cable, true), engine::wayOf(cable, false)};
}

// What cannot be shown, and what is odd: after the figures, because they come first.
QStringList remarks(const engine::LiveView &view)
{
    QStringList lines;
    for (const engine::LiveSpark &spark : view.sparks)
        if (spark.error)
            lines << u"%1: %2"_s.arg(spark.name, engine::text::explain(*spark.error).seen);
    for (const auto *messages : {&view.notes, &view.missing})
        for (const base::Message &message : *messages)
            lines << engine::text::sentence(message);
    return lines;
}

QString newest(const engine::LiveView &view)
{
    std::optional<std::chrono::milliseconds> least;
    for (const engine::LiveCable &cable : view.cables)
        if (cable.a.age)
            least = std::min(least.value_or(*cable.a.age), *cable.a.age);
    return least ? Cli::tr("%1 samples per second, the last one %2 ms ago").arg(view.hz).arg(least->count())
                 : Cli::tr("no sample yet");
}

QString sparkLine(const engine::LiveSpark &spark, bool peak)
{
    const domain::LiveBox &box = spark.box;
    const auto value = [peak](const domain::LiveRate &rate) {
        return number(peak ? rate.peak : rate.now).rightJustified(7);
    };
    return Cli::tr("%1  %2  sends %3  receives %4  both %5 Gb/s")
        .arg(peak ? Cli::tr("PEAK") : Cli::tr("NOW "), spark.name.leftJustified(12), value(box.rate.send),
            value(box.rate.receive), value(box.bothWays));
}

QJsonValue jsonNumber(const std::optional<double> &gbps)
{
    return gbps ? QJsonValue(std::round(*gbps * 1000) / 1000) : QJsonValue(QJsonValue::Null);
}

QJsonObject rateJson(const domain::LiveRate &rate)
{
    return {{u"now"_s, jsonNumber(rate.now)}, {u"peak"_s, jsonNumber(rate.peak)},
        {u"bytes"_s, QString::number(rate.total)}};
}

QString jsonWord(domain::LiveCage::Basis basis)
{
    switch (basis) {
    case domain::LiveCage::Basis::Wire: return u"wire"_s;
    case domain::LiveCage::Basis::Halves: return u"halves"_s;
    case domain::LiveCage::Basis::Unknown: break;
    }
    return u"unknown"_s;
}

QJsonObject wayJson(const LiveWay &way)
{
    QJsonArray lanes;
    for (std::size_t i = 0; i < way.lanes.size(); ++i) {
        const LiveWayLane &lane = way.lanes[i];
        lanes.append(QJsonObject{{u"lane"_s, laneName(i)}, {u"known"_s, lane.known}, {u"all"_s, rateJson(lane.all)},
            {u"rdma"_s, rateJson(lane.rdma)}, {u"tcp"_s, rateJson(lane.tcp)},
            {u"ceiling"_s, std::round(lane.ceiling * 1000) / 1000}, {u"silent"_s, lane.silent}});
    }
    return {{u"from"_s, way.from.isEmpty() ? u"switch"_s : way.from},
        {u"to"_s, way.to.isEmpty() ? u"switch"_s : way.to}, {u"basis"_s, jsonWord(way.basis)},
        {u"rate"_s, rateJson(way.rate)}, {u"ceiling"_s, std::round(way.ceiling * 1000) / 1000},
        {u"ageMs"_s, way.age ? QJsonValue(qint64(way.age->count())) : QJsonValue(QJsonValue::Null)},
        {u"lanes"_s, lanes}};
}

QJsonArray sentences(const std::vector<base::Message> &messages)
{
    QJsonArray array;
    for (const base::Message &message : messages)
        array.append(
            QJsonObject{{u"id"_s, QString::fromStdString(message.id)}, {u"text"_s, engine::text::sentence(message)}});
    return array;
}

} // namespace

QStringList watchScreen(const engine::LiveView &view, int columns)
{
    const int width = std::clamp(columns, kNarrow, kWide) - kLabel - kFigures;
    const int bars = std::max(8, width);
    QStringList lines{newest(view), {}};
    for (const engine::LiveCable &cable : view.cables) {
        lines << heading(cable);
        for (const LiveWay &way : bothWays(cable)) {
            lines << u"  %1 %2 %3"_s.arg(arrow(way).leftJustified(kLabel - 3), bar(way.share(), bars), wayFigures(way));
            for (std::size_t i = 0; i < way.lanes.size(); ++i)
                lines << u"  %1 %2 %3"_s.arg(Cli::tr("   lane %1").arg(laneName(i)).leftJustified(kLabel - 3),
                    bar(way.lanes[i].share(), bars), laneFigures(way.lanes[i]));
        }
        lines << QString();
    }
    for (const engine::LiveEnd &end : view.loose)
        lines << Cli::tr("%1 cage %2: other end not known").arg(end.spark).arg(domain::number(end.cage.cage));
    for (const bool peak : {false, true})
        for (const engine::LiveSpark &spark : view.sparks)
            lines << sparkLine(spark, peak);
    const QStringList said = remarks(view);
    if (!said.isEmpty())
        lines << QString() << said;
    for (QString &line : lines)
        line.truncate(std::max(columns, kNarrow));
    return lines;
}

QStringList watchLines(const engine::LiveView &view)
{
    QStringList lines;
    for (const engine::LiveCable &cable : view.cables)
        for (const LiveWay &way : bothWays(cable)) {
            QStringList lanes;
            for (std::size_t i = 0; i < way.lanes.size(); ++i)
                lanes << u"%1 %2"_s.arg(laneName(i), way.lanes[i].known ? number(way.lanes[i].all.now) : u"-"_s);
            lines << Cli::tr("cable %1  %2  %3  (%4)  peak %5")
                         .arg(cable.number)
                         .arg(arrow(way), rate(way.rate.now), lanes.join(u", "_s), number(way.rate.peak));
        }
    return lines;
}

QStringList watchSummary(const engine::LiveView &view)
{
    Table table({Cli::tr("CABLE"), Cli::tr("DIRECTION"), Cli::tr("PEAK"), Cli::tr("TOTAL"), Cli::tr("LANE A"),
        Cli::tr("LANE B")});
    for (const engine::LiveCable &cable : view.cables)
        for (const LiveWay &way : bothWays(cable))
            table.add({QString::number(cable.number), arrow(way), rate(way.rate.peak), amount(way.rate.total),
                way.lanes[0].known ? amount(way.lanes[0].all.total) : u"-"_s,
                way.lanes[1].known ? amount(way.lanes[1].all.total) : u"-"_s});
    return (table.empty() ? QStringList{Cli::tr("No cable is seen.")} : table.lines()) + remarks(view);
}

QJsonObject watchJson(const engine::LiveView &view)
{
    QJsonArray cables;
    for (const engine::LiveCable &cable : view.cables) {
        QJsonArray ways;
        for (const LiveWay &way : bothWays(cable))
            ways.append(wayJson(way));
        cables.append(
            QJsonObject{{u"number"_s, cable.number}, {u"connected"_s, cable.connected}, {u"directions"_s, ways}});
    }
    QJsonArray sparks;
    for (const engine::LiveSpark &spark : view.sparks) {
        QJsonArray moved;
        for (const engine::LiveSpark::Moved &each : spark.moved)
            moved.append(QJsonObject{{u"half"_s, QString::fromStdString(domain::toText(each.half))},
                {u"name"_s, QString::fromStdString(each.name)}, {u"by"_s, QString::number(each.by)}});
        QJsonObject json{{u"name"_s, spark.name}, {u"streaming"_s, spark.streaming},
            {u"sends"_s, rateJson(spark.box.rate.send)}, {u"receives"_s, rateJson(spark.box.rate.receive)},
            {u"both"_s, rateJson(spark.box.bothWays)}, {u"samples"_s, qint64(spark.samples)},
            {u"dropped"_s, qint64(spark.dropped)}, {u"missed"_s, qint64(spark.missed)}, {u"late"_s, qint64(spark.late)},
            {u"counters"_s, moved}};
        if (spark.clock)
            json.insert(u"clockErrorMs"_s, static_cast<double>(spark.clock->error.count()) / 1e6);
        sparks.append(json);
    }
    return {{u"hz"_s, view.hz}, {u"cables"_s, cables}, {u"sparks"_s, sparks}, {u"missing"_s, sentences(view.missing)},
        {u"notes"_s, sentences(view.notes)}};
}

} // namespace sparkloom::cli
