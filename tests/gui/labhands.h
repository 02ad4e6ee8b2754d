// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

#include <QApplication>
#include <QFile>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace sparkloom::widgets {
class FabricMap;
}

// What a test in the lab's laptop can do to the lab outside, and see of it. SPARKLOOM_LAB_HANDS is a folder that both
// see: `do` is a pipe to tests/lab/window.sh, `done` gets a line with the exit status of each command, `links` one for
// each carrier event of a host's kernel (tests/support/linkclock).
class LabHands {
public:
    bool open();                       // false: nobody outside is listening
    bool send(const QString &command); // arguments of tests/lab/lab; does not wait
    int doneCount() const;             // commands that have ended
    bool allWentWell() const;

    struct LinkEvent {
        qint64 at = 0; // microseconds since 1970
        QString host;
        QString netdev;
        bool up = false;
    };
    std::vector<LinkEvent> linkEvents() const;

private:
    QByteArray read(const char *file) const;
    QString m_folder;
    QFile m_do;
};

// Knows when a frame of a map has been painted and handed to the display.
class FrameClock : public QApplication {
public:
    using QApplication::QApplication;
    using Wanted = std::function<bool(const sparkloom::viewmodels::FabricPicture &)>;

    // From now on: the first painted frame of this map whose picture is as wanted.
    void watch(sparkloom::widgets::FabricMap *map, Wanted wanted);
    std::optional<qint64> seenAt() const { return m_seenAt; } // microseconds since 1970

    bool notify(QObject *receiver, QEvent *event) override;

private:
    QPointer<sparkloom::widgets::FabricMap> m_map;
    Wanted m_wanted;
    std::optional<qint64> m_seenAt;
    int m_depth = 0;
    bool m_painted = false;
};
