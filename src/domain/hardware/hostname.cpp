// SPDX-License-Identifier: Apache-2.0
#include "domain/hardware/hostname.h"

namespace sparkloom::domain {
namespace {

constexpr std::size_t kLongestHostName = 64;

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::string plainHostName(std::string_view name)
{
    std::string plain(name.substr(0, kLongestHostName));
    bool changed = plain.size() < name.size();
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool inside = i > 0 && (plain[i] == '.' || plain[i] == '-' || plain[i] == '_');
        if (inside || isHostCharacter(plain[i]))
            continue;
        plain[i] = i > 0 ? '-' : 'x';
        changed = true;
    }
    if (changed)
        plain += '-';
    return plain;
}

} // namespace sparkloom::domain
