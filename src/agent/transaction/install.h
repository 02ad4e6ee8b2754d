// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/transaction/backup.h"
#include "agent/transaction/journal.h"

namespace sparkloom::agent {

// What every transaction, apply or undo, needs before it may change anything: backup and journal on disk, the recovery
// unit, and the armed timer. request is kept beside them, for finishing in a later session. On failure everything that
// it made is taken away again.
base::Result<void> installSafetyNet(
    System &system, const Journal &journal, const Backup &backup, const std::string &request, int timerSeconds);
// The request of a transaction on disk, empty where it cannot be read.
std::string storedRequest(Files &files, const std::string &id);

// Folders that were there before the first contact, for `forget`.
std::vector<std::string> foldersBeforeUs(Files &files);

} // namespace sparkloom::agent
