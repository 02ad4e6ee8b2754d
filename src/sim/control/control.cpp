// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/control.h"

#include "sim/control/traffic.h"
#include "sim/errors.h"
#include "sim/world/snapshot.h"

#include <nlohmann/json.hpp>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

std::string lineOf(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string textField(const json &object, const char *field)
{
    const auto it = object.find(field);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

base::Result<Socket> socketOf(const World &world, const json &request, const char *field)
{
    const auto it = request.find(field);
    if (it == request.end() || !it->is_object())
        return simError(base::ErrorKind::Usage, std::string(field) + " must name a socket");
    const std::string name = textField(*it, it->contains("switch") ? "switch" : "spark");
    const auto cage = it->find("cage");
    return socketNamed(world.scenario(), name, cage != it->end() && cage->is_number_integer() ? cage->get<int>() : -1);
}

json socketJson(const World &world, const Socket &socket)
{
    if (socket.isSwitch())
        return {{"switch", world.scenario().switches.at(static_cast<std::size_t>(socket.switchNumber)).name}};
    return {{"spark", world.scenario().hosts.at(static_cast<std::size_t>(socket.spark)).name},
        {"cage", domain::number(socket.cage)}};
}

json halvesJson(Spark &spark)
{
    json halves = json::array();
    for (const domain::HalfId half : domain::kAllHalves) {
        const Interface *const interface = spark.network.byHalf(half);
        if (!interface)
            continue;
        json addresses = json::array();
        for (const auto &address : interface->addresses)
            addresses.push_back(address.toString());
        halves.push_back(
            {{"half", domain::toText(half)}, {"netdev", interface->name}, {"mac", interface->mac.toString()},
                {"adminUp", interface->adminUp}, {"carrier", interface->carrier()}, {"mtu", interface->mtu},
                {"addresses", addresses}, {"linkLocal", interface->linkLocal == Interface::LinkLocal::Ready}});
    }
    return halves;
}

json stateJson(World &world)
{
    json cables = json::array();
    for (const PluggedCable &cable : world.cabling().cables())
        cables.push_back({{"a", socketJson(world, cable.a)}, {"b", socketJson(world, cable.b)}});
    json sparks = json::array();
    for (const auto &spark : world.sparks()) {
        json timers = json::array();
        for (const auto &[unit, timer] : spark->timers)
            timers.push_back(unit);
        sparks.push_back({{"name", spark->spec.name}, {"nic", spark->nicPresent()}, {"halves", halvesJson(*spark)},
            {"timers", timers}, {"storedBytes", spark->files.usedBytes()}});
    }
    return {{"cables", cables}, {"sparks", sparks}};
}

} // namespace

ControlChannel::ControlChannel(
    World &world, std::vector<Announced> sparks, std::function<void(std::string)> send, std::function<void()> stop)
    : m_world(world), m_sparks(std::move(sparks)), m_send(std::move(send)), m_stop(std::move(stop))
{
}

namespace {

json snapshotsJson(World &world)
{
    json list = json::array();
    for (const auto &spark : world.sparks())
        list.push_back({{"name", spark->spec.name}, {"lines", snapshotOf(*spark)}});
    return list;
}

json sparksJson(const std::vector<Announced> &sparks)
{
    json list = json::array();
    for (const Announced &spark : sparks)
        list.push_back({{"name", spark.name}, {"host", "127.0.0.1"}, {"port", spark.port},
            {"fingerprint", spark.fingerprint}, {"user", spark.user}, {"password", spark.password}});
    return list;
}

} // namespace

void ControlChannel::announce()
{
    m_send(lineOf({{"sparkloom-sim", 1}, {"scenario", m_world.scenario().name}, {"seed", m_world.options().seed},
        {"speed", m_world.options().speed}, {"sparks", sparksJson(m_sparks)}}));
}

void ControlChannel::receive(std::string_view bytes)
{
    for (const char c : bytes) {
        if (c != '\n') {
            if (m_buffer.size() < kMaxLine)
                m_buffer += c;
            else
                m_skipping = true;
            continue;
        }
        const std::string line = std::exchange(m_buffer, {});
        if (std::exchange(m_skipping, false))
            m_send(R"({"id":0,"ok":false,"reason":"the line is too long"})");
        else if (line.find_first_not_of(" \t\r") != std::string::npos)
            handle(line);
    }
}

void ControlChannel::handle(const std::string &line)
{
    const json request = json::parse(line, nullptr, false);
    if (!request.is_object())
        return m_send(R"({"id":0,"ok":false,"reason":"the line is no JSON object"})");
    const auto id = request.find("id");
    json answer = {{"id", id != request.end() && id->is_number_integer() ? id->get<std::int64_t>() : 0}, {"ok", true}};
    const auto settle = [&](const base::Result<void> &result) {
        if (result)
            return;
        answer["ok"] = false;
        answer["reason"] = result.error().detail;
    };
    const std::string what = textField(request, "do");
    if (what == "plug" || what == "unplug") {
        const auto a = socketOf(m_world, request, "a");
        const auto b = what == "plug" ? socketOf(m_world, request, "b") : a;
        if (!a || !b)
            settle(a ? b.error() : a.error());
        else
            settle(what == "plug" ? m_world.plug(*a, *b) : m_world.unplug(*a));
    } else if (what == "state") {
        answer.update(stateJson(m_world));
    } else if (what == "snapshot") {
        answer["sparks"] = snapshotsJson(m_world);
    } else if (what == "list") {
        answer["sparks"] = sparksJson(m_sparks);
    } else if (const auto traffic = answerTraffic(m_world, request)) {
        answer.update(*traffic);
    } else if (what != "stop") {
        settle(simError(base::ErrorKind::Usage,
            "do must be plug, unplug, traffic, traffic-state, traffic-stop, counters, module, list, state, snapshot or "
            "stop"));
    }
    m_send(lineOf(answer));
    if (what == "stop")
        m_stop();
}

} // namespace sparkloom::sim
