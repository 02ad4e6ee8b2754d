// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sparkloom::gui {

// SIGTERM, SIGINT and SIGHUP end the application in order: the handler only writes into a pipe, the main thread reads
// it. One object per process.
class QuitSignals : public QObject {
    Q_OBJECT
public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void quitRequested();
};

} // namespace sparkloom::gui
