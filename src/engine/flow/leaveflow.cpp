// SPDX-License-Identifier: GPL-3.0-or-later
// One Spark leaves, the others stay a cluster.
#include "domain/plan/lanemap.h"
#include "engine/flow/aliasflow.h"
#include "engine/flow/applyflow.h"

#include <QScopeGuard>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::leave(QString name, bool gone, Consents agreed)
{
    const auto self = shared_from_this();
    const auto scope = m_core->applyScope();
    if (!scope)
        co_return base::refused(base::Message("apply.busy"_msg));
    if (hasOpenTransaction())
        co_return base::refused(base::Message("apply.open-transaction"_msg));
    const CancelToken token = m_core->work();
    m_core->jobs().clear();
    m_cabling->stop();
    const SessionCore::Connection leaver = m_core->connection(name);
    if (!leaver || !m_plans->leaving() || m_plans->leaving()->value != leaver->member().sparkId.toStdString())
        co_return base::Error{base::ErrorKind::Usage, base::Message("apply.no-plan"_msg), {}};
    if (!gone && !leaver->ready())
        co_return base::Error{base::ErrorKind::Unreachable,
            base::Message("apply.spark-not-ready"_msg).with("spark", name.toStdString()), {}};
    const std::optional<domain::Plan> plan = m_plans->plan();
    const std::optional<domain::AddressPlan> &standing = m_core->cluster().applied;
    if (!plan && standing && !domain::withoutSpark(*standing, *m_plans->leaving()).lanes.empty()) // it is being made
        co_return base::Error{base::ErrorKind::Usage, base::Message("apply.no-plan"_msg), {}};
    // Nobody waits for one that is gone, not even for what an interrupted change left open. It is a member until all is
    // done: should this be interrupted, the journal says who was to leave.
    m_leaver = leaver->member().sparkId;
    m_gone = gone ? QStringList(name) : QStringList();
    const auto asBefore = qScopeGuard([self] {
        self->m_leaver.clear();
        self->m_gone.clear();
    });
    std::vector<SessionCore::Connection> others = m_core->readyConnections();
    std::erase(others, leaver);

    base::Result<ApplyOutcome> outcome = ApplyOutcome();
    if (plan) {
        base::Result<ApplyOutcome> applied = co_await applyHeld(agreed);
        outcome = std::move(applied);
    } else {
        const base::Result<void> undone = co_await undoEverything(others, token);
        if (!undone)
            outcome = undone.error();
    }
    if (m_core->alive().isCancelled())
        co_return cancelledError();
    using Kind = ApplyOutcome::Kind;
    const bool done = outcome && (outcome->kind == Kind::Applied || outcome->kind == Kind::NothingToDo);
    if (!done)
        co_return outcome;
    if (!gone) {
        const int job = m_core->jobs().add(base::Message("forget.step"_msg), name);
        m_core->jobs().start(job);
        const std::vector<SessionCore::Connection> alone(1, leaver);
        base::Result<void> forgotten = co_await undoEverything(alone, token);
        if (forgotten) {
            base::Result<void> left = co_await forgetOne(leaver, token);
            forgotten = std::move(left);
        }
        if (!forgotten) {
            m_core->jobs().finish(job, forgotten.error());
            co_return forgotten.error();
        }
        m_core->jobs().finish(job, JobView::State::Done);
    }
    m_core->removeMember(name);
    Cluster cluster = m_core->cluster();
    const domain::Topology form = plan ? plan->addresses.topology : domain::Topology::Unknown;
    const bool known = form != domain::Topology::Unknown && form != domain::Topology::Mixed;
    cluster.goal = known ? std::optional(form) : std::nullopt;
    if (!plan) {
        cluster.applied.reset();
        cluster.clusterId.clear();
    }
    m_core->setCluster(std::move(cluster));
    m_plans->forgetPlan();
    const base::Result<void> unnamed =
        co_await tidyAliases(m_core, m_core->cluster().sshAliases && plan, m_core->alive());
    if (!unnamed)
        outcome->notes.push_back(base::Message("apply.aliases-not-removed"_msg));
    outcome->kind = Kind::Applied;
    co_return outcome;
}

} // namespace sparkloom::engine
