// SPDX-License-Identifier: Apache-2.0
#include "agent/handlers.h"
#include "agent/inventory.h"
#include "agent/netplanfiles.h"
#include "agent/transaction/aside.h"
#include "agent/transaction/commit.h"
#include "agent/transaction/forget.h"
#include "agent/transaction/install.h"
#include "agent/transaction/lockclaim.h"
#include "agent/transaction/paths.h"
#include "agent/transaction/preflight.h"
#include "agent/transaction/restore.h"
#include "agent/transaction/trial.h"
#include "agent/transaction/undo.h"
#include "base/text.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;
using protocol::TransactionPhase;

namespace {

// How long a renderer may take until addresses and MTU are there, and how often that is looked at.
constexpr std::chrono::seconds kTakeUp{15};
constexpr std::chrono::milliseconds kLookAgain{200};
// This process takes back a little before the timer does, so that the two do not meet.
constexpr std::chrono::seconds kBeforeTimer{2};

std::string text(base::MessageId id)
{
    return std::string(id.text());
}

// The phases of one transaction, over one session. Each looks first at the journal on disk: the timer may have been
// faster.
class TransactionHandler : public Handler {
public:
    explicit TransactionHandler(const Context &context) : Handler(context), m_lock(context.system) {}
    ~TransactionHandler() override { stopTimers(); }

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        namespace verb = protocol::verb;
        const std::string &type = request.type;
        if (type == verb::kTransactionStatus)
            return answer(reply);
        if ((m_trialReply || m_lock.waits()) && type != verb::kTransactionRollback)
            return reply.fail(base::refused("remote.trial-running"_msg));
        if (type == verb::kTransactionBegin)
            begin(request, reply);
        else if (type == verb::kUndo)
            undo(request, reply);
        else if (type == verb::kTransactionTrial)
            trial(reply);
        else if (type == verb::kTransactionPersist)
            persistNow(reply);
        else if (type == verb::kTransactionCommit)
            commit(reply);
        else if (type == verb::kTransactionRollback)
            rollBackOnRequest(reply);
        else
            whenLocked("forget", true, reply, [this, reply] { forgetLocked(reply); });
    }

    // Before persist the Spark goes back at once; after it the timer decides, or a new session.
    void inputEnded() override
    {
        if (m_journal && m_journal->phase != TransactionPhase::Persisted)
            (void)takeBack("remote.rolled-back-on-disconnect"_msg);
        letGo();
    }

    bool needsHeartbeat() const override { return m_journal && m_journal->phase != TransactionPhase::Persisted; }
    int exitCode() const override { return m_failedToTakeBack ? 1 : 0; }

private:
    void begin(const protocol::Envelope &request, const Reply &reply)
    {
        auto body = bodyOf<protocol::TransactionBegin>(request, reply);
        if (!body)
            return;
        if (auto valid = checkValues(*body); !valid)
            return reply.fail(valid.error());
        const std::string owner = body->owner;
        whenLocked(owner, false, reply, [this, reply, begin = std::move(*body)] {
            m_begin = begin;
            if (auto begun = beginLocked(); !begun) {
                letGo();
                return reply.fail(begun.error());
            }
            armDeadline(m_begin.timerSeconds);
            answer(reply);
        });
    }

    base::Result<void> beginLocked()
    {
        if (auto clean = cleanUp(); !clean)
            return clean;
        if (auto fresh = checkNotStale(system().files(), m_begin); !fresh)
            return fresh;
        if (auto fits = checkMachine(system(), m_begin); !fits)
            return fits;
        const auto receipt = readReceipt(system().files());
        m_before = receipt ? receipt->config : domain::NetworkConfig();
        BackupScope scope;
        for (const std::string_view path :
            {domain::kNetplanPath, domain::kNetplanRunPath, domain::kSysctlPath, domain::kReceiptPath})
            scope.ours.emplace_back(path);
        for (const domain::ForeignFile &file : m_begin.config.takeOver) {
            scope.foreign.push_back(file);
            if (isEtcNetplanPath(file.path))
                scope.ours.push_back(shadowPath(file.path));
        }
        if (touchesHosts(m_begin.config, m_before))
            scope.blocks.emplace_back(domain::kHostsPath);
        scope.netdevs = touchedNetdevs(m_begin.config, m_before);
        scope.bonds = bondsTakenOver(system(), m_begin.config);
        scope.firewall = touchedRules(m_begin.config, m_before);
        return start(m_begin.transactionId, m_begin.owner, {}, scope, m_begin.managementInterface,
            protocol::encode(m_begin), m_begin.timerSeconds);
    }

    // What apply and undo share: management as it is now, backup, safety net.
    base::Result<void> start(const std::string &id, const std::string &owner, const std::string &undoes,
        const BackupScope &scope, const std::string &management, const std::string &request, int timerSeconds)
    {
        if (readJournal(system().files(), id))
            return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "transactionId"));
        auto managementNow = captureManagement(system(), management);
        if (!managementNow)
            return managementNow.error();
        auto backup = takeBackup(system(), scope);
        if (!backup)
            return backup.error();
        Journal journal;
        journal.id = id;
        journal.number = nextNumber(system().files());
        journal.kind = undoes.empty() ? Journal::Kind::Apply : Journal::Kind::Undo;
        journal.owner = base::cleanText(owner, kMaxOwner);
        journal.sinceUtcMs = system().loop().utcMs();
        journal.undoes = undoes;
        if (auto installed = installSafetyNet(system(), journal, *backup, request, timerSeconds); !installed)
            return installed;
        m_management = std::move(managementNow).value();
        m_runFolderWasThere = std::find(backup->missingFolders.begin(), backup->missingFolders.end(), "/run/netplan")
            == backup->missingFolders.end();
        m_journal = std::move(journal);
        return {};
    }

    void trial(const Reply &reply)
    {
        if (!expectPhase(TransactionPhase::Begun, reply) || !enter(TransactionPhase::Trial, reply))
            return;
        if (auto started = startTrial(system(), m_begin.config, m_before); !started)
            return failAndTakeBack(reply, started.error());
        m_trialReply = reply;
        m_trialUntil = system().loop().monotonic() + kTakeUp;
        lookAtTrial();
    }

    void lookAtTrial()
    {
        const auto problem = trialProblem(system(), m_begin.config, m_management);
        if (!problem) {
            answer(*std::exchange(m_trialReply, std::nullopt));
            return;
        }
        if (system().loop().monotonic() >= m_trialUntil)
            return failAndTakeBack(*std::exchange(m_trialReply, std::nullopt), *problem);
        m_look = system().loop().after(kLookAgain, guarded([this] {
            m_look = 0;
            lookAtTrial();
        }));
    }

    void persistNow(const Reply &reply)
    {
        if (!expectPhase(TransactionPhase::Trial, reply))
            return;
        if (m_journal->kind == Journal::Kind::Apply) {
            if (auto persisted = persist(system(), m_begin.config, m_before, m_runFolderWasThere); !persisted)
                return failAndTakeBack(reply, persisted.error());
            if (const auto problem = trialProblem(system(), m_begin.config, m_management))
                return failAndTakeBack(reply, *problem);
        } else if (!managementStands(system(), m_management)) {
            return failAndTakeBack(reply,
                base::failed(base::Message("remote.management-changed"_msg).with("interface", m_management.name)));
        }
        if (enter(TransactionPhase::Persisted, reply))
            answer(reply);
    }

    void commit(const Reply &reply)
    {
        if (!m_journal)
            return whenLocked({}, true, reply, [this, reply] {
                if (!resume()) {
                    letGo();
                    return reply.fail(base::refused("remote.no-transaction"_msg));
                }
                commit(reply);
            });
        if (!expectPhase(TransactionPhase::Persisted, reply))
            return;
        const auto committed = m_journal->kind == Journal::Kind::Apply ? commitApply(system(), *m_journal, m_begin)
                                                                       : commitUndo(system(), *m_journal);
        if (!committed)
            return failAndTakeBack(reply, committed.error());
        const std::string id = m_journal->id;
        letGo();
        if (strayPaths(system().files()).empty())
            disarm(system(), id);
        answer(reply);
    }

    void rollBackOnRequest(const Reply &reply)
    {
        if (const auto waiting = m_lock.giveUp()) {
            waiting->fail({base::ErrorKind::Cancelled, "remote.rolled-back-on-request"_msg, {}});
            return reply.fail(base::refused("remote.no-transaction"_msg)); // of ours: whoever holds the lock goes on
        }
        if (!m_journal)
            return whenLocked({}, true, reply, [this, reply] { rollBackLocked(reply); });
        const auto trialReply = std::exchange(m_trialReply, std::nullopt);
        const auto taken = takeBack("remote.rolled-back-on-request"_msg);
        if (trialReply)
            trialReply->fail({base::ErrorKind::Cancelled, "remote.rolled-back-on-request"_msg, {}});
        if (!taken)
            return reply.fail(taken.error());
        answer(reply);
    }

    // What another session left. Where that one, or its timer, was faster, there is nothing left to do.
    void rollBackLocked(const Reply &reply)
    {
        if (resume())
            return rollBackOnRequest(reply);
        letGo();
        const auto journals = allJournals(system().files());
        if (journals.empty() || journals.back().phase != TransactionPhase::RolledBack)
            return reply.fail(base::refused("remote.no-transaction"_msg));
        answer(reply);
    }

    void undo(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::UndoRequest>(request, reply);
        if (!body)
            return;
        if (auto valid = checkUndoValues(*body); !valid)
            return reply.fail(valid.error());
        whenLocked(body->owner, false, reply, [this, reply, request = *body] { undoLocked(request, reply); });
    }

    void undoLocked(const protocol::UndoRequest &request, const Reply &reply)
    {
        if (auto clean = cleanUp(); !clean) {
            letGo();
            return reply.fail(clean.error());
        }
        auto target = undoTarget(system());
        if (!target) {
            letGo();
            return reply.fail(target.error());
        }
        if (auto started = start(request.transactionId, request.owner, target->id, target->scope, target->management,
                "{}", request.timerSeconds);
            !started) {
            letGo();
            return reply.fail(started.error());
        }
        armDeadline(request.timerSeconds);
        if (!enter(TransactionPhase::Trial, reply))
            return;
        if (auto restored = restoreAll(system(), target->backup, true, Displaced::Aside); !restored)
            return failAndTakeBack(reply, restored.error());
        if (!managementStands(system(), m_management))
            return failAndTakeBack(reply,
                base::failed(base::Message("remote.management-changed"_msg).with("interface", m_management.name)));
        answer(reply);
    }

    void forgetLocked(const Reply &reply)
    {
        auto removed = forget(system());
        letGo();
        if (!removed)
            return reply.fail(removed.error());
        reply.done(protocol::encode(protocol::ForgetAnswer{std::move(removed).value()}));
    }

    // Runs `then` with the lock held.
    void whenLocked(const std::string &owner, bool patient, const Reply &reply, std::function<void()> then)
    {
        if (m_journal)
            return reply.fail(base::refused("remote.transaction-open"_msg));
        m_lock.want({owner, patient, reply, std::move(then)});
    }

    // Nothing unfinished on disk: what a killed session left before persist goes back now; after persist it is the
    // application that decides between finishing and reverting.
    base::Result<void> cleanUp()
    {
        if (const auto open = openJournal(system().files())) {
            if (open->phase == TransactionPhase::Persisted)
                return base::refused(base::Message("remote.half-applied"_msg).with("owner", open->owner));
            if (auto back = rollBack(system(), *open, text("remote.rolled-back-on-disconnect"_msg), true); !back)
                return back;
            disarm(system(), open->id);
        }
        removeStrays(system().files());
        return {};
    }

    // Picks up a transaction that another session left on disk; false where there is none.
    bool resume()
    {
        const auto open = openJournal(system().files());
        if (!open)
            return false;
        if (open->kind == Journal::Kind::Apply)
            if (auto begin = protocol::decode<protocol::TransactionBegin>(storedRequest(system().files(), open->id)))
                m_begin = std::move(begin).value();
        m_journal = open;
        return true;
    }

    // Whether this transaction still stands in that phase, here and on disk.
    bool expectPhase(TransactionPhase phase, const Reply &reply)
    {
        if (!m_journal) {
            reply.fail(base::refused("remote.no-transaction"_msg));
            return false;
        }
        const auto onDisk = readJournal(system().files(), m_journal->id);
        if (!onDisk || !onDisk->isOpen()) {
            letGo();
            reply.fail(base::refused("remote.transaction-over"_msg));
            return false;
        }
        if (m_journal->phase != phase || onDisk->phase != phase) {
            reply.fail(base::refused(
                base::Message("remote.wrong-phase"_msg).with("phase", std::string(protocol::toText(onDisk->phase)))));
            return false;
        }
        return true;
    }

    bool enter(TransactionPhase phase, const Reply &reply)
    {
        Journal next = *m_journal;
        next.phase = phase;
        if (auto written = writeJournal(system().files(), next); !written) {
            failAndTakeBack(reply, written.error());
            return false;
        }
        m_journal = next;
        return true;
    }

    void failAndTakeBack(const Reply &reply, const base::Error &error)
    {
        if (auto taken = takeBackFor(error.message.id); !taken)
            reply.fail(taken.error());
        else
            reply.fail(error);
    }

    base::Result<void> takeBack(base::MessageId reason) { return takeBackFor(text(reason)); }

    base::Result<void> takeBackFor(const std::string &problem)
    {
        base::Result<void> result;
        const auto onDisk = readJournal(system().files(), m_journal->id);
        if (onDisk && onDisk->isOpen())
            result = rollBack(system(), *onDisk, problem, true);
        m_failedToTakeBack = m_failedToTakeBack || !result;
        const std::string id = m_journal->id;
        letGo();
        if (result && onDisk && onDisk->isOpen())
            disarm(system(), id);
        return result;
    }

    void armDeadline(int timerSeconds)
    {
        const auto due = std::max<std::chrono::milliseconds>(
            std::chrono::seconds(timerSeconds) - kBeforeTimer, std::chrono::seconds(timerSeconds) * 4 / 5);
        m_deadline = system().loop().after(due, guarded([this] {
            m_deadline = 0;
            const auto reply = std::exchange(m_trialReply, std::nullopt);
            if (m_journal)
                (void)takeBack("remote.rolled-back-by-timer"_msg);
            if (reply)
                reply->fail(base::failed("remote.rolled-back-by-timer"_msg));
        }));
    }

    void stopTimers()
    {
        system().loop().cancel(std::exchange(m_deadline, 0));
        system().loop().cancel(std::exchange(m_look, 0));
    }

    void letGo()
    {
        stopTimers();
        m_trialReply.reset();
        m_journal.reset();
        m_begin = {};
        m_before = {};
        m_lock.letGo();
    }

    void answer(const Reply &reply)
    {
        protocol::TransactionStatus status;
        Files &files = system().files();
        auto journal = m_journal ? readJournal(files, m_journal->id) : openJournal(files);
        if (!journal) {
            const auto all = allJournals(files);
            if (!all.empty())
                journal = all.back();
        }
        if (journal) {
            status.transactionId = journal->id;
            status.phase = journal->phase;
            status.owner = journal->owner;
            status.sinceUtcMs = journal->sinceUtcMs;
            status.problem = journal->problem;
            if (journal->isOpen())
                status.timerLeftMs = system().services().timerLeft(timerUnit(journal->id)).count();
        }
        status.undoAvailable = undoableJournal(files).has_value();
        reply.done(protocol::encode(status));
    }

    LockClaim m_lock;
    std::optional<Journal> m_journal; // the transaction that this session carries out
    protocol::TransactionBegin m_begin;
    domain::NetworkConfig m_before; // of the receipt when it began
    ManagementState m_management;
    bool m_runFolderWasThere = true;
    std::optional<Reply> m_trialReply;
    std::chrono::nanoseconds m_trialUntil{};
    Loop::TimerId m_look = 0;
    Loop::TimerId m_deadline = 0;
    bool m_failedToTakeBack = false;
};

} // namespace

std::shared_ptr<Handler> makeTransactionHandler(const Context &context)
{
    return std::make_shared<TransactionHandler>(context);
}

} // namespace sparkloom::agent
