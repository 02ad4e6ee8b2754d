// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/messages_plugs.h"

// Plugs and raw frames.
namespace sparkloom::protocol {
namespace json {

constexpr std::size_t kMostHeard = 4096;
constexpr std::size_t kMostNeighbours = 64;
constexpr std::size_t kMaxModuleText = 16;

void exchange(Node &node, domain::CableModule &value)
{
    node.field("vendor", value.vendor, Text{kMaxModuleText, isOneLine});
    node.field("partNumber", value.partNumber, Text{kMaxModuleText, isOneLine});
    node.field("serial", value.serial, Text{kMaxModuleText, isOneLine});
}

void exchange(Node &node, ModulesAnswer::Module &value)
{
    node.field("half", value.half);
    node.field("module", value.module);
}

void exchange(Node &node, ModulesAnswer::Problem &value)
{
    node.field("half", value.half);
    node.field("text", value.text, Text{kMaxText});
}

void exchange(Node &node, ModulesAnswer &value)
{
    node.list("modules", value.modules, Count{kHalves});
    node.list("problems", value.problems, Count{kHalves});
}

void exchange(Node &node, RawProbeRequest &value)
{
    node.field("runNonce", value.runNonce,
        Text{32, [](std::string_view text) { return text.size() == 32 && isHexDigits(text); }});
    node.field(
        "runKey", value.runKey, Text{64, [](std::string_view text) { return text.size() == 64 && isHexDigits(text); }});
    node.field("self", value.self);
    node.field("durationMs", value.durationMs, Range{500, 35'000});
    node.field("intervalMs", value.intervalMs, Range{100, 2'000});
}

void exchange(Node &node, RawProbeAnswer::Heard &value)
{
    node.field("at", value.at);
    node.field("from", value.from);
    node.field("direct", value.direct);
}

void exchange(Node &node, RawProbeAnswer::Problem &value)
{
    node.field("half", value.half);
    node.field("text", value.text, Text{kMaxText});
}

void exchange(Node &node, domain::LldpNeighbour &value)
{
    const auto isText = [](std::string_view text) { return !text.empty() && isOneLine(text); };
    node.field("chassis", value.chassis, Text{domain::kMostLldpText, isText});
    node.field("port", value.port, Text{domain::kMostLldpText, isText});
    node.field("system", value.system, Text{domain::kMostLldpText, isOneLine});
}

void exchange(Node &node, RawProbeAnswer::Neighbour &value)
{
    node.field("at", value.at);
    node.field("device", value.device);
}

void exchange(Node &node, RawProbeAnswer &value)
{
    node.list("neighbours", value.neighbours, Count{kMostNeighbours});
    node.list("heard", value.heard, Count{kMostHeard});
    node.list("problems", value.problems, Count{kHalves});
    node.list("direct", value.direct, Count{kHalves});
}

} // namespace json

SPARKLOOM_JSON_TYPE(ModulesAnswer)
SPARKLOOM_JSON_TYPE(RawProbeRequest)
SPARKLOOM_JSON_TYPE(RawProbeAnswer)

} // namespace sparkloom::protocol
