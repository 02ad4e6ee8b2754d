// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/apply/twophase.h"
#include "engine/apply/verifier.h"
#include "engine/flow/cablingflow.h"
#include "engine/flow/planflow.h"
#include "engine/flow/sessioncore.h"

#include <map>
#include <memory>

namespace sparkloom::engine {

// Everything that changes Sparks, and the proofs around it: apply, verify, undo, forget, and what to do with a
// transaction that an earlier run left open. Coroutines keep it alive.
class ApplyFlow : public QObject, public std::enable_shared_from_this<ApplyFlow> {
    Q_OBJECT
public:
    ApplyFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<CablingFlow> cabling, std::shared_ptr<PlanFlow> plans);

    QCoro::Task<base::Result<ApplyOutcome>> apply(Consents agreed);
    QCoro::Task<base::Result<ApplyOutcome>> undo();
    QCoro::Task<base::Result<void>> forget(QStringList names);
    // Carries out PlanFlow::planLeave(): first on the others, then nothing of Sparkloom stays on the one that leaves;
    // gone: nothing is asked of that one. Afterwards it is no member.
    QCoro::Task<base::Result<ApplyOutcome>> leave(QString name, bool gone, Consents agreed);
    QCoro::Task<base::Result<VerifyReport>> verify();
    // After "half applied". gone: names of members that are gone for good: nothing is asked of them and nothing is done
    // on them, the others are settled all the same. Finishing takes them out of the cluster; taking back keeps them in
    // the list, since what stood before is theirs too. A leave that was interrupted is finished as a leave.
    QCoro::Task<base::Result<ApplyOutcome>> finishOpen(QStringList gone, Consents agreed = {});
    QCoro::Task<base::Result<ApplyOutcome>> revertOpen(QStringList gone);

    // Whether an earlier change may be final on some Sparks and not on others, so that a person has to decide.
    bool hasOpenTransaction() const;
    // Of the change that an earlier run left open; empty where there is none.
    QString openTransactionId() const;
    // The members that settling asks nothing of, because an interrupted leave said that they are gone for good.
    QStringList saidGone() const;
    std::optional<std::chrono::milliseconds> timerLeft() const;
    const std::optional<VerifyReport> &report() const { return m_report; }

Q_SIGNALS:
    void reportChanged();
    void proofMoved(const sparkloom::engine::VerifyReport &soFar);

private:
    using Fresh = HostConnection::Fresh;
    // Trust between the Sparks of one plan, as it is being applied.
    struct TrustWork {
        domain::Plan plan;
        std::vector<domain::SparkId> madeKey; // cluster keys that did not exist before
        std::vector<domain::SparkId> changed; // where trust was written
    };

    // --- apply
    // With applyScope() held by the caller.
    QCoro::Task<base::Result<ApplyOutcome>> applyHeld(Consents agreed);
    QCoro::Task<base::Result<ApplyOutcome>> applyPlan(domain::Plan plan, CancelToken token);
    QCoro::Task<base::Result<void>> nameOnComputer(ApplyOutcome *outcome);
    QCoro::Task<base::Result<ApplyOutcome>> trustOnly(std::shared_ptr<TrustWork> trust, CancelToken token);
    QCoro::Task<base::Result<void>> prove(domain::AddressPlan addresses, std::vector<domain::SparkId> ids,
        std::map<domain::SparkId, QString> managementBefore, int timerSeconds, CancelToken token);
    QCoro::Task<base::Result<std::vector<Fresh>>> openFreshOnes(std::vector<domain::SparkId> ids, CancelToken token);
    QCoro::Task<base::Result<void>> applyTrust(std::shared_ptr<TrustWork> trust, CancelToken token);
    QCoro::Task<base::Result<void>> takeTrustBack(std::shared_ptr<TrustWork> trust, CancelToken token);
    void rememberApplied(const domain::Plan &plan);
    std::string ownerText() const;

    // --- undo, forget
    // Of each of these Sparks its own last one, or the last one of all: Sparks that it did not change stay as they are.
    enum class UndoReach { Each, LastSetUp };
    QCoro::Task<base::Result<ApplyOutcome>> undoOn(
        std::vector<SessionCore::Connection> connections, CancelToken token, UndoReach reach = UndoReach::Each);
    // The end of an undo: nothing, or what came back, is known as the set-up of these Sparks. Gives what is told.
    QCoro::Task<ApplyOutcome> afterUndo(std::vector<SessionCore::Connection> connections, ApplyOutcome told);
    QCoro::Task<base::Result<void>> reachable(std::vector<domain::SparkId> ids, CancelToken token);
    // Whether there was anything to remove.
    QCoro::Task<base::Result<bool>> removeTrust(std::vector<SessionCore::Connection> connections, CancelToken token);
    // Every layer that was ever applied. Errors: one of them could not be taken back.
    QCoro::Task<base::Result<void>> undoEverything(std::vector<SessionCore::Connection> connections, CancelToken token);
    QCoro::Task<base::Result<void>> forgetOne(SessionCore::Connection connection, CancelToken token);
    QCoro::Task<base::Result<std::vector<SessionCore::Connection>>> undoable(
        std::vector<SessionCore::Connection> connections, CancelToken token);

    // --- left open by an earlier run
    std::vector<JournalEntry> openEntries() const;
    bool openOneIsUndo() const;
    // All members but those that are gone for good while something is done without them.
    std::vector<SessionCore::Connection> present() const;
    // Of names of members that are gone, and of the one that an interrupted leave said is gone: all of them. Errors:
    // Usage, no such member; Unreachable, nobody else is left.
    base::Result<QStringList> goneOnes(QStringList gone) const;
    // The name of the member that was being taken out; empty: none was.
    QString openLeaver() const;
    // Whether there was anything.
    QCoro::Task<base::Result<bool>> endForward(QStringList gone, CancelToken token);
    QCoro::Task<base::Result<ApplyOutcome>> continueSetUp(QStringList gone, Consents agreed);
    QCoro::Task<base::Result<ApplyOutcome>> continueLeave(QString leaver, QStringList gone, Consents agreed);
    void dropMember(const QString &name);
    QCoro::Task<base::Result<void>> closeJournal(CancelToken token);
    // Before a new change: takes back what an interrupted one left that was never to be final anywhere.
    QCoro::Task<base::Result<void>> settle(SudoReason reason, CancelToken token);
    // Commits what was persisted (finish) or takes back what is open; whether there was anything.
    QCoro::Task<base::Result<bool>> endOpenOnes(bool finish, SudoReason reason, CancelToken token);
    QCoro::Task<base::Result<bool>> endOpenOne(
        SessionCore::Connection connection, bool finish, SudoReason reason, int job, CancelToken token);
    // Where the open change became final, or where not; their facts are looked at anew.
    QCoro::Task<base::Result<std::vector<SessionCore::Connection>>> whereFinal(bool becameFinal, CancelToken token);
    QCoro::Task<base::Result<void>> inspectAll(CancelToken token);
    QCoro::Task<base::Result<ApplyOutcome>> finishUndo(CancelToken token);
    // The plan that is final somewhere already; empty: nowhere.
    QCoro::Task<base::Result<std::string>> planThatIsFinal(CancelToken token);
    QCoro::Task<base::Result<void>> removeTrustWhereNobodyIsSetUp(CancelToken token);
    QCoro::Task<base::Result<std::vector<protocol::TransactionStatus>>> rootStatus(
        std::vector<SessionCore::Connection> connections, SudoReason reason, CancelToken token);

    // --- proofs
    std::vector<VerifyTarget> targets(const domain::AddressPlan &addresses) const;

    std::shared_ptr<SessionCore> m_core;
    std::shared_ptr<CablingFlow> m_cabling;
    std::shared_ptr<PlanFlow> m_plans;
    std::weak_ptr<TwoPhase> m_running;
    bool m_onlyJumboFailed = false; // of the last proof: everything passed but frames above 1500 bytes
    // While a set-up that is final on some Sparks is finished on the others: its plan, so that it stays one set-up and
    // is taken back as one. Else empty.
    std::string m_continued;
    QStringList m_gone; // names of members that nobody waits for while this change is made
    QString m_leaver;   // id of the one that is taken out by it; empty: none is
    std::optional<VerifyReport> m_report;
};

} // namespace sparkloom::engine
