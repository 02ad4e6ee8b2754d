// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::domain {

// What an authorized_keys line says. Views into the line.
struct AuthorizedLine {
    std::string_view type;    // "ssh-ed25519", "ecdsa-sha2-nistp256", ...
    std::string_view blob;    // base64
    std::string_view comment; // may be empty
};

// Nothing for comments, blank lines and lines that sshd would not understand either.
std::optional<AuthorizedLine> parseAuthorizedLine(std::string_view line);

} // namespace sparkloom::domain
