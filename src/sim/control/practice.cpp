// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/practice.h"

#include "sim/faults/faults.h"
#include "sim/world/world.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

constexpr std::array<std::pair<FaultPlace::Kind, const char *>, 5> kPlaces = {
    {{FaultPlace::Kind::Spark, "spark"}, {FaultPlace::Kind::Cage, "cage"}, {FaultPlace::Kind::Half, "half"},
        {FaultPlace::Kind::Cable, "cable"}, {FaultPlace::Kind::SwitchPort, "port"}}};

json kindsJson()
{
    json kinds = json::array();
    for (const FaultKind &kind : faultCatalogue()) {
        json places = json::array();
        for (const auto &[place, word] : kPlaces)
            if (kind.canSitAt(place))
                places.push_back(word);
        kinds.push_back({{"id", kind.id}, {"name", kind.name}, {"title", kind.title}, {"places", std::move(places)}});
    }
    return kinds;
}

json cablesJson(const World &world)
{
    json cables = json::array();
    for (const PluggedCable &cable : world.cabling().cables()) {
        const CableParameters *const parameters = world.cableAt(cable.a);
        cables.push_back({{"a", socketJson(world, cable.a)}, {"b", socketJson(world, cable.b)},
            {"gbps", parameters ? parameters->limitGbps : 0}});
    }
    return cables;
}

} // namespace

json socketJson(const World &world, const Socket &socket)
{
    if (socket.isSwitch())
        return {{"switch", world.scenario().switches.at(static_cast<std::size_t>(socket.switchNumber)).name}};
    return {{"spark", world.scenario().hosts.at(static_cast<std::size_t>(socket.spark)).name},
        {"cage", domain::number(socket.cage)}};
}

json faultsJson(World &world)
{
    json faults = json::array();
    for (const FaultSpec &fault : world.faults().active())
        faults.push_back({{"fault", kindOf(fault.fault).id}, {"name", kindOf(fault.fault).name},
            {"place", toText(world.scenario().hosts, fault.place)}});
    return faults;
}

std::optional<json> answerPractice(World &world, const json &request)
{
    const auto verb = request.find("do");
    if (verb == request.end() || *verb != "faults")
        return std::nullopt;
    return json{{"kinds", kindsJson()}, {"on", faultsJson(world)}, {"cables", cablesJson(world)}};
}

} // namespace sparkloom::sim
