// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "engine/ports/discoverybackend.h"

#include <QObject>

#include <optional>
#include <vector>

namespace sparkloom::engine {

// Merges the sightings of all backends into machines: one per host name, over interfaces and address families. Bounded
// to kMostHosts; never connects to anything. Main thread. The backends outlive it.
class DiscoveryService : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostHosts = 500; // measurement-and-safety 11
    static constexpr std::size_t kMostSightingsPerHost = 32;

    explicit DiscoveryService(std::vector<DiscoveryBackend *> backends, QObject *parent = nullptr);
    ~DiscoveryService() override;

    void start();
    void stop(); // forgets everything that was seen
    bool isRunning() const { return m_running; }

    std::vector<FoundHost> found() const; // likely Sparks first, then by name
    std::optional<FoundHost> host(const QString &key) const;
    // The best state of all backends; Unavailable only where every one is.
    DiscoveryHealth health() const;

Q_SIGNALS:
    void foundChanged();

private:
    struct Machine {
        QString key;
        std::vector<Sighting> sightings;
        bool stale = false;
    };
    void add(const Sighting &sighting);
    void remove(const Sighting &sighting);
    void takeHealth(std::size_t backend, const DiscoveryHealth &health);
    static FoundHost describe(const Machine &machine);

    std::vector<DiscoveryBackend *> m_backends;
    std::vector<DiscoveryHealth> m_health;
    std::vector<Machine> m_machines;
    bool m_running = false;
};

// Whether a host name looks like one that a Spark is delivered with (facts 1.6): spark-5c2d, gx10-9641,
// promaxgb10-5cd4.
bool looksLikeSpark(const QString &hostName);

} // namespace sparkloom::engine
