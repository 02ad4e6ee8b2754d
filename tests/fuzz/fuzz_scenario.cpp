// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "sim/world/scenario.h"
#include "sim/world/yaml.h"

using namespace sparkloom;

namespace {

void walk(const sim::YamlValue &value, int depth)
{
    fuzz::require(depth <= 21, "the depth is bounded");
    fuzz::require(value.kind == sim::YamlValue::Kind::Scalar || value.scalar.empty(), "only a scalar has text");
    for (const sim::YamlValue &item : value.items)
        walk(item, depth + 1);
    for (const auto &[key, entry] : value.entries)
        walk(entry, depth + 1);
}

} // namespace

// A scenario file that somebody hands on, and the netplan files of a virtual Spark.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    if (const auto scenario = sim::parseScenario(text)) {
        fuzz::require(!scenario->hosts.empty() && scenario->hosts.size() <= 256, "the hosts are bounded");
        for (const sim::HostSpec &host : scenario->hosts)
            fuzz::require(!host.name.empty() && host.name.size() <= 63, "a host name is one");
        const auto within = [&](const sim::Socket &socket) {
            return socket.isSwitch() ? static_cast<std::size_t>(socket.switchNumber) < scenario->switches.size()
                                     : static_cast<std::size_t>(socket.spark) < scenario->hosts.size();
        };
        for (const sim::PluggedCable &cable : scenario->cables)
            fuzz::require(within(cable.a) && within(cable.b), "a cable ends at something");
    }
    if (const auto yaml = sim::parseYaml(text))
        walk(*yaml, 0);
    return 0;
}
