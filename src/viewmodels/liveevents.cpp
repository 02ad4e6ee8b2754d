// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/liveevents.h"

#include "engine/text/isolates.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

using std::chrono::nanoseconds;

// How many lanes of a cable have a link at every end that is known.
int lanesUp(const engine::LiveCable &cable, const std::vector<engine::LiveHalf> &halves)
{
    const auto lit = [&](const domain::CableEnd &end, domain::Side side) {
        return !end.cage || std::any_of(halves.begin(), halves.end(), [&](const engine::LiveHalf &half) {
            return half.carrier && half.half == domain::HalfRef{end.cage->spark, {end.cage->cage, side}};
        });
    };
    int up = 0;
    for (const domain::Side side : {domain::Side::A, domain::Side::B})
        up += lit(cable.aEnd, side) && lit(cable.bEnd, side);
    return up;
}

int cableIn(const engine::LiveView &view, const domain::CageRef &cage)
{
    for (const engine::LiveCable &cable : view.cables)
        if (cable.aEnd.cage == cage || cable.bEnd.cage == cage)
            return cable.number;
    return 0;
}

} // namespace

// Not among them: corrected bits and congestion marks, which are the way of things, and pauses.
bool countsErrors(std::string_view counter)
{
    static constexpr std::array<std::string_view, 11> kParts = {"_err", "discard", "oversize", "link_down",
        "out_of_buffer", "out_of_sequence", "duplicate", "icrc", "retrans", "unplug", "module_"};
    return std::any_of(kParts.begin(), kParts.end(),
        [&](std::string_view part) { return counter.find(part) != std::string_view::npos; });
}

void LiveEvents::add(LiveEvent event)
{
    m_events.push_back(std::move(event));
    if (m_events.size() > kMost)
        m_events.pop_front();
}

void LiveEvents::clear()
{
    m_events.clear();
    m_lanesUp.clear();
    m_streaming.clear();
    m_errors.clear();
}

void LiveEvents::look(
    const std::vector<engine::LiveHalf> &halves, const std::vector<engine::LiveCable> &cables, nanoseconds now)
{
    if (halves.empty()) // nobody watches links now
        return;
    for (const engine::LiveCable &cable : cables) {
        const int up = lanesUp(cable, halves);
        const auto [known, first] = m_lanesUp.try_emplace(cable.number, up);
        if (first || known->second == up)
            continue;
        known->second = up;
        const auto text = [up, number = cable.number] {
            const QString words = up == 2 ? tr("Cable %1: both lanes have their link")
                : up == 1                 ? tr("Cable %1: one lane has its link")
                                          : tr("Cable %1: the link is gone");
            return words.arg(number);
        };
        add({LiveEvent::Kind::Link, now, text, cable.number});
    }
}

void LiveEvents::look(const engine::LiveView &view, nanoseconds now)
{
    if (!view.running)
        return;
    for (const engine::LiveSpark &spark : view.sparks) {
        if (!spark.streaming && !m_streaming.contains(spark.name))
            continue; // that it begins is no event
        const auto [known, first] = m_streaming.try_emplace(spark.name, spark.streaming);
        if (known->second != spark.streaming) {
            known->second = spark.streaming;
            const auto text = [name = spark.name, comes = spark.streaming] {
                return (comes ? tr("%1: figures come") : tr("%1: no more figures")).arg(name);
            };
            add({spark.streaming ? LiveEvent::Kind::Link : LiveEvent::Kind::Error, now, text, 0});
        }
        lookAtErrors(spark, view, now);
    }
}

void LiveEvents::lookAtErrors(const engine::LiveSpark &spark, const engine::LiveView &view, nanoseconds now)
{
    const bool first = !m_errors.contains(spark.name);
    auto &known = m_errors[spark.name];
    std::map<domain::HalfId, QStringList> grown;
    for (const engine::LiveSpark::Moved &moved : spark.moved) {
        if (!countsErrors(moved.name))
            continue;
        std::uint64_t &before = known[{moved.half, moved.name}];
        if (moved.by > before && !first)
            grown[moved.half] << u"%1 +%2"_s.arg(QString::fromStdString(moved.name)).arg(moved.by - before);
        before = moved.by;
    }
    for (const auto &[half, names] : grown) {
        const QString where = u"%1 %2"_s.arg(spark.name, QString::fromStdString(domain::toText(half)));
        const auto text = [parts = QStringList{where, names.join(u", "_s)}] {
            return engine::text::joined(parts, u": "_s);
        };
        add({LiveEvent::Kind::Error, now, text, cableIn(view, {spark.id, half.cage})});
    }
}

} // namespace sparkloom::viewmodels
