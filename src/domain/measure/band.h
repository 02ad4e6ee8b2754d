// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/measure/verdict.h"

#include <optional>
#include <vector>

namespace sparkloom::domain {

// The range in which a figure is expected, in Gb/s per direction, and why.
struct Band {
    double good = 0;       // from here on: good
    double ok = 0;         // from here on: ok
    double broken = 0;     // below: broken; between broken and ok: degraded
    double impossible = 0; // above: the measurement is wrong; 0: not known
    base::Message reason;  // what the range comes from: "limited by ..."
    friend bool operator==(const Band &, const Band &) = default;
};

// Where one run lies; never Suspect or NotTested.
Verdict placeIn(const Band &band, double gbps);

// What is known of one TCP measurement before it is made: one direction between two Sparks.
struct TcpShape {
    int halves = 1;             // that carry it at the same time, at each end
    int streams = 16;           // on each half
    int mtu = 9000;             // of the netdevs
    bool bothWays = false;      // the other direction runs at the same time
    double linkGbps = 0;        // of the cable, all cables together where there are more; 0: not known
    std::vector<PcieLink> pcie; // of the halves at both ends, where they are known
};

// The band of a healthy pair of Sparks. Nothing where no PCIe link is known: then these are no halves of a real NIC,
// and no figure would be too small or too large. Sources: measurement-and-safety 5.2 to 5.4, facts 5.1 and 5.5; where
// they say nothing, band.cpp says what was assumed.
std::optional<Band> tcpBand(const TcpShape &shape);

} // namespace sparkloom::domain
