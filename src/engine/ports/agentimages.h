// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace sparkloom::engine {

// The agent programs that the application carries.
class AgentImages {
public:
    struct Image {
        QByteArray bytes;
        QString sha256; // 64 lower-case hex digits
    };
    virtual ~AgentImages() = default;
    // machine: as `uname -m` prints it. Nothing where there is no agent for it.
    virtual std::optional<Image> forMachine(const QString &machine) const = 0;
};

} // namespace sparkloom::engine
