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

std::string restOfForeignFile(const SparkFacts &facts, std::string_view text)
{
    const NetplanScan scan = scanNetplan(text);
    if (!scan.understood)
        return {};
    const ForeignHalves halves(facts);
    std::vector<std::size_t> removed;
    for (std::size_t i = 0; i < scan.definitions.size(); ++i)
        if (!halves.definedBy(scan.definitions[i]).empty() && !halves.matchesOthers(scan.definitions[i]))
            removed.push_back(i);
    const bool staysEmpty = removed.size() == scan.definitions.size() && !scan.hasRenderer;
    return staysEmpty ? std::string() : withoutDefinitions(text, scan, removed);
}

} // namespace sparkloom::domain
