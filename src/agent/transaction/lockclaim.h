// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"
#include "agent/transaction/lock.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sparkloom::agent {

// The lock of this Spark's transactions as one session has it: wanted, held, or neither. Somebody else's live change is
// a refusal at once, with who and since when. What may be dead is given the time in which it lets go: a session of the
// same owner, a recovery, and where `patient` anybody.
class LockClaim {
public:
    struct Wish {
        std::string owner; // empty: that of the transaction that is picked up
        bool patient = false;
        Reply reply;
        std::function<void()> then; // once the lock is held
    };

    explicit LockClaim(System &system) : m_system(system) {}
    ~LockClaim();
    LockClaim(const LockClaim &) = delete;
    LockClaim &operator=(const LockClaim &) = delete;

    bool waits() const { return m_wish.has_value(); }
    // At most one at a time; answers with the refusal where there is one.
    void want(Wish wish);
    // Stops waiting; the request that waited, for its answer.
    std::optional<Reply> giveUp();
    // Gives up and gives back; leaves no file behind.
    void letGo();

private:
    void look();

    System &m_system;
    std::unique_ptr<Files::Lock> m_lock;
    std::optional<Wish> m_wish;
    std::chrono::nanoseconds m_until{};
    Loop::TimerId m_lookAgain = 0;
};

} // namespace sparkloom::agent
