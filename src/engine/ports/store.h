// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/cluster.h"
#include "engine/ports/remotehost.h"

#include <QDateTime>
#include <QFuture>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

// What the application remembers on this computer. Implementations do their I/O on one thread of their own; a future
// that is done means: durable (fsync). Never stores a secret.
namespace sparkloom::engine {

// Our own known_hosts and the user's (read-only).
class HostKeyStore {
public:
    enum class Verdict { Known, Unknown, Changed, OtherType };
    struct Answer {
        Verdict verdict = Verdict::Unknown;
        QString knownFingerprint; // of the key on record where Changed or OtherType
        bool fromUser = false;    // found in ~/.ssh/known_hosts or /etc/ssh/ssh_known_hosts, not in ours
    };
    virtual ~HostKeyStore() = default;
    // names: every name and address this machine was reached by; port other than 22 makes "[name]:port" keys.
    virtual Answer check(const QStringList &names, quint16 port, const HostKey &key) const = 0;
    virtual QFuture<base::Result<void>> accept(const QStringList &names, quint16 port, const HostKey &key) = 0;
    // "This Spark was reinstalled": the old key goes to an archive file with date.
    virtual QFuture<base::Result<void>> replace(const QStringList &names, quint16 port, const HostKey &key) = 0;
    virtual QFuture<base::Result<void>> forget(const QStringList &names, quint16 port) = 0;
    // Names and ports on record for a key, to notice one key on two machines (clone).
    virtual QStringList namesOf(const HostKey &key) const = 0;
};

// The application's own ed25519 key of this computer: made on first use, 0600 in a 0700 folder.
class AppKeyStore {
public:
    virtual ~AppKeyStore() = default;
    virtual QFuture<base::Result<KeyPair>> key() = 0;
    virtual QString keyId() const = 0; // stable short id for the tag in authorized_keys
};

// Clusters, one JSON document each (engine/cluster.h).
class ClusterStore {
public:
    virtual ~ClusterStore() = default;
    virtual QFuture<base::Result<std::vector<Cluster>>> load() = 0;
    virtual QFuture<base::Result<void>> save(const Cluster &cluster) = 0; // atomic replace
    virtual QFuture<base::Result<void>> remove(const QString &clusterName) = 0;
    // Exclusive use of one cluster by one application; an Error of kind Refused says by whom and since when.
    class Lock {
    public:
        virtual ~Lock() = default;
    };
    virtual base::Result<std::shared_ptr<Lock>> lock(const QString &clusterName) = 0;
};

// Append-only record of intents (design decision 19): append() is done when it is on the disk.
struct JournalEntry {
    QString clusterName;
    QString transactionId;
    QString spark; // id, empty for the whole cluster
    // "begin", "trial", "prove", "persist", "trust", "commit", "rollback", "undo", "closed"; "leave" names the Spark
    // that is taken out with this transaction, "leave-gone" one that is gone for good.
    QString step;
    bool intent = true; // false: done
    QDateTime when;
};
class Journal {
public:
    virtual ~Journal() = default;
    virtual QFuture<base::Result<void>> append(const JournalEntry &entry) = 0;
    // Entries of transactions that have no "closed" entry: what was under way when the application ended.
    virtual std::vector<JournalEntry> open(const QString &clusterName) const = 0;
};

} // namespace sparkloom::engine
