// SPDX-License-Identifier: GPL-3.0-or-later
// What else a watch tells while cables are plugged: which network chips are starting, and which links want to be asked
// for their speed.
#include "engine/flow/cablingflow.h"

#include <algorithm>

namespace sparkloom::engine {

namespace {

domain::ChipWatch::Time monotonic()
{
    return std::chrono::duration_cast<domain::ChipWatch::Time>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

void CablingFlow::watchChip(const Station &station)
{
    std::vector<domain::ChipWatch::Seen> halves;
    for (const protocol::WatchEvent::Half &half : station.last->halves)
        halves.push_back({half.half, half.adminUp, half.carrier});
    m_chips.take(station.spark, halves, monotonic());
}

// A watch tells that there is a link; how fast it is stands in the inventory.
void CablingFlow::askSpeeds()
{
    std::vector<QString> names;
    for (const auto &[name, station] : m_stations) {
        const SessionCore::Connection connection = m_core->connection(name);
        const auto &halves =
            connection && connection->facts() ? connection->facts()->halves : std::vector<domain::HalfFacts>{};
        if (std::any_of(halves.begin(), halves.end(),
                [](const domain::HalfFacts &half) { return half.carrier && !half.speedMbps; }))
            names.push_back(name);
    }
    for (const QString &name : names)
        inspectAgain(name);
}

void CablingFlow::describeChips(CablingView &view)
{
    if (!m_running)
        return;
    const domain::ChipWatch::Time now = monotonic();
    view.waking = m_chips.waking(now);
    if (const auto end = m_chips.nextEnd(now))
        m_chipTimer.start(*end - now + domain::ChipWatch::Time(1));
    else
        m_chipTimer.stop();
}

} // namespace sparkloom::engine
