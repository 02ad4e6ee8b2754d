// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/driftflow.h"

#include "protocol/hostsfile.h"
#include "protocol/setupfiles.h"

#include <QDateTime>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

using State = SparkStatus::State;

constexpr std::size_t kMostRemembered = 32; // of one Spark, as many as the cluster file holds
constexpr qint64 kMinuteMs = 60000;

// What was known of this finding, or that it is new since the look before.
KnownDrift remembered(const DriftMemory &before, const domain::DriftFinding &finding, qint64 now)
{
    const QString key = QString::fromStdString(domain::driftKey(finding));
    const auto found = std::find_if(
        before.known.begin(), before.known.end(), [&key](const KnownDrift &known) { return known.key == key; });
    return found == before.known.end() ? KnownDrift{key, before.lookedUtcMs, now, false} : *found;
}

// What was accepted counts only while it can be: the other end of a lane may have changed since.
bool isKept(const KnownDrift &known, const domain::DriftFinding &finding)
{
    return known.kept && finding.cannotKeep.empty();
}

State stateOf(const std::vector<DriftView> &drift)
{
    const bool differs = std::any_of(drift.begin(), drift.end(), [](const DriftView &view) { return !view.kept; });
    return differs ? State::Differs : State::AsPlanned;
}

} // namespace

base::Message DriftView::since() const
{
    if (finding.changedUtcMs)
        return base::Message("drift.since-change"_msg).with("when", *finding.changedUtcMs);
    if (notYetUtcMs > 0 && notYetUtcMs / kMinuteMs == firstSeenUtcMs / kMinuteMs) // said by the minute
        return base::Message("drift.since-minute"_msg).with("when", std::int64_t(firstSeenUtcMs));
    if (notYetUtcMs > 0)
        return base::Message("drift.since-look"_msg)
            .with("before", std::int64_t(notYetUtcMs))
            .with("when", std::int64_t(firstSeenUtcMs));
    return base::Message("drift.since-first-look"_msg).with("when", std::int64_t(firstSeenUtcMs));
}

DriftFlow::DriftFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<ApplyFlow> applying)
    : m_core(std::move(core)), m_applying(std::move(applying))
{}

QCoro::Task<base::Result<domain::DriftInput>> DriftFlow::lookAt(SessionCore::Connection connection, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<void> inspected = co_await connection->inspect(token);
    if (!inspected)
        co_return inspected.error();
    const std::shared_ptr<AgentClient> agent = connection->agent();
    if (!agent || !connection->facts())
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    domain::DriftInput input;
    input.facts = *connection->facts();
    input.names = managementNames(input.facts);
    // Without an answer to one of these nothing is said about what it would have told.
    const base::Result<protocol::SetUpFilesAnswer> files =
        co_await call<protocol::SetUpFilesAnswer>(agent, std::string(protocol::verb::kSetUpFiles), "{}", token);
    if (files)
        input.files = files->files;
    if (input.facts.receipt && !input.facts.receipt->config.hosts.empty()) {
        const base::Result<protocol::HostsFileAnswer> hosts =
            co_await call<protocol::HostsFileAnswer>(agent, std::string(protocol::verb::kHostsFile), "{}", token);
        if (hosts)
            input.hosts = hosts->text;
    }
    const protocol::TrustStateRequest question{m_core->cluster().clusterId.toStdString()};
    if (!question.clusterId.empty()) {
        const base::Result<domain::SshTrustState> trust = co_await call<domain::SshTrustState>(
            agent, std::string(protocol::verb::kTrustState), protocol::encode(question), token);
        if (trust)
            input.trust = trust.value();
    }
    if (token.isCancelled())
        co_return cancelledError();
    co_return input;
}

SparkStatus DriftFlow::statusOf(
    const HostConnection &connection, const std::vector<domain::SparkDrift> &drift, Cluster &remembering) const
{
    SparkStatus status;
    status.name = connection.member().name;
    status.state = State::Unreachable;
    const auto found = std::find_if(drift.begin(), drift.end(), [&connection](const domain::SparkDrift &each) {
        return connection.ready() && connection.facts() && each.spark == connection.facts()->id;
    });
    if (found == drift.end())
        return status;
    const QString id = QString::fromStdString(found->spark.value);
    status.state = State::NotConfigured;
    if (found->halves.empty()) {
        remembering.looks.erase(id);
        return status;
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    DriftMemory &memory = remembering.looks[id];
    DriftMemory after{now, {}};
    for (const domain::DriftFinding &finding : found->findings) {
        const KnownDrift known = remembered(memory, finding, now);
        status.drift.push_back({finding, known.notYetUtcMs, known.firstSeenUtcMs, isKept(known, finding)});
        if (after.known.size() < kMostRemembered)
            after.known.push_back(known);
    }
    memory = std::move(after);
    status.state = stateOf(status.drift);
    return status;
}

QCoro::Task<base::Result<void>> DriftFlow::refresh()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    std::vector<QCoro::Task<base::Result<domain::DriftInput>>> looks;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        looks.push_back(lookAt(connection, token));
    std::vector<domain::DriftInput> inputs;
    for (auto &look : looks) {
        const base::Result<domain::DriftInput> input = co_await look;
        if (!input && input.error().kind == base::ErrorKind::Cancelled)
            co_return input.error();
        if (input)
            inputs.push_back(input.value());
    }
    Cluster cluster = m_core->cluster();
    const domain::DriftWanted wanted{cluster.applied, cluster.clusterId.toStdString()};
    const std::vector<domain::SparkDrift> drift = domain::findDrift(wanted, inputs);
    std::erase_if(cluster.looks, [&cluster](const auto &look) {
        return std::none_of(cluster.members.begin(), cluster.members.end(),
            [&look](const ClusterMember &member) { return member.sparkId == look.first; });
    });
    std::vector<SparkStatus> all;
    for (const SessionCore::Connection &connection : m_core->connections())
        all.push_back(statusOf(*connection, drift, cluster));
    const QString open = m_applying->openTransactionId();
    for (SparkStatus &status : all) {
        if (open.isEmpty())
            continue;
        status.openTransaction = open;
        // A change that is not final everywhere: what a Spark should be like is not decided.
        if (status.state == State::Differs)
            status.state = State::HalfApplied;
    }
    m_core->setCluster(std::move(cluster));
    m_status = std::move(all);
    Q_EMIT changed();
    co_return base::Result<void>();
}

int DriftFlow::keep(const QStringList &names)
{
    Cluster cluster = m_core->cluster();
    int accepted = 0;
    for (SparkStatus &status : m_status) {
        const SessionCore::Connection connection = m_core->connection(status.name);
        if (!connection || (!names.isEmpty() && !names.contains(status.name)))
            continue;
        const auto memory = cluster.looks.find(connection->member().sparkId);
        if (memory == cluster.looks.end())
            continue;
        for (DriftView &view : status.drift) {
            const QString key = QString::fromStdString(domain::driftKey(view.finding));
            for (KnownDrift &known : memory->second.known)
                if (known.key == key && view.canBeKept()) {
                    known.kept = view.kept = true;
                    ++accepted;
                }
        }
        if (status.state == State::Differs)
            status.state = stateOf(status.drift);
    }
    if (accepted > 0) {
        m_core->setCluster(std::move(cluster));
        Q_EMIT changed();
    }
    return accepted;
}

} // namespace sparkloom::engine
