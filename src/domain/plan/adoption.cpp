// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/adoption.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr int kDefaultMtu = 1500;
// Settings that are judged below, and those that change nothing on a half with a static address.
constexpr std::array<std::string_view, 9> kKnown = {
    "accept-ra", "addresses", "dhcp4", "dhcp6", "link-local", "match", "mtu", "optional", "set-name"};

std::string setting(const NetplanDefinition &definition, const std::string &key)
{
    const auto found = definition.settings.find(key);
    return found == definition.settings.end() ? std::string() : found->second;
}

// As netplan reads a boolean; absent is off.
bool isOff(const std::string &value)
{
    const std::string word = base::lowered(value);
    return word.empty() || word == "false" || word == "no" || word == "off" || word == "n";
}

bool isEmptyList(std::string_view value)
{
    return value.size() >= 2 && value.front() == '[' && value.back() == ']'
        && base::trimmed(value.substr(1, value.size() - 2)).empty();
}

} // namespace

std::optional<Ipv4Interface> plainAddress(const NetplanDefinition &definition)
{
    if (definition.addresses.size() != 1)
        return std::nullopt;
    return Ipv4Interface::parse(std::string(base::trimmed(definition.addresses.front())));
}

std::optional<Message> whyNotRight(const NetplanDefinition &definition, const HalfConfig &wanted)
{
    const auto about = [&](Message message) { return std::move(message).with("interface", wanted.netdev); };
    if (definition.flowBody)
        return about("plan.foreign-reason"_msg);
    for (const auto &[key, value] : definition.settings)
        if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end())
            return about("plan.foreign-more-reason"_msg).with("setting", base::cleanText(key, 40));
    if (!isOff(setting(definition, "dhcp4")) || !isOff(setting(definition, "dhcp6")))
        return about("plan.foreign-dhcp-reason"_msg);
    const auto address = plainAddress(definition);
    if (!address || *address != wanted.address) {
        const std::string shown = base::cleanText(base::joined(definition.addresses, ", "), 80);
        return about("plan.foreign-address-reason"_msg)
            .with("address", shown.empty() ? std::string("-") : shown)
            .with("wanted", wanted.address.toString());
    }
    const std::string mtu = setting(definition, "mtu");
    const auto bytes = mtu.empty() ? kDefaultMtu : base::parseInteger(mtu, 68, 65535).value_or(0);
    if (bytes != wanted.mtu)
        return about("plan.foreign-mtu-reason"_msg).with("mtu", static_cast<int>(bytes)).with("wanted", wanted.mtu);
    if (!isEmptyList(setting(definition, "link-local")) || !isOff(setting(definition, "accept-ra")))
        return about("plan.foreign-ipv6-reason"_msg);
    return std::nullopt;
}

} // namespace sparkloom::domain
