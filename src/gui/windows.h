// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/mainwindow.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sparkloom::gui {

// The windows of this program: one for each cluster. Owns them; destroying it closes them in order, so that nothing is
// left running here or on a Spark. Main thread.
class Windows : public QObject {
    Q_OBJECT
public:
    // defaults: how further windows are started, without what the first one was to open.
    Windows(Preferences &preferences, const StartOptions &defaults, QObject *parent = nullptr);
    ~Windows() override;

    // A window of its own, shown and started. Where the cluster that it is to open is open already, that window.
    MainWindow *open(StartOptions options);
    const std::vector<std::unique_ptr<MainWindow>> &all() const { return m_windows; }

private:
    MainWindow *windowWith(const QString &cluster) const;
    bool raise(const QString &cluster);
    void drop(MainWindow *window);

    Preferences &m_preferences;
    StartOptions m_defaults;
    std::vector<std::unique_ptr<MainWindow>> m_windows;
};

} // namespace sparkloom::gui
