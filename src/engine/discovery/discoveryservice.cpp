// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/discovery/discoveryservice.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

QString keyOf(const Sighting &sighting)
{
    return (sighting.hostName.isEmpty() ? sighting.name : sighting.hostName).toLower();
}

// The same announcement, though address and port may be missing in a loss.
bool sameAnnouncement(const Sighting &a, const Sighting &b)
{
    return a.name == b.name && a.serviceType == b.serviceType && a.interfaceIndex == b.interfaceIndex
        && a.ipv6 == b.ipv6;
}

} // namespace

bool looksLikeSpark(const QString &hostName)
{
    static const QRegularExpression pattern(
        u"^(spark|gx10|promaxgb10|zgx|pgx|edgexpert|aitopatom|gn100)-[0-9a-z]{1,8}(-[0-9]+)?(\\.local)?\\.?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(hostName).hasMatch();
}

DiscoveryService::DiscoveryService(std::vector<DiscoveryBackend *> backends, QObject *parent)
    : QObject(parent), m_backends(std::move(backends)), m_health(m_backends.size())
{
    for (std::size_t i = 0; i < m_backends.size(); ++i) {
        connect(m_backends[i], &DiscoveryBackend::sighted, this, &DiscoveryService::add);
        connect(m_backends[i], &DiscoveryBackend::lost, this, &DiscoveryService::remove);
        connect(m_backends[i], &DiscoveryBackend::healthChanged, this,
            [this, i](const DiscoveryHealth &health) { takeHealth(i, health); });
    }
}

DiscoveryService::~DiscoveryService()
{
    blockSignals(true);
    stop();
}

void DiscoveryService::start()
{
    if (m_running)
        return;
    m_running = true;
    for (DiscoveryBackend *backend : m_backends)
        backend->start();
    Q_EMIT foundChanged();
}

void DiscoveryService::stop()
{
    if (!m_running)
        return;
    m_running = false;
    for (DiscoveryBackend *backend : m_backends)
        backend->stop();
    m_machines.clear();
    m_health.assign(m_backends.size(), {});
    Q_EMIT foundChanged();
}

void DiscoveryService::add(const Sighting &sighting)
{
    if (!m_running || sighting.thisComputer || sighting.port == 0)
        return;
    const QString key = keyOf(sighting);
    auto it = std::find_if(
        m_machines.begin(), m_machines.end(), [&key](const Machine &machine) { return machine.key == key; });
    if (it == m_machines.end()) {
        const bool likelySpark = looksLikeSpark(key);
        if (key.isEmpty() || !makeRoom(likelySpark))
            return;
        m_machines.push_back({key, {}, false, likelySpark});
    } else {
        std::rotate(it, it + 1, m_machines.end());
    }
    it = m_machines.end() - 1;
    it->stale = false;
    std::erase_if(it->sightings, [&sighting](const Sighting &old) {
        return sameAnnouncement(old, sighting) && (old.address == sighting.address || old.address.isEmpty());
    });
    if (it->sightings.size() < kMostSightingsPerHost)
        it->sightings.push_back(sighting);
    Q_EMIT foundChanged();
}

// Whoever was seen longest ago gives way: a stranger, or for one that is named like a Spark another of these.
bool DiscoveryService::makeRoom(bool forSpark)
{
    if (m_machines.size() < kMostHosts)
        return true;
    const auto mayLeave = [this](const Machine &machine) { return !m_isPinned || !m_isPinned(describe(machine)); };
    auto leaver = std::find_if(m_machines.begin(), m_machines.end(),
        [&mayLeave](const Machine &machine) { return !machine.likelySpark && mayLeave(machine); });
    if (leaver == m_machines.end() && forSpark)
        leaver = std::find_if(m_machines.begin(), m_machines.end(), mayLeave);
    if (leaver == m_machines.end())
        return false;
    m_machines.erase(leaver);
    return true;
}

void DiscoveryService::remove(const Sighting &sighting)
{
    for (Machine &machine : m_machines)
        std::erase_if(machine.sightings, [&sighting](const Sighting &old) {
            return sameAnnouncement(old, sighting) && (sighting.address.isEmpty() || old.address == sighting.address);
        });
    std::erase_if(m_machines, [](const Machine &machine) { return machine.sightings.empty(); });
    Q_EMIT foundChanged();
}

void DiscoveryService::takeHealth(std::size_t backend, const DiscoveryHealth &health)
{
    const auto before = m_health[backend].state;
    m_health[backend] = health;
    // A backend that starts anew tells everything again: what it does not repeat is shown as stale.
    if (health.state == DiscoveryHealth::State::Unavailable && before != DiscoveryHealth::State::Unavailable)
        for (Machine &machine : m_machines)
            machine.stale = true;
    Q_EMIT foundChanged();
}

DiscoveryHealth DiscoveryService::health() const
{
    if (m_health.empty())
        return {DiscoveryHealth::State::Unavailable, base::Message("discovery.no-backend"_msg)};
    const auto rank = [](DiscoveryHealth::State state) {
        switch (state) {
        case DiscoveryHealth::State::Settled: return 3;
        case DiscoveryHealth::State::Searching: return 2;
        case DiscoveryHealth::State::Starting: return 1;
        case DiscoveryHealth::State::Unavailable: break;
        }
        return 0;
    };
    return *std::max_element(m_health.begin(), m_health.end(),
        [&rank](const DiscoveryHealth &a, const DiscoveryHealth &b) { return rank(a.state) < rank(b.state); });
}

FoundHost DiscoveryService::describe(const Machine &machine)
{
    FoundHost found;
    found.key = machine.key;
    found.stale = machine.stale;
    for (const Sighting &sighting : machine.sightings) {
        if (found.name.isEmpty())
            found.name = sighting.hostName.isEmpty() ? sighting.name : sighting.hostName.section(u'.', 0, 0);
        if (found.hostName.isEmpty())
            found.hostName = sighting.hostName;
        if (sighting.serviceType == "_ssh._tcp"_L1)
            found.port = sighting.port; // a _workstation announcement says nothing about sshd
        if (!sighting.address.isEmpty() && !found.addresses.contains(sighting.address)) {
            if (sighting.ipv6)
                found.addresses << sighting.address;
            else
                found.addresses.prepend(sighting.address);
        }
        if (!sighting.interfaceName.isEmpty() && !found.networks.contains(sighting.interfaceName))
            found.networks << sighting.interfaceName;
    }
    found.likelySpark = machine.likelySpark;
    return found;
}

std::vector<FoundHost> DiscoveryService::found() const
{
    std::vector<FoundHost> hosts;
    for (const Machine &machine : m_machines)
        hosts.push_back(describe(machine));
    std::sort(hosts.begin(), hosts.end(), [](const FoundHost &a, const FoundHost &b) {
        if (a.likelySpark != b.likelySpark)
            return a.likelySpark;
        return a.key < b.key;
    });
    return hosts;
}

std::optional<FoundHost> DiscoveryService::host(const QString &key) const
{
    for (const Machine &machine : m_machines)
        if (machine.key == key)
            return describe(machine);
    return std::nullopt;
}

} // namespace sparkloom::engine
