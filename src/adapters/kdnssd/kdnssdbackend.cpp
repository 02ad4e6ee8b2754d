// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/kdnssd/kdnssdbackend.h"

#include "base/text.h"
#include "domain/hardware/address.h"

#include <QNetworkInterface>

namespace sparkloom::kdnssd {
using namespace base::literals;
using engine::DiscoveryHealth;
using engine::Sighting;
namespace {

constexpr std::size_t kMaxName = 63, kMaxHostName = 253;
constexpr quint16 kSshPort = 22;

QString keyOf(const Service &service)
{
    return service.type + QLatin1Char('/') + service.name;
}

QString cleaned(const QString &text, std::size_t maxBytes)
{
    return QString::fromStdString(base::cleanText(text.toStdString(), maxBytes));
}

// The interface whose subnet the address lies in; an invalid one where there is none.
QNetworkInterface interfaceFor(const QHostAddress &address)
{
    if (!address.scopeId().isEmpty())
        return QNetworkInterface::interfaceFromName(address.scopeId());
    if (address.isLoopback() || address.isMulticast() || address.isNull())
        return {};
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces())
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (entry.prefixLength() >= 0 && address.isInSubnet(entry.ip(), entry.prefixLength()))
                return interface;
    return {};
}

bool isThisComputer(const QHostAddress &address)
{
    return QNetworkInterface::allAddresses().contains(address);
}

} // namespace

KdnssdBackend::KdnssdBackend(QObject *parent) : DiscoveryBackend(parent)
{
    m_thread.setObjectName(QStringLiteral("kdnssd"));
}

KdnssdBackend::~KdnssdBackend()
{
    stop();
}

void KdnssdBackend::start()
{
    if (m_browser)
        return;
    const int generation = ++m_generation;
    Q_EMIT healthChanged({DiscoveryHealth::State::Starting, {}});
    m_browser = new BrowserThread;
    m_browser->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_browser, &QObject::deleteLater);
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
        if (current())
            Q_EMIT healthChanged({DiscoveryHealth::State::Settled, {}});
    });
    connect(m_browser, &BrowserThread::unavailable, this, [this, current] {
        if (current())
            Q_EMIT healthChanged({DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg});
    });
    m_thread.start();
    QMetaObject::invokeMethod(m_browser, &BrowserThread::begin, Qt::QueuedConnection);
    Q_EMIT healthChanged({DiscoveryHealth::State::Searching, {}});
}

void KdnssdBackend::stop()
{
    if (!m_browser)
        return;
    ++m_generation;
    QMetaObject::invokeMethod(m_browser, &BrowserThread::end, Qt::QueuedConnection);
    m_browser = nullptr;
    m_thread.quit();
    m_thread.wait(); // as long as KDNSSD is inside one of its calls
    m_sightings.clear();
}

void KdnssdBackend::lookUp(const Service &service)
{
    if (!domain::isHostNameOrAddress(service.hostName.toStdString()))
        return;
    QHostInfo::lookupHost(service.hostName, this, [this, service, generation = m_generation](const QHostInfo &info) {
        if (generation == m_generation)
            handleAddresses(service, info);
    });
}

void KdnssdBackend::handleAddresses(const Service &service, const QHostInfo &info)
{
    std::vector<Sighting> found;
    for (const QHostAddress &address : info.addresses()) {
        const QNetworkInterface interface = interfaceFor(address);
        if (!interface.isValid())
            continue;
        Sighting sighting;
        sighting.name = cleaned(service.name, kMaxName);
        sighting.hostName = cleaned(service.hostName, kMaxHostName);
        sighting.serviceType = service.type;
        sighting.interfaceName = interface.name();
        sighting.interfaceIndex = interface.index();
        sighting.ipv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        sighting.address = address.toString();
        sighting.port = service.type == QLatin1String("_ssh._tcp") && service.port > 0 ? service.port : kSshPort;
        sighting.thisComputer = isThisComputer(address);
        found.push_back(sighting);
    }
    forget(service);
    for (const Sighting &sighting : found)
        Q_EMIT sighted(sighting);
    m_sightings.insert(keyOf(service), found);
}

void KdnssdBackend::forget(const Service &service)
{
    for (const Sighting &sighting : m_sightings.take(keyOf(service)))
        Q_EMIT lost(sighting);
}

} // namespace sparkloom::kdnssd
