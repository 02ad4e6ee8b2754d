// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/liveviewmodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

using std::chrono::nanoseconds;

// Sentences and warnings change no faster than they can be read.
constexpr std::chrono::milliseconds kLookAround{500};
constexpr double kTalk = 0.01; // Gb/s

nanoseconds seconds(int count)
{
    return std::chrono::seconds(count);
}

} // namespace

LiveViewModel::LiveViewModel(QObject *parent) : PageViewModel(parent)
{
    m_timer.setInterval(kFrameMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveViewModel::pull);
}

void LiveViewModel::setFeed(std::optional<LiveFeed> feed)
{
    m_feed = std::move(feed);
    m_paused = false;
    m_kept.clear();
    m_strips.clear();
    m_cables.clear();
    m_events.clear();
    m_view = {};
    m_cabling = {};
    m_problem.reset();
    m_focus = 0;
    m_chart = false;
    m_panned = nanoseconds(0);
    setShown(m_shown);
    if (m_feed)
        pull();
    lookAround();
}

void LiveViewModel::setHosts(const std::vector<engine::HostView> &hosts)
{
    m_hosts = hosts;
    repaintPicture();
    lookAround();
}

void LiveViewModel::setCabling(const engine::CablingView &cabling)
{
    m_cabling = cabling;
    if (m_feed && cabling.running)
        m_events.look(cabling.halves, m_feed->cables(), m_feed->clock());
    repaintPicture();
    Q_EMIT changed();
}

void LiveViewModel::setProblem(const std::optional<base::Error> &error)
{
    m_problem = error;
    Q_EMIT changed();
}

void LiveViewModel::addEvent(LiveEvent::Kind kind, const Sentence &text, int cable)
{
    if (m_feed)
        m_events.add({kind, m_feed->clock(), text, cable});
}

void LiveViewModel::setShown(bool shown)
{
    m_shown = shown;
    if (shown && m_feed && !m_timer.isActive()) {
        m_timer.start();
        pull();
    } else if (!shown || !m_feed) {
        m_timer.stop();
    }
}

void LiveViewModel::setFocused(bool focused)
{
    const int wanted = focused ? kFrameMs : kQuietFrameMs;
    if (m_timer.interval() != wanted)
        m_timer.setInterval(wanted);
}

void LiveViewModel::pull()
{
    if (!m_feed)
        return;
    const nanoseconds now = m_feed->clock();
    if (now - m_lookedAround >= kLookAround)
        lookAround();
    if (m_paused)
        return;
    m_time = now;
    takeCables();
    takeStrips();
    fitScale();
    Q_EMIT frame();
}

void LiveViewModel::takeCables()
{
    std::vector<LiveCableShown> cables;
    for (const engine::LiveCable &cable : m_feed->cables())
        cables.push_back(showCable(cable));
    std::sort(cables.begin(), cables.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    const bool otherShape = !std::equal(cables.begin(), cables.end(), m_cables.begin(), m_cables.end(),
        [](const LiveCableShown &a, const LiveCableShown &b) {
            return a.number == b.number && a.aEnd == b.aEnd && a.bEnd == b.bEnd && a.connected == b.connected
                && a.fresh == b.fresh;
        });
    m_cables = std::move(cables);
    std::map<QString, double> sent;
    for (const LiveCableShown &each : m_cables)
        for (const LiveWayShown &way : each.ways)
            if (!way.from.isEmpty())
                sent[way.from] += way.now.value_or(0);
    m_busiest = 0;
    for (const auto &[spark, gbps] : sent)
        m_busiest = std::max(m_busiest, gbps);
    if (!otherShape)
        return;
    std::erase_if(m_strips, [this](const auto &strip) { return !cable(strip.first); });
    if (!cable(m_focus)) {
        m_focus = m_cables.empty() ? 0 : m_cables.front().number;
        Q_EMIT focusChanged();
    }
    repaintPicture();
    Q_EMIT changed();
}

void LiveViewModel::takeStrips()
{
    for (const LiveCableShown &each : m_cables) {
        CableStrip &strip = m_strips[each.number];
        for (const CableStrip::Line line : CableStrip::kLines) {
            strip.take(0, line, series(each.aEnd, line));
            strip.take(1, line, series(each.bEnd, line));
        }
    }
}

const domain::Series *LiveViewModel::series(const domain::CableEnd &end, CableStrip::Line line) const
{
    if (!end.cage || !m_feed)
        return nullptr;
    if (m_paused) {
        const auto kept = m_kept.find({*end.cage, static_cast<int>(line)});
        return kept == m_kept.end() ? nullptr : &kept->second;
    }
    if (line == CableStrip::Line::Whole)
        return m_feed->cage(*end.cage);
    const domain::Side side = line == CableStrip::Line::LaneA ? domain::Side::A : domain::Side::B;
    return m_feed->lane({end.cage->spark, {end.cage->cage, side}});
}

void LiveViewModel::fitScale()
{
    double most = 0;
    double ceiling = 1;
    std::vector<float> moved;
    for (const LiveCableShown &each : m_cables) {
        const CableStrip &strip = m_strips[each.number];
        const std::int64_t last = strip.columns().numberAt(m_time);
        for (int way = 0; way < 2; ++way) {
            ceiling = std::max(ceiling, each.ways[static_cast<std::size_t>(way)].wire);
            for (int i = 0; i < strip.columns().count(); ++i) {
                const LoadColumn column = strip.at(way, CableStrip::Line::Whole, last - i);
                if (!column.known() || static_cast<double>(column.most) < kTalk)
                    continue;
                most = std::max(most, static_cast<double>(column.most));
                moved.push_back(column.most);
            }
        }
    }
    std::optional<double> usual;
    if (!moved.empty()) {
        const auto middle = moved.begin() + static_cast<std::ptrdiff_t>(moved.size() / 2);
        std::nth_element(moved.begin(), middle, moved.end());
        usual = static_cast<double>(*middle);
    }
    m_scale.fit(most, usual, ceiling, m_time);
}

void LiveViewModel::lookAround()
{
    if (m_feed) {
        m_lookedAround = m_feed->clock();
        m_view = m_feed->view();
        m_events.look(m_view, m_lookedAround);
    }
    m_state = stateNow();
    Q_EMIT changed();
}

LiveViewModel::State LiveViewModel::stateNow() const
{
    const auto ready = std::count_if(
        m_hosts.begin(), m_hosts.end(), [](const auto &host) { return host.state == engine::HostState::Ready; });
    const auto &sparks = m_view.sparks;
    const auto told = std::count_if(sparks.begin(), sparks.end(), [](const auto &spark) { return spark.samples > 0; });
    if (!m_view.running)
        return told > 0 ? State::Ended : ready == 0 ? State::NoSpark : State::Starting;
    if (told == 0)
        return ready == 0 ? State::NoSpark : State::Starting;
    const auto streams = [](const engine::LiveSpark &spark) { return spark.streaming; };
    const auto fresh = [](const LiveCableShown &each) { return each.fresh; };
    const bool all = std::all_of(sparks.begin(), sparks.end(), streams);
    if (m_cables.empty())
        return all                                               ? State::Streaming
            : std::any_of(sparks.begin(), sparks.end(), streams) ? State::Partly
                                                                 : State::Stale;
    if (std::none_of(m_cables.begin(), m_cables.end(), fresh))
        return State::Stale;
    return all && std::all_of(m_cables.begin(), m_cables.end(), fresh) ? State::Streaming : State::Partly;
}

void LiveViewModel::repaintPicture()
{
    std::vector<engine::LiveCable> cables = m_feed ? m_feed->cables() : std::vector<engine::LiveCable>();
    std::sort(cables.begin(), cables.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    m_picture = pictureOfLive(m_hosts, m_cabling.halves, cables);
}

const LiveCableShown *LiveViewModel::cable(int number) const
{
    const auto found =
        std::find_if(m_cables.begin(), m_cables.end(), [&](const auto &each) { return each.number == number; });
    return found == m_cables.end() ? nullptr : &*found;
}

const CableStrip *LiveViewModel::strip(int number) const
{
    const auto found = m_strips.find(number);
    return found == m_strips.end() ? nullptr : &found->second;
}

std::optional<double> LiveViewModel::rdmaShare() const
{
    double rdma = 0;
    double all = 0;
    for (const LiveCableShown &each : m_cables) {
        if (!each.rdmaShare)
            continue;
        rdma += *each.rdmaShare * each.bothNow.value_or(0);
        all += each.bothNow.value_or(0);
    }
    return all < kTalk ? std::nullopt : std::optional(rdma / all);
}

void LiveViewModel::setScale(LoadScale::Kind kind)
{
    m_scale.setKind(kind);
    fitScale();
    Q_EMIT changed();
    Q_EMIT frame();
}

void LiveViewModel::setFocus(int number)
{
    if (m_focus == number || !cable(number))
        return;
    m_focus = number;
    Q_EMIT focusChanged();
    Q_EMIT frame();
}

void LiveViewModel::setChartShown(bool shown)
{
    if (m_chart == shown || (shown && !cable(m_focus)))
        return;
    m_chart = shown;
    Q_EMIT changed();
    Q_EMIT frame();
}

void LiveViewModel::focusNext(int step)
{
    if (m_cables.empty())
        return;
    const auto found =
        std::find_if(m_cables.begin(), m_cables.end(), [&](const auto &each) { return each.number == m_focus; });
    const auto count = static_cast<std::ptrdiff_t>(m_cables.size());
    const std::ptrdiff_t here = found == m_cables.end() ? 0 : found - m_cables.begin();
    setFocus(m_cables[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + step, 0, count - 1))].number);
}

// What is shown stays as it is, to be looked at; the streams go on.
void LiveViewModel::setPaused(bool paused)
{
    if (m_paused == paused || !m_feed)
        return;
    m_kept.clear();
    m_panned = nanoseconds(0);
    if (paused)
        for (const LiveCableShown &each : m_cables)
            for (const CableStrip::Line line : CableStrip::kLines)
                for (const domain::CableEnd *end : {&each.aEnd, &each.bEnd})
                    if (const domain::Series *live = series(*end, line))
                        m_kept.insert_or_assign({*end->cage, static_cast<int>(line)}, *live);
    m_paused = paused;
    Q_EMIT changed();
    if (paused)
        Q_EMIT frame();
    else
        pull();
}

void LiveViewModel::setSpan(int wanted)
{
    if (m_span == wanted || std::find(kSpans.begin(), kSpans.end(), wanted) == kSpans.end())
        return;
    m_span = wanted;
    pan(0);
    Q_EMIT changed();
    Q_EMIT frame();
}

void LiveViewModel::zoom(int steps)
{
    const auto found = std::find(kSpans.begin(), kSpans.end(), m_span);
    const std::ptrdiff_t place = found - kSpans.begin();
    const auto last = static_cast<std::ptrdiff_t>(kSpans.size()) - 1;
    setSpan(kSpans[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place + steps, 0, last))]);
}

void LiveViewModel::pan(int columns)
{
    if (!m_paused)
        return;
    const nanoseconds width = seconds(m_span) / kChartColumns;
    m_panned = std::clamp(m_panned - columns * width, nanoseconds(0), seconds(kSpans.front()) - seconds(m_span));
    Q_EMIT frame();
}

ChartTime LiveViewModel::chartTime() const
{
    const nanoseconds to = m_time - m_panned;
    return {to - seconds(m_span), to};
}

std::vector<ChartLine> LiveViewModel::chartLines() const
{
    std::vector<ChartLine> lines;
    const LiveCableShown *shown = cable(m_focus);
    if (!shown)
        return lines;
    const ChartTime time = chartTime();
    for (int way = 0; way < 2; ++way)
        for (const CableStrip::Line line : CableStrip::kLines) {
            const domain::CableEnd &sender = way == 0 ? shown->aEnd : shown->bEnd;
            const domain::CableEnd &receiver = way == 0 ? shown->bEnd : shown->aEnd;
            const domain::Series *sent = series(sender, line);
            const domain::Series *received = series(receiver, line);
            ChartLine drawn{way, line, std::vector<LoadColumn>(kChartColumns)};
            if (sent)
                drawn.columns = columnsBetween(*sent, domain::Direction::Send, time.from, time.to, kChartColumns);
            if (received) { // tells where the sender does not
                const auto other =
                    columnsBetween(*received, domain::Direction::Receive, time.from, time.to, kChartColumns);
                for (std::size_t i = 0; i < other.size(); ++i)
                    if (!drawn.columns[i].known())
                        drawn.columns[i] = other[i];
            }
            lines.push_back(std::move(drawn));
        }
    return lines;
}

PageAction LiveViewModel::primaryAction() const
{
    switch (m_state) {
    case State::NoSpark: return {tr("Sign in"), true, {}};
    case State::Ended: return {tr("Watch again"), true, {}};
    default: return {};
    }
}

void LiveViewModel::triggerPrimary()
{
    if (m_state == State::NoSpark)
        Q_EMIT signInRequested();
    else if (m_state == State::Ended)
        Q_EMIT startRequested();
}

} // namespace sparkloom::viewmodels
