// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace sparkloom::engine {

// What a person types to name a machine.
struct HostText {
    QString user; // empty where none was given
    QString host;
    quint16 port = 22;
    bool isAddress() const; // an IPv4 or IPv6 address, which nobody has to look up
    friend bool operator==(const HostText &, const HostText &) = default;
};

// "name", "name:port", "user@name:port", "[v6]:port", "v6". Errors: Usage.
base::Result<HostText> parseHostText(const QString &text);

} // namespace sparkloom::engine
