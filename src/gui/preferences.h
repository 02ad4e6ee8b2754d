// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/desktopsettings.h"
#include "engine/text/language.h"
#include "viewmodels/settingsviewmodel.h"
#include "viewmodels/steps.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>

#include <optional>

namespace sparkloom::gui {

// What the windows keep for the next time: the person's settings, size and place, splitters, and the page of each
// cluster. Never a secret. One for all windows of this program. Main thread.
class Preferences : public QObject {
    Q_OBJECT
public:
    using Values = viewmodels::SettingsViewModel::Values;

    // folder: where the file lies (tests); empty: $XDG_CONFIG_HOME/sparkloom.
    explicit Preferences(const QString &folder = {}, QObject *parent = nullptr);

    const Values &values() const { return m_values; }
    // Keeps them, and lets language and motion hold at once.
    void keep(const Values &values);
    // Lets them hold. language: for this run in place of the kept one, where it is not empty.
    void begin(const QString &language = {});
    // Less motion also where the desktop asks for it, as soon as it says so.
    void follow(const engine::DesktopSettings &desktop);
    bool desktopCalm() const { return m_desktopCalm; }
    QString path() const; // of the file

    QByteArray shape(const QString &what) const; // of a window or a splitter, as Qt saves it; empty: none kept
    void keepShape(const QString &what, const QByteArray &shape);
    std::optional<viewmodels::Step> pageOf(const QString &cluster) const;
    void keepPage(const QString &cluster, viewmodels::Step page);
    void forgetPage(const QString &cluster);

Q_SIGNALS:
    void changed();

private:
    void holdMotion() const;

    QSettings m_file;
    Values m_values;
    bool m_desktopCalm = false;
    engine::text::Language m_language{engine::text::Language::Arguments::Isolated};
};

} // namespace sparkloom::gui
