// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "base/result.h"
#include "domain/fabric/cablemap.h"
#include "domain/fabric/pull.h"
#include "domain/fabric/topology.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/plan/drift.h"
#include "engine/ports/discoverybackend.h"
#include "engine/ports/remotehost.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

// Snapshots that the window and the command line show. Plain values, copied freely.
namespace sparkloom::engine {

// A machine that discovery saw, merged over interfaces and families.
struct FoundHost {
    QString key;  // stable while it is seen
    QString name; // cleaned
    QString hostName;
    QStringList addresses;
    QStringList networks; // interfaces of this computer it was seen on
    quint16 port = 22;
    bool likelySpark = false; // by its name (facts 1.6); certain only after sign-in
    bool virtualSpark = false;
    bool chosen = false; // already a member of the cluster
    bool stale = false;  // not seen since the backend restarted
};

enum class HostState {
    Idle, // chosen, nothing done yet
    Connecting,
    HostKeyWaiting, // key shown, not accepted yet
    HostKeyChanged, // hard stop
    SigningIn,
    InstallingKey,
    Preparing, // copying and starting the agent
    Inspecting,
    Ready, // agent runs, facts are there
    Failed,
    Lost, // was ready; reconnecting
};

struct HostView {
    QString name;
    Endpoint endpoint;
    QString user;
    bool virtualSpark = false;
    HostState state = HostState::Idle;
    std::optional<HostKey> hostKey;
    bool keyLogin = false; // proven by a login with our key only
    std::optional<domain::SparkFacts> facts;
    std::optional<base::Error> error; // where Failed, HostKeyChanged or Lost
    std::vector<base::Message> notes; // warnings that do not stop
    QDateTime lastKnown;              // until when the facts were watched, UTC; null while they are, or never were
};

// Live state of one half while cabling (agent `watch`).
struct LiveHalf {
    domain::HalfRef half;
    bool present = false;
    bool adminUp = false;
    bool carrier = false;
};

struct CablingView {
    bool running = false;
    domain::CableMap map;
    domain::Topology recognised = domain::Topology::Unknown;
    std::optional<domain::Topology> goal;
    domain::CablingStatus status; // against the goal, empty without one
    std::vector<LiveHalf> halves;
    std::vector<base::Message> notes; // "halves are asleep: Sparkloom can wake them with sudo" and the like
    bool wakeNeeded = false;          // some half is admin-down and could be raised
    // Where some cable leads stays unknown, and the probes as root were not tried since a plug moved last.
    bool probeOffered = false;
    bool probing = false;                // those probes are under way
    std::vector<domain::SparkId> waking; // whose network chip starts, after a plug
    QDateTime lastEvent;
    // "Which cable is this?": what went dark together when a plug was pulled, and what lit up together after that.
    std::optional<domain::Pull> pulled;
    std::optional<domain::Pull> putBack;
};

// One step of work, part of a tree; order is that of the vector, parents before children.
struct JobView {
    enum class State { Waiting, Running, Done, Skipped, Failed, Cancelled, RolledBack };
    int id = 0;
    int parent = -1; // -1: top
    QString spark;   // name, empty for the whole cluster
    base::Message title;
    State state = State::Waiting;
    base::Message detail;
    std::optional<base::Error> error;
};

// Result of one proof.
struct Check {
    enum class Kind { Address, Mtu, RightLane, Route, SshName, SshLane, Management, Ipv6Off };
    enum class Verdict { Passed, Failed, NotTested };
    Kind kind = Kind::Address;
    Verdict verdict = Verdict::NotTested;
    QString from;                        // Spark name
    QString to;                          // Spark name or address
    std::optional<domain::HalfRef> half; // at `from`
    std::optional<domain::HalfRef> peer;
    int cable = 0;        // number, 0 where none
    base::Message text;   // what was seen
    base::Message remedy; // empty where passed
};

struct VerifyReport {
    QDateTime when;
    bool partial = false; // the checks go on; what was proven and what was not is said at their end
    std::vector<Check> checks;
    // What was proven and what was not, as sentences (speed is never proven here).
    std::vector<base::Message> proven;
    std::vector<base::Message> notProven;
    bool passed() const;
    bool anyNotTested() const;
};

// Something that is not as it was set up, and since when: never a time that nothing proves.
struct DriftView {
    domain::DriftFinding finding;
    qint64 notYetUtcMs = 0;    // the last look at which it was not so; 0: there was none
    qint64 firstSeenUtcMs = 0; // the first look at which it was
    bool kept = false;         // accepted: it does not count as a difference
    base::Message what() const { return domain::driftText(finding); }
    base::Message since() const;
    bool canBeKept() const { return !kept && finding.cannotKeep.empty(); }
};

// What status shows of a configured cluster.
struct SparkStatus {
    enum class State { NotConfigured, AsPlanned, Differs, HalfApplied, Unreachable };
    QString name;
    State state = State::NotConfigured;
    std::vector<DriftView> drift; // kept ones too
    std::optional<QString> openTransaction;
};

} // namespace sparkloom::engine
