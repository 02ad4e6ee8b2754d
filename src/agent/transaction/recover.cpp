// SPDX-License-Identifier: Apache-2.0
#include "agent/session.h"
#include "agent/transaction/aside.h"
#include "agent/transaction/lock.h"
#include "agent/transaction/paths.h"
#include "agent/transaction/restore.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// What a process left that was killed after its transaction had ended, or before it began.
void cleanUp(System &system)
{
    const auto running = system.files().list(std::string(kRunFolder));
    const bool lockFileLeft =
        running && (running->empty() || std::find(running->begin(), running->end(), "lock") != running->end());
    if (!lockFileLeft && strayPaths(system.files()).empty())
        return;
    auto lock = takeLock(system, kRecoveryOwner);
    if (!lock)
        return; // somebody is at work, who cleans up
    if (!openJournal(system.files()))
        removeStrays(system.files());
    releaseLock(system, std::move(lock).value());
}

} // namespace

base::Result<bool> recover(System &system, std::string_view transactionId, bool atBoot, bool started)
{
    Files &files = system.files();
    std::vector<Journal> open;
    for (const Journal &journal : allJournals(files))
        if (journal.isOpen() && (transactionId.empty() || journal.id == transactionId))
            open.push_back(journal);
    if (open.empty()) {
        cleanUp(system);
        return false;
    }
    // Where a session still holds the lock it is stuck or stopped: its time is over. It looks at the journal before
    // each step and finds that there is nothing left for it to do.
    std::unique_ptr<Files::Lock> lock;
    if (auto locked = takeLock(system, kRecoveryOwner))
        lock = std::move(locked).value();
    const base::MessageId reason = atBoot ? "remote.rolled-back-at-boot"_msg : "remote.rolled-back-by-timer"_msg;
    base::Result<bool> result = true;
    std::vector<std::string> ended;
    for (auto journal = open.rbegin(); journal != open.rend(); ++journal)
        if (auto rolledBack = rollBack(system, *journal, std::string(reason.text()), !atBoot || started); !rolledBack)
            result = rolledBack.error();
        else
            ended.push_back(journal->id);
    if (lock && !openJournal(files))
        removeStrays(files);
    if (lock)
        releaseLock(system, std::move(lock));
    for (const std::string &id : ended)
        disarm(system, id);
    return result;
}

} // namespace sparkloom::agent
