// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace sparkloom::agent {

// Whether an authorized_keys text still holds a line with a tag of ours (application or cluster).
bool holdsOurLines(std::string_view authorizedKeys);
// Ids as the application makes them: 1 to 64 letters, digits, '-', '_' and '.'.
bool isPlainId(std::string_view text);

} // namespace sparkloom::agent
