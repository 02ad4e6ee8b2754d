// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/rootprobes.h"
#include "engine/flow/sessioncore.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts> when this header comes first
#include "domain/fabric/chipwatch.h"
#include "domain/fabric/pull.h"
#include "engine/flow/evidencestore.h"
#endif

#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace sparkloom::engine {

// Watches all ready Sparks while cables are being plugged: watch and neighbours on each, one run nonce and key for all.
// Sparks that come back or are signed in later join by themselves. Coroutines keep it alive.
class CablingFlow : public QObject, public std::enable_shared_from_this<CablingFlow> {
    Q_OBJECT
public:
    explicit CablingFlow(std::shared_ptr<SessionCore> core);

    base::Result<void> start();
    void stop();
    bool isRunning() const { return m_running; }
    void setGoal(std::optional<domain::Topology> goal);
    CablingView view() const { return m_view; }
    QCoro::Task<base::Result<void>> wake();
    // Lets the halves that wake() raised go back to sleep.
    void endWake();
    // Cages that are still unknown: reads the plugs and sends raw frames, as root.
    QCoro::Task<base::Result<void>> probeUnknown();
    // "Which cable is this?": from now on the view tells what went dark together, and what lit up together after that.
    void watchPulls(bool on);
    // Whether the map shows the goal or, without one, a certain peer for every lit cage.
    bool settled() const;
    QCoro::Task<base::Result<domain::CableMap>> settledMap(std::chrono::milliseconds patience);
    void shutdown();

Q_SIGNALS:
    void changed();

private:
    // What runs on one Spark.
    struct Station {
        std::shared_ptr<AgentClient> agent;
        domain::SparkId spark;
        std::int64_t watchId = 0;
        std::int64_t neighboursId = 0;
        std::shared_ptr<AgentClient> root; // that holds `wake`
        std::int64_t wakeId = 0;
        bool inspecting = false;
        std::optional<protocol::WatchEvent> last;
        std::optional<protocol::NeighbourMethods> methods;
    };
    void attach(const QString &name);
    void detach(const QString &name);
    void takeWatch(const QString &name, const std::string &body);
    void takeNeighbours(const QString &name, const std::string &type, const std::string &body);
    void takeHeard(const Station &station, const protocol::NeighbourHeard &heard);
    QCoro::Task<void> inspectAgain(QString name);
    void rebuildSoon();
    void rebuild();
    void describeHalves(CablingView &view) const;
    void describeDevices(CablingView &view) const;
    void describeSearch(CablingView &view) const;
    QCoro::Task<base::Result<void>> probeAsRoot();
    void describeChips(CablingView &view);
    void trySignatureSoon();
    QCoro::Task<void> trySignature();
    std::optional<domain::HalfRef> nextSender() const;
    // Whether some unknown cage may still be found by its counters.
    bool searching() const { return m_running && (m_signatureRuns || nextSender()); }
    static bool isLit(const protocol::WatchEvent &event, domain::HalfId half);
    void watchChip(const Station &station);
    void askSpeeds();
    void settlePulls();

    std::shared_ptr<SessionCore> m_core;
    std::map<QString, Station> m_stations;
    EvidenceStore m_evidence;
    CablingView m_view;
    std::string m_runNonce;
    std::string m_runKey;
    bool m_running = false;
    QTimer m_rebuildTimer;
    QTimer m_signatureTimer;
    QTimer m_pullTimer;
    QTimer m_speedTimer;
    QTimer m_chipTimer;
    QTimer m_parityTimer; // runs while a plug has just moved
    domain::ChipWatch m_chips;
    std::optional<domain::PullWatch> m_pulls; // while pulls are watched
    bool m_signatureRuns = false;
    // How often each cage has sent since its carrier changed last; a cage that nobody can have missed is through.
    std::map<domain::CageRef, int> m_signatureTries;
    int m_carrierChanges = 0;
    std::vector<HeardDevice> m_devices; // by LLDP, when m_carrierChanges was this
    int m_devicesSeenAt = 0;
    bool m_probing = false;          // as root
    std::optional<int> m_probedAt;   // what m_carrierChanges was when that was done last ...
    std::optional<int> m_searchedAt; // ... and when nothing was left to try without root
    Pending<void> m_news;            // resolved and replaced at every change
};

} // namespace sparkloom::engine
