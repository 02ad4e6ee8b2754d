// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/shellword.h"

namespace sparkloom::domain {

std::string shellQuoted(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}

std::string shellWord(std::string_view text)
{
    constexpr std::string_view safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:@%+,-";
    const bool asItIs = !text.empty() && text.front() != '-' && text.find_first_not_of(safe) == std::string_view::npos;
    return asItIs ? std::string(text) : shellQuoted(text);
}

} // namespace sparkloom::domain
