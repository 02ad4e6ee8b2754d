// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveviews.h"
#include "engine/flow/views.h"
#include "viewmodels/sentence.h"

#include <QCoreApplication>

#include <chrono>
#include <deque>
#include <map>
#include <vector>

namespace sparkloom::viewmodels {

// Something that happened while the cables were watched: a mark on the time axis.
struct LiveEvent {
    enum class Kind { Link, TestBegun, TestEnded, PlanApplied, Error };
    Kind kind = Kind::Link;
    std::chrono::nanoseconds at{}; // clock of this computer
    Sentence text;
    int cable = 0; // number; 0: of all
};

// Collects them, and finds those that nobody announces: links that come and go, counters of errors that move, Sparks
// that stop talking. What is as it was at the first look is no event.
class LiveEvents {
    Q_DECLARE_TR_FUNCTIONS(sparkloom::viewmodels::LiveEvents)
public:
    static constexpr std::size_t kMost = 64; // the oldest go

    void add(LiveEvent event);
    void look(const engine::LiveView &view, std::chrono::nanoseconds now);
    void look(const std::vector<engine::LiveHalf> &halves, const std::vector<engine::LiveCable> &cables,
        std::chrono::nanoseconds now);
    void clear();

    const std::deque<LiveEvent> &all() const { return m_events; }

private:
    void lookAtErrors(const engine::LiveSpark &spark, const engine::LiveView &view, std::chrono::nanoseconds now);

    std::deque<LiveEvent> m_events;
    std::map<int, int> m_lanesUp; // by cable
    std::map<QString, bool> m_streaming;
    std::map<QString, std::map<std::pair<domain::HalfId, std::string>, std::uint64_t>> m_errors;
};

// Whether a counter of the slow lane counts what should not happen.
bool countsErrors(std::string_view counter);

} // namespace sparkloom::viewmodels
