// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/transaction/backup.h"
#include "agent/transaction/journal.h"
#include "protocol/messages.h"

namespace sparkloom::agent {

// Writes the receipt, then the journal says committed, then the timer goes and old backups are pruned. An error comes
// only while the transaction can still be rolled back.
base::Result<void> commitApply(System &system, Journal journal, const protocol::TransactionBegin &begin);
// The same for an undo: the receipt says what stands now. The committed journal marks what it took back as undone.
base::Result<void> commitUndo(System &system, Journal journal);

} // namespace sparkloom::agent
