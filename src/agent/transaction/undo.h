// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/transaction/backup.h"
#include "protocol/messages.h"

#include <string>

namespace sparkloom::agent {

// The transaction that an undo takes back: its backup, and what a backup of the state before the undo must cover.
struct UndoTarget {
    std::string id;
    Backup backup; // without the receipt, which the commit of the undo writes anew
    BackupScope scope;
    std::string management; // interface that must stay as it is; empty where it is gone
};

base::Result<void> checkUndoValues(const protocol::UndoRequest &request);
// Refused where nothing was committed, the backup is damaged, or a file that would come back exists again.
base::Result<UndoTarget> undoTarget(System &system);

} // namespace sparkloom::agent
