// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/place.h"

#include "sim/errors.h"
#include "sim/world/scenario.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr std::string_view kCablePrefix = "cable:";
constexpr std::string_view kPortPrefix = "port:";

base::Error notAPlace(std::string_view text)
{
    return simError(base::ErrorKind::Usage,
        std::string(text.substr(0, 80)) + " is no place: NAME, NAME:0, NAME:0A, cable:NAME:0 or port:NAME:0");
}

} // namespace

bool FaultPlace::covers(int ofSpark, domain::HalfId ofHalf) const
{
    if (spark != ofSpark || kind == Kind::Cable || kind == Kind::SwitchPort)
        return false;
    return kind == Kind::Spark || (cage == ofHalf.cage && (kind == Kind::Cage || side == ofHalf.side));
}

base::Result<FaultPlace> parseFaultPlace(const std::vector<HostSpec> &hosts, std::string_view text)
{
    FaultPlace place;
    std::string_view rest = text;
    if (rest.starts_with(kCablePrefix) || rest.starts_with(kPortPrefix)) {
        place.kind = rest.starts_with(kCablePrefix) ? FaultPlace::Kind::Cable : FaultPlace::Kind::SwitchPort;
        rest.remove_prefix(rest.find(':') + 1);
    }
    const std::size_t colon = rest.find(':');
    const auto host = std::ranges::find(hosts, rest.substr(0, colon), &HostSpec::name);
    if (host == hosts.end())
        return simError(
            base::ErrorKind::Usage, "there is no Spark " + std::string(rest.substr(0, colon).substr(0, 80)));
    place.spark = static_cast<int>(host - hosts.begin());
    const bool needsCage = place.kind != FaultPlace::Kind::Spark;
    if (colon == std::string_view::npos)
        return needsCage ? base::Result<FaultPlace>(notAPlace(text)) : base::Result<FaultPlace>(place);
    const std::string_view where = rest.substr(colon + 1);
    if (const auto half = domain::halfFromText(where); half && !needsCage) {
        place.kind = FaultPlace::Kind::Half;
        place.cage = half->cage;
        place.side = half->side;
        return place;
    }
    if (where != "0" && where != "1")
        return notAPlace(text);
    if (!needsCage)
        place.kind = FaultPlace::Kind::Cage;
    place.cage = where == "0" ? domain::CageIndex::Zero : domain::CageIndex::One;
    return place;
}

std::string toText(const std::vector<HostSpec> &hosts, const FaultPlace &place)
{
    const std::string &name = hosts.at(static_cast<std::size_t>(place.spark)).name;
    const std::string cage = name + ':' + std::to_string(domain::number(place.cage));
    switch (place.kind) {
    case FaultPlace::Kind::Spark: return name;
    case FaultPlace::Kind::Cage: return cage;
    case FaultPlace::Kind::Half: return cage + std::string(domain::letter(place.side));
    case FaultPlace::Kind::Cable: return std::string(kCablePrefix) + cage;
    case FaultPlace::Kind::SwitchPort: return std::string(kPortPrefix) + cage;
    }
    return {};
}

std::string_view describe(FaultPlace::Kind kind)
{
    switch (kind) {
    case FaultPlace::Kind::Spark: return "a Spark";
    case FaultPlace::Kind::Cage: return "a cage";
    case FaultPlace::Kind::Half: return "a half";
    case FaultPlace::Kind::Cable: return "a cable";
    case FaultPlace::Kind::SwitchPort: return "a switch port";
    }
    return {};
}

} // namespace sparkloom::sim
