// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::base {

// RFC 4648, with padding: how bytes travel in a line of JSON.
std::string toBase64(std::string_view bytes);
// Nothing for any other character, a missing end, or bits that no encoder leaves there.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace sparkloom::base
