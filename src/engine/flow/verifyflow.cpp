// SPDX-License-Identifier: GPL-3.0-or-later
// Verify, of ApplyFlow: reads and changes nothing.
#include "engine/flow/applyflow.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

bool failedIn(const std::vector<Check> &checks)
{
    return std::any_of(
        checks.begin(), checks.end(), [](const Check &check) { return check.verdict == Check::Verdict::Failed; });
}

} // namespace

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
    const base::Result<void> inspected = co_await inspectAll(token);
    if (!inspected && inspected.error().kind == base::ErrorKind::Cancelled)
        co_return inspected.error();
    const std::vector<VerifyTarget> all = targets(addresses);
    if (all.empty())
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    auto verifier = std::make_shared<Verifier>(all, addresses);
    const auto soFar = std::make_shared<VerifyReport>();
    soFar->partial = true;
    const auto tell = [this, soFar](const std::vector<Check> &checks) {
        soFar->checks.insert(soFar->checks.end(), checks.begin(), checks.end());
        Q_EMIT proofMoved(*soFar);
    };
    // What fails is looked at once more before it is told.
    std::vector<Check> lanes = co_await verifier->checkLanes(token, [tell](const std::vector<Check> &checks) {
        if (!failedIn(checks))
            tell(checks);
    });
    if (failedIn(lanes) && !token.isCancelled()) { // a plug that was pulled since the look would be blamed on a route
        const base::Result<void> again = co_await inspectAll(token);
        if (!again && again.error().kind == base::ErrorKind::Cancelled)
            co_return again.error();
        verifier = std::make_shared<Verifier>(targets(addresses), addresses);
        soFar->checks.clear();
        lanes = co_await verifier->checkLanes(token, tell);
    }
    std::vector<Check> checks = verifier->checkFacts();
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

} // namespace sparkloom::engine
