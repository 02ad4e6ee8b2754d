// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/commit.h"

#include "agent/inventory.h"
#include "agent/netplanfiles.h"
#include "agent/transaction/aside.h"
#include "agent/transaction/lock.h"
#include "agent/transaction/paths.h"
#include "base/text.h"
#include "domain/plan/render.h"
#include "protocol/codec.h"

namespace sparkloom::agent {

namespace {

base::Result<void> writeReceipt(System &system, domain::Receipt receipt)
{
    receipt.files = receiptFiles(system.files());
    return replaceKeeping(
        system.files(), std::string(domain::kReceiptPath), protocol::encodePretty(receipt) + '\n', 0644, {0, 0});
}

// From here on the change stands, whatever fails: the timer, should it stay, finds a committed journal.
base::Result<void> close(System &system, Journal journal)
{
    journal.phase = protocol::TransactionPhase::Committed;
    if (auto written = writeJournal(system.files(), journal); !written)
        return written;
    (void)pruneTransactions(system.files());
    (void)removeStrays(system.files()); // above all what was put aside; what is left of it the timer takes away
    return {};
}

} // namespace

base::Result<void> commitApply(System &system, Journal journal, const protocol::TransactionBegin &begin)
{
    domain::Receipt receipt;
    receipt.clusterId = begin.clusterId;
    receipt.planId = begin.planId;
    receipt.clusterName = base::cleanText(begin.clusterName, 128);
    receipt.owner = base::cleanText(begin.owner, kMaxOwner);
    receipt.config = begin.config;
    receipt.config.takeOver.clear(); // done: planning again must not ask for them
    receipt.appliedUtcMs = system.loop().utcMs();
    if (auto written = writeReceipt(system, std::move(receipt)); !written)
        return written;
    return close(system, std::move(journal));
}

base::Result<void> commitUndo(System &system, Journal journal)
{
    domain::Receipt receipt;
    if (const auto undone = loadBackup(system.files(), transactionFolder(journal.undoes));
        undone && !undone->receipt.empty()) {
        // With the time of the set-up that comes back: it orders the set-ups of several Sparks.
        if (auto before = protocol::decode<domain::Receipt>(undone->receipt))
            receipt = std::move(before).value();
    } else if (const auto current = readReceipt(system.files())) {
        // Nothing of ours stood before: the receipt says so.
        receipt = *current;
        receipt.planId.clear();
        receipt.config = {};
        receipt.appliedUtcMs = system.loop().utcMs();
    }
    receipt.owner = base::cleanText(journal.owner, kMaxOwner);
    if (auto written = writeReceipt(system, std::move(receipt)); !written)
        return written;
    return close(system, std::move(journal));
}

} // namespace sparkloom::agent
