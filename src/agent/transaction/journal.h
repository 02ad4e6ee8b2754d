// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "protocol/messages.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// Where one transaction stands, on disk. Written before the step that it announces is relied on.
struct Journal {
    enum class Kind { Apply, Undo };

    std::string id;          // 16 hex digits
    std::int64_t number = 0; // counts the transactions of this Spark: their order, whatever its clock said
    Kind kind = Kind::Apply;
    protocol::TransactionPhase phase = protocol::TransactionPhase::Begun;
    std::string owner;
    std::int64_t sinceUtcMs = 0;
    std::string undoes;  // Undo: the transaction that it takes back
    std::string problem; // why it was rolled back, message id

    bool isOpen() const;
};

base::Result<void> writeJournal(Files &files, const Journal &journal);
// Lays down what the journal will say once everything is back, for the day on which the disk has no room for it.
base::Result<void> prepareRolledBack(Files &files, Journal journal);
// The journal says rolled back; with what was prepared, and so without the reason, where it cannot be written.
base::Result<void> writeRolledBack(Files &files, const Journal &journal);
// The number of the next transaction.
std::int64_t nextNumber(Files &files);
std::optional<Journal> readJournal(Files &files, const std::string &id);
// Every transaction on disk, oldest first. A folder without a readable journal was never begun: it is not listed.
std::vector<Journal> allJournals(Files &files);
// The one that was begun and neither committed nor rolled back.
std::optional<Journal> openJournal(Files &files);
// What `undo` would take back: the last committed one that no committed undo names.
std::optional<Journal> undoableJournal(Files &files);
// Removes the folder of a transaction with everything in it.
base::Result<void> removeTransaction(Files &files, const std::string &id);
// Keeps the backups that can still be undone (each step back to before first contact needs its own, so not only the
// last three of design decision 11), the last undo, and the last one that was rolled back.
base::Result<void> pruneTransactions(Files &files);

} // namespace sparkloom::agent
