// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "base/result.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts> when this header comes first
#include "domain/fabric/cablemap.h"
#include "domain/measure/clockalignment.h"
#include "domain/measure/series.h"
#include "domain/measure/sparkmeter.h"
#endif

#include <QString>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

// What the cables carry at a moment, for the Live page and `sparkloomctl watch`. Plain values.
namespace sparkloom::engine {

// One end of a cable: directions as its Spark sees them.
struct LiveEnd {
    domain::CageRef cage;
    QString spark;
    domain::LiveCage live;
    std::array<domain::LiveLane, 2> lanes; // half A, half B
    // Time since its last sample; nothing where none came yet. What is older than LiveView::kStale is not known any
    // more.
    std::optional<std::chrono::milliseconds> age;
};

// A cable that was seen since watching began, in the order in which they were.
struct LiveCable {
    int number = 0;        // 1..; as the goal numbers it, where it does
    bool connected = true; // as the cable map has it now
    domain::CableEnd aEnd;
    domain::CableEnd bEnd;
    LiveEnd a;
    std::optional<LiveEnd> b; // nothing: a switch
};

struct LiveSpark {
    QString name;
    domain::SparkId id;
    bool streaming = false;
    domain::LiveBox box;
    std::int64_t dropped = 0; // samples that the Spark left out because they were not taken in time
    std::int64_t missed = 0;  // holes in the numbering that this does not explain: ticks that came too late
    std::int64_t late = 0;
    std::int64_t samples = 0;
    std::optional<domain::ClockAlignment> clock; // against the clock of this computer
    std::optional<base::Error> error;            // why it does not stream
    domain::CounterLayout layout;
    // Counters of the slow lane that moved since watching began.
    struct Moved {
        domain::HalfId half;
        std::string name;
        std::uint64_t by = 0;
    };
    std::vector<Moved> moved;
};

struct LiveView {
    static constexpr std::chrono::milliseconds kStale{500};

    bool running = false;
    int hz = 0;
    std::vector<LiveSpark> sparks; // members, in order
    std::vector<LiveCable> cables;
    std::vector<LiveEnd> loose;         // lit cages whose other end is not known
    std::vector<base::Message> missing; // which part of the picture is missing, and why
    std::vector<base::Message> notes;   // halves that carry nothing, figures that cannot be
};

} // namespace sparkloom::engine
