// SPDX-License-Identifier: GPL-3.0-or-later
// Verify and status of ApplyFlow: what reads and changes nothing.
#include "engine/flow/applyflow.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

std::vector<VerifyTarget> ApplyFlow::targets(const domain::AddressPlan &addresses) const
{
    std::vector<VerifyTarget> targets;
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        const domain::SparkFacts &facts = *connection->facts();
        if (addresses.halvesOf(facts.id).empty())
            continue;
        targets.push_back({connection->member().name, facts, connection->agent(), {}, managementNames(facts)});
    }
    return targets;
}

QCoro::Task<base::Result<VerifyReport>> ApplyFlow::verify()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    if (!m_core->cluster().applied)
        co_return base::Error{base::ErrorKind::NotKnown, base::Message("verify.nothing-applied"_msg), {}};
    const domain::AddressPlan addresses = *m_core->cluster().applied;
    std::vector<QCoro::Task<base::Result<void>>> inspections;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        inspections.push_back(connection->inspect(token));
    for (auto &inspection : inspections) {
        const base::Result<void> result = co_await inspection;
        if (!result && result.error().kind == base::ErrorKind::Cancelled)
            co_return result.error();
    }
    const std::vector<VerifyTarget> all = targets(addresses);
    if (all.empty())
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    const auto verifier = std::make_shared<Verifier>(all, addresses);
    std::vector<Check> checks = verifier->checkFacts();
    const std::vector<Check> lanes = co_await verifier->checkLanes(token);
    checks.insert(checks.end(), lanes.begin(), lanes.end());
    const std::vector<Check> ssh = co_await verifier->checkSsh(token);
    checks.insert(checks.end(), ssh.begin(), ssh.end());
    if (token.isCancelled())
        co_return cancelledError();
    // A Spark of the plan that could not be asked is part of the truth, too.
    for (const ClusterMember &member : m_core->cluster().members) {
        const SessionCore::Connection connection = m_core->connection(member.name);
        if (connection && connection->ready())
            continue;
        Check check;
        check.kind = Check::Kind::Address;
        check.from = member.name;
        check.text = base::Message("verify.spark-not-reached"_msg).with("spark", member.name.toStdString());
        check.remedy = base::Message("verify.spark-not-reached-remedy"_msg).with("spark", member.name.toStdString());
        checks.push_back(check);
    }
    m_report = makeReport(std::move(checks), addresses);
    Q_EMIT reportChanged();
    co_return base::Result<VerifyReport>(*m_report); // a copy: QCoro would move the member away
}

SparkStatus ApplyFlow::statusOf(const HostConnection &connection) const
{
    SparkStatus status;
    status.name = connection.member().name;
    if (!connection.ready() || !connection.facts()) {
        status.state = SparkStatus::State::Unreachable;
        return status;
    }
    const domain::SparkFacts &facts = *connection.facts();
    const std::string name = status.name.toStdString();
    const bool configuredHere = facts.receipt && !facts.receipt->config.halves.empty();
    const std::vector<domain::HalfConfig> wanted = m_core->cluster().applied ? m_core->cluster().applied->halvesOf(facts.id)
                                                                            : std::vector<domain::HalfConfig>{};
    if (!configuredHere) {
        status.state = wanted.empty() ? SparkStatus::State::NotConfigured : SparkStatus::State::HalfApplied;
        return status;
    }
    status.state = SparkStatus::State::AsPlanned;
    if (!facts.receiptMatchesFiles)
        status.differences.push_back(base::Message("status.files-differ"_msg).with("spark", name));
    if (!wanted.empty() && facts.receipt->config.halves != wanted)
        status.differences.push_back(base::Message("status.other-plan"_msg).with("spark", name));
    for (const domain::HalfConfig &config : facts.receipt->config.halves) {
        const domain::HalfFacts *half = facts.half(config.half);
        const auto difference = [&](base::MessageId id) {
            status.differences.push_back(base::Message(id).with("spark", name).with("half", domain::toText(config.half))
                .with("interface", config.netdev).with("address", config.address.toString()).with("mtu", config.mtu));
        };
        if (!half)
            difference("status.half-absent"_msg);
        else if (!half->carrier)
            difference("status.half-dark"_msg);
        else if (std::find(half->addresses.begin(), half->addresses.end(), config.address) == half->addresses.end())
            difference("status.address-missing"_msg);
        else if (half->mtu != config.mtu)
            difference("status.mtu-differs"_msg);
    }
    if (!status.differences.empty())
        status.state = SparkStatus::State::Differs;
    return status;
}

QCoro::Task<base::Result<void>> ApplyFlow::refreshStatus()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    std::vector<QCoro::Task<base::Result<void>>> inspections;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        inspections.push_back(connection->inspect(token));
    for (auto &inspection : inspections) {
        const base::Result<void> result = co_await inspection;
        if (!result && result.error().kind == base::ErrorKind::Cancelled)
            co_return result.error();
    }
    std::vector<SparkStatus> all;
    for (const SessionCore::Connection &connection : m_core->connections())
        all.push_back(statusOf(*connection));
    // Where nobody is configured, nothing is half applied: it was taken back or never done.
    const bool someConfigured = std::any_of(all.begin(), all.end(), [](const SparkStatus &status) {
        return status.state == SparkStatus::State::AsPlanned || status.state == SparkStatus::State::Differs;
    });
    const std::vector<JournalEntry> open = openEntries();
    for (SparkStatus &status : all) {
        if (!someConfigured && status.state == SparkStatus::State::HalfApplied)
            status.state = SparkStatus::State::NotConfigured;
        if (hasOpenTransaction())
            status.openTransaction = open.front().transactionId;
    }
    m_status = std::move(all);
    Q_EMIT statusChanged();
    co_return base::Result<void>();
}

} // namespace sparkloom::engine
