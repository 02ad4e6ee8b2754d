// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/avahi/avahibackend.h"

#include "adapters/avahi/attachedsubnets.h"
#include "adapters/avahi/sightingof.h"
#include "base/text.h"

#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

namespace sparkloom::avahi {
using namespace base::literals;
using engine::DiscoveryHealth;
using engine::Sighting;
namespace {

constexpr int kUnspecified = -1;
constexpr uint kLocalFlag = 8; // AVAHI_LOOKUP_RESULT_LOCAL: a service of this computer
constexpr int kMaxFailures = 3;
constexpr char kService[] = "org.freedesktop.Avahi";
constexpr char kServer[] = "org.freedesktop.Avahi.Server";
constexpr char kBrowser[] = "org.freedesktop.Avahi.ServiceBrowser";
constexpr char kResolver[] = "org.freedesktop.Avahi.ServiceResolver";

const QStringList &serviceTypes()
{
    static const QStringList kTypes = {QStringLiteral("_ssh._tcp"), QStringLiteral("_workstation._tcp")};
    return kTypes;
}

base::Message problemOf(const QDBusMessage &reply)
{
    const QString name = reply.errorName();
    const std::string reason = base::cleanText(reply.errorMessage().toStdString(), 200);
    if (name == QLatin1String("org.freedesktop.DBus.Error.ServiceUnknown")
        || name == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner")
        || name == QLatin1String("org.freedesktop.DBus.Error.Spawn.ServiceNotFound"))
        return "discovery.avahi-not-running"_msg;
    if (name == QLatin1String("org.freedesktop.DBus.Error.AccessDenied"))
        return base::Message("discovery.avahi-denied"_msg).with("reason", reason);
    return base::Message("discovery.avahi-failed"_msg).with("reason", reason);
}

} // namespace

AvahiBackend::AvahiBackend(QObject *parent) : AvahiBackend(QDBusConnection::systemBus(), &isAttached, parent) {}

AvahiBackend::AvahiBackend(const QDBusConnection &bus, AddressFilter filter, QObject *parent)
    : DiscoveryBackend(parent), m_bus(bus), m_filter(std::move(filter))
{
    m_resolveTimer.setInterval(1000 / engine::kLookUpsPerSecond);
    connect(&m_resolveTimer, &QTimer::timeout, this, &AvahiBackend::resolveNext);
}

AvahiBackend::~AvahiBackend()
{
    stop();
}

void AvahiBackend::start()
{
    if (m_running)
        return;
    m_running = true;
    ++m_generation;
    m_burstLeft = engine::kLookUpBurst;
    setHealth(DiscoveryHealth::State::Starting);
    if (!m_bus.isConnected())
        return setHealth(DiscoveryHealth::State::Unavailable, "discovery.no-dbus"_msg);
    subscribe(true);
    m_watcher = new QDBusServiceWatcher(QLatin1String(kService), m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &newOwner) { ownerChanged(newOwner); });
    browse();
}

void AvahiBackend::stop()
{
    if (!m_running)
        return;
    m_running = false;
    ++m_generation;
    delete m_watcher;
    m_watcher = nullptr;
    if (m_bus.isConnected()) {
        subscribe(false);
        for (const QString &path : m_browsers)
            release(path, kBrowser);
        for (const QString &path : m_resolvers.keys())
            release(path, kResolver);
    }
    forgetAll(false);
}

void AvahiBackend::subscribe(bool on)
{
    struct Signal {
        const char *interface;
        const char *name;
        const char *slot;
    };
    static const Signal kSignals[] = {{kBrowser, "ItemNew", SLOT(handleItemNew(QDBusMessage))},
        {kBrowser, "ItemRemove", SLOT(handleItemRemove(QDBusMessage))},
        {kBrowser, "AllForNow", SLOT(handleAllForNow(QDBusMessage))},
        {kBrowser, "Failure", SLOT(handleBrowserFailure(QDBusMessage))},
        {kResolver, "Found", SLOT(handleFound(QDBusMessage))},
        {kResolver, "Failure", SLOT(handleResolverFailure(QDBusMessage))}};
    for (const Signal &signal : kSignals) {
        const QString interface = QLatin1String(signal.interface), name = QLatin1String(signal.name);
        if (on)
            m_bus.connect(QLatin1String(kService), QString(), interface, name, this, signal.slot);
        else
            m_bus.disconnect(QLatin1String(kService), QString(), interface, name, this, signal.slot);
    }
}

// Calls and goes on; the answer is dropped when the search was stopped or started anew meanwhile.
void AvahiBackend::callAvahi(const QString &path, const char *interface, const char *method,
    const QVariantList &arguments, const std::function<void(const QDBusMessage &)> &answered)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(QLatin1String(kService), path, QLatin1String(interface), QLatin1String(method));
    call.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, answered, generation = m_generation](QDBusPendingCallWatcher *done) {
            done->deleteLater();
            if (generation == m_generation)
                answered(done->reply());
        });
}

void AvahiBackend::release(const QString &path, const char *interface)
{
    m_bus.send(QDBusMessage::createMethodCall(
        QLatin1String(kService), path, QLatin1String(interface), QStringLiteral("Free")));
}

void AvahiBackend::browse()
{
    for (const QString &type : serviceTypes())
        callAvahi(QStringLiteral("/"), kServer, "ServiceBrowserNew",
            {kUnspecified, kUnspecified, type, QStringLiteral("local"), 0u},
            [this](const QDBusMessage &reply) { browserMade(reply); });
}

void AvahiBackend::browserMade(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ErrorMessage)
        return setHealth(DiscoveryHealth::State::Unavailable, problemOf(reply));
    const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
    m_browsers.insert(path);
    if (m_state == DiscoveryHealth::State::Starting)
        setHealth(DiscoveryHealth::State::Searching);
}

void AvahiBackend::ownerChanged(const QString &newOwner)
{
    ++m_generation;
    forgetAll(true); // Avahi says nothing of what it knew when it ends
    if (newOwner.isEmpty())
        return setHealth(DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg);
    setHealth(DiscoveryHealth::State::Starting);
    browse();
}

void AvahiBackend::forgetAll(bool announce)
{
    m_resolveTimer.stop();
    m_toResolve.clear();
    m_browsers.clear();
    m_resolvers.clear();
    m_settledBrowsers.clear();
    for (Item &item : std::exchange(m_items, {}))
        if (announce)
            tell(item, std::nullopt);
}

void AvahiBackend::setHealth(DiscoveryHealth::State state, const base::Message &problem)
{
    m_state = state;
    Q_EMIT healthChanged({state, problem});
}

// interface, protocol, name, type, domain: the first arguments of all that Avahi says of one announcement.
std::optional<AvahiBackend::Key> AvahiBackend::keyOf(const QVariantList &arguments)
{
    Key key{arguments.value(0).toInt(), arguments.value(1).toInt(), arguments.value(2).toString(),
        arguments.value(3).toString()};
    const bool sound = arguments.size() >= 5 && key.interfaceIndex > 0 && (key.protocol == 0 || key.protocol == 1)
        && !key.name.isEmpty() && key.name.size() <= 255 && serviceTypes().contains(key.type)
        && arguments.value(4).toString() == QLatin1String("local");
    return sound ? std::optional(key) : std::nullopt;
}

void AvahiBackend::handleItemNew(const QDBusMessage &message)
{
    const auto key = keyOf(message.arguments());
    if (!m_running || !key || m_items.contains(*key))
        return;
    if (m_items.size() >= engine::kMostAnnouncements && !(isPreferred(*key) && makeRoom()))
        return;
    Item item;
    item.domain = message.arguments().value(4).toString();
    item.local = message.arguments().value(5).toUInt() & kLocalFlag;
    m_items.insert(*key, item);
    scheduleResolving(*key);
}

bool AvahiBackend::isPreferred(const Key &key) const
{
    return engine::isPreferred(m_preferred, key.name);
}

// Somebody who is not preferred gives way; false where all are.
bool AvahiBackend::makeRoom()
{
    for (auto item = m_items.keyBegin(); item != m_items.keyEnd(); ++item)
        if (!isPreferred(*item)) {
            drop(Key(*item));
            return true;
        }
    return false;
}

void AvahiBackend::scheduleResolving(const Key &key)
{
    if (isPreferred(key))
        m_toResolve.prepend(key);
    else
        m_toResolve.append(key);
    if (m_burstLeft > 0) {
        --m_burstLeft;
        resolveNext();
    } else if (!m_resolveTimer.isActive()) {
        m_resolveTimer.start();
    }
}

void AvahiBackend::resolveNext()
{
    if (m_toResolve.isEmpty()) {
        m_resolveTimer.stop();
        return;
    }
    const Key key = m_toResolve.takeFirst();
    const auto item = m_items.constFind(key);
    if (item == m_items.constEnd())
        return;
    callAvahi(QStringLiteral("/"), kServer, "ServiceResolverNew",
        {key.interfaceIndex, key.protocol, key.name, key.type, item->domain, key.protocol, 0u},
        [this, key](const QDBusMessage &reply) { resolverMade(key, reply); });
}

void AvahiBackend::resolverMade(const Key &key, const QDBusMessage &reply)
{
    const auto item = m_items.find(key);
    if (reply.type() == QDBusMessage::ErrorMessage) { // too many objects, or the announcement is gone
        if (item != m_items.end())
            item->answered = true;
        return settleWhenAnswered();
    }
    const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
    if (item == m_items.end())
        return release(path, kResolver);
    item->resolver = path;
    m_resolvers.insert(path, key);
}

void AvahiBackend::handleFound(const QDBusMessage &message)
{
    const auto key = keyOf(message.arguments());
    const auto item = key ? m_items.find(*key) : m_items.end();
    if (!m_running || item == m_items.end())
        return;
    item->failures = 0;
    item->answered = true;
    tell(*item, sightingOf(message.arguments(), item->local, m_filter));
    settleWhenAnswered();
}

// Tells the difference between what was told of this announcement and what is true now.
void AvahiBackend::tell(Item &item, const std::optional<Sighting> &sighting)
{
    if (item.sighting == sighting)
        return;
    const std::optional<Sighting> before = std::exchange(item.sighting, sighting);
    if (before)
        Q_EMIT lost(*before);
    if (sighting)
        Q_EMIT sighted(*sighting);
}

void AvahiBackend::handleItemRemove(const QDBusMessage &message)
{
    const auto key = keyOf(message.arguments());
    if (!m_running || !key || !m_items.contains(*key))
        return;
    drop(*key);
    settleWhenAnswered();
}

void AvahiBackend::drop(const Key &key)
{
    Item item = m_items.take(key);
    if (!item.resolver.isEmpty()) {
        m_resolvers.remove(item.resolver);
        release(item.resolver, kResolver);
    }
    tell(item, std::nullopt);
}

void AvahiBackend::handleResolverFailure(const QDBusMessage &message)
{
    const auto found = m_resolvers.constFind(message.path());
    if (!m_running || found == m_resolvers.constEnd())
        return;
    const Key key = found.value();
    m_resolvers.erase(found);
    release(message.path(), kResolver);
    const auto item = m_items.find(key);
    if (item == m_items.end())
        return;
    item->resolver.clear();
    const bool again = ++item->failures < kMaxFailures;
    tell(*item, std::nullopt);
    if (again)
        return scheduleResolving(key);
    item->answered = true;
    settleWhenAnswered();
}

void AvahiBackend::handleAllForNow(const QDBusMessage &message)
{
    // May come before the reply that names the browser: paths are counted, not types.
    m_settledBrowsers.insert(message.path());
    settleWhenAnswered();
}

// Avahi's "all for now" names announcements, not addresses: whoever waits for the end of the search wants those too.
void AvahiBackend::settleWhenAnswered()
{
    if (!m_running || m_settledBrowsers.size() < serviceTypes().size() || m_state == DiscoveryHealth::State::Settled)
        return;
    if (std::all_of(m_items.cbegin(), m_items.cend(), [](const Item &item) { return item.answered; }))
        setHealth(DiscoveryHealth::State::Settled);
}

void AvahiBackend::handleBrowserFailure(const QDBusMessage &message)
{
    if (m_running)
        setHealth(DiscoveryHealth::State::Unavailable,
            base::Message("discovery.avahi-failed"_msg)
                .with("reason", base::cleanText(message.arguments().value(0).toString().toStdString(), 200)));
}

} // namespace sparkloom::avahi
