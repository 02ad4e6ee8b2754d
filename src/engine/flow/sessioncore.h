// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/hosts/hostconnection.h"
#include "engine/jobs/canceltoken.h"
#include "engine/jobs/jobtree.h"
#include "engine/jobs/turns.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sparkloom::engine {

// What the flows of one session share: the cluster, the connections, the tokens. Flows hold it by shared pointer; after
// shutdown() everything that still runs has been cancelled and nothing touches the environment any more. Main thread.
class SessionCore : public QObject {
    Q_OBJECT
public:
    using Connection = std::shared_ptr<HostConnection>;

    SessionCore(Environment environment, Cluster cluster);

    const Environment &environment() const { return m_environment; }
    const Cluster &cluster() const { return m_cluster; }
    // Stores the cluster when it differs from what was stored last; failures show as a note on every host.
    void setCluster(Cluster cluster);

    const std::vector<Connection> &connections() const { return m_connections; }
    Connection connection(const QString &name) const; // null where there is none
    Connection connectionById(const domain::SparkId &id) const;
    // Signed in, with a helper program that has told what is there.
    static bool isReady(const Connection &connection);
    std::vector<Connection> readyConnections() const;
    std::vector<domain::SparkFacts> readyFacts() const; // in the order of the members
    QString nameOf(const domain::SparkId &id) const;
    Connection addMember(ClusterMember member);
    void removeMember(const QString &name);

    // Token of the work that cancel() ends, and the one that lives as long as the session.
    CancelToken work() const { return m_work; }
    CancelToken alive() const { return m_alive; }
    void cancelWork();
    void shutdown();

    // Counts while it lives; busyChanged follows.
    std::shared_ptr<void> busyScope();
    bool busy() const { return m_busy > 0; }
    // One task of the apply family at a time: null while another one holds it.
    std::shared_ptr<void> applyScope();

    JobTree &jobs() { return m_jobs; }
    std::shared_ptr<Turns> prompts() const { return m_prompts; }

Q_SIGNALS:
    void clusterChanged();
    void hostsChanged();
    void hostChanged(const QString &name);
    void hostReady(const QString &name);
    void hostLost(const QString &name);
    void jobsChanged();
    void busyChanged(bool busy);

private:
    void attach(const Connection &connection);
    void memberChanged(const HostConnection &connection);

    Environment m_environment;
    Cluster m_cluster;
    std::optional<Cluster> m_stored;
    std::vector<Connection> m_connections;
    std::shared_ptr<Turns> m_prompts = std::make_shared<Turns>();
    CancelToken m_alive;
    CancelToken m_work;
    JobTree m_jobs;
    int m_busy = 0;
    std::weak_ptr<void> m_applying;
};

} // namespace sparkloom::engine
