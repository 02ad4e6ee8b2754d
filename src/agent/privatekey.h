// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::agent {

// "ssh-ed25519 <base64>" of the key that this private key file opens with; nothing where it is damaged, of another
// kind, or locked with a passphrase: ssh could not use it without a person.
std::optional<std::string> publicHalfOf(std::string_view privateKeyFile);

} // namespace sparkloom::agent
