// SPDX-License-Identifier: GPL-3.0-or-later
// What an earlier run left open: what is certain to go back is settled by the next change itself, what may be final on
// some Sparks is finished or reverted as a person says.
#include "domain/plan/lanemap.h"
#include "engine/flow/applyflow.h"
#include "engine/flow/interruption.h"
#include "engine/hosts/remotecommand.h"

#include <QDeadlineTimer>
#include <QScopeGuard>

#include <algorithm>
#include <functional>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kStatusTimeout{15'000};
// The agent itself waits up to half a minute for a dead session to let go, then it takes back.
constexpr std::chrono::milliseconds kEndTimeout{60'000};
// Who does not let go is ended by the safety timer, which needs this long at most once it has run out.
constexpr std::chrono::milliseconds kAfterTimer{10'000};

std::string listed(const QStringList &names)
{
    return names.join(u", "_s).toStdString();
}

// Of Sparks that are gone for good: nothing was done on them, and they are no members any more.
base::Message wentWithout(const QStringList &gone)
{
    return base::Message("apply.went-without"_msg).with("sparks", listed(gone));
}

// The same where what stood before stands again, and they belong to that.
base::Message stillListed(const QStringList &gone)
{
    return base::Message("apply.gone-still-listed"_msg).with("sparks", listed(gone));
}

bool isOpen(protocol::TransactionPhase phase)
{
    return phase == protocol::TransactionPhase::Begun || phase == protocol::TransactionPhase::Trial
        || phase == protocol::TransactionPhase::Persisted;
}

} // namespace

QCoro::Task<base::Result<std::vector<protocol::TransactionStatus>>> ApplyFlow::rootStatus(
    std::vector<SessionCore::Connection> connections, SudoReason reason, CancelToken token)
{
    const auto self = shared_from_this();
    std::vector<protocol::TransactionStatus> all;
    for (const SessionCore::Connection &connection : connections) {
        const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(reason, token);
        if (!root)
            co_return root.error();
        const base::Result<protocol::TransactionStatus> status = co_await call<protocol::TransactionStatus>(
            root.value(), std::string(protocol::verb::kTransactionStatus), "{}", token, kStatusTimeout);
        if (!status)
            co_return status.error();
        all.push_back(status.value());
    }
    co_return all;
}

std::vector<JournalEntry> ApplyFlow::openEntries() const
{
    return m_core->environment().journal ? m_core->environment().journal->open(m_core->cluster().name)
                                         : std::vector<JournalEntry>();
}

bool ApplyFlow::hasOpenTransaction() const
{
    return interruptionIn(openEntries()).has_value();
}

QString ApplyFlow::openTransactionId() const
{
    return hasOpenTransaction() ? openEntries().front().transactionId : QString();
}

std::vector<SessionCore::Connection> ApplyFlow::present() const
{
    std::vector<SessionCore::Connection> connections = m_core->connections();
    std::erase_if(connections,
        [this](const SessionCore::Connection &connection) { return m_gone.contains(connection->member().name); });
    return connections;
}

QCoro::Task<base::Result<void>> ApplyFlow::closeJournal(CancelToken token)
{
    const auto self = shared_from_this();
    std::set<QString> ids;
    for (const JournalEntry &entry : openEntries())
        ids.insert(entry.transactionId);
    for (const QString &id : ids) {
        JournalEntry entry;
        entry.clusterName = m_core->cluster().name;
        entry.transactionId = id;
        entry.step = u"closed"_s;
        entry.intent = false;
        entry.when = QDateTime::currentDateTimeUtc();
        const Pending<void> pending = pendingOf(m_core->environment().journal->append(entry));
        const base::Result<void> written = co_await pending.wait(token);
        if (!written)
            co_return written;
    }
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> ApplyFlow::settle(SudoReason reason, CancelToken token)
{
    const auto self = shared_from_this();
    if (openEntries().empty())
        co_return base::Result<void>();
    const base::Result<bool> ended = co_await endOpenOnes(false, reason, token);
    if (!ended)
        co_return ended.error();
    const base::Result<void> closed = co_await closeJournal(token);
    co_return closed;
}

QCoro::Task<base::Result<bool>> ApplyFlow::endOpenOnes(bool finish, SudoReason reason, CancelToken token)
{
    const auto self = shared_from_this();
    const std::vector<SessionCore::Connection> connections = present();
    const auto away = std::count_if(connections.begin(), connections.end(), std::not_fn(SessionCore::isReady));
    if (away > 0)
        co_return base::Error{
            base::ErrorKind::Unreachable, base::Message("flow.not-all-settled"_msg).with("count", int(away)), {}};
    JobTree &jobs = m_core->jobs();
    const base::Message title(finish ? "apply.step-settle-forward"_msg : "apply.step-settle"_msg);
    const int parent = jobs.add(title);
    jobs.start(parent);
    bool didSomething = false;
    for (const SessionCore::Connection &connection : connections) {
        const int job = jobs.add(title, connection->member().name, parent);
        jobs.start(job);
        const base::Result<bool> ended = co_await endOpenOne(connection, finish, reason, job, token);
        if (!ended) {
            jobs.finish(job, ended.error());
            jobs.finish(parent, ended.error());
            co_return ended;
        }
        jobs.finish(job, JobView::State::Done);
        didSomething |= ended.value();
    }
    jobs.finish(parent, JobView::State::Done);
    co_return didSomething;
}

QCoro::Task<base::Result<bool>> ApplyFlow::endOpenOne(
    SessionCore::Connection connection, bool finish, SudoReason reason, int job, CancelToken token)
{
    const auto self = shared_from_this();
    JobTree &jobs = m_core->jobs();
    std::optional<QDeadlineTimer> patience;
    int waiting = -1;
    bool didSomething = false;
    const std::vector<SessionCore::Connection> alone(1, connection);
    for (;;) {
        const base::Result<std::vector<protocol::TransactionStatus>> status = co_await rootStatus(alone, reason, token);
        if (!status)
            co_return status.error();
        const protocol::TransactionStatus now = status->front();
        if (!isOpen(now.phase)) {
            if (waiting >= 0)
                jobs.finish(waiting, JobView::State::Done);
            co_return didSomething;
        }
        // Only what was persisted everywhere it got to may be kept; anything earlier goes back.
        const bool keep = finish && now.phase == protocol::TransactionPhase::Persisted;
        const std::string verb(keep ? protocol::verb::kTransactionCommit : protocol::verb::kTransactionRollback);
        const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(reason, token);
        if (!root)
            co_return root.error();
        didSomething = true;
        const base::Result<protocol::TransactionStatus> ended =
            co_await call<protocol::TransactionStatus>(root.value(), verb, "{}", token, kEndTimeout);
        if (ended && waiting >= 0)
            jobs.finish(waiting, JobView::State::Done);
        if (ended)
            co_return true;
        // Our own process of before may hang there, and then its safety timer decides; somebody else's work is theirs.
        if (ended.error().message.id != "remote.locked" || now.owner != ownerText())
            co_return ended.error();
        if (!patience) {
            patience.emplace(std::chrono::milliseconds(now.timerLeftMs) + kAfterTimer);
            const std::int64_t left = patience->remainingTime();
            waiting = jobs.add(
                base::Message("apply.waits-for-timer"_msg).with("milliseconds", left), connection->member().name, job);
            jobs.start(waiting);
        }
        if (patience->hasExpired())
            co_return ended.error();
        const Pending<void> pause = pendingTimer(m_core->environment().paces.lookAgain);
        const base::Result<void> waited = co_await pause.wait(token);
        if (!waited)
            co_return waited.error();
    }
}

// The Sparks on which one of the open transactions became final, or (becameFinal false) those of its Sparks on which
// none did.
QCoro::Task<base::Result<std::vector<SessionCore::Connection>>> ApplyFlow::whereFinal(
    bool becameFinal, CancelToken token)
{
    const auto self = shared_from_this();
    std::set<std::string> ids;
    std::set<std::string> members; // none: everybody
    for (const JournalEntry &entry : openEntries()) {
        ids.insert(entry.transactionId.toStdString());
        if (!entry.spark.isEmpty() && entry.step == "undo"_L1)
            members.insert(entry.spark.toStdString());
    }
    std::vector<SessionCore::Connection> connections = present();
    std::erase_if(connections, std::not_fn(SessionCore::isReady));
    std::erase_if(connections, [&members](const SessionCore::Connection &connection) {
        return !members.empty() && !members.contains(connection->facts()->id.value);
    });
    const base::Result<std::vector<protocol::TransactionStatus>> status =
        co_await rootStatus(connections, SudoReason::Apply, token);
    if (!status)
        co_return status.error();
    std::vector<SessionCore::Connection> chosen;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const protocol::TransactionStatus &now = (*status)[i];
        if ((now.phase == protocol::TransactionPhase::Committed && ids.contains(now.transactionId)) == becameFinal)
            chosen.push_back(connections[i]);
    }
    const base::Result<void> inspected = co_await inspectAll(token);
    if (!inspected)
        co_return inspected.error();
    co_return chosen;
}

QCoro::Task<base::Result<void>> ApplyFlow::inspectAll(CancelToken token)
{
    const auto self = shared_from_this();
    std::vector<QCoro::Task<base::Result<void>>> inspections;
    for (const SessionCore::Connection &connection : present())
        if (SessionCore::isReady(connection))
            inspections.push_back(connection->inspect(token));
    base::Result<void> first;
    for (auto &inspection : inspections) {
        const base::Result<void> result = co_await inspection;
        if (!result && first)
            first = result;
    }
    co_return base::Result<void>(first);
}

QCoro::Task<base::Result<void>> ApplyFlow::removeTrustWhereNobodyIsSetUp(CancelToken token)
{
    const auto self = shared_from_this();
    const std::vector<SessionCore::Connection> connections = present();
    for (const SessionCore::Connection &connection : connections)
        if (connection->facts() && connection->facts()->receipt && !connection->facts()->receipt->config.halves.empty())
            co_return base::Result<void>();
    const base::Result<bool> removed = co_await removeTrust(connections, token);
    if (!removed)
        co_return removed.error();
    co_return base::Result<void>();
}

bool ApplyFlow::openOneIsUndo() const
{
    const std::vector<JournalEntry> open = openEntries();
    return std::any_of(open.begin(), open.end(), [](const JournalEntry &entry) { return entry.step == "undo"_L1; });
}

QString ApplyFlow::openLeaver() const
{
    const std::optional<Interruption> open = interruptionIn(openEntries());
    return open && !open->leaver.isEmpty() ? m_core->nameOf(domain::SparkId{open->leaver.toStdString()}) : QString();
}

QStringList ApplyFlow::saidGone() const
{
    const std::optional<Interruption> open = interruptionIn(openEntries());
    const QString leaver = openLeaver();
    return open && open->leaverGone && !leaver.isEmpty() ? QStringList(leaver) : QStringList();
}

base::Result<QStringList> ApplyFlow::goneOnes(QStringList gone) const
{
    for (const QString &name : gone)
        if (!m_core->connection(name))
            return base::Error{base::ErrorKind::Usage,
                base::Message("flow.no-such-member"_msg).with("name", name.left(80).toStdString()), {}};
    if (!gone.isEmpty() && !hasOpenTransaction())
        return base::Error{base::ErrorKind::Usage,
            base::Message("flow.nothing-to-settle"_msg).with("name", gone.front().toStdString()), {}};
    gone << saidGone();
    gone.removeDuplicates();
    if (static_cast<std::size_t>(gone.size()) == m_core->connections().size())
        return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    return gone;
}

// The others go on without those that are gone.
QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::finishOpen(QStringList named, Consents agreed)
{
    const auto self = shared_from_this();
    const base::Result<QStringList> gone = goneOnes(named);
    if (!gone)
        co_return gone.error();
    const QString leaver = openLeaver();
    const bool undoing = openOneIsUndo() && leaver.isEmpty();
    {
        const auto scope = m_core->applyScope();
        if (!scope)
            co_return base::refused(base::Message("apply.busy"_msg));
        const CancelToken token = m_core->work();
        m_core->jobs().clear();
        m_gone = gone.value();
        const auto asBefore = qScopeGuard([self] { self->m_gone.clear(); });
        if (undoing) {
            const base::Result<bool> ended = co_await endOpenOnes(true, SudoReason::Apply, token);
            if (!ended)
                co_return ended.error();
            base::Result<ApplyOutcome> undone = co_await finishUndo(token);
            if (undone && !gone->empty())
                undone->notes.push_back(stillListed(gone.value()));
            co_return undone;
        }
        const base::Result<bool> ended = co_await endForward(gone.value(), token);
        if (!ended)
            co_return ended.error();
        if (!ended.value()) { // then nobody asked for a plan to be carried out
            for (const SessionCore::Connection &connection : present())
                connection->closeRoot();
            co_return ApplyOutcome();
        }
    }
    const auto ended = qScopeGuard([self] { self->m_continued.clear(); });
    auto rest = leaver.isEmpty() ? continueSetUp(gone.value(), agreed) : continueLeave(leaver, gone.value(), agreed);
    base::Result<ApplyOutcome> outcome = co_await rest;
    if (outcome && !gone->empty())
        outcome->notes.push_back(wentWithout(gone.value()));
    co_return outcome;
}

// What was persisted is kept, what was not is taken back; from then on nothing is open any more.
QCoro::Task<base::Result<bool>> ApplyFlow::endForward(QStringList gone, CancelToken token)
{
    const auto self = shared_from_this();
    const bool wasOpen = !openEntries().empty();
    const base::Result<bool> ended = co_await endOpenOnes(true, SudoReason::Apply, token);
    if (!ended)
        co_return ended.error();
    if (!openOneIsUndo()) {
        base::Result<std::string> final = co_await planThatIsFinal(token);
        if (!final)
            co_return final.error();
        m_continued = std::move(final).value();
    }
    const QString leaver = openLeaver();
    const base::Result<void> closed = co_await closeJournal(token);
    if (!closed)
        co_return closed.error();
    for (const QString &name : gone)
        if (name != leaver)
            dropMember(name);
    co_return wasOpen || ended.value();
}

// What this computer knows of the others stays as it is.
void ApplyFlow::dropMember(const QString &name)
{
    const domain::SparkId id{m_core->connection(name)->member().sparkId.toStdString()};
    Cluster cluster = m_core->cluster();
    if (cluster.applied && !id.value.empty())
        cluster.applied = domain::withoutSpark(*cluster.applied, id);
    m_core->setCluster(std::move(cluster));
    m_core->removeMember(name);
}

// What is still missing somewhere is an ordinary plan on top of what is there.
QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::continueSetUp(QStringList gone, Consents agreed)
{
    const auto self = shared_from_this();
    PlanOptions options;
    // Fewer Sparks than before: their form is what their cables make now.
    options.topology = gone.isEmpty() ? m_core->cluster().goal : std::nullopt;
    options.mtu = m_core->cluster().mtu;
    if (m_core->cluster().pool)
        options.pool = domain::Ipv4Prefix::parse(m_core->cluster().pool->toStdString());
    const base::Result<domain::Plan> plan = co_await m_plans->makePlan(options);
    if (!plan)
        co_return plan.error();
    agreed.push_back(domain::PreflightFinding::Consent::TakeOver); // when the set-up was begun
    const base::Result<ApplyOutcome> outcome = co_await apply(agreed);
    co_return outcome;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::continueLeave(QString leaver, QStringList gone, Consents agreed)
{
    const auto self = shared_from_this();
    const base::Result<std::optional<domain::Plan>> plan =
        co_await m_plans->planLeave(leaver, PlanOptions().timerSeconds);
    if (!plan)
        co_return plan.error();
    agreed.push_back(domain::PreflightFinding::Consent::TakeOver);
    const base::Result<ApplyOutcome> outcome = co_await leave(leaver, gone.contains(leaver), agreed);
    co_return outcome;
}

QCoro::Task<base::Result<std::string>> ApplyFlow::planThatIsFinal(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<std::vector<SessionCore::Connection>> ahead = co_await whereFinal(true, token);
    if (!ahead)
        co_return ahead.error();
    for (const SessionCore::Connection &connection : *ahead)
        if (connection->facts() && connection->facts()->receipt)
            co_return base::Result<std::string>(connection->facts()->receipt->planId);
    co_return std::string();
}

// An undo that became final on some Sparks only: the others follow.
QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::finishUndo(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<std::vector<SessionCore::Connection>> behind = co_await whereFinal(false, token);
    if (!behind)
        co_return behind.error();
    const base::Result<ApplyOutcome> undone = co_await undoOn(behind.value(), token);
    if (!undone || undone->kind == ApplyOutcome::Kind::RolledBack || undone->kind == ApplyOutcome::Kind::HalfApplied)
        co_return undone;
    const base::Result<void> alone = co_await removeTrustWhereNobodyIsSetUp(token);
    if (!alone)
        co_return alone.error();
    const std::vector<SessionCore::Connection> connections = present();
    for (const SessionCore::Connection &connection : connections)
        connection->closeRoot();
    const base::Result<void> closed = co_await closeJournal(token);
    if (!closed)
        co_return closed.error();
    ApplyOutcome finished = undone.value();
    finished.kind = ApplyOutcome::Kind::Applied; // also where it was enough to say the last word
    const ApplyOutcome told = co_await afterUndo(connections, std::move(finished));
    co_return told;
}

QCoro::Task<base::Result<ApplyOutcome>> ApplyFlow::revertOpen(QStringList named)
{
    const auto self = shared_from_this();
    const auto scope = m_core->applyScope();
    if (!scope)
        co_return base::refused(base::Message("apply.busy"_msg));
    const base::Result<QStringList> gone = goneOnes(named);
    if (!gone)
        co_return gone.error();
    m_gone = gone.value();
    const auto asBefore = qScopeGuard([self] { self->m_gone.clear(); });
    const CancelToken token = m_core->work();
    m_core->jobs().clear();
    const bool mayBeFinal = hasOpenTransaction();
    if (mayBeFinal && openOneIsUndo())
        co_return base::refused(base::Message("apply.undo-only-forward"_msg));
    const base::Result<bool> ended = co_await endOpenOnes(false, SudoReason::Apply, token);
    if (!ended)
        co_return ended.error();
    ApplyOutcome outcome;
    outcome.kind = ended.value() ? ApplyOutcome::Kind::RolledBack : ApplyOutcome::Kind::NothingToDo;
    if (mayBeFinal) {
        // Only where this very change became final: an earlier set-up that stands elsewhere is none of its business.
        const base::Result<std::vector<SessionCore::Connection>> ahead = co_await whereFinal(true, token);
        if (!ahead)
            co_return ahead.error();
        const base::Result<ApplyOutcome> undone = co_await undoOn(ahead.value(), token);
        if (!undone || undone->kind == ApplyOutcome::Kind::RolledBack
            || undone->kind == ApplyOutcome::Kind::HalfApplied)
            co_return undone;
        const base::Result<void> alone = co_await removeTrustWhereNobodyIsSetUp(token);
        if (!alone)
            co_return alone.error();
        outcome.kind = ApplyOutcome::Kind::RolledBack;
    }
    for (const SessionCore::Connection &connection : present())
        connection->closeRoot();
    const base::Result<void> closed = co_await closeJournal(token);
    if (!closed)
        co_return closed.error();
    if (!gone->empty())
        outcome.notes.push_back(stillListed(gone.value()));
    co_return outcome;
}

} // namespace sparkloom::engine
