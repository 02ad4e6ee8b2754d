// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/adoptflow.h"

#include "engine/hosts/remotecommand.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

// Addresses on the lanes are reached by the Sparks alone; on this computer's networks they may be somebody else's.
bool isOnALane(domain::Ipv4Address address, const std::vector<domain::SparkRecord> &records)
{
    return std::any_of(records.begin(), records.end(), [&](const domain::SparkRecord &record) {
        const auto &halves = record.facts.receipt->config.halves;
        return std::any_of(halves.begin(), halves.end(),
            [&](const domain::HalfConfig &half) { return half.address.prefix().contains(address); });
    });
}

} // namespace

QCoro::Task<base::Result<std::vector<domain::SparkRecord>>> AdoptFlow::readRecords(CancelToken token)
{
    const auto self = shared_from_this();
    std::vector<domain::SparkRecord> records;
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        domain::SparkRecord record;
        record.facts = *connection->facts();
        const std::shared_ptr<AgentClient> agent = connection->agent();
        if (domain::isSetUp(record.facts)) {
            const protocol::TrustStateRequest request{record.facts.receipt->clusterId};
            const base::Result<domain::SshTrustState> trust = co_await call<domain::SshTrustState>(
                agent, std::string(protocol::verb::kTrustState), protocol::encode(request), token);
            if (!trust)
                co_return trust.error();
            record.peers = domain::recordedPeers(trust->knownHosts);
        }
        records.push_back(std::move(record));
    }
    co_return records;
}

ClusterMember AdoptFlow::memberOf(
    const domain::RecordedPeer &peer, const std::vector<domain::SparkRecord> &records) const
{
    ClusterMember member;
    member.name = QString::fromStdString(peer.names.front());
    member.endpoint.host = member.name;
    for (const std::string &name : peer.names)
        if (const auto address = domain::Ipv4Address::parse(name); address && !isOnALane(*address, records))
            member.endpoint.addresses.push_back(QString::fromStdString(name));
    // The one who signs in to one Spark of a cluster most likely does so on all of them.
    if (!m_core->connections().empty())
        member.user = m_core->connections().front()->member().user;
    return member;
}

QCoro::Task<base::Result<Adoption>> AdoptFlow::adopt(QStringList without)
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const std::size_t ready = m_core->readyConnections().size();
    if (ready == 0 || ready != m_core->connections().size())
        co_return base::Error{base::ErrorKind::Unreachable,
            ready == 0
                ? base::Message("flow.nobody-ready"_msg)
                : base::Message("flow.not-all-ready"_msg).with("count", int(m_core->connections().size() - ready)),
            {}};
    const base::Result<std::vector<domain::SparkRecord>> records = co_await readRecords(token);
    if (!records)
        co_return records.error();
    std::vector<std::string> gone;
    for (const QString &name : without)
        gone.push_back(name.toStdString());
    const base::Result<domain::RecordedCluster> recorded = domain::recordedCluster(records.value(), gone);
    // Addresses may make no whole only because a Spark is still to be asked.
    if (!recorded && recorded.error().message.id != base::MessageId("adopt.no-whole"_msg).text())
        co_return recorded.error();
    Adoption adoption;
    for (const domain::RecordedPeer &peer : domain::missingPeers(records.value(), gone))
        adoption.missing.push_back(memberOf(peer, records.value()));
    if (!adoption.missing.empty())
        co_return adoption;
    if (!recorded)
        co_return recorded.error();

    Cluster cluster = m_core->cluster();
    const domain::Topology form = recorded->addresses.topology;
    cluster.applied = recorded->addresses;
    cluster.clusterId = QString::fromStdString(recorded->id);
    const bool known = form != domain::Topology::Unknown && form != domain::Topology::Mixed;
    cluster.goal = known ? std::optional(form) : std::nullopt;
    cluster.mtu = recorded->addresses.mtu;
    m_core->setCluster(std::move(cluster));
    adoption.clusterId = QString::fromStdString(recorded->id);
    adoption.name = QString::fromStdString(recorded->name);
    adoption.owner = QString::fromStdString(recorded->owner);
    adoption.appliedAt = QDateTime::fromMSecsSinceEpoch(recorded->appliedUtcMs, Qt::UTC);
    co_return adoption;
}

} // namespace sparkloom::engine
