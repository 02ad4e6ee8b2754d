// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

// Files that only this user may read, replaced as a whole and durable when a call returns. I/O thread.
namespace sparkloom::store {

// What tells one version of a file from another without reading it.
struct FileStamp {
    qint64 size = -1; // -1: there is none
    qint64 modifiedNs = 0;
    quint64 inode = 0;
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};
FileStamp stampOf(const QString &path);

// Makes the folder with mode 0700, and its parents.
base::Result<void> ensurePrivateFolder(const QString &folder);
// The whole file; nothing where there is none. Errors: cannot be read, larger than limit.
base::Result<std::optional<QByteArray>> readWhole(const QString &path, qint64 limit);
// Replaces the file (0600) atomically; file and folder are on the disk afterwards.
base::Result<void> replaceFile(const QString &path, const QByteArray &bytes);
// Adds to the end (0600) and syncs.
base::Result<void> appendFile(const QString &path, const QByteArray &bytes);
void syncFolder(const QString &folder);

// errno as an Error with the path.
base::Error ioError(base::MessageId id, const QString &path, const QString &reason);
QString errnoText();

// Holds an exclusive lock (flock) on a file of its own while it lives; other processes and other objects wait for it.
class FileLock {
public:
    explicit FileLock(const QString &path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    bool held() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

} // namespace sparkloom::store
