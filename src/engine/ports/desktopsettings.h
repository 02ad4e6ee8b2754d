// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sparkloom::engine {

// What the desktop says about how its programs should behave. Main thread; never waits.
class DesktopSettings : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Asks, and listens from then on. Once; nothing is connected to before.
    virtual void look() = 0;
    // Whether it asks for less motion. False while it did not answer, and where nobody answers.
    virtual bool lessMotion() const = 0;

Q_SIGNALS:
    void changed();
};

} // namespace sparkloom::engine
