// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/store/iothread.h"
#include "adapters/store/paths.h"
#include "engine/ports/store.h"

namespace sparkloom::store {

// The entries in whole lines of a journal. A line that is no entry is passed over: what follows it still counts. path
// is only for messages. Errors: another schema or version.
base::Result<std::vector<engine::JournalEntry>> parseJournal(const QByteArray &text, const QString &path);
// Header and entries as they stand in the file.
QByteArray renderJournal(const std::vector<engine::JournalEntry> &entries);

// STATE/journal.jsonl: a header line, then one JSON object per entry. An entry is durable when its future is done.
// A last line that was cut off (it was never confirmed) is dropped at the next append. Transactions that are closed are
// taken out when the file has grown. Several instances may append: each takes a lock file for the moment.
class FileJournal : public engine::Journal {
public:
    static constexpr qint64 kCompactAbove = 256 * 1024;
    static constexpr qint64 kMaxFile = 16 * 1024 * 1024;
    static constexpr qsizetype kMaxLine = 4096;

    FileJournal(const StorePaths &paths, std::shared_ptr<IoThread> io, qint64 compactAbove = kCompactAbove);

    // Errors: a value that is too long or a step that is not known (Internal), the file cannot be written, the file was
    // written by a newer version.
    QFuture<base::Result<void>> append(const engine::JournalEntry &entry) override;
    std::vector<engine::JournalEntry> open(const QString &clusterName) const override;
    // Every entry of the cluster that is still in the file, closed or not, oldest first; none where it cannot be read.
    QFuture<std::vector<engine::JournalEntry>> all(const QString &clusterName) const;

private:
    class File;
    std::shared_ptr<File> m_file;
    std::shared_ptr<IoThread> m_io;
};

} // namespace sparkloom::store
