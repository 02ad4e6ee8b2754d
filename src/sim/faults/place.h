// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sim/world/cabling.h"

#include <compare>
#include <string>
#include <string_view>

namespace sparkloom::sim {

struct HostSpec;

// Where a fault sits. A cable and a switch port are named by the cage of a Spark: what is plugged in there (or the port
// at its other end) has the fault, at any time.
struct FaultPlace {
    enum class Kind { Spark, Cage, Half, Cable, SwitchPort };

    Kind kind = Kind::Spark;
    int spark = 0;                                    // number in the scenario
    domain::CageIndex cage = domain::CageIndex::Zero; // not for Kind::Spark
    domain::Side side = domain::Side::A;              // for Kind::Half only

    Socket socket() const { return Socket::ofSpark(spark, cage); }
    domain::HalfId half() const { return {cage, side}; }
    // Whether this half of this Spark is at the place: for a cage both of its halves, for a Spark all.
    bool covers(int ofSpark, domain::HalfId ofHalf) const;
    friend auto operator<=>(const FaultPlace &, const FaultPlace &) = default;
};

// "spark-a", "spark-a:0" (cage), "spark-a:0B" (half), "cable:spark-a:0", "port:spark-a:0" (the switch port that its
// cable leads to). Errors (Usage) say what is wrong.
base::Result<FaultPlace> parseFaultPlace(const std::vector<HostSpec> &hosts, std::string_view text);
std::string toText(const std::vector<HostSpec> &hosts, const FaultPlace &place);
// "a Spark", "a half": for messages.
std::string_view describe(FaultPlace::Kind kind);

} // namespace sparkloom::sim
