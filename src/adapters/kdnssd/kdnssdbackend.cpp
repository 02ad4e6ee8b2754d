// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/kdnssd/kdnssdbackend.h"

#include "base/text.h"
#include "domain/hardware/address.h"

#include <QDBusConnection>

#include <algorithm>

namespace sparkloom::kdnssd {
using namespace base::literals;
using engine::DiscoveryHealth;
using engine::Sighting;
namespace {

constexpr std::size_t kMaxName = 63, kMaxHostName = 253;
constexpr quint16 kSshPort = 22;
constexpr int kStrangersAtOnce = 3; // QHostInfo has five threads
constexpr int kFarewell = 100;      // ms, for the browsers to leave Avahi

QString keyOf(const Service &service)
{
    return service.type + QLatin1Char('/') + service.name;
}

QString cleaned(const QString &text, std::size_t maxBytes)
{
    return QString::fromStdString(base::cleanText(text.toStdString(), maxBytes));
}

} // namespace

KdnssdBackend::KdnssdBackend(QObject *parent, Surroundings surroundings)
    : DiscoveryBackend(parent), m_surroundings(std::move(surroundings)),
      m_watcher(QStringLiteral("org.freedesktop.Avahi"), QDBusConnection::systemBus())
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        if (m_started) {
            end();
            begin();
        }
    });
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        if (!m_started)
            return;
        const auto sightings = std::exchange(m_sightings, {});
        end();
        for (const std::vector<Sighting> &ofOne : sightings)
            for (const Sighting &sighting : ofOne)
                Q_EMIT lost(sighting);
        Q_EMIT healthChanged({DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg});
    });
}

KdnssdBackend::~KdnssdBackend()
{
    const QPointer<QThread> thread = m_thread;
    stop();
    if (thread)
        thread->wait(kFarewell);
}

void KdnssdBackend::start()
{
    if (std::exchange(m_started, true))
        return;
    Q_EMIT healthChanged({DiscoveryHealth::State::Starting, {}});
    begin();
}

void KdnssdBackend::stop()
{
    m_started = false;
    end();
}

void KdnssdBackend::begin()
{
    const int generation = ++m_generation;
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("kdnssd"));
    m_browser = new BrowserThread(m_preferred);
    m_browser->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_browser, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    const auto current = [this, generation] { return generation == m_generation; };
    connect(m_browser, &BrowserThread::appeared, this, [this, current](const Service &service) {
        if (current())
            lookUp(service);
    });
    connect(m_browser, &BrowserThread::vanished, this, [this, current](const Service &service) {
        if (current())
            forget(service);
    });
    connect(m_browser, &BrowserThread::settled, this, [this, current] {
        if (!current())
            return;
        m_allTold = true;
        settleIfDone();
    });
    connect(m_browser, &BrowserThread::unavailable, this, [this, current] {
        if (current())
            Q_EMIT healthChanged({DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg});
    });
    m_thread->start();
    QMetaObject::invokeMethod(m_browser, &BrowserThread::begin, Qt::QueuedConnection);
    Q_EMIT healthChanged({DiscoveryHealth::State::Searching, {}});
}

void KdnssdBackend::end()
{
    ++m_generation;
    if (!m_browser)
        return;
    QMetaObject::invokeMethod(
        m_browser,
        [browser = m_browser] {
            browser->end();
            browser->thread()->quit();
        },
        Qt::QueuedConnection);
    m_browser = nullptr;
    m_thread = nullptr;
    m_allTold = false;
    m_asked.clear();
    m_queue.clear();
    m_strangers = 0;
    m_sightings.clear();
}

void KdnssdBackend::lookUp(const Service &service)
{
    const bool offersSsh = service.type != QLatin1String("_ssh._tcp") || service.port > 0;
    if (!offersSsh || !domain::isHostNameOrAddress(service.hostName.toStdString()))
        return;
    const bool queued = std::any_of(m_queue.cbegin(), m_queue.cend(),
        [&service](const Service &waiting) { return keyOf(waiting) == keyOf(service); });
    if (queued)
        return; // it is looked up after this news, too
    ++m_asked[keyOf(service)];
    if (engine::isPreferred(m_preferred, service.name))
        return ask(service, false);
    m_queue.append(service);
    lookUpNext();
}

void KdnssdBackend::lookUpNext()
{
    while (m_strangers < kStrangersAtOnce && !m_queue.isEmpty()) {
        ++m_strangers;
        ask(m_queue.takeFirst(), true);
    }
}

void KdnssdBackend::ask(const Service &service, bool stranger)
{
    m_surroundings.lookUp(service.hostName, this,
        [this, service, stranger, generation = m_generation](const QList<QHostAddress> &addresses) {
            if (generation != m_generation)
                return;
            m_strangers -= stranger;
            const auto asked = m_asked.find(keyOf(service));
            if (asked != m_asked.end()) { // not gone since
                if (--asked.value() == 0)
                    m_asked.erase(asked);
                take(service, addresses);
            }
            lookUpNext();
            settleIfDone();
        });
}

void KdnssdBackend::take(const Service &service, const QList<QHostAddress> &addresses)
{
    std::vector<Sighting> found;
    for (const QHostAddress &address : addresses) {
        const Surroundings::Interface interface = m_surroundings.interfaceOf(address);
        if (interface.name.isEmpty())
            continue;
        Sighting sighting;
        sighting.name = cleaned(service.name, kMaxName);
        sighting.hostName = cleaned(service.hostName, kMaxHostName);
        sighting.serviceType = service.type;
        sighting.interfaceName = interface.name;
        sighting.interfaceIndex = interface.index;
        sighting.ipv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        sighting.address = address.toString();
        sighting.port = service.type == QLatin1String("_ssh._tcp") ? service.port : kSshPort;
        sighting.thisComputer = m_surroundings.isThisComputer(address);
        found.push_back(sighting);
    }
    const std::vector<Sighting> before = m_sightings.value(keyOf(service));
    const auto has = [](const std::vector<Sighting> &all, const Sighting &one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    m_sightings.insert(keyOf(service), found);
    for (const Sighting &sighting : before)
        if (!has(found, sighting))
            Q_EMIT lost(sighting);
    for (const Sighting &sighting : found)
        if (!has(before, sighting))
            Q_EMIT sighted(sighting);
}

void KdnssdBackend::forget(const Service &service)
{
    m_asked.remove(keyOf(service));
    m_queue.removeIf([&service](const Service &waiting) { return keyOf(waiting) == keyOf(service); });
    for (const Sighting &sighting : m_sightings.take(keyOf(service)))
        Q_EMIT lost(sighting);
    settleIfDone();
}

void KdnssdBackend::settleIfDone()
{
    if (m_allTold && m_asked.isEmpty())
        Q_EMIT healthChanged({DiscoveryHealth::State::Settled, {}});
}

} // namespace sparkloom::kdnssd
