// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/applyflow.h"

#include "engine/flow/aliasflow.h"
#include "engine/hosts/remotecommand.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr int kProvePart = 3; // of the dead-man timer
constexpr int kPlainMtu = 1500;
constexpr std::chrono::milliseconds kTrustTimeout{30'000};

base::Error busyError()
{
    return base::refused(base::Message("apply.busy"_msg));
}

} // namespace

ApplyFlow::ApplyFlow(
    std::shared_ptr<SessionCore> core, std::shared_ptr<CablingFlow> cabling, std::shared_ptr<PlanFlow> plans)
    : m_core(std::move(core)), m_cabling(std::move(cabling)), m_plans(std::move(plans))
{}

std::string ApplyFlow::ownerText() const
{
    return m_core->environment().local ? m_core->environment().local->userAtComputer().toStdString()
                                       : std::string("sparkloom");
}

std::optional<std::chrono::milliseconds> ApplyFlow::timerLeft() const
{
    const auto running = m_running.lock();
    return running ? running->timerLeft() : std::nullopt;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::apply(Consents agreed)
{
    const auto self = shared_from_this();
    const auto scope = m_core->applyScope();
    if (!scope)
        co_return busyError();
    const base::Result<ApplyOutcome> outcome = co_await applyHeld(agreed);
    co_return outcome;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::applyHeld(Consents agreed)
{
    const auto self = shared_from_this();
    if (!m_plans->plan())
        co_return base::Error{base::ErrorKind::Usage, base::Message("apply.no-plan"_msg), {}};
    if (hasOpenTransaction())
        co_return base::refused(base::Message("apply.open-transaction"_msg));
    const CancelToken token = m_core->work();
    m_core->jobs().clear();
    domain::Plan plan = *m_plans->plan();
    if (!plan.changesAnything()) {
        rememberApplied(plan);
        co_return ApplyOutcome();
    }
    if (!plan.changesSparks()) { // only this computer
        ApplyOutcome outcome;
        outcome.kind = ApplyOutcome::Kind::Applied;
        rememberApplied(plan);
        const base::Result<void> named = co_await nameOnComputer(&outcome);
        if (!named)
            co_return named.error();
        const base::Result<domain::Plan> after = co_await m_plans->planAgain(m_core->alive());
        static_cast<void>(after);
        co_return outcome;
    }
    for (const domain::SparkPlan &spark : plan.sparks) {
        const SessionCore::Connection connection = m_core->connectionById(spark.spark);
        if (!connection || !connection->ready())
            co_return base::Error{base::ErrorKind::Unreachable,
                base::Message("apply.spark-not-ready"_msg).with("spark", spark.hostname), {}};
    }
    // As it is now, not as it was when the plan was shown: a job may have been started since.
    const base::Result<void> looked = co_await m_plans->lookBeforeApply(token);
    if (!looked) { // root was refused on one of them: it is given up on the others, too
        for (const domain::SparkPlan &spark : plan.sparks)
            if (const SessionCore::Connection connection = m_core->connectionById(spark.spark))
                connection->closeRoot();
        if (looked.error().kind != base::ErrorKind::Refused)
            co_return looked.error();
        ApplyOutcome outcome;
        outcome.kind = ApplyOutcome::Kind::RolledBack;
        outcome.begun = false;
        outcome.error = looked.error();
        co_return outcome;
    }
    if (const domain::PreflightFinding *finding = domain::withoutConsent(m_plans->findings(), agreed))
        co_return refusalOf(*finding);
    m_cabling->endWake(); // what it raised is not part of the state before
    const base::Result<void> settled = co_await settle(SudoReason::Apply, token);
    if (!settled)
        co_return settled.error();
    base::Result<ApplyOutcome> outcome = co_await applyPlan(plan, token);
    if (m_core->alive().isCancelled())
        co_return cancelledError();
    // A switch that does not pass large frames: the same plan with frames that it does pass (design decision 12).
    if (outcome && outcome->kind == ApplyOutcome::Kind::RolledBack && m_onlyJumboFailed && openEntries().empty()
        && domain::isStar(plan.addresses.topology) && plan.addresses.mtu > kPlainMtu && !token.isCancelled()) {
        const int wanted = plan.addresses.mtu;
        base::Result<domain::Plan> smaller = co_await m_plans->planWithMtu(kPlainMtu, token);
        if (!smaller)
            co_return smaller.error();
        plan = std::move(smaller).value();
        base::Result<ApplyOutcome> again = co_await applyPlan(plan, token);
        outcome = std::move(again);
        if (m_core->alive().isCancelled())
            co_return cancelledError();
        if (outcome)
            outcome->notes.push_back(
                base::Message("apply.switch-mtu-lowered"_msg).with("wanted", wanted).with("mtu", kPlainMtu));
    }
    if (outcome && outcome->kind == ApplyOutcome::Kind::Applied) {
        rememberApplied(plan);
        if (!plan.computer.empty()) {
            const base::Result<void> named = co_await nameOnComputer(&outcome.value());
            static_cast<void>(named); // told as a note: the fabric stands
        }
        // What is shown from now on is the state after: nothing left to do.
        const base::Result<domain::Plan> after = co_await m_plans->planAgain(m_core->alive());
        static_cast<void>(after);
    }
    co_return outcome;
}

// The last step, after all that could be taken back: a file of this computer that is not to be written fails no set-up.
QCoro::Task<base::Result<void>> ApplyFlow::nameOnComputer(ApplyOutcome *outcome)
{
    const auto self = shared_from_this();
    const int job = m_core->jobs().add(base::Message("apply.step-aliases"_msg));
    m_core->jobs().start(job);
    const base::Result<void> written =
        co_await writeAliases(m_core, m_plans->aliases().value_or(std::string()), m_core->alive());
    if (written) {
        m_core->jobs().finish(job, JobView::State::Done);
    } else {
        m_core->jobs().finish(job, written.error());
        outcome->notes.push_back(base::Message("apply.aliases-not-written"_msg));
    }
    co_return written;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::applyPlan(domain::Plan plan, CancelToken token)
{
    const auto self = shared_from_this();
    const auto trust = std::make_shared<TrustWork>();
    trust->plan = plan;
    const bool trustChanges = std::any_of(
        plan.sparks.begin(), plan.sparks.end(), [](const domain::SparkPlan &spark) { return spark.trustChanges; });

    TwoPhase::Work work;
    work.transactionId = randomHexDigits(16);
    work.timerSeconds = plan.timerSeconds;
    work.leaver = m_leaver;
    work.leaverGone = !m_gone.isEmpty();
    work.beginTitle = base::Message("apply.step-begin"_msg);
    work.trialTitle = base::Message("apply.step-trial"_msg);
    work.proveTitle = base::Message("apply.step-prove"_msg);
    std::vector<TwoPhase::Member> members;
    std::vector<domain::SparkId> ids;
    std::map<domain::SparkId, QString> before;
    for (const domain::SparkPlan &spark : plan.sparks) {
        const SessionCore::Connection connection = m_core->connectionById(spark.spark);
        ids.push_back(spark.spark);
        before[spark.spark] = QString::fromStdString(connection->facts()->managementInterface);
        if (!spark.networkChanges)
            continue;
        protocol::TransactionBegin begin;
        begin.transactionId = work.transactionId;
        begin.planId = m_continued.empty() ? plan.id : m_continued;
        begin.clusterId = plan.clusterId;
        begin.clusterName = m_core->cluster().name.toStdString();
        begin.owner = ownerText();
        begin.config = spark.network;
        begin.seen = connection->facts()->netplanFiles;
        begin.timerSeconds = plan.timerSeconds;
        begin.managementInterface = connection->facts()->managementInterface;
        TwoPhase::Member member;
        member.connection = connection;
        member.spark = spark.spark;
        member.verb = protocol::verb::kTransactionBegin;
        member.body = protocol::encode(begin);
        members.push_back(std::move(member));
    }
    if (members.empty()) {
        const base::Result<ApplyOutcome> outcome = co_await trustOnly(trust, token);
        co_return outcome;
    }
    const domain::AddressPlan addresses = plan.addresses;
    work.prove = [this, addresses, ids, before, seconds = plan.timerSeconds](
                     CancelToken cancel) { return prove(addresses, ids, before, seconds, cancel); };
    if (trustChanges) {
        work.beforeCommitTitle = base::Message("apply.step-trust"_msg);
        work.beforeCommit = [this, trust](CancelToken cancel) { return applyTrust(trust, cancel); };
        work.takenBack = [this, trust](CancelToken cancel) { return takeTrustBack(trust, cancel); };
    }
    const auto transaction = std::make_shared<TwoPhase>(m_core, std::move(members), std::move(work));
    m_running = transaction;
    const base::Result<ApplyOutcome> outcome = co_await transaction->run(token);
    co_return outcome;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::trustOnly(std::shared_ptr<TrustWork> trust, CancelToken token)
{
    const auto self = shared_from_this();
    JobTree &jobs = m_core->jobs();
    const int id = jobs.add(base::Message("apply.step-trust"_msg));
    jobs.start(id);
    const base::Result<void> applied = co_await applyTrust(trust, token);
    ApplyOutcome outcome;
    outcome.kind = ApplyOutcome::Kind::Applied;
    if (applied) {
        jobs.finish(id, JobView::State::Done);
        co_return outcome;
    }
    jobs.finish(id, applied.error());
    const base::Result<void> back = co_await takeTrustBack(trust, m_core->alive());
    static_cast<void>(back);
    outcome.kind = ApplyOutcome::Kind::RolledBack;
    outcome.error = applied.error();
    co_return outcome;
}

QCoro::Task<base::Result<std::vector<ApplyFlow::Fresh>>> ApplyFlow::openFreshOnes(
    std::vector<domain::SparkId> ids, CancelToken token)
{
    const auto self = shared_from_this();
    std::vector<QCoro::Task<base::Result<Fresh>>> tasks;
    for (const domain::SparkId &id : ids)
        if (const SessionCore::Connection connection = m_core->connectionById(id))
            tasks.push_back(connection->openFresh(token));
    std::vector<Fresh> fresh;
    std::optional<base::Error> firstError;
    for (auto &task : tasks) {
        base::Result<Fresh> one = co_await task;
        if (one)
            fresh.push_back(std::move(one).value());
        else if (!firstError)
            firstError = one.error();
    }
    if (firstError)
        co_return *firstError;
    co_return fresh;
}

QCoro::Task<base::Result<void>> ApplyFlow::prove(domain::AddressPlan addresses, std::vector<domain::SparkId> ids,
    std::map<domain::SparkId, QString> managementBefore, int timerSeconds, CancelToken token)
{
    const auto self = shared_from_this();
    m_onlyJumboFailed = false;
    // New connections: the old ones may live on although nobody could reach the Spark any more.
    const base::Result<std::vector<Fresh>> fresh = co_await openFreshOnes(ids, token);
    if (!fresh)
        co_return fresh.error();
    std::vector<VerifyTarget> all;
    for (std::size_t i = 0; i < ids.size() && i < fresh->size(); ++i) {
        const SessionCore::Connection connection = m_core->connectionById(ids[i]);
        if (!connection || !connection->facts())
            co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
        all.push_back(
            {connection->member().name, *connection->facts(), (*fresh)[i].agent.client, managementBefore[ids[i]], {}});
    }
    const Paces &paces = m_core->environment().paces;
    QElapsedTimer sinceStart;
    sinceStart.start();
    for (;;) {
        protocol::InventoryRequest request;
        for (VerifyTarget &target : all) {
            const SessionCore::Connection connection = m_core->connectionById(target.facts.id);
            if (!connection)
                co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
            const base::Result<void> inspected = co_await connection->inspect(token);
            if (!inspected)
                co_return inspected;
            target.facts = *connection->facts();
        }
        const auto verifier = std::make_shared<Verifier>(all, addresses);
        std::vector<Check> checks = verifier->checkFacts();
        const std::vector<Check> lanes = co_await verifier->checkLanes(token);
        checks.insert(checks.end(), lanes.begin(), lanes.end());
        if (token.isCancelled())
            co_return cancelledError();
        const std::optional<base::Error> failure = firstFailure(checks, true);
        if (!failure)
            co_return base::Result<void>();
        m_onlyJumboFailed = std::all_of(checks.begin(), checks.end(), [](const Check &check) {
            return check.verdict == Check::Verdict::Passed || check.text.id == "verify.mtu-too-small";
        });
        const qint64 patience = std::min<qint64>(
            (m_onlyJumboFailed ? paces.jumboPatience : paces.proveAtMost).count(), 1000 * timerSeconds / kProvePart);
        if (sinceStart.elapsed() > patience)
            co_return *failure;
        const Pending<void> pause = pendingTimer(paces.provePause);
        const base::Result<void> waited = co_await pause.wait(token);
        if (!waited)
            co_return waited;
    }
}

QCoro::Task<base::Result<void>> ApplyFlow::applyTrust(std::shared_ptr<TrustWork> trust, CancelToken token)
{
    const auto self = shared_from_this();
    // Every Spark's own key first: its public half goes into what the others get.
    std::map<domain::SparkId, std::string> keys;
    for (const domain::SparkPlan &spark : trust->plan.sparks) {
        const SessionCore::Connection connection = m_core->connectionById(spark.spark);
        const std::shared_ptr<AgentClient> agent = connection ? connection->agent() : nullptr;
        if (!agent)
            co_return base::Error{base::ErrorKind::Unreachable,
                base::Message("apply.spark-not-ready"_msg).with("spark", spark.hostname), {}};
        const base::Result<protocol::ClusterKeyAnswer> key = co_await call<protocol::ClusterKeyAnswer>(
            agent, std::string(protocol::verb::kClusterKey), "{}", token, kTrustTimeout);
        if (!key)
            co_return key.error();
        keys[spark.spark] = key->publicKey;
        if (key->created)
            trust->madeKey.push_back(spark.spark);
    }
    for (const domain::SparkPlan &spark : trust->plan.sparks) {
        protocol::TrustApplyRequest request{spark.trust};
        for (domain::SshPeer &peer : request.trust.peers)
            peer.publicKey = domain::canonicalPublicKey(keys[peer.spark]).value_or(peer.publicKey);
        // A key that was lost after the plan was made is known to nobody yet.
        if (!spark.trustChanges && request.trust == spark.trust)
            continue;
        const SessionCore::Connection connection = m_core->connectionById(spark.spark);
        const std::shared_ptr<AgentClient> agent = connection ? connection->agent() : nullptr;
        if (!agent)
            co_return base::Error{base::ErrorKind::Unreachable,
                base::Message("apply.spark-not-ready"_msg).with("spark", spark.hostname), {}};
        trust->changed.push_back(spark.spark);
        const base::Result<std::string> applied = co_await agent->request(
            std::string(protocol::verb::kTrustApply), protocol::encode(request), kTrustTimeout, token);
        if (!applied)
            co_return applied.error();
    }
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> ApplyFlow::takeTrustBack(std::shared_ptr<TrustWork> trust, CancelToken token)
{
    const auto self = shared_from_this();
    // Trust that stood before this apply stays in its new form: it names the same Sparks of the same cluster.
    std::optional<base::Error> firstError;
    for (const domain::SparkPlan &spark : trust->plan.sparks) {
        const auto contains = [&spark](const std::vector<domain::SparkId> &ids) {
            return std::find(ids.begin(), ids.end(), spark.spark) != ids.end();
        };
        if (!contains(trust->madeKey))
            continue;
        const SessionCore::Connection connection = m_core->connectionById(spark.spark);
        const std::shared_ptr<AgentClient> agent = connection ? connection->agent() : nullptr;
        if (!agent)
            continue;
        const protocol::TrustRemoveRequest request{trust->plan.clusterId, true};
        const base::Result<std::string> removed = co_await agent->request(
            std::string(protocol::verb::kTrustRemove), protocol::encode(request), kTrustTimeout, token);
        if (!removed && !firstError)
            firstError = removed.error();
    }
    if (firstError)
        co_return *firstError;
    co_return base::Result<void>();
}

void ApplyFlow::rememberApplied(const domain::Plan &plan)
{
    Cluster cluster = m_core->cluster();
    cluster.applied = plan.addresses;
    cluster.clusterId = QString::fromStdString(plan.clusterId);
    m_core->setCluster(std::move(cluster));
}

} // namespace sparkloom::engine
