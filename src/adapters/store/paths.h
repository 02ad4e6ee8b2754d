// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sparkloom::store {

// Where things are kept (XDG base directories).
struct StorePaths {
    QString config; // clusters/NAME.json
    QString data;   // known_hosts, key/
    QString state;  // journal.jsonl
    // Host keys that others keep, read only.
    QStringList foreignKnownHosts;
    QString ssh; // ~/.ssh of the user, for the names of the Sparks

    // $XDG_CONFIG_HOME/sparkloom and so on; Qt 6.4 has no StateLocation.
    static StorePaths standard();
    // All below one folder, without foreign files; for tests.
    static StorePaths below(const QString &folder);
};

} // namespace sparkloom::store
