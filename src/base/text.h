// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::base {

// Makes outside text fit to be shown as plain text: invalid UTF-8 becomes U+FFFD, C0/C1 control characters (but for
// newline when keepNewlines) become \xNN, bidirectional controls and other invisible format characters are removed,
// and the result is cut at maxBytes on a character boundary. (measurement-and-safety 11)
std::string cleanText(std::string_view text, std::size_t maxBytes, bool keepNewlines = false);

// Parts between separators, empty parts kept.
std::vector<std::string_view> split(std::string_view text, char separator);
// Without white space at both ends.
std::string_view trimmed(std::string_view text);
// A whole decimal number within [min, max], digits only; nothing else is accepted.
std::optional<long long> parseInteger(std::string_view text, long long min, long long max);
// ASCII lower case.
std::string lowered(std::string_view text);
std::string joined(const std::vector<std::string> &parts, std::string_view separator);

} // namespace sparkloom::base
