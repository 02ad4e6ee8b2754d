// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/transaction/backup.h"
#include "agent/transaction/journal.h"

namespace sparkloom::agent {

// Whether a foreign file is what a transaction of ours left: gone, or what stays of it.
bool isAsWeLeftIt(Files &files, const SavedFile &saved);

// Where what stands in the way goes.
enum class Displaced {
    Removed, // a rollback: it was this transaction's own
    Aside,   // an undo: it may have to come back itself
};

// Puts every file back to the byte, in place or away. Foreign files only where they are as we left them, or missing.
// Idempotent.
base::Result<void> restoreFiles(Files &files, const Backup &backup, Displaced displaced = Displaced::Removed);

// The whole way back: files, profiles, renderer, live state. live false (at boot): the renderer has not started yet, so
// the files are rendered anew and only sysctls and MTU are set. Tries each step again before giving up; an error means
// that something could not be put back.
base::Result<void> restoreAll(
    System &system, const Backup &backup, bool live, Displaced displaced = Displaced::Removed);

// restoreAll, then the journal says rolled back. Leaves the journal open where something failed, so
// that timer or boot unit try again.
base::Result<void> rollBack(System &system, Journal journal, const std::string &problem, bool live);
// Ends the timer of a transaction that has ended. Only after the lock was let go: whoever is killed before leaves the
// lock's file, and the timer takes it away.
void disarm(System &system, const std::string &transactionId);

} // namespace sparkloom::agent
