// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/announcementbounds.h"
#include "engine/ports/discoverybackend.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QList>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

class QDBusPendingCallWatcher;
class QDBusServiceWatcher;

namespace sparkloom::avahi {

// Finds machines through the Avahi daemon (qt-engineering C.4). Main thread, never waits. All signals of Avahi are
// subscribed to before the first call, and every announcement is recognised by its own fields, so that no answer can
// overtake the reply that names its object. The daemon may come and go. At most 500 announcements, resolved at 50 a
// second after a first burst; only addresses of attached subnets are told.
class AvahiBackend : public engine::DiscoveryBackend {
    Q_OBJECT
public:
    // Whether an address that was announced on an interface is offered; attachedsubnets.h unless a test says otherwise.
    using AddressFilter = std::function<bool(const QString &address, int interfaceIndex)>;

    explicit AvahiBackend(QObject *parent = nullptr);
    AvahiBackend(const QDBusConnection &bus, AddressFilter filter, QObject *parent = nullptr);
    ~AvahiBackend() override;

    void setPreferred(engine::PreferredNames preferred) { m_preferred = std::move(preferred); }

    void start() override;
    void stop() override;

private Q_SLOTS:
    void handleItemNew(const QDBusMessage &message);
    void handleItemRemove(const QDBusMessage &message);
    void handleAllForNow(const QDBusMessage &message);
    void handleBrowserFailure(const QDBusMessage &message);
    void handleFound(const QDBusMessage &message);
    void handleResolverFailure(const QDBusMessage &message);

private:
    // What Avahi tells one announcement from another by.
    struct Key {
        int interfaceIndex = 0;
        int protocol = 0;
        QString name;
        QString type;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.interfaceIndex, key.protocol, key.name, key.type);
        }
    };
    struct Item {
        QString domain;
        bool local = false;
        QString resolver; // object path, empty while there is none
        int failures = 0;
        bool answered = false;                    // its address is known, or there will be none
        std::optional<engine::Sighting> sighting; // as it was told
    };

    void subscribe(bool on);
    void browse();
    void callAvahi(const QString &path, const char *interface, const char *method, const QVariantList &arguments,
        const std::function<void(const QDBusMessage &)> &answered);
    void release(const QString &path, const char *interface);
    void browserMade(const QDBusMessage &reply);
    void scheduleResolving(const Key &key);
    void resolveNext();
    void resolverMade(const Key &key, const QDBusMessage &reply);
    void tell(Item &item, const std::optional<engine::Sighting> &sighting);
    void forgetAll(bool announce);
    void settleWhenAnswered();
    bool isPreferred(const Key &key) const;
    bool makeRoom();
    void drop(const Key &key);
    void setHealth(engine::DiscoveryHealth::State state, const base::Message &problem = {});
    void ownerChanged(const QString &newOwner);
    static std::optional<Key> keyOf(const QVariantList &arguments);

    QDBusConnection m_bus;
    AddressFilter m_filter;
    engine::PreferredNames m_preferred;
    QDBusServiceWatcher *m_watcher = nullptr;
    bool m_running = false;
    int m_generation = 0; // answers to calls of an older one are dropped
    QHash<Key, Item> m_items;
    QHash<QString, Key> m_resolvers;
    QSet<QString> m_browsers; // object paths
    QSet<QString> m_settledBrowsers;
    QList<Key> m_toResolve;
    QTimer m_resolveTimer;
    int m_burstLeft = engine::kLookUpBurst;
    engine::DiscoveryHealth::State m_state = engine::DiscoveryHealth::State::Starting;
};

} // namespace sparkloom::avahi
