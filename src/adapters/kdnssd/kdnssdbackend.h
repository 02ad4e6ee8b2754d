// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/kdnssd/browserthread.h"
#include "adapters/kdnssd/surroundings.h"
#include "engine/ports/discoverybackend.h"

#include <QDBusServiceWatcher>
#include <QHash>
#include <QPointer>
#include <QThread>

#include <vector>

namespace sparkloom::kdnssd {

// Discovery through KDNSSD. Main thread. Addresses come from the system's resolver, interfaces from the subnets they
// lie in; addresses of no attached subnet are left out. KDNSSD does not notice when Avahi ends or begins: the backend
// watches the bus for that. What it has begun it ends without waiting: a call of KDNSSD's may take as long as D-Bus
// lets it. Names that nobody answers for keep the system's resolver waiting, which has few threads: of strangers only
// some are asked about at once, and never instead of a preferred one.
class KdnssdBackend : public engine::DiscoveryBackend {
    Q_OBJECT
public:
    explicit KdnssdBackend(QObject *parent = nullptr, Surroundings surroundings = systemSurroundings());
    ~KdnssdBackend() override;

    // Before start(). Called on a thread of the backend's own, too.
    void setPreferred(engine::PreferredNames preferred) { m_preferred = std::move(preferred); }

    void start() override;
    void stop() override;

private:
    void begin();
    void end();
    void lookUp(const Service &service);
    void lookUpNext();
    void ask(const Service &service, bool stranger);
    void take(const Service &service, const QList<QHostAddress> &addresses);
    void forget(const Service &service);
    void settleIfDone();

    Surroundings m_surroundings;
    QDBusServiceWatcher m_watcher;
    QPointer<QThread> m_thread;         // goes by itself once it has ended
    BrowserThread *m_browser = nullptr; // lives on m_thread
    bool m_started = false;
    int m_generation = 0;
    bool m_allTold = false;      // by the browser
    QHash<QString, int> m_asked; // lookups under way or queued, by type and name
    QList<Service> m_queue;      // strangers whose names are still to be looked up
    int m_strangers = 0;         // whose names are being looked up
    engine::PreferredNames m_preferred;
    QHash<QString, std::vector<engine::Sighting>> m_sightings; // likewise
};

} // namespace sparkloom::kdnssd
