// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/sshaliasstore.h"

#include "adapters/store/files.h"
#include "base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

namespace sparkloom::store {
using namespace base::literals;
namespace {

constexpr qint64 kMaxConfig = 1024 * 1024;
constexpr qsizetype kMaxIncluded = 64;

QString configPath(const StorePaths &paths)
{
    return paths.ssh + QStringLiteral("/config");
}

QString aliasPath(const StorePaths &paths)
{
    return paths.ssh + QLatin1Char('/')
        + QString::fromLatin1(domain::kAliasFile.data(), static_cast<qsizetype>(domain::kAliasFile.size()));
}

base::Error refusal(base::MessageId id, const QString &path)
{
    return base::refused(base::Message(id).with("path", base::cleanText(path.toStdString(), 400)));
}

// A link that leads nowhere, a folder, a file of somebody else, or one that others may write to: none of our business.
base::Result<void> checkPlain(const QString &path)
{
    struct stat status;
    const QByteArray name = QFile::encodeName(path);
    if (lstat(name.constData(), &status) != 0)
        return {}; // there is none
    if (stat(name.constData(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid())
        return refusal("aliases.config-not-plain"_msg, path);
    if (status.st_mode & 022)
        return refusal("aliases.config-open"_msg, path);
    return {};
}

base::Result<std::optional<std::string>> textOf(const QString &path)
{
    if (const auto plain = checkPlain(path); !plain)
        return plain.error();
    const auto bytes = readWhole(path, kMaxConfig);
    if (!bytes)
        return bytes.error();
    return *bytes ? std::optional((*bytes)->toStdString()) : std::nullopt;
}

// As ssh reads them: relative to its own folder, "~/" is home, patterns of file names.
QStringList filesOf(const StorePaths &paths, const std::string &pattern)
{
    QString path = QString::fromStdString(pattern);
    if (path.startsWith(QStringLiteral("~/")))
        path = QDir::homePath() + path.mid(1);
    else if (!path.startsWith(QLatin1Char('/')))
        path = paths.ssh + QLatin1Char('/') + path;
    const QFileInfo info(path);
    const QStringList names = QDir(info.path()).entryList({info.fileName()}, QDir::Files | QDir::Hidden);
    QStringList files;
    for (const QString &name : names)
        files << info.path() + QLatin1Char('/') + name;
    return files;
}

base::Result<domain::SshAliasState> readState(const StorePaths &paths)
{
    domain::SshAliasState state;
    state.folder = paths.ssh.toStdString();
    state.identity = (paths.data + QStringLiteral("/key/id_ed25519")).toStdString();
    state.knownHosts = (paths.data + QStringLiteral("/known_hosts")).toStdString();
    state.madeFolder = !QFileInfo::exists(paths.ssh);
    auto config = textOf(configPath(paths));
    auto file = textOf(aliasPath(paths));
    if (!config || !file)
        return config ? file.error() : config.error();
    state.config = std::move(config).value();
    state.file = std::move(file).value();
    QStringList included;
    for (const std::string &pattern : domain::includesOf(state.config.value_or(std::string())))
        included += filesOf(paths, pattern);
    for (const QString &path : included.mid(0, kMaxIncluded))
        if (const auto text = readWhole(path, kMaxConfig); text && *text)
            state.included.push_back((*text)->toStdString());
    return state;
}

// Whole or not at all, through a link, with the mode that the file has; 0600 where it is new.
base::Result<void> replaceKeepingMode(const QString &path, const std::string &text)
{
    const bool there = QFileInfo::exists(path);
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly)
        && (there || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        && file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size())
        && file.commit();
    if (!good)
        return ioError("aliases.file-not-written"_msg, path, file.errorString());
    syncFolder(QFileInfo(QFileInfo(path).canonicalFilePath()).path());
    return {};
}

base::Result<void> change(
    const QString &path, const std::optional<std::string> &before, const std::optional<std::string> &after)
{
    if (before == after)
        return {};
    if (after)
        return replaceKeepingMode(path, *after);
    if (unlink(QFile::encodeName(path).constData()) != 0)
        return ioError("aliases.file-not-written"_msg, path, errnoText());
    syncFolder(QFileInfo(path).path());
    return {};
}

// The file of names is there before the line that reads it, and goes after it: ssh never reads half of it.
base::Result<void> writeSection(const StorePaths &paths, const std::string &cluster, const std::string &section)
{
    if (const auto made = ensurePrivateFolder(paths.data); !made)
        return made;
    const FileLock lock(paths.data + QStringLiteral("/ssh-aliases.lock")); // two applications, one configuration
    const auto state = readState(paths);
    if (!state)
        return state.error();
    const domain::AliasTexts texts = domain::withAliases(*state, cluster, section);
    if (texts.config == state->config && texts.file == state->file)
        return {};
    if (texts.file)
        if (const auto made = ensurePrivateFolder(paths.ssh); !made)
            return made;
    const bool configFirst = !texts.file;
    for (const bool config : {configFirst, !configFirst}) {
        const auto done = config ? change(configPath(paths), state->config, texts.config)
                                 : change(aliasPath(paths), state->file, texts.file);
        if (!done)
            return done;
    }
    if (texts.removeFolder)
        (void)rmdir(QFile::encodeName(paths.ssh).constData()); // only where it is empty
    return {};
}

} // namespace

FileSshAliasStore::FileSshAliasStore(const StorePaths &paths, std::shared_ptr<IoThread> io)
    : m_paths(paths), m_io(std::move(io))
{}

QFuture<base::Result<domain::SshAliasState>> FileSshAliasStore::read()
{
    return m_io->run([paths = m_paths] { return readState(paths); });
}

QFuture<base::Result<void>> FileSshAliasStore::write(const std::string &cluster, const std::string &section)
{
    return m_io->run([paths = m_paths, cluster, section] { return writeSection(paths, cluster, section); });
}

} // namespace sparkloom::store
