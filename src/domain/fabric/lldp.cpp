// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/lldp.h"

#include "base/text.h"
#include "domain/hardware/address.h"

#include <algorithm>
#include <array>

namespace sparkloom::domain {
namespace {

// IEEE 802.1AB-2016, table 8-1 and 8.5.2, 8.5.3.
enum Type { kEnd = 0, kChassis = 1, kPort = 2, kTimeToLive = 3, kPortDescription = 4, kSystemName = 5 };
constexpr unsigned char kChassisMac = 4, kPortMac = 3, kLocal = 7, kInterfaceName = 5;
constexpr std::size_t kMostFrame = 1500, kMostValue = 255;
constexpr char kLifetime = 120; // seconds

std::string clean(std::string_view text)
{
    return base::cleanText(base::trimmed(text), kMostLldpText);
}

// The value of a chassis or port: one byte says of what kind the rest is.
std::string identity(std::string_view value, unsigned char macKind)
{
    if (value.size() < 2 || value.size() > kMostValue + 1)
        return {};
    const std::string_view rest = value.substr(1);
    if (static_cast<unsigned char>(value[0]) != macKind)
        return clean(rest);
    std::array<std::uint8_t, 6> bytes{};
    if (rest.size() != bytes.size())
        return {};
    std::transform(rest.begin(), rest.end(), bytes.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return MacAddress{bytes}.toString();
}

void append(std::string &frame, Type type, std::string_view value)
{
    value = value.substr(0, kMostValue);
    frame += static_cast<char>(static_cast<unsigned>(type) << 1);
    frame += static_cast<char>(value.size());
    frame += value;
}

} // namespace

std::optional<LldpNeighbour> parseLldp(std::string_view frame)
{
    if (frame.size() > kMostFrame)
        return std::nullopt;
    LldpNeighbour found;
    std::string description;
    bool portIsMac = false, isAlive = false;
    for (int number = 1; frame.size() >= 2; ++number) {
        const unsigned head =
            static_cast<unsigned>(static_cast<unsigned char>(frame[0])) << 8 | static_cast<unsigned char>(frame[1]);
        const unsigned type = head >> 9, length = head & 0x1ff;
        frame.remove_prefix(2);
        if (length > frame.size() || (number <= 3 && type != static_cast<unsigned>(number)))
            return std::nullopt; // the first three are always these, in this order
        const std::string_view value = frame.substr(0, length);
        frame.remove_prefix(length);
        switch (type) {
        case kEnd: frame = {}; break;
        case kChassis: found.chassis = identity(value, kChassisMac); break;
        case kPort:
            found.port = identity(value, kPortMac);
            portIsMac = !value.empty() && static_cast<unsigned char>(value[0]) == kPortMac;
            break;
        case kTimeToLive:
            if (length < 2 || (value[0] == 0 && value[1] == 0))
                return std::nullopt;
            isAlive = true;
            break;
        case kPortDescription: description = clean(value); break;
        case kSystemName: found.system = clean(value); break;
        default: break;
        }
    }
    if (!isAlive || found.chassis.empty() || found.port.empty())
        return std::nullopt;
    if (portIsMac && !description.empty())
        found.port = description; // what stands beside the socket
    return found;
}

std::string renderLldp(const LldpNeighbour &neighbour)
{
    std::string frame;
    append(frame, kChassis, static_cast<char>(kLocal) + neighbour.chassis);
    append(frame, kPort, static_cast<char>(kInterfaceName) + neighbour.port);
    append(frame, kTimeToLive, std::string{'\0', kLifetime});
    if (!neighbour.system.empty())
        append(frame, kSystemName, neighbour.system);
    append(frame, kEnd, {});
    return frame;
}

} // namespace sparkloom::domain
