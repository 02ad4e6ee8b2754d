// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/kdnssd/browserthread.h"
#include "engine/ports/discoverybackend.h"

#include <QHash>
#include <QHostInfo>
#include <QThread>

#include <memory>
#include <vector>

namespace sparkloom::kdnssd {

// Discovery through KDNSSD. Main thread. Addresses come from the system's resolver, interfaces from the subnets they
// lie in; addresses of no attached subnet are left out. KDNSSD does not notice a restart of the daemon.
class KdnssdBackend : public engine::DiscoveryBackend {
    Q_OBJECT
public:
    explicit KdnssdBackend(QObject *parent = nullptr);
    ~KdnssdBackend() override;

    void start() override;
    void stop() override;

private:
    void lookUp(const Service &service);
    void handleAddresses(const Service &service, const QHostInfo &info);
    void forget(const Service &service);

    QThread m_thread;
    BrowserThread *m_browser = nullptr; // lives on m_thread
    int m_generation = 0;
    QHash<QString, std::vector<engine::Sighting>> m_sightings; // by type and name
};

} // namespace sparkloom::kdnssd
