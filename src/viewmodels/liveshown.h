// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveway.h"
#include "viewmodels/fabricpicture.h"
#include "viewmodels/loadcolumns.h"

#include <QString>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

// What the Live page shows of a moment, as plain values. Rates in Gb/s; nothing where they are not known, never zero
// for that.
namespace sparkloom::viewmodels {

struct LiveLaneShown {
    enum class State {
        Unknown, // no fresh sample
        Absent,  // the half is not there, or nothing of it is counted
        Silent,  // never carried a byte while its sibling did
        Known,
    };
    State state = State::Unknown;
    std::optional<double> now;
    std::optional<double> share; // of the ceiling, 0 to 1
    double ceiling = 0;          // with what the lanes beside it carry now
    friend bool operator==(const LiveLaneShown &, const LiveLaneShown &) = default;
};

// One direction of one cable.
struct LiveWayShown {
    QString from; // names; empty: the switch
    QString to;
    std::optional<double> now;
    std::optional<double> peak;
    std::optional<double> share;
    std::uint64_t total = 0;            // bytes since watching began
    double ceiling = 0;                 // with what the other cage of the Spark carries now
    double wire = 0;                    // without anything beside it: does not change with the load
    std::array<LiveLaneShown, 2> lanes; // A, B
    friend bool operator==(const LiveWayShown &, const LiveWayShown &) = default;
};

struct LiveCableShown {
    int number = 0;
    bool connected = true;
    domain::CableEnd aEnd;
    domain::CableEnd bEnd;
    SocketKey a;
    SocketKey b;
    std::array<LiveWayShown, 2> ways; // a to b, b to a
    std::optional<double> bothNow;    // sent and received added: full duplex
    std::optional<double> bothPeak;
    std::uint64_t bothTotal = 0;
    std::optional<double> rdmaShare; // of both directions, 0 to 1; nothing where nothing flows or a part is not seen
    bool rdmaSeen = true;            // false: the Sparks do not count RDMA
    bool fresh = false;              // a sample of the last half second
    std::optional<std::chrono::milliseconds> age; // of the newest sample; nothing: none ever came
    friend bool operator==(const LiveCableShown &, const LiveCableShown &) = default;
};

LiveCableShown showCable(const engine::LiveCable &cable);

// The last minute of a cable as columns: each direction as the sender tells it, where it does not, as the receiver.
class CableStrip {
public:
    enum class Line { Whole, LaneA, LaneB };
    static constexpr std::array kLines = {Line::Whole, Line::LaneA, Line::LaneB};

    // side: 0 is end a of the cable, 1 is end b. Null series are left out.
    void take(int side, Line line, const domain::Series *series);
    LoadColumn at(int way, Line line, std::int64_t number) const;
    const LoadColumns &columns() const { return m_ends[0][0]; } // for width and count

private:
    std::array<std::array<LoadColumns, kLines.size()>, 2> m_ends;
};

// What a line of the last minute was like: for people who listen to it.
struct LoadSummary {
    std::optional<double> usual; // what it mostly carried while it carried anything; nothing: not known
    double least = 0;            // of that time
    int dips = 0;                // times that it fell below half of the usual
};
LoadSummary summaryOf(const std::vector<LoadColumn> &columns);

} // namespace sparkloom::viewmodels
