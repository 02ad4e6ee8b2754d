// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/desktopsettings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace sparkloom::desktop {

// The settings that org.freedesktop.portal.Settings tells: enable-animations of GNOME (and of most others), and the
// factor of animations of KDE, where 0 is none. The bus is connected to on a thread of its own, since that waits;
// without a bus or a portal nothing is known, and nothing is said.
class PortalSettings : public engine::DesktopSettings {
    Q_OBJECT
public:
    // The connection, made on another thread; nothing: there is no bus.
    using Connect = std::function<std::optional<QDBusConnection>()>;

    explicit PortalSettings(Connect connect = &sessionBus, QObject *parent = nullptr);
    ~PortalSettings() override;

    void look() override;
    bool lessMotion() const override { return m_lessMotion; }

    // That of the person's session, where there is one: none is started for this.
    static std::optional<QDBusConnection> sessionBus();

private Q_SLOTS:
    void handleChange(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void listen(const QDBusConnection &bus);
    void ask(const QString &space, const QString &key, const char *method);
    void take(const QString &space, const QString &key, const QVariant &value);

    Connect m_connect;
    std::unique_ptr<QThread> m_thread; // while it connects
    std::optional<QDBusConnection> m_bus;
    std::map<QString, bool> m_calm; // by key: what asks for less motion
    bool m_lessMotion = false;
};

} // namespace sparkloom::desktop
