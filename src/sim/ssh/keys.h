// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ssh_key_struct;

namespace sparkloom::sim {

// An ed25519 key of libssh with its owner's manners.
struct KeyDeleter {
    void operator()(ssh_key_struct *key) const;
};
using KeyPointer = std::unique_ptr<ssh_key_struct, KeyDeleter>;

// A fresh key from the computer's random generator; null when libssh fails.
KeyPointer generateKey();
KeyPointer privateKeyFrom(const std::string &openSshText); // null where it is no private key without passphrase
KeyPointer copyOf(const KeyPointer &key);
// "ssh-ed25519 AAAA..."
std::string publicLine(const KeyPointer &key);
// OpenSSH private key text.
std::string privateText(const KeyPointer &key);
// "SHA256:..." as ssh-keygen prints it.
std::string fingerprint(const KeyPointer &key);

} // namespace sparkloom::sim
