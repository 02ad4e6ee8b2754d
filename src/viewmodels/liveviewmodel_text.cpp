// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the Live page.
#include "engine/text/isolates.h"
#include "viewmodels/liveviewmodel.h"

#include "viewmodels/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

using std::chrono::nanoseconds;

constexpr double kQuiet = 0.05; // Gb/s that all cables together may carry and still be called quiet
constexpr qsizetype kMostNames = 3;

// The same sentence about several Sparks is said once.
QStringList joined(const std::vector<base::Message> &messages)
{
    QStringList lines;
    std::vector<std::pair<base::Message, QStringList>> ofSparks;
    for (const base::Message &message : messages) {
        const auto spark = message.arguments.find("spark");
        const auto *name = spark == message.arguments.end() ? nullptr : std::get_if<std::string>(&spark->second);
        if (!name || message.arguments.size() > 1) {
            lines << engine::text::sentence(message);
            continue;
        }
        auto known = std::find_if(
            ofSparks.begin(), ofSparks.end(), [&](const auto &each) { return each.first.id == message.id; });
        if (known == ofSparks.end())
            known = ofSparks.insert(ofSparks.end(), {message, {}});
        known->second << QString::fromStdString(*name);
    }
    for (auto &[message, names] : ofSparks) {
        const QString sparks = names.size() > kMostNames
            ? LiveViewModel::tr("%n Spark(s)", nullptr, static_cast<int>(names.size()))
            : names.join(u", "_s);
        message.arguments["spark"] = sparks.toStdString();
        lines << engine::text::sentence(message);
    }
    return lines;
}

// As one says it.
QString spoken(double gbps)
{
    return gbps < 9.95 ? LiveViewModel::number(gbps) : QLocale().toString(qRound(gbps));
}

QString seconds(std::chrono::milliseconds age)
{
    return QLocale().toString(static_cast<qint64>(std::chrono::round<std::chrono::seconds>(age).count()));
}

} // namespace

QString LiveViewModel::number(const std::optional<double> &gbps)
{
    if (!gbps)
        return u"?"_s;
    const int digits = *gbps >= 9.95 || *gbps < 0.005 ? 1 : 2;
    return QLocale().toString(*gbps, 'f', digits);
}

QString LiveViewModel::amount(std::uint64_t bytes)
{
    const auto value = static_cast<double>(bytes);
    const QLocale locale;
    if (value >= 1e12)
        return tr("%1 TB").arg(locale.toString(value / 1e12, 'f', value < 1e13 ? 2 : 1));
    if (value >= 1e9)
        return tr("%1 GB").arg(locale.toString(value / 1e9, 'f', value < 1e11 ? 1 : 0));
    return tr("%1 MB").arg(locale.toString(value / 1e6, 'f', value < 1e6 && bytes > 0 ? 2 : 0));
}

QString LiveViewModel::headline() const
{
    switch (m_state) {
    case State::NoSpark: return tr("No Spark is signed in");
    case State::Starting: return tr("Waiting for the first figures");
    case State::Stale: return tr("No more figures come");
    case State::Ended: return tr("Nobody watches the cables any more");
    case State::Streaming:
    case State::Partly: break;
    }
    if (m_cables.empty())
        return tr("No cable is seen between the Sparks");
    const bool anyKnown = std::any_of(
        m_cables.begin(), m_cables.end(), [](const auto &each) { return each.ways[0].now || each.ways[1].now; });
    if (!anyKnown)
        return tr("What the cables carry is not known");
    if (m_busiest < kQuiet)
        return tr("The cables are quiet");
    return tr("Each Spark sends up to %1 Gb/s").arg(number(m_busiest));
}

QString LiveViewModel::detail() const
{
    switch (m_state) {
    case State::NoSpark:
        return tr("Sign in, and the counters tell what every cable carries. Nothing has to be set up.");
    case State::Starting: return tr("The counters of every Spark are being opened. Nothing is changed on them.");
    case State::Stale: return tr("What you see is the last that was known. Sparkloom connects again by itself.");
    case State::Ended: return tr("What you see is the last that was known.");
    case State::Streaming:
    case State::Partly: break;
    }
    QStringList parts;
    if (!m_cables.empty())
        parts << tr("%n cable(s)", nullptr, static_cast<int>(m_cables.size()));
    int lanes = 0;
    for (const LiveCableShown &each : m_cables)
        for (std::size_t i = 0; i < 2; ++i)
            lanes += each.ways[0].lanes[i].state != LiveLaneShown::State::Absent;
    if (lanes > 0)
        parts << tr("%n lane(s)", nullptr, lanes);
    if (const auto rdma = rdmaShare()) {
        const int percent = static_cast<int>(std::lround(*rdma * 100));
        parts << tr("RDMA %1 %, TCP %2 %").arg(percent).arg(100 - percent);
    }
    QStringList silent;
    for (const engine::LiveSpark &spark : m_view.sparks)
        if (!spark.streaming)
            silent << spark.name;
    if (!silent.isEmpty())
        parts << tr("no figures from %1").arg(silent.mid(0, kMostNames).join(u", "_s));
    return engine::text::joined(parts, u" · "_s);
}

QStringList LiveViewModel::warnings() const
{
    QStringList lines;
    for (const engine::LiveSpark &spark : m_view.sparks)
        if (spark.error)
            lines << tr("%1: %2").arg(spark.name, engine::text::explain(*spark.error).seen);
    return lines + joined(m_view.notes);
}

QStringList LiveViewModel::missing() const
{
    return joined(m_view.missing);
}

engine::text::Explanation LiveViewModel::problem() const
{
    return m_problem ? engine::text::explain(*m_problem) : engine::text::Explanation{};
}

QString LiveViewModel::statusText() const
{
    if (m_paused)
        return tr("Paused: what you see does not move. The counting goes on.");
    std::optional<std::chrono::milliseconds> newest;
    for (const LiveCableShown &each : m_cables)
        if (each.age)
            newest = std::min(newest.value_or(*each.age), *each.age);
    if (!newest)
        return {};
    if (*newest > engine::LiveView::kStale)
        return tr("the last figures came %1 s ago").arg(seconds(*newest));
    const int hz = m_view.hz;
    return tr("%1 samples per second; now is the mean of 100 ms, a peak of 250 ms").arg(hz);
}

QString LiveViewModel::sparkText(const engine::LiveSpark &spark) const
{
    const domain::LiveBox &box = spark.box;
    if (spark.samples == 0)
        return tr("no figures yet");
    if (!box.rate.send.now && !box.rate.receive.now)
        return tr("no fresh figures");
    return tr("sends %1, receives %2").arg(number(box.rate.send.now), number(box.rate.receive.now));
}

QString LiveViewModel::scaleText() const
{
    const QLocale locale;
    const QString top = locale.toString(m_scale.top(), 'g', 4);
    const QString range = m_scale.logarithmic()
        ? tr("logarithmic, %1 to %2 Gb/s").arg(locale.toString(LoadScale::kLeast), top)
        : tr("linear, 0 to %1 Gb/s").arg(top);
    return m_scale.kind() == LoadScale::Kind::Automatic ? tr("Automatic: %1").arg(range)
                                                        : range.left(1).toUpper() + range.mid(1);
}

std::vector<ChartReference> LiveViewModel::references() const
{
    // measurement-and-safety 5.1 and 5.2: RoCE at MTU 1500 (185.2) and 9000 (196.1), one half (97 to 110), a NIC that
    // came up badly (12.9 by TCP, 13.2 by RDMA).
    const std::array all = {ChartReference{13, tr("13: a network card that started badly. Cold start")},
        ChartReference{100, tr("100: one lane, as much as its PCIe link lets through")},
        ChartReference{185, tr("185: RDMA on one cable, MTU 1500")},
        ChartReference{196, tr("196: RDMA on one cable, MTU 9000. No cable carries more data")}};
    std::vector<ChartReference> shown;
    for (const ChartReference &each : all)
        if (each.gbps <= m_scale.top())
            shown.push_back(each);
    return shown;
}

QString LiveViewModel::cableTitle(const LiveCableShown &cable) const
{
    return tr("Cable %1").arg(cable.number);
}

QString LiveViewModel::cableEnds(const LiveCableShown &cable) const
{
    const auto end = [](const SocketKey &key) {
        return key.box == kStorageBox             ? tr("storage")
            : key.socket == SocketKey::kAnySocket ? tr("switch")
                                                  : u"%1 %2"_s.arg(key.box).arg(key.socket);
    };
    const QString ends = engine::text::joined({end(cable.a), end(cable.b)}, u" ↔ "_s);
    const auto drawn = std::find_if(m_picture.cables.begin(), m_picture.cables.end(),
        [&](const PictureCable &each) { return each.number == cable.number; });
    return drawn != m_picture.cables.end() && drawn->isSlow()
        ? engine::text::joined({ends, Words::speed(drawn->gbps)}, u" · "_s)
        : ends;
}

QString LiveViewModel::cableSummary(int number) const
{
    const LiveCableShown *shown = cable(number);
    const CableStrip *columns = strip(number);
    if (!shown || !columns)
        return {};
    const QString title = cableTitle(*shown);
    if (!shown->age)
        return tr("%1: no figures yet.").arg(title);
    QStringList parts;
    const std::int64_t last = columns->columns().numberAt(m_time);
    for (int way = 0; way < 2; ++way) {
        std::vector<LoadColumn> line;
        for (int i = columns->columns().count() - 1; i >= 0; --i)
            line.push_back(columns->at(way, CableStrip::Line::Whole, last - i));
        const LoadSummary summary = summaryOf(line);
        const LiveWayShown &shownWay = shown->ways[static_cast<std::size_t>(way)];
        const QString ends = tr("%1 to %2")
                                 .arg(shownWay.from.isEmpty() ? tr("switch") : shownWay.from,
                                     shownWay.to.isEmpty() ? tr("switch") : shownWay.to);
        if (!shownWay.now)
            parts << tr("%1: not known").arg(ends);
        else if (summary.usual.value_or(0) < kQuiet)
            parts << tr("%1: quiet").arg(ends);
        else
            parts << tr("%1: %2 Gb/s, minimum %3, %n dip(s)", nullptr, summary.dips)
                         .arg(ends, spoken(*shownWay.now), spoken(summary.least));
        for (std::size_t i = 0; i < shownWay.lanes.size(); ++i)
            if (shownWay.lanes[i].state == LiveLaneShown::State::Silent)
                parts << tr("lane %1 carried nothing so far").arg(i == 0 ? u"A"_s : u"B"_s);
    }
    QString text = tr("%1: %2.").arg(title, parts.join(u"; "_s));
    if (!shown->fresh)
        text += u' ' + ageText(*shown) + u'.';
    return text;
}

QString LiveViewModel::summary() const
{
    QStringList lines;
    for (const LiveCableShown &each : m_cables)
        lines << cableSummary(each.number);
    return lines.isEmpty() ? headline() : lines.join(u' ');
}

QString LiveViewModel::trafficText(const LiveCableShown &cable) const
{
    if (!cable.rdmaSeen)
        return tr("TCP only: RDMA is not counted here");
    if (!cable.rdmaShare)
        return {};
    const int percent = static_cast<int>(std::lround(*cable.rdmaShare * 100));
    return tr("RDMA %1 %, TCP %2 %").arg(percent).arg(100 - percent);
}

QString LiveViewModel::ageText(const LiveCableShown &cable) const
{
    if (!cable.age)
        return tr("no figures yet");
    return tr("last figures %1 s ago").arg(seconds(*cable.age));
}

QString LiveViewModel::laneText(const LiveLaneShown &lane) const
{
    switch (lane.state) {
    case LiveLaneShown::State::Unknown: return tr("unknown");
    case LiveLaneShown::State::Absent: return tr("not there");
    case LiveLaneShown::State::Silent: return tr("nothing so far");
    case LiveLaneShown::State::Known: break;
    }
    return number(lane.now);
}

QStringList LiveViewModel::readingAt(nanoseconds at) const
{
    const LiveCableShown *shown = cable(m_focus);
    const ChartTime time = chartTime();
    if (!shown || at < time.from || at > time.to)
        return {};
    const auto place = static_cast<std::size_t>(std::clamp<std::int64_t>(
        (at - time.from).count() * kChartColumns / std::max<std::int64_t>(1, (time.to - time.from).count()), 0,
        kChartColumns - 1));
    const auto ago = static_cast<double>((m_time - at).count()) * 1e-9;
    QStringList lines{tr("%1 s ago").arg(QLocale().toString(ago, 'f', 1))};
    const std::vector<ChartLine> chart = chartLines();
    for (std::size_t way = 0; way < 2; ++way) {
        QStringList values;
        for (const ChartLine &line : chart) {
            if (line.way != static_cast<int>(way))
                continue;
            const LoadColumn &column = line.columns[place];
            const QString value = column.known() ? number(static_cast<double>(column.most)) : number(std::nullopt);
            values << (line.line == CableStrip::Line::Whole ? value
                    : line.line == CableStrip::Line::LaneA  ? tr("A %1").arg(value)
                                                            : tr("B %1").arg(value));
        }
        const LiveWayShown &each = shown->ways[way];
        lines << tr("%1 → %2: %3")
                     .arg(each.from.isEmpty() ? tr("switch") : each.from, each.to.isEmpty() ? tr("switch") : each.to,
                         values.join(u", "_s));
    }
    return lines;
}

} // namespace sparkloom::viewmodels
