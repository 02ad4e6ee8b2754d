// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/traffic.h"

#include "sim/errors.h"
#include "sim/world/ethtool.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

constexpr double kMostSeconds = 86'400;

// What is wrong with a request; caught in answerTraffic.
struct Mistake : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string textOf(const json &object, const char *field, const char *otherwise)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_string())
        throw Mistake(std::string(field) + " must be a text");
    return it->get<std::string>();
}

std::int64_t wholeOf(const json &object, const char *field, std::int64_t otherwise)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_number_integer())
        throw Mistake(std::string(field) + " must be a whole number");
    return it->get<std::int64_t>();
}

int sparkNamed(const World &world, const json &name)
{
    const auto &hosts = world.scenario().hosts;
    const auto it = name.is_string() ? std::ranges::find(hosts, name.get<std::string>(), &HostSpec::name) : hosts.end();
    if (it == hosts.end())
        throw Mistake("there is no such Spark");
    return static_cast<int>(it - hosts.begin());
}

const json &listOf(const json &object, const char *field)
{
    static const json none = json::array();
    const auto it = object.find(field);
    if (it != object.end() && (!it->is_array() || it->size() > 64))
        throw Mistake(std::string(field) + " must be a list of at most 64");
    return it == object.end() ? none : *it;
}

physics::Operation operationOf(const std::string &text)
{
    if (text != "write" && text != "send" && text != "read")
        throw Mistake("operation must be write, send or read");
    return text == "write" ? physics::Operation::Write
        : text == "send"   ? physics::Operation::Send
                           : physics::Operation::Read;
}

TrafficRequest requestOf(const World &world, const json &object)
{
    using Kind = TrafficRequest::Kind;
    TrafficRequest request;
    const std::string kind = textOf(object, "kind", "");
    if (kind != "tcp" && kind != "rdma" && kind != "nccl")
        throw Mistake("kind must be tcp, rdma or nccl");
    request.kind = kind == "tcp" ? Kind::Tcp : kind == "rdma" ? Kind::Rdma : Kind::Nccl;
    for (const json &name : listOf(object, "sparks"))
        request.sparks.push_back(sparkNamed(world, name));
    for (const json &name : listOf(object, "halves")) {
        const auto half = name.is_string() ? domain::halfFromText(name.get<std::string>()) : std::nullopt;
        if (!half)
            throw Mistake("halves are 0A, 0B, 1A and 1B");
        request.halves.push_back(*half);
    }
    const bool tcp = request.kind == Kind::Tcp;
    request.channels = static_cast<int>(
        std::clamp<std::int64_t>(wholeOf(object, tcp ? "streams" : "queuePairs", tcp ? 16 : 4), 0, 1000));
    request.messageBytes = wholeOf(object, "messageBytes", request.messageBytes);
    request.operation = operationOf(textOf(object, "operation", "write"));
    const auto bothWays = object.find("bothWays");
    if (bothWays != object.end() && !bothWays->is_boolean())
        throw Mistake("bothWays must be true or false");
    request.bothWays = bothWays != object.end() && bothWays->get<bool>();
    const auto collective = physics::collectiveFromText(textOf(object, "collective", "all_gather"));
    if (!collective)
        throw Mistake("collective must be all_gather, all_reduce, reduce_scatter, sendrecv, broadcast or alltoall");
    request.collective = *collective;
    request.bytes = wholeOf(object, "bytes", request.bytes);
    const auto seconds = object.find("seconds");
    if (seconds == object.end())
        return request;
    if (!seconds->is_number() || !(seconds->get<double>() > 0 && seconds->get<double>() <= kMostSeconds))
        throw Mistake("seconds must be a number above 0");
    request.duration =
        std::chrono::milliseconds(std::max<std::int64_t>(1, std::llround(seconds->get<double>() * 1000)));
    return request;
}

Flows::Id testOf(const json &object)
{
    return static_cast<Flows::Id>(std::clamp<std::int64_t>(wholeOf(object, "test", 0), 0, 1'000'000'000));
}

json stateOf(World &world, Flows::Id id)
{
    const auto state = world.flows().state(id);
    if (!state)
        throw Mistake("there is no such test");
    return {{"test", id}, {"running", state->running}, {"progress", state->progress}, {"seconds", state->seconds},
        {"gbpsNow", state->gbpsNow}, {"gbpsAverage", state->gbpsAverage}, {"gbpsBackNow", state->gbpsBackNow},
        {"gbpsBackAverage", state->gbpsBackAverage}, {"busGBps", state->busGBps}, {"gigabits", state->gigabits},
        {"limitedBy", state->limitedBy}, {"problem", state->problem}};
}

json countersOf(World &world, const json &object)
{
    Spark &spark = world.spark(sparkNamed(world, object.value("spark", json())));
    json halves = json::object();
    for (const domain::HalfId half : domain::kAllHalves) {
        json counters = json::object();
        for (const auto &[name, value] : ethtoolStatistics(world, spark, half))
            counters[name] = value;
        if (!counters.empty())
            halves[domain::toText(half)] = std::move(counters);
    }
    return {{"halves", std::move(halves)}};
}

json moduleOf(World &world, const json &object)
{
    const std::int64_t cage = wholeOf(object, "cage", -1);
    if (cage != 0 && cage != 1)
        throw Mistake("cage must be 0 or 1");
    const Socket socket = Socket::ofSpark(
        sparkNamed(world, object.value("spark", json())), cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One);
    const CableParameters *const cable = world.cableAt(socket);
    if (!cable)
        throw Mistake("no cable is plugged in there");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char byte : moduleEeprom(*cable)) {
        hex += digits[static_cast<unsigned char>(byte) >> 4];
        hex += digits[static_cast<unsigned char>(byte) & 15];
    }
    return {{"eeprom", hex}, {"serial", cable->serial}, {"partNumber", cable->partNumber}};
}

json done(const base::Result<void> &result)
{
    if (!result)
        throw Mistake(result.error().detail);
    return json::object();
}

} // namespace

std::optional<json> answerTraffic(World &world, const json &request)
{
    const std::string what = request.contains("do") && request.at("do").is_string() ? request.at("do") : json("");
    try {
        if (what == "traffic") {
            const auto id = world.flows().start(requestOf(world, request));
            if (!id)
                throw Mistake(id.error().detail);
            return json{{"test", *id}};
        }
        if (what == "traffic-state")
            return stateOf(world, testOf(request));
        if (what == "traffic-stop")
            return done(world.flows().stop(testOf(request)));
        if (what == "counters")
            return countersOf(world, request);
        if (what == "module")
            return moduleOf(world, request);
    } catch (const Mistake &mistake) {
        return json{{"ok", false}, {"reason", mistake.what()}};
    }
    return std::nullopt;
}

} // namespace sparkloom::sim
