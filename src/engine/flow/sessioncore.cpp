// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/sessioncore.h"

#include <QPointer>

#include <algorithm>
#include <iterator>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

SessionCore::SessionCore(Environment environment, Cluster cluster)
    : m_environment(std::move(environment)), m_cluster(std::move(cluster)), m_stored(m_cluster),
      m_work(m_alive.child()), m_jobs([this] { Q_EMIT jobsChanged(); })
{
    for (const ClusterMember &member : m_cluster.members) {
        m_connections.push_back(std::make_shared<HostConnection>(m_environment, member, m_prompts));
        attach(m_connections.back());
    }
}

void SessionCore::attach(const Connection &connection)
{
    HostConnection *host = connection.get();
    connect(host, &HostConnection::changed, this, [this, host] { Q_EMIT hostChanged(host->member().name); });
    connect(host, &HostConnection::memberChanged, this, [this, host] { memberChanged(*host); });
    connect(host, &HostConnection::lost, this, [this, host] { Q_EMIT hostLost(host->member().name); });
}

void SessionCore::memberChanged(const HostConnection &connection)
{
    Cluster cluster = m_cluster;
    for (ClusterMember &member : cluster.members)
        if (member.name == connection.member().name)
            member = connection.member();
    setCluster(std::move(cluster));
}

void SessionCore::setCluster(Cluster cluster)
{
    if (cluster == m_cluster && m_stored == m_cluster)
        return;
    m_cluster = std::move(cluster);
    if (m_environment.clusters && !m_alive.isCancelled()) {
        m_stored = m_cluster;
        const Pending<void> saved = pendingOf(m_environment.clusters->save(m_cluster));
        const QPointer<SessionCore> self(this);
        const CancelToken token = m_alive;
        [](QPointer<SessionCore> core, Pending<void> pending, CancelToken cancel) -> QCoro::Task<void> {
            const base::Result<void> result = co_await pending.wait(cancel);
            if (result || !core || cancel.isCancelled())
                co_return;
            core->m_stored.reset();
            for (const Connection &connection : core->m_connections)
                connection->addNote(result.error().message);
        }(self, saved, token);
    }
    Q_EMIT clusterChanged();
}

SessionCore::Connection SessionCore::connection(const QString &name) const
{
    for (const Connection &connection : m_connections)
        if (connection->member().name == name)
            return connection;
    return nullptr;
}

SessionCore::Connection SessionCore::connectionById(const domain::SparkId &id) const
{
    for (const Connection &connection : m_connections)
        if (connection->member().sparkId.toStdString() == id.value)
            return connection;
    return nullptr;
}

bool SessionCore::isReady(const Connection &connection)
{
    return connection->ready() && connection->facts() && connection->agent();
}

std::vector<SessionCore::Connection> SessionCore::readyConnections() const
{
    std::vector<Connection> ready;
    std::copy_if(m_connections.begin(), m_connections.end(), std::back_inserter(ready), isReady);
    return ready;
}

std::vector<domain::SparkFacts> SessionCore::readyFacts() const
{
    std::vector<domain::SparkFacts> facts;
    for (const Connection &connection : readyConnections())
        facts.push_back(*connection->facts());
    return facts;
}

QString SessionCore::nameOf(const domain::SparkId &id) const
{
    const Connection connection = connectionById(id);
    return connection ? connection->member().name : QString();
}

SessionCore::Connection SessionCore::addMember(ClusterMember member)
{
    const auto connection = std::make_shared<HostConnection>(m_environment, member, m_prompts);
    attach(connection);
    m_connections.push_back(connection);
    Cluster cluster = m_cluster;
    cluster.members.push_back(std::move(member));
    setCluster(std::move(cluster));
    Q_EMIT hostsChanged();
    return connection;
}

void SessionCore::removeMember(const QString &name)
{
    const Connection leaving = connection(name);
    if (!leaving)
        return;
    leaving->disconnect(this);
    leaving->disconnectNow();
    Q_EMIT hostLost(name);
    std::erase(m_connections, leaving);
    Cluster cluster = m_cluster;
    std::erase_if(cluster.members, [&name](const ClusterMember &member) { return member.name == name; });
    setCluster(std::move(cluster));
    Q_EMIT hostsChanged();
}

void SessionCore::cancelWork()
{
    const CancelToken old = m_work;
    m_work = m_alive.child();
    old.cancel();
}

void SessionCore::shutdown()
{
    blockSignals(true);
    m_alive.cancel();
    for (const Connection &connection : m_connections) {
        connection->disconnect(this);
        connection->disconnectNow();
    }
    m_connections.clear();
}

std::shared_ptr<void> SessionCore::busyScope()
{
    if (++m_busy == 1)
        Q_EMIT busyChanged(true);
    const QPointer<SessionCore> self(this);
    return std::shared_ptr<void>(static_cast<void *>(this), [self](void *) {
        if (self && --self->m_busy == 0)
            Q_EMIT self->busyChanged(false);
    });
}

std::shared_ptr<void> SessionCore::applyScope()
{
    if (!m_applying.expired())
        return nullptr;
    const auto scope = busyScope();
    m_applying = scope;
    return scope;
}

} // namespace sparkloom::engine
