// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace sparkloom::engine {

// One transaction over several Sparks (design decision 11): every phase has a barrier, its intent is on the disk of
// this computer before it starts, and a failure before the first commit takes everything back everywhere. After the
// first commit nothing is taken back any more: what is missing is reported as half applied. Coroutines keep it alive.
class TwoPhase : public std::enable_shared_from_this<TwoPhase> {
public:
    struct Member {
        SessionCore::Connection connection;
        domain::SparkId spark;
        // First request of the transaction on this Spark: a verb and its body.
        std::string verb;
        std::string body;
        std::shared_ptr<AgentClient> root;
        bool open = false;   // begun and not yet rolled back or committed
        bool unsure = false; // the last request was not answered
    };
    using Step = std::function<QCoro::Task<base::Result<void>>(CancelToken)>;
    struct Work {
        std::string transactionId; // 16 hex digits
        SudoReason reason = SudoReason::Apply;
        int timerSeconds = 90;
        // What the journal calls the first request; "undo" for an undo, where it also says who takes part: nobody else
        // is to follow later.
        std::string firstStep = "begin";
        QString leaver;           // id of the Spark that is taken out with it, for the journal; empty: none is
        bool leaverGone = false;  // for good
        bool trialFollows = true; // txn-trial after the first request; an undo is at its trial at once
        base::Message beginTitle, trialTitle, proveTitle;
        Step prove;        // on fresh connections, then half by half
        Step beforeCommit; // may be empty
        Step takenBack;    // undoes what beforeCommit did; may be empty
        base::Message beforeCommitTitle;
    };

    TwoPhase(std::shared_ptr<SessionCore> core, std::vector<Member> members, Work work);

    QCoro::Task<base::Result<ApplyOutcome>> run(CancelToken token);
    // Until the first timer fires; nothing while none is armed.
    std::optional<std::chrono::milliseconds> timerLeft() const;

private:
    using MemberStep = std::function<QCoro::Task<base::Result<void>>(Member *, CancelToken)>;
    QCoro::Task<base::Result<void>> untilPersisted(CancelToken token);
    QCoro::Task<base::Result<void>> openRoots(CancelToken token);
    QCoro::Task<base::Result<void>> onAll(
        std::string journalStep, base::Message title, MemberStep step, CancelToken token);
    QCoro::Task<base::Result<void>> single(std::string journalStep, base::Message title, Step step, CancelToken token);
    QCoro::Task<base::Result<void>> requestOn(
        Member *member, std::string verb, std::string body, protocol::TransactionPhase wanted, CancelToken token);
    QCoro::Task<base::Result<void>> beginOn(Member *member, CancelToken token);
    QCoro::Task<base::Result<ApplyOutcome>> takeBack(base::Error reason);
    QCoro::Task<base::Result<ApplyOutcome>> commit();
    QCoro::Task<base::Result<void>> write(std::string step, bool intent, CancelToken token, QString spark = {});
    void closeRoots();

    std::shared_ptr<SessionCore> m_core;
    std::vector<Member> m_members;
    Work m_work;
    bool m_beforeCommitRan = false;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
};

} // namespace sparkloom::engine
