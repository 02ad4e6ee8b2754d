// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/raii/handles.h"
#include "base/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::ssh::raii {

// A public or private key. Any thread, one at a time.
class Key {
public:
    Key() = default;
    explicit Key(KeyHandle handle) : m_handle(std::move(handle)) {}

    static std::optional<Key> generateEd25519();
    // Private key in any text form that libssh knows. Never prompts: a locked key with an empty passphrase is a
    // failure.
    static std::optional<Key> fromPrivateText(std::string_view text, const base::Secret &passphrase);

    explicit operator bool() const { return m_handle != nullptr; }
    ssh_key_struct *get() const { return m_handle.get(); }

    std::string type() const;        // "ssh-ed25519"
    std::string blobBase64() const;  // public blob
    std::string publicLine() const;  // "ssh-ed25519 AAAA..."
    std::string fingerprint() const; // "SHA256:..." as ssh-keygen prints it; empty on failure
    // OpenSSH text form without passphrase; empty on failure. The caller wipes it.
    std::string privateText() const;

private:
    KeyHandle m_handle;
};

} // namespace sparkloom::ssh::raii
