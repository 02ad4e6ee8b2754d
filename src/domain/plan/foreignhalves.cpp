// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/foreignhalves.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

constexpr std::string_view kDriver = "mlx5_core";

bool isExactly(const NetplanDefinition &definition, const ForeignHalves::Half &half)
{
    return definition.matchName == half.netdev || (!half.mac.empty() && definition.matchMac == half.mac)
        || (!definition.hasMatch && definition.id == half.netdev);
}

bool fits(const NetplanDefinition &definition, std::string_view netdev, std::string_view mac, std::string_view driver)
{
    if (!definition.hasMatch)
        return definition.id == netdev;
    return (!definition.matchName || matchesPattern(*definition.matchName, netdev))
        && (!definition.matchMac || *definition.matchMac == mac)
        && (!definition.matchDriver || matchesPattern(*definition.matchDriver, driver));
}

} // namespace

ForeignHalves::ForeignHalves(const SparkFacts &facts) : m_facts(facts)
{
    for (const HalfId id : kAllHalves) {
        Half half{id, std::string(documentedNetdev(id)), {}, false};
        if (const HalfFacts *found = facts.half(id)) {
            half.netdev = found->netdev;
            half.mac = found->mac.isZero() ? std::string() : found->mac.toString();
            half.carrier = found->carrier;
        }
        m_halves.push_back(std::move(half));
    }
}

std::vector<const ForeignHalves::Half *> ForeignHalves::definedBy(const NetplanDefinition &definition) const
{
    std::vector<const Half *> found;
    if (definition.section == "ethernets")
        for (const Half &half : m_halves)
            if (fits(definition, half.netdev, half.mac, kDriver))
                found.push_back(&half);
    return found;
}

bool ForeignHalves::matchesOthers(const NetplanDefinition &definition) const
{
    if (!definition.hasMatch || definition.matchMac)
        return false;
    if (!definition.matchName && !definition.matchDriver)
        return true;
    return std::any_of(m_facts.others.begin(), m_facts.others.end(),
        [&](const OtherInterface &other) { return fits(definition, other.name, other.mac.toString(), ""); });
}

std::vector<const ForeignHalves::Half *> ForeignHalves::portsOfOwnBond(
    const NetplanScan &scan, const NetplanDefinition &bond) const
{
    if (bond.section != "bonds" || bond.ports.empty() || bond.flowBody || bond.hasMatch || bond.setName)
        return {};
    for (const NetplanDefinition &other : scan.definitions)
        if (&other != &bond
            && (other.id == bond.id || std::find(other.words.begin(), other.words.end(), bond.id) != other.words.end()))
            return {};
    std::vector<const Half *> found;
    for (const std::string &port : bond.ports) {
        const Half *half = halfNamed(scan, port);
        if (!half)
            return {};
        found.push_back(half);
    }
    return found;
}

// A port is named by the id of its definition, which may match a half by its MAC.
const ForeignHalves::Half *ForeignHalves::halfNamed(const NetplanScan &scan, const std::string &id) const
{
    for (const NetplanDefinition &definition : scan.definitions)
        if (definition.section == "ethernets" && definition.id == id) {
            const auto halves = definedBy(definition);
            return halves.size() == 1 && isExactly(definition, *halves.front()) ? halves.front() : nullptr;
        }
    const auto half = std::find_if(m_halves.begin(), m_halves.end(), [&](const Half &one) { return one.netdev == id; });
    return half == m_halves.end() ? nullptr : &*half;
}

bool ForeignHalves::usedBy(const NetplanDefinition &definition) const
{
    return std::any_of(m_halves.begin(), m_halves.end(), [&](const Half &half) {
        const bool inBody =
            std::find(definition.words.begin(), definition.words.end(), half.netdev) != definition.words.end();
        const bool renamed = definition.setName && *definition.setName == half.netdev && !isExactly(definition, half);
        return inBody || renamed || (definition.section != "ethernets" && definition.id == half.netdev);
    });
}

std::vector<const ForeignHalves::Half *> ForeignHalves::namedIn(std::string_view text) const
{
    const std::string lowered = base::lowered(text);
    std::vector<const Half *> named;
    for (const Half &half : m_halves)
        if (mentionsWord(text, half.netdev) || mentionsWord(lowered, half.mac))
            named.push_back(&half);
    return named;
}

bool ForeignHalves::othersNamedIn(std::string_view text) const
{
    const std::string lowered = base::lowered(text);
    for (const OtherInterface &other : m_facts.others)
        if (mentionsWord(text, other.name) || mentionsWord(lowered, other.mac.toString()))
            return true;
    for (const std::string_view word : {"match", "wifis", "modems", "bonds", "bridges", "vlans", "vrfs", "tunnels",
             "dummy-devices", "virtual-ethernets", "nm-devices", "openvswitch", "renderer"})
        if (mentionsWord(text, word))
            return true;
    return false;
}

std::vector<std::string> bondsOfHalves(const SparkFacts &facts, std::string_view text)
{
    std::vector<std::string> names;
    const NetplanScan scan = scanNetplan(text);
    if (!scan.understood)
        return names;
    const ForeignHalves halves(facts);
    for (const NetplanDefinition &definition : scan.definitions)
        if (!halves.portsOfOwnBond(scan, definition).empty())
            names.push_back(definition.id);
    return names;
}

std::string restOfForeignFile(const SparkFacts &facts, std::string_view text)
{
    const NetplanScan scan = scanNetplan(text);
    if (!scan.understood)
        return {};
    const ForeignHalves halves(facts);
    std::vector<std::size_t> removed;
    for (std::size_t i = 0; i < scan.definitions.size(); ++i) {
        const NetplanDefinition &definition = scan.definitions[i];
        if ((!halves.definedBy(definition).empty() && !halves.matchesOthers(definition))
            || !halves.portsOfOwnBond(scan, definition).empty())
            removed.push_back(i);
    }
    const bool staysEmpty = removed.size() == scan.definitions.size() && !scan.hasRenderer;
    return staysEmpty ? std::string() : withoutDefinitions(text, scan, removed);
}

} // namespace sparkloom::domain
