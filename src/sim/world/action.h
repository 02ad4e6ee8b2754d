// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sim/faults/catalogue.h"
#include "sim/world/cabling.h"

#include <nlohmann/json_fwd.hpp>

namespace sparkloom::sim {

struct Scenario;
class World;

// A fault and where it sits.
struct FaultSpec {
    Fault fault = Fault::StaleInit;
    FaultPlace place;
    friend auto operator<=>(const FaultSpec &, const FaultSpec &) = default;
};

// Something that is done to the virtual Sparks while they run: by the timeline of a scenario or over the control
// channel.
struct Action {
    enum class What { Plug, Unplug, Slow, Fault };
    static constexpr double kMostGbps = 400;

    What what = What::Plug;
    Socket a;        // Plug, Unplug, Slow: a cage (Plug: or a switch)
    Socket b;        // Plug
    double gbps = 0; // Slow: what the cable in cage `a` carries at most, per direction; 0 takes the limit away
    FaultSpec fault; // Fault
    bool on = true;  // Fault: comes or goes
};

// {"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"switch":"switch"}}
// {"do":"unplug","a":{...}}   {"do":"slow","a":{...},"gbps":25}
// {"do":"fault","fault":"F-08","place":"cable:spark-a:0","on":true}
// Fields of others (id, at) are not looked at. Errors (Usage) say what is wrong.
base::Result<Action> parseAction(const Scenario &scenario, const nlohmann::json &object);
// A fault by its id or name at a place that fits it.
base::Result<FaultSpec> parseFaultSpec(const Scenario &scenario, std::string_view fault, std::string_view place);
// The cage or switch that {"spark":...,"cage":...} or {"switch":...} names.
base::Result<Socket> parseSocket(const Scenario &scenario, const nlohmann::json &object);

// Errors (Refused) say why it cannot be done now.
base::Result<void> perform(World &world, const Action &action);

} // namespace sparkloom::sim
