// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/journal.h"

#include "agent/probeframe.h"
#include "agent/smallfiles.h"
#include "agent/transaction/paths.h"
#include "agent/transaction/records.h"
#include "base/text.h"

#include <algorithm>
#include <limits>
#include <set>

namespace sparkloom::agent {

using namespace base::literals;
using protocol::TransactionPhase;

namespace {

constexpr std::size_t kMaxJournal = 16 * 1024;
constexpr int kKeptApplied = 200; // some kB each
constexpr int kKeptUndos = 1;
constexpr int kKeptRolledBack = 1;

std::string journalPath(const std::string &id)
{
    return transactionFolder(id) + "/journal";
}
std::string preparedPath(const std::string &id)
{
    return transactionFolder(id) + "/rolled-back";
}

// Transactions that a committed undo took back.
std::set<std::string> undoneIds(const std::vector<Journal> &journals)
{
    std::set<std::string> ids;
    for (const Journal &journal : journals)
        if (journal.kind == Journal::Kind::Undo && journal.phase == TransactionPhase::Committed)
            ids.insert(journal.undoes);
    return ids;
}

std::optional<TransactionPhase> phaseFromText(std::string_view text)
{
    for (const TransactionPhase phase : {TransactionPhase::None, TransactionPhase::Begun, TransactionPhase::Trial,
             TransactionPhase::Persisted, TransactionPhase::Committed, TransactionPhase::RolledBack})
        if (protocol::toText(phase) == text)
            return phase;
    return std::nullopt;
}

} // namespace

bool Journal::isOpen() const
{
    return phase == TransactionPhase::Begun || phase == TransactionPhase::Trial || phase == TransactionPhase::Persisted;
}

namespace {

base::Result<void> writeRecord(Files &files, const std::string &path, const Journal &journal)
{
    const std::string text = encodeRecords({
        {"id", journal.id},
        {"number", std::to_string(journal.number)},
        {"kind", journal.kind == Journal::Kind::Undo ? "undo" : "apply"},
        {"phase", std::string(protocol::toText(journal.phase))},
        {"owner", journal.owner},
        {"since", std::to_string(journal.sinceUtcMs)},
        {"undoes", journal.undoes},
        {"problem", journal.problem},
    });
    return files.writeAtomic(path, text, 0600);
}

} // namespace

base::Result<void> writeJournal(Files &files, const Journal &journal)
{
    return writeRecord(files, journalPath(journal.id), journal);
}

base::Result<void> prepareRolledBack(Files &files, Journal journal)
{
    journal.phase = TransactionPhase::RolledBack;
    journal.problem = base::MessageId("remote.rolled-back-reason-lost"_msg).text();
    return writeRecord(files, preparedPath(journal.id), journal);
}

base::Result<void> writeRolledBack(Files &files, const Journal &journal)
{
    Journal ended = journal;
    ended.phase = TransactionPhase::RolledBack;
    auto written = writeJournal(files, ended);
    if (!written && files.rename(preparedPath(journal.id), journalPath(journal.id)))
        return {};
    return written;
}

std::int64_t nextNumber(Files &files)
{
    const auto journals = allJournals(files);
    return journals.empty() ? 1 : journals.back().number + 1;
}

std::optional<Journal> readJournal(Files &files, const std::string &id)
{
    const auto text = files.read(journalPath(id), kMaxJournal);
    const auto records = text ? decodeRecords(*text) : std::nullopt;
    if (!records)
        return std::nullopt;
    Journal journal;
    for (const Record &record : *records) {
        if (record.size() != 2)
            return std::nullopt;
        const std::string &value = record[1];
        if (record[0] == "id")
            journal.id = value;
        else if (record[0] == "number")
            journal.number = base::parseInteger(value, 0, std::numeric_limits<std::int64_t>::max() - 1).value_or(0);
        else if (record[0] == "kind")
            journal.kind = value == "undo" ? Journal::Kind::Undo : Journal::Kind::Apply;
        else if (record[0] == "phase")
            journal.phase = phaseFromText(value).value_or(TransactionPhase::None);
        else if (record[0] == "owner")
            journal.owner = value;
        else if (record[0] == "since")
            journal.sinceUtcMs = base::parseInteger(value, 0, std::numeric_limits<std::int64_t>::max()).value_or(0);
        else if (record[0] == "undoes")
            journal.undoes = value;
        else if (record[0] == "problem")
            journal.problem = value;
    }
    return journal.id == id ? std::optional(journal) : std::nullopt;
}

std::vector<Journal> allJournals(Files &files)
{
    std::vector<Journal> journals;
    for (const std::string &name : listNames(files, std::string(kStateFolder))) {
        if (!name.starts_with("txn-") || !isHex(std::string_view(name).substr(4), 16))
            continue;
        if (auto journal = readJournal(files, name.substr(4)))
            journals.push_back(std::move(*journal));
    }
    std::stable_sort(
        journals.begin(), journals.end(), [](const Journal &a, const Journal &b) { return a.number < b.number; });
    return journals;
}

std::optional<Journal> openJournal(Files &files)
{
    for (const Journal &journal : allJournals(files))
        if (journal.isOpen())
            return journal;
    return std::nullopt;
}

std::optional<Journal> undoableJournal(Files &files)
{
    std::optional<Journal> newest;
    const auto journals = allJournals(files);
    const auto undone = undoneIds(journals);
    for (const Journal &journal : journals)
        if (journal.kind == Journal::Kind::Apply && journal.phase == TransactionPhase::Committed
            && !undone.contains(journal.id))
            newest = journal;
    return newest;
}

base::Result<void> removeTransaction(Files &files, const std::string &id)
{
    const std::string folder = transactionFolder(id);
    // The journal goes last but one: until then a half-removed folder is still known for what it is.
    for (const std::string &name : listNames(files, folder + "/files"))
        if (auto removed = files.remove(folder + "/files/" + name); !removed)
            return removed;
    if (auto removed = files.remove(folder + "/files"); !removed)
        return removed;
    auto names = listNames(files, folder);
    std::stable_partition(names.begin(), names.end(), [](const std::string &name) { return name != "journal"; });
    for (const std::string &name : names)
        if (auto removed = files.remove(folder + '/' + name); !removed)
            return removed;
    return files.remove(folder);
}

base::Result<void> pruneTransactions(Files &files)
{
    auto journals = allJournals(files);
    const auto undone = undoneIds(journals);
    std::vector<std::string> first, then; // an undo goes after what it took back: until then it says that it did
    int applied = 0, undos = 0, rolledBack = 0;
    for (auto journal = journals.rbegin(); journal != journals.rend(); ++journal) {
        if (journal->phase == TransactionPhase::RolledBack) {
            if (++rolledBack > kKeptRolledBack)
                then.push_back(journal->id);
        } else if (journal->phase == TransactionPhase::Committed && journal->kind == Journal::Kind::Undo) {
            if (++undos > kKeptUndos)
                then.push_back(journal->id);
        } else if (journal->phase == TransactionPhase::Committed) {
            if (undone.contains(journal->id) || ++applied > kKeptApplied)
                first.push_back(journal->id);
        }
    }
    first.insert(first.end(), then.begin(), then.end());
    for (const std::string &id : first)
        if (auto removed = removeTransaction(files, id); !removed)
            return removed;
    return {};
}

} // namespace sparkloom::agent
