// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace sparkloom::domain {

// Any text in single quotes, for a POSIX shell.
std::string shellQuoted(std::string_view text);

// One word of a command line for a POSIX shell: as it is where that is safe, else in single quotes.
std::string shellWord(std::string_view text);

} // namespace sparkloom::domain
