// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QObject>
#include <QString>

namespace sparkloom::engine {

// One announcement of one machine on one interface in one address family. All text is untrusted but already cleaned and
// bounded by the backend (measurement-and-safety 11).
struct Sighting {
    QString name;          // service name, at most 63 bytes
    QString hostName;      // "spark-ab12.local"
    QString serviceType;   // "_ssh._tcp"
    QString interfaceName; // of this computer
    int interfaceIndex = 0;
    bool ipv6 = false;
    QString address; // link-local IPv6 with %zone
    quint16 port = 22;
    bool thisComputer = false;
    friend bool operator==(const Sighting &, const Sighting &) = default;
};

struct DiscoveryHealth {
    enum class State { Starting, Searching, Settled, Unavailable };
    State state = State::Starting;
    base::Message problem; // why it is unavailable and what to do
};

// A source of sightings. Main thread, asynchronous, never connects to what it finds. The same contract suite runs
// against every backend (tests/contract).
class DiscoveryBackend : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void stop() = 0; // afterwards no more signals; all sightings are to be forgotten

Q_SIGNALS:
    void sighted(const sparkloom::engine::Sighting &sighting);
    void lost(const sparkloom::engine::Sighting &sighting); // as it was sighted (address and port may be missing)
    void healthChanged(const sparkloom::engine::DiscoveryHealth &health);
};

} // namespace sparkloom::engine
