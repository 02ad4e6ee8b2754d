// SPDX-License-Identifier: GPL-3.0-or-later
// Reads resources/physics/measurements.json.
#include "sim/errors.h"
#include "sim/physics/table.h"
#include "sim/world/builtin.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <stdexcept>

namespace sparkloom::sim::physics {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxRows = 1000;
constexpr std::size_t kMaxText = 300;

struct Mistake : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T>
using Names = std::initializer_list<std::pair<std::string_view, T>>;

std::string textOf(const json &object, const char *field, const std::string &otherwise = {})
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_string() || it->get_ref<const std::string &>().size() > kMaxText)
        throw Mistake(std::string(field) + " must be a short text");
    return it->get<std::string>();
}

double numberOf(const json &object, const char *field, double otherwise)
{
    const auto it = object.find(field);
    if (it == object.end())
        return otherwise;
    if (!it->is_number() || it->get<double>() < 0 || it->get<double>() > 1e12)
        throw Mistake(std::string(field) + " must be a number from 0 on");
    return it->get<double>();
}

template <typename T>
T oneOf(const json &object, const char *field, Names<T> names, T otherwise)
{
    const std::string text = textOf(object, field);
    if (text.empty())
        return otherwise;
    const auto it = std::ranges::find(names, text, [](const auto &entry) { return entry.first; });
    if (it == names.end())
        throw Mistake(std::string(field) + " has a value that is not known");
    return it->second;
}

std::vector<domain::HalfId> halvesOf(const std::string &text)
{
    std::vector<domain::HalfId> halves;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const auto half = domain::halfFromText(std::string_view(text).substr(i, 2));
        if (!half || (i + 2 < text.size() && text[i + 2] != ' '))
            throw Mistake("halves must be like \"0A 0B\"");
        halves.push_back(*half);
    }
    return halves;
}

void onlyFields(const json &object, const std::set<std::string> &known)
{
    if (!object.is_object())
        throw Mistake("an object is expected where something else stands");
    for (const auto &[key, value] : object.items())
        if (!known.contains(key))
            throw Mistake("the field " + key.substr(0, 60) + " is not known");
}

SetUp setUpOf(const json &object)
{
    onlyFields(object,
        {"layer", "halves", "mtu", "channels", "messageKiB", "operation", "share", "capGbps", "linkGbps", "widthB",
            "windowMiB", "switch", "ring", "collective", "transport", "bytes", "count"});
    constexpr double kKibi = 1024;
    SetUp setUp;
    using Layer = SetUp::Layer;
    setUp.layer = oneOf<Layer>(object, "layer",
        {{"tcp", Layer::Tcp}, {"rdma", Layer::Rdma}, {"nccl", Layer::Nccl}, {"latency", Layer::Latency}},
        Layer::Nothing);
    setUp.halves = halvesOf(textOf(object, "halves"));
    setUp.mtu = static_cast<int>(numberOf(object, "mtu", setUp.mtu));
    setUp.channels = static_cast<int>(numberOf(object, "channels", setUp.channels));
    setUp.messageBytes = static_cast<std::int64_t>(numberOf(object, "messageKiB", 64) * kKibi);
    setUp.operation = oneOf<Operation>(object, "operation",
        {{"write", Operation::Write}, {"send", Operation::Send}, {"read", Operation::Read}}, Operation::Write);
    setUp.share = oneOf<NicParameters::Share>(object, "share",
        {{"borrowing", NicParameters::Share::Borrowing}, {"fixed", NicParameters::Share::Fixed}}, setUp.share);
    setUp.capGbps = numberOf(object, "capGbps", 0);
    setUp.linkGbps = numberOf(object, "linkGbps", setUp.linkGbps);
    setUp.widthB = static_cast<int>(numberOf(object, "widthB", setUp.widthB));
    setUp.windowBytes = static_cast<std::int64_t>(numberOf(object, "windowMiB", 6) * kKibi * kKibi);
    setUp.throughSwitch = object.value("switch", false);
    setUp.ring = object.value("ring", false);
    const auto kind = collectiveFromText(textOf(object, "collective", "all_gather"));
    if (!kind)
        throw Mistake("collective is not known");
    setUp.collective = *kind;
    setUp.transport = oneOf<Transport>(object, "transport",
        {{"rdma", Transport::Rdma}, {"development", Transport::RdmaDevelopmentBuild}, {"sockets", Transport::Sockets}},
        Transport::Rdma);
    setUp.bytes = static_cast<std::int64_t>(numberOf(object, "bytes", 0));
    using Count = SetUp::Count;
    setUp.count = oneOf<Count>(object, "count",
        {{"payload", Count::Payload}, {"duplex", Count::Duplex}, {"wire", Count::Wire},
            {"wire-duplex", Count::WireDuplex}},
        Count::Payload);
    return setUp;
}

Row rowOf(const json &object)
{
    onlyFields(object, {"id", "what", "source", "measured", "upTo", "unit", "reading", "against", "reason", "setup"});
    using Reading = Row::Reading;
    Row row;
    row.id = textOf(object, "id");
    row.what = textOf(object, "what");
    row.source = textOf(object, "source");
    row.measured = numberOf(object, "measured", 0);
    row.upTo = numberOf(object, "upTo", row.measured);
    row.unit = textOf(object, "unit");
    row.reading = oneOf<Reading>(object, "reading",
        {{"healthy", Reading::Healthy}, {"explained", Reading::Explained}, {"invalid", Reading::Invalid},
            {"contradiction", Reading::Contradiction}, {"doubled", Reading::Doubled}, {"band", Reading::Band},
            {"limit", Reading::Limit}, {"ceiling", Reading::Ceiling}},
        Reading::Healthy);
    row.against = textOf(object, "against");
    row.reason = textOf(object, "reason");
    row.setUp = setUpOf(object.at("setup"));
    const bool known = row.unit == "Gb/s" || row.unit == "GB/s" || row.unit == "us";
    if (row.id.empty() || row.what.empty() || row.source.empty() || row.measured <= 0 || !known)
        throw Mistake("a row needs id, what, source, measured and unit (" + row.id + ')');
    return row;
}

} // namespace

base::Result<std::vector<Row>> parseRows(std::string_view text)
{
    if (text.size() > kMaxBytes)
        return simError(base::ErrorKind::Usage, "the measurements have at most 1 MiB");
    try {
        const json root = json::parse(text);
        if (root.at("schema") != "sparkloom-measurements-1")
            throw Mistake("schema must be sparkloom-measurements-1");
        const json &list = root.at("rows");
        if (!list.is_array() || list.size() > kMaxRows)
            throw Mistake("rows must be a list of at most 1000");
        std::vector<Row> rows;
        for (const json &object : list)
            rows.push_back(rowOf(object));
        return rows;
    } catch (const Mistake &mistake) {
        return simError(base::ErrorKind::Usage, mistake.what());
    } catch (const json::exception &problem) {
        return simError(base::ErrorKind::Usage, problem.what());
    }
}

const std::vector<Row> &publishedRows()
{
    static const std::vector<Row> rows = [] {
        auto parsed = parseRows(builtInMeasurements());
        if (!parsed)
            std::abort(); // the build's own file: tests/unit/sim reads it
        return std::move(parsed).value();
    }();
    return rows;
}

} // namespace sparkloom::sim::physics
