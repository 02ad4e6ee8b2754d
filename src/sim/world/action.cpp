// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/action.h"

#include "sim/errors.h"
#include "sim/faults/faults.h"
#include "sim/world/fields.h"
#include "sim/world/scenario.h"
#include "sim/world/world.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

const json &objectField(const json &object, const char *field)
{
    const auto it = object.find(field);
    if (it == object.end() || !it->is_object())
        throw Mistake(std::string(field) + " must name a socket");
    return *it;
}

Socket socketField(const Scenario &scenario, const json &object, const char *field)
{
    auto socket = parseSocket(scenario, objectField(object, field));
    if (!socket)
        throw Mistake(std::string(field) + ": " + socket.error().detail);
    return *socket;
}

Action actionOf(const Scenario &scenario, const json &object)
{
    Action action;
    const std::string what = textField(object, "do", {}, true);
    if (what == "plug" || what == "unplug" || what == "slow") {
        action.what = what == "plug" ? Action::What::Plug
            : what == "unplug"       ? Action::What::Unplug
                                     : Action::What::Slow;
        action.a = socketField(scenario, object, "a");
        if (what == "plug")
            action.b = socketField(scenario, object, "b");
        if (what == "slow")
            action.gbps = realField(object, "gbps", std::numeric_limits<double>::quiet_NaN(), 0, Action::kMostGbps);
        return action;
    }
    if (what != "fault")
        throw Mistake("do must be plug, unplug, slow or fault; over the control channel also traffic and others");
    action.what = Action::What::Fault;
    action.on = yesOrNoField(object, "on", true);
    const auto spec =
        parseFaultSpec(scenario, textField(object, "fault", {}, true), textField(object, "place", {}, true));
    if (!spec)
        throw Mistake(spec.error().detail);
    action.fault = *spec;
    return action;
}

} // namespace

base::Result<Action> parseAction(const Scenario &scenario, const json &object)
{
    try {
        return actionOf(scenario, object);
    } catch (const Mistake &mistake) {
        return simError(base::ErrorKind::Usage, mistake.what());
    }
}

base::Result<Socket> parseSocket(const Scenario &scenario, const json &object)
{
    try {
        onlyFields(object, {"spark", "cage", "switch"});
        const bool isSwitch = object.contains("switch");
        const std::string name = textField(object, isSwitch ? "switch" : "spark", {}, true);
        const auto socket = socketNamed(scenario, name, numberField(object, "cage", isSwitch ? 0 : -1, 0, 1));
        if (!socket)
            return simError(base::ErrorKind::Usage, name.substr(0, 80) + ": " + socket.error().detail);
        return socket;
    } catch (const Mistake &mistake) {
        return simError(base::ErrorKind::Usage, mistake.what());
    }
}

base::Result<FaultSpec> parseFaultSpec(const Scenario &scenario, std::string_view fault, std::string_view place)
{
    const FaultKind *const kind = faultNamed(fault);
    if (!kind)
        return simError(base::ErrorKind::Usage,
            "there is no fault " + std::string(fault.substr(0, 80)) + "; --faults names them all");
    const auto where = parseFaultPlace(scenario.hosts, place);
    if (!where)
        return where.error();
    if (kind->canSitAt(where->kind))
        return FaultSpec{kind->fault, *where};
    std::string fits;
    for (const auto scope : {FaultPlace::Kind::Spark, FaultPlace::Kind::Cage, FaultPlace::Kind::Half,
             FaultPlace::Kind::Cable, FaultPlace::Kind::SwitchPort})
        if (kind->canSitAt(scope))
            fits += (fits.empty() ? "" : " or ") + std::string(describe(scope));
    return simError(base::ErrorKind::Usage,
        std::string(kind->id) + " sits at " + fits + ", not at " + std::string(describe(where->kind)));
}

base::Result<void> perform(World &world, const Action &action)
{
    switch (action.what) {
    case Action::What::Plug: return world.plug(action.a, action.b);
    case Action::What::Unplug: return world.unplug(action.a);
    case Action::What::Slow: return world.faults().slow(action.a, action.gbps);
    case Action::What::Fault: return action.on ? world.faults().put(action.fault) : world.faults().take(action.fault);
    }
    return {};
}

} // namespace sparkloom::sim
