// SPDX-License-Identifier: Apache-2.0
#include "domain/hardware/address.h"

#include "base/text.h"

#include <algorithm>
#include <cstdio>

namespace sparkloom::domain {
namespace {

bool isAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::uint32_t mask(int length)
{
    return length == 0 ? 0 : ~std::uint32_t(0) << (32 - length);
}

std::optional<Ipv4Interface> parseWithLength(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto address = Ipv4Address::parse(text.substr(0, slash));
    const auto length = base::parseInteger(text.substr(slash + 1), 0, 32);
    if (!address || !length)
        return std::nullopt;
    return Ipv4Interface{*address, static_cast<int>(*length)};
}

// Only the shape: groups of hex digits and colons; an IPv4 tail is not accepted.
bool isIpv6Literal(std::string_view text)
{
    const std::size_t zone = text.find('%');
    if (zone != std::string_view::npos) {
        if (!isInterfaceName(text.substr(zone + 1)))
            return false;
        text = text.substr(0, zone);
    }
    if (text.size() < 2 || text.size() > 39 || text.find(":::") != std::string_view::npos)
        return false;
    int groups = 0;
    for (const std::string_view part : base::split(text, ':')) {
        if (part.size() > 4 || !std::all_of(part.begin(), part.end(), [](char c) { return hexValue(c) >= 0; }))
            return false;
        ++groups;
    }
    const bool shortened = text.find("::") != std::string_view::npos;
    return groups >= 3 && (groups == 8 || (shortened && groups <= 9));
}

} // namespace

std::optional<MacAddress> MacAddress::parse(std::string_view text)
{
    if (text.size() != 17)
        return std::nullopt;
    MacAddress mac;
    for (std::size_t i = 0; i < 6; ++i) {
        const int high = hexValue(text[3 * i]), low = hexValue(text[3 * i + 1]);
        if (high < 0 || low < 0 || (i < 5 && text[3 * i + 2] != ':'))
            return std::nullopt;
        mac.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return mac;
}

std::string MacAddress::toString() const
{
    char text[18];
    std::snprintf(
        text, sizeof text, "%02x:%02x:%02x:%02x:%02x:%02x", bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]);
    return text;
}

MacAddress MacAddress::plus(int offset) const
{
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    value += static_cast<std::uint64_t>(offset);
    MacAddress mac;
    for (std::size_t i = 0; i < 6; ++i)
        mac.bytes[i] = static_cast<std::uint8_t>(value >> (40 - 8 * i));
    return mac;
}

bool MacAddress::isZero() const
{
    return *this == MacAddress();
}

std::optional<Ipv4Address> Ipv4Address::parse(std::string_view text)
{
    const auto parts = base::split(text, '.');
    if (parts.size() != 4)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const std::string_view part : parts) {
        const auto number = base::parseInteger(part, 0, 255);
        if (!number || part.size() > 3 || (part.size() > 1 && part.front() == '0') || part.front() == '-')
            return std::nullopt;
        value = value << 8 | static_cast<std::uint32_t>(*number);
    }
    return Ipv4Address{value};
}

std::string Ipv4Address::toString() const
{
    return std::to_string(value >> 24) + '.' + std::to_string(value >> 16 & 255) + '.'
        + std::to_string(value >> 8 & 255) + '.' + std::to_string(value & 255);
}

Ipv4Prefix Ipv4Prefix::of(Ipv4Address address, int length)
{
    return {Ipv4Address{address.value & mask(length)}, length};
}

std::optional<Ipv4Prefix> Ipv4Prefix::parse(std::string_view text)
{
    const auto parsed = parseWithLength(text);
    if (!parsed || of(parsed->address, parsed->length).network != parsed->address)
        return std::nullopt;
    return of(parsed->address, parsed->length);
}

std::string Ipv4Prefix::toString() const
{
    return network.toString() + '/' + std::to_string(length);
}

bool Ipv4Prefix::contains(Ipv4Address address) const
{
    return (address.value & mask(length)) == network.value;
}

bool Ipv4Prefix::overlaps(const Ipv4Prefix &other) const
{
    return length <= other.length ? contains(other.network) : other.contains(network);
}

std::optional<Ipv4Interface> Ipv4Interface::parse(std::string_view text)
{
    return parseWithLength(text);
}

std::string Ipv4Interface::toString() const
{
    return address.toString() + '/' + std::to_string(length);
}

bool isInterfaceName(std::string_view name)
{
    if (name.empty() || name.size() > 15 || name == "." || name == "..")
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return isAlnum(c) || c == '_' || c == '.' || c == '-'; });
}

bool isUserName(std::string_view name)
{
    if (name.empty() || name.size() > 32 || !((name[0] >= 'a' && name[0] <= 'z') || name[0] == '_'))
        return false;
    return std::all_of(name.begin(), name.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'; });
}

bool isHostNameOrAddress(std::string_view text)
{
    if (text.empty() || text.size() > 253)
        return false;
    if (text.find(':') != std::string_view::npos)
        return isIpv6Literal(text);
    for (const std::string_view label : base::split(text, '.')) {
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
            return false;
        if (!std::all_of(label.begin(), label.end(), [](char c) { return isAlnum(c) || c == '-' || c == '_'; }))
            return false;
    }
    return true;
}

} // namespace sparkloom::domain
