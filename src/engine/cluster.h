// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/topology.h"
#include "domain/plan/addressplan.h"
#include "domain/plan/plan.h"
#include "engine/ports/remotehost.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// One Spark of a cluster as this computer remembers it. No secret, ever.
struct ClusterMember {
    QString sparkId; // domain::SparkId, empty before the first sign-in
    QString name;    // what the user sees
    Endpoint endpoint;
    QString user;
    QString hostKeyType;
    QString hostKeyFingerprint; // empty before it was accepted
    QStringList knownAs;        // other names and addresses it was seen under
    bool keyInstalled = false;  // our public key lets us in
    bool virtualSpark = false;
    friend bool operator==(const ClusterMember &, const ClusterMember &) = default;
};

// One thing that was not as set up at the last look at a Spark. Times by this computer's clock, milliseconds UTC.
struct KnownDrift {
    QString key;            // domain::driftKey
    qint64 notYetUtcMs = 0; // the last look at which it was not so; 0: there was none
    qint64 firstSeenUtcMs = 0;
    bool kept = false; // a person accepted it as it is
    friend bool operator==(const KnownDrift &, const KnownDrift &) = default;
};
// The last look at a Spark that is set up.
struct DriftMemory {
    qint64 lookedUtcMs = 0;
    std::vector<KnownDrift> known;
    friend bool operator==(const DriftMemory &, const DriftMemory &) = default;
};

// The cluster file: schema "sparkloom-cluster", version 1 (resources/schemas/cluster.schema.json).
struct Cluster {
    static constexpr int kSchemaVersion = 1;
    QString name = QStringLiteral("default"); // ^[a-z0-9][a-z0-9-]{0,31}$, also the file name
    std::vector<ClusterMember> members;
    std::optional<domain::Topology> goal;
    std::optional<QString> pool; // prefix chosen by the user
    int mtu = 9000;
    bool hostsNames = false;                    // names in the Sparks' /etc/hosts are wanted
    bool sshAliases = false;                    // names in this computer's SSH configuration are wanted
    std::optional<domain::AddressPlan> applied; // what was set up last
    QString clusterId;                          // of the applied plan
    std::map<QString, DriftMemory> looks;       // by Spark id; none before the first look
    friend bool operator==(const Cluster &, const Cluster &) = default;

    const ClusterMember *member(const QString &nameOrIdOrHost) const;
};

} // namespace sparkloom::engine
