// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/journal.h"

#include "adapters/store/clusterjson.h"
#include "adapters/store/files.h"
#include "base/text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <mutex>
#include <unistd.h>

namespace sparkloom::store {
using namespace base::literals;
using engine::JournalEntry;
namespace {

constexpr QLatin1String kSchema("sparkloom-journal");
constexpr int kVersion = 1;
constexpr qsizetype kMaxId = 255;

bool isStep(const QString &step)
{
    static const QSet<QString> kSteps = {QStringLiteral("begin"), QStringLiteral("trial"), QStringLiteral("prove"),
        QStringLiteral("trust"), QStringLiteral("persist"), QStringLiteral("commit"), QStringLiteral("rollback"),
        QStringLiteral("undo"), QStringLiteral("leave"), QStringLiteral("leave-gone"), QStringLiteral("closed")};
    return kSteps.contains(step);
}

bool isSound(const JournalEntry &entry)
{
    return isClusterName(entry.clusterName) && !entry.transactionId.isEmpty() && entry.transactionId.size() <= kMaxId
        && entry.spark.size() <= kMaxId && isStep(entry.step) && entry.when.isValid();
}

QByteArray headerLine()
{
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), kSchema}, {QStringLiteral("version"), kVersion}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QByteArray entryLine(const JournalEntry &entry)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("cluster"), entry.clusterName},
                   {QStringLiteral("transaction"), entry.transactionId}, {QStringLiteral("spark"), entry.spark},
                   {QStringLiteral("step"), entry.step}, {QStringLiteral("intent"), entry.intent},
                   {QStringLiteral("when"), entry.when.toUTC().toString(Qt::ISODateWithMs)}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

std::optional<JournalEntry> parseEntry(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    JournalEntry entry;
    entry.clusterName = object.value(QLatin1String("cluster")).toString();
    entry.transactionId = object.value(QLatin1String("transaction")).toString();
    entry.spark = object.value(QLatin1String("spark")).toString();
    entry.step = object.value(QLatin1String("step")).toString();
    entry.intent = object.value(QLatin1String("intent")).toBool();
    entry.when = QDateTime::fromString(object.value(QLatin1String("when")).toString(), Qt::ISODateWithMs);
    return isSound(entry) ? std::optional(entry) : std::nullopt;
}

std::vector<JournalEntry> withoutClosed(const std::vector<JournalEntry> &entries)
{
    QSet<QString> closed;
    for (const JournalEntry &entry : entries)
        if (entry.step == QLatin1String("closed"))
            closed.insert(entry.transactionId);
    std::vector<JournalEntry> open;
    for (const JournalEntry &entry : entries)
        if (!closed.contains(entry.transactionId))
            open.push_back(entry);
    return open;
}

std::vector<JournalEntry> ofCluster(const std::vector<JournalEntry> &entries, const QString &clusterName)
{
    std::vector<JournalEntry> found;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(found),
        [&](const JournalEntry &entry) { return entry.clusterName == clusterName; });
    return found;
}

} // namespace

base::Result<std::vector<JournalEntry>> parseJournal(const QByteArray &text, const QString &path)
{
    std::vector<JournalEntry> entries;
    bool first = true;
    for (const QByteArray &line : text.split('\n')) {
        if (std::exchange(first, false)) {
            if (line.isEmpty())
                continue;
            const QJsonObject header = QJsonDocument::fromJson(line).object();
            if (header.value(QLatin1String("schema")).toString() != kSchema
                || header.value(QLatin1String("version")).toInt() != kVersion)
                return base::failed(base::Message("store.version-unknown"_msg)
                                        .with("path", base::cleanText(path.toStdString(), 400))
                                        .with("version", base::cleanText(line.left(64).toStdString(), 64))
                                        .with("known", kVersion));
        } else if (line.size() <= FileJournal::kMaxLine) {
            if (auto entry = parseEntry(line))
                entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

QByteArray renderJournal(const std::vector<JournalEntry> &entries)
{
    QByteArray text = headerLine();
    for (const JournalEntry &entry : entries)
        text += entryLine(entry);
    return text;
}

class FileJournal::File {
public:
    File(const StorePaths &paths, qint64 compactAbove)
        : m_folder(paths.state), m_path(paths.state + QStringLiteral("/journal.jsonl")), m_compactAbove(compactAbove)
    {}

    base::Result<void> append(const JournalEntry &entry)
    {
        const QByteArray line = entryLine(entry);
        if (!isSound(entry) || line.size() > kMaxLine)
            return base::Error{
                base::ErrorKind::Internal, base::Message("store.journal-entry"_msg), entry.step.left(32).toStdString()};
        if (const auto made = ensurePrivateFolder(m_folder); !made)
            return made;
        const FileLock lock(m_path + QStringLiteral(".lock"));
        if (!lock.held())
            return ioError("store.file-not-written"_msg, m_path, errnoText());
        const auto text = readWhole(m_path, kMaxFile);
        if (!text)
            return text.error();
        const QByteArray old = text->value_or(QByteArray());
        const qsizetype sound = old.lastIndexOf('\n') + 1;
        auto entries = parseJournal(old.left(sound), m_path);
        if (!entries)
            return entries.error();
        if (sound == 0 || old.size() > m_compactAbove)
            return rewrite(withoutClosed(*entries), line);
        if (sound < old.size() && truncate(QFile::encodeName(m_path).constData(), sound) != 0)
            return ioError("store.file-not-written"_msg, m_path, errnoText());
        return appendFile(m_path, line);
    }

    std::vector<JournalEntry> open(const QString &clusterName)
    {
        const std::lock_guard lock(m_mutex);
        if (const FileStamp stamp = stampOf(m_path); !m_loaded || stamp != m_stamp) {
            m_stamp = stamp;
            m_loaded = true;
            m_entries.clear();
            if (const auto text = readWhole(m_path, kMaxFile); text && *text)
                if (auto entries = parseJournal((*text)->left((*text)->lastIndexOf('\n') + 1), m_path))
                    m_entries = withoutClosed(*entries);
        }
        return ofCluster(m_entries, clusterName);
    }

    std::vector<JournalEntry> all(const QString &clusterName) const
    {
        const auto text = readWhole(m_path, kMaxFile);
        if (!text || !*text)
            return {};
        const auto entries = parseJournal((*text)->left((*text)->lastIndexOf('\n') + 1), m_path);
        return entries ? ofCluster(*entries, clusterName) : std::vector<JournalEntry>{};
    }

private:
    base::Result<void> rewrite(const std::vector<JournalEntry> &entries, const QByteArray &lastLine) const
    {
        return replaceFile(m_path, renderJournal(entries) + lastLine);
    }

    const QString m_folder;
    const QString m_path;
    const qint64 m_compactAbove;
    std::mutex m_mutex; // guards what follows
    bool m_loaded = false;
    FileStamp m_stamp;
    std::vector<JournalEntry> m_entries;
};

FileJournal::FileJournal(const StorePaths &paths, std::shared_ptr<IoThread> io, qint64 compactAbove)
    : m_file(std::make_shared<File>(paths, compactAbove)), m_io(std::move(io))
{}

QFuture<base::Result<void>> FileJournal::append(const JournalEntry &entry)
{
    return m_io->run([file = m_file, entry] { return file->append(entry); });
}

QFuture<std::vector<JournalEntry>> FileJournal::all(const QString &clusterName) const
{
    return m_io->run([file = m_file, clusterName] { return file->all(clusterName); });
}

std::vector<JournalEntry> FileJournal::open(const QString &clusterName) const
{
    return m_file->open(clusterName);
}

} // namespace sparkloom::store
