// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace sparkloom::kdnssd {

// What KDNSSD keeps to itself, asked of this computer: the addresses of a name, and the interfaces they lie on. A test
// brings its own.
struct Surroundings {
    struct Interface {
        QString name; // empty: nobody here could have sent from such an address
        int index = 0;
    };
    using Answer = std::function<void(const QList<QHostAddress> &addresses)>;

    // Never blocks; the answer comes on the thread of `context`, while that lives.
    std::function<void(const QString &hostName, QObject *context, Answer answer)> lookUp;
    std::function<Interface(const QHostAddress &address)> interfaceOf;
    std::function<bool(const QHostAddress &address)> isThisComputer;
};

// The system's resolver and this computer's own interfaces.
Surroundings systemSurroundings();

} // namespace sparkloom::kdnssd
