// SPDX-License-Identifier: Apache-2.0
#include "agent/trustlines.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::agent {

bool holdsOurLines(std::string_view authorizedKeys)
{
    for (const std::string_view line : base::split(authorizedKeys, '\n')) {
        const std::string_view text = base::trimmed(line);
        const std::string_view last = text.substr(text.rfind(' ') + 1);
        if (last.starts_with("sparkloom:") || last.starts_with("sparkloom-app:"))
            return true;
    }
    return false;
}

bool isPlainId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
            || c == '.';
    });
}

} // namespace sparkloom::agent
