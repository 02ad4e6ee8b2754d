// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/appkeystore.h"

#include "adapters/store/files.h"
#include "base/secret.h"

#include <QCryptographicHash>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkloom::store {
using namespace base::literals;
namespace {

constexpr qint64 kMaxKeyFile = 16 * 1024;

QString privatePath(const QString &folder)
{
    return folder + QStringLiteral("/id_ed25519");
}

QString publicPath(const QString &folder)
{
    return folder + QStringLiteral("/id_ed25519.pub");
}

// "ssh-ed25519 AAAA..." without comment; empty where the file holds none.
QString readPublic(const QString &folder)
{
    const auto text = readWhole(publicPath(folder), kMaxKeyFile);
    if (!text || !*text)
        return {};
    const QList<QByteArray> fields = (*text)->simplified().split(' ');
    if (fields.size() < 2 || fields[0] != "ssh-ed25519")
        return {};
    return QString::fromLatin1(fields[0] + ' ' + fields[1]);
}

base::Result<void> checkModes(const QString &folder)
{
    for (const QString &path : {folder, privatePath(folder)}) {
        struct stat status;
        if (stat(QFile::encodeName(path).constData(), &status) != 0)
            return ioError("store.file-unreadable"_msg, path, errnoText());
        if (status.st_uid != geteuid() || (status.st_mode & 077) != 0)
            return base::refused(base::Message("store.key-exposed"_msg).with("path", path.toStdString()));
    }
    return {};
}

// Whole or not at all: written beside and renamed. Under the folder's lock.
base::Result<void> writePrivate(const QString &path, const QByteArray &text)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray fresh = name + ".new";
    unlink(fresh.constData()); // of an earlier try that was cut off
    const int descriptor = open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return ioError("store.file-not-written"_msg, path, errnoText());
    bool good = write(descriptor, text.constData(), static_cast<std::size_t>(text.size())) == text.size()
        && fsync(descriptor) == 0;
    good = good && rename(fresh.constData(), name.constData()) == 0;
    const QString reason = errnoText();
    close(descriptor);
    if (!good) {
        unlink(fresh.constData());
        return ioError("store.file-not-written"_msg, path, reason);
    }
    return {};
}

base::Result<engine::KeyPair> readPair(const QString &folder)
{
    if (const auto safe = checkModes(folder); !safe)
        return safe.error();
    const auto text = readWhole(privatePath(folder), kMaxKeyFile);
    if (!text)
        return text.error();
    engine::KeyPair pair;
    pair.privateKey = text->value_or(QByteArray());
    pair.publicKey = readPublic(folder);
    if (pair.privateKey.isEmpty() || pair.publicKey.isEmpty())
        return base::failed(base::Message("store.key-broken"_msg).with("path", folder.toStdString()));
    return pair;
}

// The public half first: a private key that exists is complete.
base::Result<engine::KeyPair> makePair(const QString &folder, const FileAppKeyStore::Generate &generate)
{
    const auto pair = generate();
    if (!pair)
        return pair;
    if (const auto written = replaceFile(publicPath(folder), pair->publicKey.toLatin1() + " sparkloom\n"); !written)
        return written.error();
    if (const auto written = writePrivate(privatePath(folder), pair->privateKey); !written)
        return written.error();
    syncFolder(folder);
    return pair;
}

} // namespace

FileAppKeyStore::FileAppKeyStore(const StorePaths &paths, std::shared_ptr<IoThread> io, Generate generate)
    : m_folder(paths.data + QStringLiteral("/key")), m_io(std::move(io)), m_generate(std::move(generate))
{}

QFuture<base::Result<engine::KeyPair>> FileAppKeyStore::key()
{
    return m_io->run([folder = m_folder, generate = m_generate]() -> base::Result<engine::KeyPair> {
        if (const auto made = ensurePrivateFolder(folder); !made)
            return made.error();
        // Two instances that start for the first time must end up with one key.
        const FileLock lock(folder + QStringLiteral("/lock"));
        return QFile::exists(privatePath(folder)) ? readPair(folder) : makePair(folder, generate);
    });
}

QString FileAppKeyStore::keyId() const
{
    const QByteArray text = readPublic(m_folder).toLatin1();
    if (text.isEmpty() || !QFile::exists(privatePath(m_folder)))
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(12));
}

} // namespace sparkloom::store
