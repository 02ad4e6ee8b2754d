// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/moduleserials.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sparkloom::domain {
namespace {

constexpr std::size_t kShortest = 4;

bool isWorthAnything(std::string_view serial)
{
    return serial.size() >= kShortest && serial.find_first_not_of(serial.front()) != std::string_view::npos;
}

// The letter that some makers give the two ends.
char endLetter(std::string_view serial)
{
    return serial.ends_with('A') || serial.ends_with('B') ? serial.back() : '\0';
}

struct Plug {
    HalfRef at;
    std::string serial;
};

// Two plugs of one cable: the same serial, or the same but for A and B.
bool belongTogether(const Plug &a, const Plug &b)
{
    return a.serial == b.serial || (endLetter(a.serial) != '\0' && endLetter(b.serial) != '\0');
}

} // namespace

std::vector<Evidence> evidenceFromModules(std::span<const ModuleSeen> seen)
{
    using Family = std::tuple<std::string, std::string, std::string>; // maker, part, serial without the letter
    std::map<Family, std::map<CageRef, Plug>> families;
    for (const ModuleSeen &each : seen) {
        std::string stem = each.module.serial;
        if (endLetter(stem) != '\0')
            stem.pop_back();
        if (isWorthAnything(stem))
            families[{each.module.vendor, each.module.partNumber, std::move(stem)}].try_emplace(
                each.at.cageRef(), Plug{each.at, each.module.serial});
    }
    std::vector<Evidence> found;
    for (const auto &[family, plugs] : families) {
        if (plugs.size() != 2)
            continue;
        const Plug &first = plugs.begin()->second, &second = plugs.rbegin()->second;
        if (belongTogether(first, second))
            found.push_back({EvidenceKind::ModuleSerial, first.at, second.at});
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace sparkloom::domain
