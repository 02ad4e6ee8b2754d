// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/control.h"

#include "sim/control/colleague.h"
#include "sim/control/practice.h"
#include "sim/control/traffic.h"
#include "sim/world/snapshot.h"

#include <nlohmann/json.hpp>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

std::string lineOf(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
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
        halves.push_back({{"half", domain::toText(half)}, {"netdev", interface->name},
            {"mac", interface->mac.toString()}, {"adminUp", interface->adminUp}, {"carrier", interface->carrier()},
            {"mtu", interface->mtu}, {"addresses", addresses}, {"blinking", interface->blinking},
            {"linkLocal", interface->linkLocal == Interface::LinkLocal::Ready}});
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
    return {{"cables", cables}, {"sparks", sparks}, {"faults", faultsJson(world)}};
}

} // namespace

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

Control::Control(World &world, std::vector<Announced> sparks, std::function<void()> stop)
    : m_world(world), m_sparks(std::move(sparks)), m_stop(std::move(stop))
{}

std::string Control::firstLine() const
{
    json line = {{"sparkloom-sim", 1}, {"scenario", m_world.scenario().name}, {"seed", m_world.options().seed},
        {"speed", m_world.options().speed}, {"sparks", sparksJson(m_sparks)}};
    if (!m_socket.empty())
        line["control"] = m_socket;
    return lineOf(line);
}

std::string Control::answer(const std::string &line)
{
    const json request = json::parse(line, nullptr, false);
    if (!request.is_object())
        return R"({"id":0,"ok":false,"reason":"the line is no JSON object"})";
    const auto id = request.find("id");
    json answer = {{"id", id != request.end() && id->is_number_integer() ? id->get<std::int64_t>() : 0}, {"ok", true}};
    const auto verb = request.find("do");
    const std::string what = verb != request.end() && verb->is_string() ? verb->get<std::string>() : std::string();
    if (what == "state") {
        answer.update(stateJson(m_world));
    } else if (what == "snapshot") {
        answer["sparks"] = snapshotsJson(m_world);
    } else if (what == "list") {
        answer["sparks"] = sparksJson(m_sparks);
    } else if (what == "stop") {
        m_stop();
    } else if (const auto traffic = answerTraffic(m_world, request)) {
        answer.update(*traffic);
    } else if (const auto practice = answerPractice(m_world, request)) {
        answer.update(*practice);
    } else if (const auto colleague = answerColleague(m_world, request)) {
        answer.update(*colleague);
    } else {
        const auto action = parseAction(m_world.scenario(), request);
        const auto done = action ? perform(m_world, *action) : base::Result<void>(action.error());
        answer["ok"] = done.ok();
        if (!done)
            answer["reason"] = done.error().detail;
    }
    return lineOf(answer);
}

ControlChannel::ControlChannel(Control &control, std::function<void(std::string)> send)
    : m_control(control), m_send(std::move(send))
{}

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
            m_send(m_control.answer(line));
    }
}

} // namespace sparkloom::sim
