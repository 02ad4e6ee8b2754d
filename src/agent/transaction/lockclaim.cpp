// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/lockclaim.h"

#include "agent/transaction/journal.h"
#include "base/text.h"
#include "protocol/limits.h"

#include <utility>

namespace sparkloom::agent {

namespace {

constexpr std::chrono::milliseconds kLookForLock{200};
// A session whose application is gone hears nothing, takes back what it began, and lets go within this time.
constexpr std::chrono::seconds kDeadLetGo = protocol::kHeartbeatTimeout + std::chrono::seconds(10);

} // namespace

LockClaim::~LockClaim()
{
    m_system.loop().cancel(m_lookAgain);
}

void LockClaim::want(Wish wish)
{
    m_wish = std::move(wish);
    m_until = m_system.loop().monotonic() + kDeadLetGo;
    look();
}

void LockClaim::look()
{
    const auto open = m_wish->owner.empty() ? openJournal(m_system.files()) : std::nullopt;
    auto locked = takeLock(m_system, open ? open->owner : m_wish->owner);
    if (locked) {
        m_lock = std::move(locked).value();
        const auto then = std::exchange(m_wish, std::nullopt)->then;
        return then();
    }
    const std::string holder = lockHolder(m_system.files()).owner;
    const bool mayBeDead =
        m_wish->patient || holder == kRecoveryOwner || holder == base::cleanText(m_wish->owner, kMaxOwner);
    if (locked.error().kind != base::ErrorKind::Refused || !mayBeDead || m_system.loop().monotonic() >= m_until)
        return std::exchange(m_wish, std::nullopt)->reply.fail(locked.error());
    m_lookAgain = m_system.loop().after(kLookForLock, [this] {
        m_lookAgain = 0;
        look();
    });
}

std::optional<Reply> LockClaim::giveUp()
{
    m_system.loop().cancel(std::exchange(m_lookAgain, 0));
    const auto wish = std::exchange(m_wish, std::nullopt);
    return wish ? std::optional(wish->reply) : std::nullopt;
}

void LockClaim::letGo()
{
    (void)giveUp();
    if (m_lock)
        releaseLock(m_system, std::move(m_lock));
}

} // namespace sparkloom::agent
