// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <memory>
#include <string>
#include <string_view>

namespace sparkloom::agent {

// Who holds the lock of this Spark's transactions, as its file says.
struct LockHolder {
    std::string owner;
    std::int64_t sinceUtcMs = 0;
};

// Characters of whoever changes a Spark, in lock, journal and receipt.
inline constexpr std::size_t kMaxOwner = 128;

// What recovery by timer or at boot calls itself in the lock.
inline constexpr std::string_view kRecoveryOwner = "recovery";

// The one lock of this Spark's transactions. Refused, with who holds it and since when, where somebody else has it.
base::Result<std::unique_ptr<Files::Lock>> takeLock(System &system, std::string_view owner);
// Gives it back and leaves no file behind.
void releaseLock(System &system, std::unique_ptr<Files::Lock> lock);
// What the file says; it may also be left of a process that was killed, which holds nothing any more.
LockHolder lockHolder(Files &files);

} // namespace sparkloom::agent
