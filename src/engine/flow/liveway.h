// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveviews.h"

#include <array>

namespace sparkloom::engine {

// One direction of one lane of a cable. Rates are bytes of frames.
struct LiveWayLane {
    bool known = false; // the half is there and something of it is counted
    domain::LiveRate all;
    domain::LiveRate rdma;
    domain::LiveRate tcp;
    double ceiling = 0;  // Gb/s, with what the lanes beside it carry now
    bool silent = false; // carried nothing although the other lane did

    // 0 to 1 of the ceiling; nothing where the rate is not known.
    std::optional<double> share() const;
};

// One direction of one cable, told by the Spark that sends; by the one that receives where the sender is not known.
struct LiveWay {
    QString from; // name; empty: a switch
    QString to;
    domain::LiveCage::Basis basis = domain::LiveCage::Basis::Unknown;
    domain::LiveRate rate;
    double ceiling = 0;
    std::array<LiveWayLane, 2> lanes;             // A, B
    std::optional<std::chrono::milliseconds> age; // of the newest sample

    std::optional<double> share() const;
    // Of what the lanes carry now, 0 to 1; nothing where nothing flows or a part is not seen.
    std::optional<double> rdmaShare() const;
};

// fromA: from end a to end b.
LiveWay wayOf(const LiveCable &cable, bool fromA);

} // namespace sparkloom::engine
