// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and forget.
#include "domain/plan/lanemap.h"
#include "engine/flow/adoptflow.h"
#include "engine/flow/aliasflow.h"
#include "engine/flow/applyflow.h"
#include "engine/hosts/remotecommand.h"
#include "protocol/ncclcopy.h"

#include <algorithm>
#include <functional>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr int kUndoTimerSeconds = 90;
constexpr std::chrono::milliseconds kForgetTimeout{30'000};

bool isConfigured(const SessionCore::Connection &connection)
{
    return connection->facts() && connection->facts()->receipt && !connection->facts()->receipt->config.halves.empty();
}

bool anyConfigured(const std::vector<SessionCore::Connection> &connections)
{
    return std::any_of(connections.begin(), connections.end(), isConfigured);
}

bool oneSetUp(const std::vector<SessionCore::Connection> &configured)
{
    return std::all_of(configured.begin(), configured.end(), [&](const SessionCore::Connection &each) {
        return each->facts()->receipt->planId == configured.front()->facts()->receipt->planId;
    });
}

// A set-up that found some Sparks as they should be left its record on the others only. The newest record, by the age
// that it has on its Spark's own clock, names the last set-up.
std::vector<SessionCore::Connection> ofLastSetUp(std::vector<SessionCore::Connection> configured)
{
    std::erase_if(configured, std::not_fn(isConfigured)); // as of now
    const auto age = [](const SessionCore::Connection &connection) {
        return connection->facts()->clockUtcMs - connection->facts()->receipt->appliedUtcMs;
    };
    const auto newest = std::min_element(configured.begin(), configured.end(),
        [&](const SessionCore::Connection &a, const SessionCore::Connection &b) { return age(a) < age(b); });
    if (newest == configured.end())
        return configured;
    const std::string last = (*newest)->facts()->receipt->planId;
    std::erase_if(configured,
        [&](const SessionCore::Connection &connection) { return connection->facts()->receipt->planId != last; });
    return configured;
}

// What an undo leaves where an earlier set-up came back, or was never touched.
base::Message standing(const std::vector<SessionCore::Connection> &connections)
{
    QStringList names;
    for (const SessionCore::Connection &connection : connections)
        if (isConfigured(connection))
            names.append(connection->member().name);
    return base::Message("apply.undo-earlier-stands"_msg).with("sparks", names.join(u", "_s).toStdString());
}

// What stands of a set-up once some of its Sparks are out of it; nothing where the records of the others differ.
std::optional<domain::AddressPlan> standingOf(
    domain::AddressPlan applied, const std::vector<SessionCore::Connection> &connections)
{
    for (const SessionCore::Connection &connection : connections)
        if (connection->facts() && !isConfigured(connection))
            applied = domain::withForgotten(applied, connection->facts()->id);
    const bool asRecorded =
        std::all_of(connections.begin(), connections.end(), [&](const SessionCore::Connection &connection) {
            return !isConfigured(connection)
                || applied.halvesOf(connection->facts()->id) == connection->facts()->receipt->config.halves;
        });
    return asRecorded && !applied.lanes.empty() ? std::optional(std::move(applied)) : std::nullopt;
}

} // namespace

// --- undo

QCoro::Task<base::Result<std::vector<SessionCore::Connection>>> ApplyFlow::undoable(
    std::vector<SessionCore::Connection> connections, CancelToken token)
{
    const auto self = shared_from_this();
    // Only a Spark whose receipt holds addresses is set up now: the others are not asked for sudo.
    std::erase_if(connections, std::not_fn(isConfigured));
    const base::Result<std::vector<protocol::TransactionStatus>> status =
        co_await rootStatus(connections, SudoReason::Undo, token);
    if (!status)
        co_return status.error();
    std::vector<SessionCore::Connection> able;
    for (std::size_t i = 0; i < connections.size(); ++i)
        if ((*status)[i].undoAvailable)
            able.push_back(connections[i]);
    co_return able;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::undoOn(
    std::vector<SessionCore::Connection> connections, CancelToken token, UndoReach reach)
{
    const auto self = shared_from_this();
    base::Result<std::vector<SessionCore::Connection>> able = co_await undoable(connections, token);
    if (able && reach == UndoReach::LastSetUp && !oneSetUp(able.value())) {
        const base::Result<void> inspected = co_await inspectAll(token); // ages are told at one moment
        if (inspected)
            able = ofLastSetUp(able.value());
        else
            able = inspected.error();
    }
    if (!able) {
        for (const SessionCore::Connection &connection : connections)
            connection->closeRoot();
        co_return able.error();
    }
    ApplyOutcome outcome;
    if (!able->empty()) {
        TwoPhase::Work work;
        work.transactionId = randomHexDigits(16);
        work.reason = SudoReason::Undo;
        work.timerSeconds = kUndoTimerSeconds;
        work.trialFollows = false;
        work.firstStep = "undo";
        work.leaver = m_leaver;
        work.leaverGone = !m_gone.isEmpty();
        work.beginTitle = base::Message("apply.step-undo"_msg);
        work.proveTitle = base::Message("apply.step-prove-reachable"_msg);
        std::vector<TwoPhase::Member> members;
        std::vector<domain::SparkId> ids;
        for (const SessionCore::Connection &connection : able.value()) {
            const protocol::UndoRequest request{work.transactionId, work.timerSeconds, ownerText()};
            TwoPhase::Member member;
            member.connection = connection;
            member.spark = connection->facts()->id;
            member.verb = protocol::verb::kUndo;
            member.body = protocol::encode(request);
            ids.push_back(member.spark);
            members.push_back(std::move(member));
        }
        work.prove = [this, ids](CancelToken cancel) { return reachable(ids, cancel); };
        const auto transaction = std::make_shared<TwoPhase>(m_core, std::move(members), std::move(work));
        m_running = transaction;
        const base::Result<ApplyOutcome> undone = co_await transaction->run(token);
        if (!undone || undone->kind != ApplyOutcome::Kind::Applied)
            co_return undone;
        outcome = undone.value();
    }
    for (const SessionCore::Connection &connection : connections) {
        connection->closeRoot();
        const base::Result<void> inspected = co_await connection->inspect(m_core->alive());
        if (!inspected && !outcome.error)
            outcome.error = inspected.error();
    }
    if (m_core->alive().isCancelled())
        co_return cancelledError();
    // Trust goes with the last configuration; an older one that came back keeps it.
    if (!anyConfigured(connections)) {
        const base::Result<bool> removed = co_await removeTrust(connections, m_core->alive());
        if (!removed && !outcome.error)
            outcome.error = removed.error();
        if (removed && removed.value())
            outcome.kind = ApplyOutcome::Kind::Applied;
    }
    co_return outcome;
}

QCoro::Task<base::Result<void>> ApplyFlow::reachable(std::vector<domain::SparkId> ids, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<std::vector<Fresh>> fresh = co_await openFreshOnes(ids, token);
    if (!fresh)
        co_return fresh.error();
    co_return base::Result<void>();
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::undo()
{
    const auto self = shared_from_this();
    const auto scope = m_core->applyScope();
    if (!scope)
        co_return base::refused(base::Message("apply.busy"_msg));
    if (hasOpenTransaction())
        co_return base::refused(base::Message("apply.open-transaction"_msg));
    const CancelToken token = m_core->work();
    m_core->jobs().clear();
    const std::vector<SessionCore::Connection> connections = m_core->readyConnections();
    if (connections.empty())
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    if (connections.size() != m_core->connections().size())
        co_return base::Error{base::ErrorKind::Unreachable,
            base::Message("flow.not-all-ready"_msg)
                .with("count", int(m_core->connections().size() - connections.size())),
            {}};
    m_cabling->endWake();
    const base::Result<void> settled = co_await settle(SudoReason::Undo, token);
    if (!settled)
        co_return settled.error();
    const base::Result<ApplyOutcome> outcome = co_await undoOn(connections, token, UndoReach::LastSetUp);
    if (m_core->alive().isCancelled() || !outcome)
        co_return outcome;
    if (outcome->kind != ApplyOutcome::Kind::Applied && outcome->kind != ApplyOutcome::Kind::NothingToDo)
        co_return outcome;
    const ApplyOutcome told = co_await afterUndo(connections, outcome.value());
    co_return told;
}

// What this computer believes once the Sparks are back.
QCoro::Task<ApplyOutcome> ApplyFlow::afterUndo(std::vector<SessionCore::Connection> connections, ApplyOutcome told)
{
    const auto self = shared_from_this();
    Cluster cluster = m_core->cluster();
    std::optional<domain::AddressPlan> left;
    if (cluster.applied)
        left = standingOf(*cluster.applied, connections);
    cluster.applied = left;
    if (!left)
        cluster.clusterId.clear();
    m_core->setCluster(std::move(cluster));
    m_plans->forgetPlan();
    m_report.reset();
    Q_EMIT reportChanged();
    // Names on this computer stand as long as anything is set up: an undo may have brought an earlier set-up back.
    if (anyConfigured(connections)) {
        if (told.kind == ApplyOutcome::Kind::Applied)
            told.notes.push_back(standing(connections));
        // The set-up that came back is known from the records; where they make no whole, nothing is claimed.
        const base::Result<Adoption> known = co_await std::make_shared<AdoptFlow>(m_core)->adopt({});
        static_cast<void>(known);
    } else {
        const base::Result<void> unnamed = co_await tidyAliases(m_core, false, m_core->alive());
        if (!unnamed)
            told.notes.push_back(base::Message("apply.aliases-not-removed"_msg));
    }
    co_return ApplyOutcome(told);
}

QCoro::Task<base::Result<bool>> ApplyFlow::removeTrust(
    std::vector<SessionCore::Connection> connections, CancelToken token)
{
    const auto self = shared_from_this();
    // The id that the trust was tagged with: of the plan that was applied, else of the receipts.
    std::set<std::string> clusterIds;
    if (!m_core->cluster().clusterId.isEmpty())
        clusterIds.insert(m_core->cluster().clusterId.toStdString());
    for (const SessionCore::Connection &connection : connections)
        if (connection->facts() && connection->facts()->receipt && !connection->facts()->receipt->clusterId.empty())
            clusterIds.insert(connection->facts()->receipt->clusterId);
    bool removedAny = false;
    std::optional<base::Error> firstError;
    for (const SessionCore::Connection &connection : connections) {
        const std::shared_ptr<AgentClient> agent = connection->agent();
        if (!agent)
            continue;
        for (const std::string &clusterId : clusterIds) {
            const protocol::TrustStateRequest question{clusterId};
            const base::Result<domain::SshTrustState> state = co_await call<domain::SshTrustState>(
                agent, std::string(protocol::verb::kTrustState), protocol::encode(question), token);
            if (!state) {
                if (!firstError)
                    firstError = state.error();
                continue;
            }
            if (!state->hasClusterKey && !state->includePresent && state->authorizedLines.empty())
                continue;
            const protocol::TrustRemoveRequest request{clusterId, true};
            const base::Result<std::string> removed = co_await agent->request(
                std::string(protocol::verb::kTrustRemove), protocol::encode(request), kForgetTimeout, token);
            if (!removed && !firstError)
                firstError = removed.error();
            removedAny |= removed.ok();
        }
    }
    if (firstError)
        co_return *firstError;
    co_return removedAny;
}

// --- forget

QCoro::Task<base::Result<void>> ApplyFlow::undoEverything(
    std::vector<SessionCore::Connection> connections, CancelToken token)
{
    const auto self = shared_from_this();
    for (;;) {
        const base::Result<ApplyOutcome> undone = co_await undoOn(connections, token);
        if (!undone)
            co_return undone.error();
        if (undone->kind == ApplyOutcome::Kind::RolledBack || undone->kind == ApplyOutcome::Kind::HalfApplied)
            co_return undone->error.value_or(base::failed(base::Message("forget.undo-failed"_msg)));
        const base::Result<std::vector<SessionCore::Connection>> more = co_await undoable(connections, token);
        if (!more)
            co_return more.error();
        if (more->empty())
            co_return base::Result<void>();
    }
}

QCoro::Task<base::Result<void>> ApplyFlow::forget(QStringList names)
{
    const auto self = shared_from_this();
    const auto scope = m_core->applyScope();
    if (!scope)
        co_return base::refused(base::Message("apply.busy"_msg));
    const CancelToken token = m_core->work();
    m_core->jobs().clear();
    m_cabling->stop();
    std::vector<SessionCore::Connection> chosen;
    for (const SessionCore::Connection &connection : m_core->connections()) {
        if (!names.isEmpty() && !names.contains(connection->member().name))
            continue;
        if (!connection->ready())
            co_return base::Error{base::ErrorKind::Unreachable,
                base::Message("apply.spark-not-ready"_msg).with("spark", connection->member().name.toStdString()), {}};
        chosen.push_back(connection);
    }
    if (chosen.empty())
        co_return base::Error{base::ErrorKind::Usage, base::Message("flow.no-members"_msg), {}};
    const base::Result<void> undone = co_await undoEverything(chosen, token);
    if (!undone)
        co_return undone;
    std::optional<base::Error> firstError;
    for (const SessionCore::Connection &connection : chosen) {
        const QString name = connection->member().name;
        const int job = m_core->jobs().add(base::Message("forget.step"_msg), name);
        m_core->jobs().start(job);
        const base::Result<void> forgotten = co_await forgetOne(connection, token);
        if (forgotten) {
            m_core->jobs().finish(job, JobView::State::Done);
            m_core->removeMember(name);
        } else {
            m_core->jobs().finish(job, forgotten.error());
            if (!firstError)
                firstError = forgotten.error();
        }
    }
    if (token.isCancelled())
        co_return cancelledError();
    Cluster cluster = m_core->cluster();
    // The others stay set up as they are: what this computer knows of that is kept.
    for (const SessionCore::Connection &connection : chosen)
        if (cluster.applied && connection->facts())
            cluster.applied = domain::withForgotten(*cluster.applied, connection->facts()->id);
    if (cluster.members.empty() || !cluster.applied || cluster.applied->lanes.empty()) {
        cluster.applied.reset();
        cluster.clusterId.clear();
    }
    if (cluster.members.empty()) {
        cluster.goal.reset();
        cluster.pool.reset();
    }
    const bool wanted = cluster.sshAliases && !cluster.members.empty();
    m_core->setCluster(std::move(cluster));
    m_plans->forgetPlan();
    const base::Result<void> tidied = co_await tidyAliases(m_core, wanted, m_core->alive());
    if (!tidied && !firstError)
        firstError = tidied.error();
    if (firstError)
        co_return *firstError;
    if (m_core->connections().empty() && !openEntries().empty()) { // nobody is left on whom anything could be open
        const base::Result<void> closed = co_await closeJournal(m_core->alive());
        co_return closed;
    }
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> ApplyFlow::forgetOne(SessionCore::Connection connection, CancelToken token)
{
    const auto self = shared_from_this();
    // Only where root has something to take away: its helper, a receipt, or a root agent that runs now.
    if (connection->hasRoot() || connection->facts()->receipt || connection->facts()->rootHelperInstalled) {
        const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(SudoReason::Forget, token);
        if (!root)
            co_return root.error();
        const base::Result<protocol::ForgetAnswer> answer = co_await call<protocol::ForgetAnswer>(
            root.value(), std::string(protocol::verb::kForget), "{}", token, kForgetTimeout);
        if (!answer)
            co_return answer.error();
        connection->closeRoot();
    }
    // A copy of NCCL's library in the home of the user.
    if (const std::shared_ptr<AgentClient> agent = connection->agent()) {
        const protocol::NcclDropRequest request;
        const base::Result<std::string> dropped = co_await agent->request(
            std::string(protocol::verb::kNcclDrop), protocol::encode(request), kForgetTimeout, token);
        if (!dropped)
            co_return dropped.error();
    }
    const base::Result<void> key = co_await connection->removeOurKey(token);
    if (!key)
        co_return key;
    const base::Result<void> left = co_await connection->removeAgentAndLeave(token);
    co_return left;
}

} // namespace sparkloom::engine
