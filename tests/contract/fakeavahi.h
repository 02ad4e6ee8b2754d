// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discoverycontract.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace sparkloom::test {

// A message bus of the test's own: a dbus-daemon on a socket in a temporary folder.
class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();
    bool isUsable() const { return !m_address.isEmpty(); }
    QDBusConnection connectAs(const QString &name) const;
    QString address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

// Avahi's D-Bus interface as far as a browser needs it. Like the real one it may send an answer before the reply that
// names the object it comes from (avahi#9).
class FakeAvahi : public QDBusVirtualObject {
    Q_OBJECT
public:
    explicit FakeAvahi(const PrivateBus &bus);
    ~FakeAvahi() override;

    void appear();
    void vanish(); // without a word, as the daemon does when it ends
    void announce(const Announcement &announcement);
    void withdraw(const Announcement &announcement);
    void clear();
    void failResolvers(int times) { m_failuresLeft = times; }
    void changeAddress(const QString &name, const QString &address);
    int liveObjects() const { return static_cast<int>(m_browsers.size() + m_resolvers.size()); }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    struct Client {
        QString name;       // unique bus name
        QString type;       // of a browser
        Announcement asked; // of a resolver
    };
    void makeBrowser(const QDBusMessage &message);
    void makeResolver(const QDBusMessage &message);
    void emitItem(const QString &path, const Client &browser, const Announcement &announcement, const char *signal);
    void emitFound(const QString &path, const Client &resolver, const Announcement &announcement);
    void send(const QString &client, const QString &path, const char *interface, const char *signal,
        const QVariantList &arguments);

    QDBusConnection m_connection;
    QHash<QString, Client> m_browsers;
    QHash<QString, Client> m_resolvers;
    std::vector<Announcement> m_announcements;
    int m_lastObject = 0;
    int m_failuresLeft = 0;
};

} // namespace sparkloom::test
