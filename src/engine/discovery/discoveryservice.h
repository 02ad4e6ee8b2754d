// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "engine/ports/discoverybackend.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace sparkloom::engine {

// Merges the sightings of all backends into machines: one per host name, over interfaces and address families. Bounded
// to kMostHosts, so that a flood costs nothing: the machine seen longest ago gives way, never a pinned one, and one
// that is named like a Spark only to another of these. Never connects to anything. Main thread. The backends outlive
// it.
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
    // Who is never pushed out of the table: members of the cluster.
    void setPinned(std::function<bool(const FoundHost &)> isPinned) { m_isPinned = std::move(isPinned); }

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
        bool likelySpark = false; // by its key
    };
    void add(const Sighting &sighting);
    bool makeRoom(bool forSpark); // false: nobody may give way
    void remove(const Sighting &sighting);
    void takeHealth(std::size_t backend, const DiscoveryHealth &health);
    static FoundHost describe(const Machine &machine);

    std::vector<DiscoveryBackend *> m_backends;
    std::vector<DiscoveryHealth> m_health;
    std::vector<Machine> m_machines; // who was seen last comes last
    std::function<bool(const FoundHost &)> m_isPinned;
    bool m_running = false;
};

// Whether a host name looks like one that a Spark is delivered with (facts 1.6): spark-5c2d, gx10-9641,
// promaxgb10-5cd4.
bool looksLikeSpark(const QString &hostName);

} // namespace sparkloom::engine
