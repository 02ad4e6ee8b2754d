// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/clusterstore.h"

#include "adapters/store/clusterjson.h"
#include "adapters/store/files.h"
#include "base/text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace sparkloom::store {
using namespace base::literals;
using engine::Cluster;
namespace {

constexpr qsizetype kMaxClusters = 256;
constexpr std::size_t kMaxLockText = 1024;

QString filePath(const QString &folder, const QString &name, const char *suffix)
{
    return folder + QLatin1Char('/') + name + QLatin1String(suffix);
}

base::Error badName(const QString &name)
{
    return {base::ErrorKind::Usage,
        base::Message("store.cluster-name"_msg).with("name", base::cleanText(name.toStdString(), 64)), {}};
}

base::Result<std::vector<Cluster>> loadAll(const QString &folder)
{
    std::vector<Cluster> clusters;
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files.mid(0, kMaxClusters)) {
        const QString name = file.chopped(5);
        if (!isClusterName(name))
            continue; // not one of ours
        const QString path = filePath(folder, name, ".json");
        const auto text = readWhole(path, kMaxClusterFile);
        if (!text)
            return text.error();
        if (!*text)
            continue; // removed meanwhile
        auto cluster = decodeCluster(**text, path);
        if (!cluster)
            return cluster.error();
        if (cluster->name != name)
            return base::protocolError(base::Message("store.cluster-invalid"_msg)
                                           .with("path", base::cleanText(path.toStdString(), 400))
                                           .with("field", "name"));
        clusters.push_back(std::move(cluster).value());
    }
    return clusters;
}

class HeldLock : public engine::ClusterStore::Lock {
public:
    explicit HeldLock(int descriptor) : m_descriptor(descriptor) {}
    ~HeldLock() override
    {
        // The file stays: removing it would let two holders lock two files of one name.
        (void)!ftruncate(m_descriptor, 0);
        close(m_descriptor);
    }
    HeldLock(const HeldLock &) = delete;
    HeldLock &operator=(const HeldLock &) = delete;

private:
    const int m_descriptor;
};

base::Error lockedByOther(int descriptor, const QString &name)
{
    QByteArray text(kMaxLockText, '\0');
    const ssize_t size = pread(descriptor, text.data(), kMaxLockText, 0);
    text.truncate(size > 0 ? size : 0);
    const QJsonObject holder = QJsonDocument::fromJson(text).object();
    const auto shown = [&](const char *field) {
        return base::cleanText(holder.value(QLatin1String(field)).toString().toStdString(), 128);
    };
    return base::refused(base::Message("store.cluster-locked"_msg)
                             .with("name", name.toStdString())
                             .with("owner", shown("owner"))
                             .with("since", shown("since")));
}

} // namespace

FileClusterStore::FileClusterStore(const StorePaths &paths, std::shared_ptr<IoThread> io, QString owner)
    : m_folder(paths.config + QStringLiteral("/clusters")), m_io(std::move(io)), m_owner(std::move(owner))
{}

QFuture<base::Result<std::vector<Cluster>>> FileClusterStore::load()
{
    return m_io->run([folder = m_folder] { return loadAll(folder); });
}

QFuture<base::Result<void>> FileClusterStore::save(const Cluster &cluster)
{
    return m_io->run([folder = m_folder, cluster]() -> base::Result<void> {
        if (!isClusterName(cluster.name))
            return badName(cluster.name);
        const QString path = filePath(folder, cluster.name, ".json");
        const QByteArray text = encodeCluster(cluster);
        // What could not be read back is not written.
        if (const auto again = decodeCluster(text, path); !again)
            return again.error();
        if (const auto made = ensurePrivateFolder(folder); !made)
            return made;
        return replaceFile(path, text);
    });
}

QFuture<base::Result<void>> FileClusterStore::remove(const QString &clusterName)
{
    return m_io->run([folder = m_folder, clusterName]() -> base::Result<void> {
        if (!isClusterName(clusterName))
            return badName(clusterName);
        const QString path = filePath(folder, clusterName, ".json");
        if (unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
            return ioError("store.file-not-written"_msg, path, errnoText());
        syncFolder(folder);
        return {};
    });
}

QFuture<std::map<QString, QDateTime>> FileClusterStore::storedAt()
{
    return m_io->run([folder = m_folder] {
        std::map<QString, QDateTime> times;
        const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files.mid(0, kMaxClusters))
            times[file.completeBaseName()] = file.lastModified();
        return times;
    });
}

base::Result<std::shared_ptr<engine::ClusterStore::Lock>> FileClusterStore::lock(const QString &clusterName)
{
    if (!isClusterName(clusterName))
        return badName(clusterName);
    if (const auto made = ensurePrivateFolder(m_folder); !made)
        return made.error();
    const QString path = filePath(m_folder, clusterName, ".lock");
    const int descriptor = open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return ioError("store.file-not-written"_msg, path, errnoText());
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const base::Error error = errno == EWOULDBLOCK ? lockedByOther(descriptor, clusterName)
                                                       : ioError("store.file-not-written"_msg, path, errnoText());
        close(descriptor);
        return error;
    }
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("owner"), m_owner},
                          {QStringLiteral("since"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}})
            .toJson(QJsonDocument::Compact);
    // Only for the message that others show; the lock itself is the kernel's.
    (void)!ftruncate(descriptor, 0);
    (void)!pwrite(descriptor, text.constData(), static_cast<std::size_t>(text.size()), 0);
    return std::shared_ptr<Lock>(std::make_shared<HeldLock>(descriptor));
}

} // namespace sparkloom::store
