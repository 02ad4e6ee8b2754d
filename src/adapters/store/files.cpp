// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/files.h"

#include "base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkloom::store {
using namespace base::literals;

QString errnoText()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

base::Error ioError(base::MessageId id, const QString &path, const QString &reason)
{
    return base::failed(base::Message(id)
                            .with("path", base::cleanText(path.toStdString(), 400))
                            .with("reason", base::cleanText(reason.toStdString(), 200)));
}

FileStamp stampOf(const QString &path)
{
    struct stat status;
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return {status.st_size, status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec, status.st_ino};
}

base::Result<void> ensurePrivateFolder(const QString &folder)
{
    const QDir dir(folder);
    if (dir.exists())
        return {};
    if (!QDir().mkpath(QFileInfo(folder).path())
        || (mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST))
        return ioError("store.folder-not-made"_msg, folder, errnoText());
    return {};
}

base::Result<std::optional<QByteArray>> readWhole(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly))
        return ioError("store.file-unreadable"_msg, path, file.errorString());
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return ioError("store.file-unreadable"_msg, path, file.errorString());
    if (bytes.size() > limit)
        return base::Error{base::ErrorKind::Protocol,
            base::Message("store.file-too-large"_msg)
                .with("path", base::cleanText(path.toStdString(), 400))
                .with("bytes", static_cast<std::int64_t>(limit)),
            {}};
    return std::optional<QByteArray>(bytes);
}

void syncFolder(const QString &folder)
{
    const int descriptor = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // some file systems cannot; the file itself is synced
    (void)fsync(descriptor);
    close(descriptor);
}

base::Result<void> replaceFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path); // syncs before it renames
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return ioError("store.file-not-written"_msg, path, file.errorString());
    syncFolder(QFileInfo(path).path());
    return {};
}

base::Result<void> appendFile(const QString &path, const QByteArray &bytes)
{
    const int descriptor = open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return ioError("store.file-not-written"_msg, path, errnoText());
    const ssize_t written = ::write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const bool good = written == bytes.size() && fsync(descriptor) == 0;
    const QString reason = good                  ? QString()
        : written >= 0 && written < bytes.size() ? QStringLiteral("short write")
                                                 : errnoText();
    close(descriptor);
    if (!good)
        return ioError("store.file-not-written"_msg, path, reason);
    return {};
}

FileLock::FileLock(const QString &path)
    : m_descriptor(open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    while (m_descriptor >= 0 && flock(m_descriptor, LOCK_EX) != 0) {
        if (errno == EINTR)
            continue;
        close(m_descriptor);
        m_descriptor = -1;
    }
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor); // which unlocks
}

} // namespace sparkloom::store
