// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <array>
#include <cstring>

namespace sparkloom::ssh::raii {

// A secret as the zero-terminated text that libssh wants, on the stack, zeroed at the end. usable() is false for a
// secret with a zero byte in it, which such a text cannot hold.
class SecretText {
public:
    explicit SecretText(const base::Secret &secret)
    {
        const std::string_view bytes = secret.reveal();
        m_usable = bytes.find('\0') == std::string_view::npos;
        if (m_usable && !bytes.empty())
            std::memcpy(m_text.data(), bytes.data(), bytes.size());
    }
    ~SecretText() { base::Secret::wipe(m_text.data(), m_text.size()); }
    SecretText(const SecretText &) = delete;
    SecretText &operator=(const SecretText &) = delete;

    bool usable() const { return m_usable; }
    const char *text() const { return m_text.data(); }

private:
    std::array<char, base::Secret::kMaxSize + 1> m_text{};
    bool m_usable = false;
};

} // namespace sparkloom::ssh::raii
