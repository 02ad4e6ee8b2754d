// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/apply/twophase.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

// Activation is bounded to 20 s on the Spark, its own checks come on top.
constexpr std::chrono::milliseconds kPhaseTimeout{60'000};
constexpr std::chrono::milliseconds kRollbackTimeout{45'000};

} // namespace

TwoPhase::TwoPhase(std::shared_ptr<SessionCore> core, std::vector<Member> members, Work work)
    : m_core(std::move(core)), m_members(std::move(members)), m_work(std::move(work))
{}

std::optional<std::chrono::milliseconds> TwoPhase::timerLeft() const
{
    if (!m_deadline)
        return std::nullopt;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(*m_deadline - std::chrono::steady_clock::now());
    return std::max(left, std::chrono::milliseconds(0));
}

QCoro::Task<base::Result<ApplyOutcome>> TwoPhase::run(CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<void> roots = co_await openRoots(token);
    if (!roots) { // nothing was written anywhere, not even here
        closeRoots();
        m_core->jobs().finishRest(JobView::State::Cancelled);
        co_return roots.error();
    }
    const base::Result<void> persisted = co_await untilPersisted(token);
    if (!persisted) {
        const base::Result<ApplyOutcome> outcome = co_await takeBack(persisted.error());
        co_return outcome;
    }
    const base::Result<ApplyOutcome> outcome = co_await commit();
    co_return outcome;
}

QCoro::Task<base::Result<void>> TwoPhase::openRoots(CancelToken token)
{
    const auto self = shared_from_this();
    const int job = m_core->jobs().add(base::Message("apply.step-root"_msg));
    m_core->jobs().start(job);
    for (Member &member : m_members) {
        const base::Result<std::shared_ptr<AgentClient>> root = co_await member.connection->root(m_work.reason, token);
        if (!root) {
            m_core->jobs().finish(job, root.error());
            co_return root.error();
        }
        member.root = root.value();
    }
    m_core->jobs().finish(job, JobView::State::Done);
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> TwoPhase::untilPersisted(CancelToken token)
{
    const auto self = shared_from_this();
    m_deadline = std::chrono::steady_clock::now() + std::chrono::seconds(m_work.timerSeconds);
    const MemberStep begin = [this](Member *member, CancelToken cancel) { return beginOn(member, cancel); };
    const base::Result<void> begun = co_await onAll(m_work.firstStep, m_work.beginTitle, begin, token);
    if (!begun)
        co_return begun;
    if (m_work.trialFollows) {
        const MemberStep trial = [this](Member *member, CancelToken cancel) {
            return requestOn(member, std::string(protocol::verb::kTransactionTrial), "{}",
                protocol::TransactionPhase::Trial, cancel);
        };
        const base::Result<void> tried = co_await onAll("trial", m_work.trialTitle, trial, token);
        if (!tried)
            co_return tried;
    }
    const base::Result<void> proven = co_await single("prove", m_work.proveTitle, m_work.prove, token);
    if (!proven)
        co_return proven;
    const MemberStep persist = [this](Member *member, CancelToken cancel) {
        return requestOn(member, std::string(protocol::verb::kTransactionPersist), "{}",
            protocol::TransactionPhase::Persisted, cancel);
    };
    const base::Result<void> persisted =
        co_await onAll("persist", base::Message("apply.step-persist"_msg), persist, token);
    if (!persisted)
        co_return persisted;
    if (m_work.beforeCommit) {
        m_beforeCommitRan = true;
        const base::Result<void> done = co_await single("trust", m_work.beforeCommitTitle, m_work.beforeCommit, token);
        if (!done)
            co_return done;
    }
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> TwoPhase::write(std::string step, bool intent, CancelToken token, QString spark)
{
    JournalEntry entry;
    entry.clusterName = m_core->cluster().name;
    entry.transactionId = QString::fromStdString(m_work.transactionId);
    entry.spark = spark;
    entry.step = QString::fromStdString(step);
    entry.intent = intent;
    entry.when = QDateTime::currentDateTimeUtc();
    const Pending<void> pending = pendingOf(m_core->environment().journal->append(entry));
    const base::Result<void> result = co_await pending.wait(token);
    co_return result;
}

QCoro::Task<base::Result<void>> TwoPhase::onAll(
    std::string journalStep, base::Message title, MemberStep step, CancelToken token)
{
    const auto self = shared_from_this();
    JobTree &jobs = m_core->jobs();
    const int parent = jobs.add(title);
    jobs.start(parent);
    base::Result<void> intended = co_await write(journalStep, true, token);
    if (journalStep == m_work.firstStep && journalStep == "undo")
        for (const Member &member : m_members)
            if (intended)
                intended = co_await write(journalStep, true, token, QString::fromStdString(member.spark.value));
    if (journalStep == m_work.firstStep && !m_work.leaver.isEmpty() && intended)
        intended = co_await write(m_work.leaverGone ? "leave-gone" : "leave", true, token, m_work.leaver);
    if (!intended) {
        jobs.finish(parent, intended.error());
        co_return intended;
    }
    std::vector<int> ids;
    std::vector<QCoro::Task<base::Result<void>>> tasks;
    for (Member &member : m_members) {
        ids.push_back(jobs.add(title, member.connection->member().name, parent));
        jobs.start(ids.back());
        tasks.push_back(step(&member, token));
    }
    // The barrier: all of them, whatever came of one.
    std::optional<base::Error> firstError;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const base::Result<void> result = co_await tasks[i];
        if (result) {
            jobs.finish(ids[i], JobView::State::Done);
        } else {
            jobs.finish(ids[i], result.error());
            if (!firstError)
                firstError = result.error();
        }
    }
    if (firstError) {
        jobs.finish(parent, *firstError);
        co_return *firstError;
    }
    jobs.finish(parent, JobView::State::Done);
    const base::Result<void> done = co_await write(journalStep, false, token);
    co_return done;
}

QCoro::Task<base::Result<void>> TwoPhase::single(
    std::string journalStep, base::Message title, Step step, CancelToken token)
{
    const auto self = shared_from_this();
    JobTree &jobs = m_core->jobs();
    const int id = jobs.add(title);
    jobs.start(id);
    const base::Result<void> intended = co_await write(journalStep, true, token);
    if (!intended) {
        jobs.finish(id, intended.error());
        co_return intended;
    }
    const base::Result<void> result = co_await step(token);
    if (result)
        jobs.finish(id, JobView::State::Done);
    else
        jobs.finish(id, result.error());
    co_return result;
}

QCoro::Task<base::Result<void>> TwoPhase::requestOn(
    Member *member, std::string verb, std::string body, protocol::TransactionPhase wanted, CancelToken token)
{
    const auto self = shared_from_this();
    const bool ends =
        wanted == protocol::TransactionPhase::RolledBack || wanted == protocol::TransactionPhase::Committed;
    const base::Result<protocol::TransactionStatus> status = co_await call<protocol::TransactionStatus>(
        member->root, verb, body, token, ends ? kRollbackTimeout : kPhaseTimeout);
    // Nothing was begun there, or it has gone back already: that is what was wanted.
    if (!status && wanted == protocol::TransactionPhase::RolledBack
        && status.error().message.id == "remote.no-transaction") {
        member->open = false;
        co_return base::Result<void>();
    }
    member->unsure = !status
        && (status.error().kind == base::ErrorKind::Unreachable || status.error().kind == base::ErrorKind::Cancelled);
    if (!status)
        co_return status.error();
    if (status->phase != wanted)
        co_return base::failed(base::Message("apply.unexpected-phase"_msg)
                                   .with("spark", member->connection->member().name.toStdString())
                                   .with("phase", std::string(protocol::toText(status->phase))));
    if (ends)
        member->open = false;
    co_return base::Result<void>();
}

QCoro::Task<base::Result<void>> TwoPhase::beginOn(Member *member, CancelToken token)
{
    const auto self = shared_from_this();
    // From the moment it is sent it may be open there, whatever becomes of the answer.
    member->open = true;
    const auto wanted = m_work.trialFollows ? protocol::TransactionPhase::Begun : protocol::TransactionPhase::Trial;
    const base::Result<void> begun = co_await requestOn(member, member->verb, member->body, wanted, token);
    if (!begun && !member->unsure)
        member->open = false; // the agent said that nothing was changed
    co_return begun;
}

QCoro::Task<base::Result<ApplyOutcome>> TwoPhase::takeBack(base::Error reason)
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->alive(); // cancelling the apply does not cancel its rollback
    JobTree &jobs = m_core->jobs();
    ApplyOutcome outcome;
    outcome.begun = std::any_of(m_members.begin(), m_members.end(), [](const Member &member) { return member.open; });
    const int parent = jobs.add(base::Message("apply.step-rollback"_msg));
    jobs.start(parent);
    // The timers do the same when this computer cannot write or reach them any more: go on in any case.
    const base::Result<void> intended = co_await write("rollback", true, token);
    if (m_beforeCommitRan && m_work.takenBack) {
        const base::Result<void> back = co_await m_work.takenBack(token);
        static_cast<void>(back);
    }
    std::vector<std::pair<Member *, QCoro::Task<base::Result<void>>>> tasks;
    for (Member &member : m_members)
        if (member.open && member.root && member.root->isOpen())
            tasks.emplace_back(&member,
                requestOn(&member, std::string(protocol::verb::kTransactionRollback), "{}",
                    protocol::TransactionPhase::RolledBack, token));
    for (auto &[member, task] : tasks) {
        const base::Result<void> result = co_await task;
        const int id = jobs.add(base::Message("apply.step-rollback"_msg), member->connection->member().name, parent);
        if (result)
            jobs.finish(id, JobView::State::RolledBack);
        else
            jobs.finish(id, result.error());
    }
    const auto left =
        std::count_if(m_members.begin(), m_members.end(), [](const Member &member) { return member.open; });
    outcome.kind = ApplyOutcome::Kind::RolledBack;
    outcome.error = std::move(reason);
    if (left == 0) {
        const base::Result<void> closed = co_await write("closed", false, token);
        static_cast<void>(closed);
        jobs.finish(parent, JobView::State::RolledBack);
    } else {
        const auto byTimer =
            base::Message("apply.rollback-by-timer"_msg).with("count", int(left)).with("seconds", m_work.timerSeconds);
        jobs.finish(parent, JobView::State::Failed, byTimer);
        outcome.notes.push_back(byTimer); // nobody says that all of it is back already
    }
    jobs.finishRest(JobView::State::RolledBack);
    closeRoots(); // stdin ends: an agent that was not heard rolls back by itself
    m_deadline.reset();
    co_return outcome;
}

QCoro::Task<base::Result<ApplyOutcome>> TwoPhase::commit()
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->alive(); // from here on there is no way back, only forward
    const MemberStep step = [this](Member *member, CancelToken cancel) {
        return requestOn(member, std::string(protocol::verb::kTransactionCommit), "{}",
            protocol::TransactionPhase::Committed, cancel);
    };
    // Should its intent not become durable, everything can still be taken back.
    const base::Result<void> intended = co_await write("commit", true, token);
    if (!intended) {
        const base::Result<ApplyOutcome> back = co_await takeBack(intended.error());
        co_return back;
    }
    const base::Result<void> committed = co_await onAll("commit", base::Message("apply.step-commit"_msg), step, token);
    m_deadline.reset();
    ApplyOutcome outcome;
    outcome.kind = ApplyOutcome::Kind::Applied;
    const auto left =
        std::count_if(m_members.begin(), m_members.end(), [](const Member &member) { return member.open; });
    const bool unsure =
        std::any_of(m_members.begin(), m_members.end(), [](const Member &member) { return member.unsure; });
    if (left == static_cast<std::ptrdiff_t>(m_members.size()) && !unsure) {
        const base::Result<ApplyOutcome> back = co_await takeBack(committed.error());
        co_return back;
    }
    closeRoots();
    if (left > 0) {
        outcome.kind = ApplyOutcome::Kind::HalfApplied;
        outcome.error = committed.error();
        co_return outcome;
    }
    const base::Result<void> closed = co_await write("closed", false, token);
    if (!closed)
        outcome.error = closed.error();
    co_return outcome;
}

void TwoPhase::closeRoots()
{
    for (Member &member : m_members) {
        member.root.reset();
        if (member.connection)
            member.connection->closeRoot();
    }
}

} // namespace sparkloom::engine
