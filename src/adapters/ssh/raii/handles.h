// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/lazylibssh.h"

#include <memory>
#include <string>

// Owners for what libssh allocates. No Qt here.
namespace sparkloom::ssh::raii {

struct SessionDeleter {
    void operator()(ssh_session_struct *session) const { ssh_free(session); }
};
using SessionHandle = std::unique_ptr<ssh_session_struct, SessionDeleter>;

struct KeyDeleter {
    void operator()(ssh_key_struct *key) const { ssh_key_free(key); }
};
using KeyHandle = std::unique_ptr<ssh_key_struct, KeyDeleter>;

struct EventDeleter {
    void operator()(ssh_event_struct *event) const { ssh_event_free(event); }
};
using EventHandle = std::unique_ptr<ssh_event_struct, EventDeleter>;

// Copies and frees a text that libssh allocated.
inline std::string takeText(char *text)
{
    if (text == nullptr)
        return {};
    std::string copy(text);
    ssh_string_free_char(text);
    return copy;
}

} // namespace sparkloom::ssh::raii
