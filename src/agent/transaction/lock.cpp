// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/lock.h"

#include "agent/smallfiles.h"
#include "agent/transaction/paths.h"
#include "base/text.h"

#include <limits>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Between taking the lock and writing who did, its file is empty for a moment.
constexpr int kLooks = 3;

} // namespace

base::Result<std::unique_ptr<Files::Lock>> takeLock(System &system, std::string_view owner)
{
    if (auto made = system.files().makeFolder(std::string(kRunFolder), 0755); !made)
        return made.error();
    const std::string text = std::to_string(system.loop().utcMs()) + '\n' + base::cleanText(owner, kMaxOwner);
    LockHolder holder;
    for (int look = 0; look < kLooks && holder.owner.empty(); ++look) {
        auto lock = system.files().lock(std::string(kLockPath), text);
        if (lock || lock.error().kind != base::ErrorKind::Refused)
            return lock;
        holder = lockHolder(system.files());
    }
    return base::refused(
        base::Message("remote.locked"_msg).with("owner", holder.owner).with("since", holder.sinceUtcMs));
}

void releaseLock(System &system, std::unique_ptr<Files::Lock> lock)
{
    // Removed while it is held, so that nobody else's lock is taken away.
    const auto removed = [&system](std::string_view path) {
        return system.files().remove(std::string(path)).ok() || system.files().remove(std::string(path)).ok();
    };
    (void)removed(kLockPath);
    lock.reset();
    const auto names = system.files().list(std::string(kRunFolder));
    if (names && names->empty())
        (void)removed(kRunFolder);
}

LockHolder lockHolder(Files &files)
{
    const std::string text = readSmall(files, std::string(kLockPath), 1024);
    const std::size_t line = text.find('\n');
    if (line == std::string::npos)
        return {};
    const auto since =
        base::parseInteger(std::string_view(text).substr(0, line), 0, std::numeric_limits<std::int64_t>::max());
    return {base::cleanText(std::string_view(text).substr(line + 1), kMaxOwner), since.value_or(0)};
}

} // namespace sparkloom::agent
