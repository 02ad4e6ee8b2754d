// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace sparkloom::store {

StorePaths StorePaths::standard()
{
    const QString name = QStringLiteral("/sparkloom");
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state)) // the specification says to ignore relative paths
        state = QDir::homePath() + QStringLiteral("/.local/state");
    const QString ssh = QDir::homePath() + QStringLiteral("/.ssh/");
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + name,
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + name, state + name,
        {ssh + QStringLiteral("known_hosts"), ssh + QStringLiteral("known_hosts2"),
            QStringLiteral("/etc/ssh/ssh_known_hosts"), QStringLiteral("/etc/ssh/ssh_known_hosts2")},
        QDir::homePath() + QStringLiteral("/.ssh")};
}

StorePaths StorePaths::below(const QString &folder)
{
    return {folder + QStringLiteral("/config"), folder + QStringLiteral("/data"), folder + QStringLiteral("/state"), {},
        folder + QStringLiteral("/ssh")};
}

} // namespace sparkloom::store
