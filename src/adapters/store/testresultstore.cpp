// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/testresultstore.h"

#include "adapters/store/clusterjson.h"
#include "adapters/store/files.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::store {
using namespace base::literals;
namespace {

constexpr qint64 kMostBytes = 4 << 20; // a ladder over many cables has some hundred kB

// Names sort by time.
QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name | QDir::Reversed);
}

} // namespace

FileTestResults::FileTestResults(const StorePaths &paths, std::shared_ptr<IoThread> io)
    : m_folder(paths.state + u"/results"_s), m_io(std::move(io))
{}

QFuture<base::Result<std::vector<QByteArray>>> FileTestResults::load(const QString &clusterName)
{
    return m_io->run([folder = m_folder, clusterName]() -> base::Result<std::vector<QByteArray>> {
        std::vector<QByteArray> documents;
        if (!isClusterName(clusterName))
            return documents;
        const QString own = folder + u'/' + clusterName;
        for (const QString &name : filesIn(own).mid(0, kKept)) {
            const auto text = readWhole(own + u'/' + name, kMostBytes);
            if (text && *text) // what cannot be read is left out: these are memories, nothing hangs on them
                documents.push_back(**text);
        }
        return documents;
    });
}

QFuture<base::Result<void>> FileTestResults::keep(
    const QString &clusterName, const QDateTime &when, const QByteArray &document)
{
    return m_io->run([folder = m_folder, clusterName, when, document]() -> base::Result<void> {
        if (!isClusterName(clusterName) || !when.isValid() || document.size() > kMostBytes)
            return base::failed("store.result-not-kept"_msg);
        const QString own = folder + u'/' + clusterName;
        if (const auto made = ensurePrivateFolder(own); !made)
            return made;
        const QString name = when.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz'Z.json'"_s);
        if (const auto written = replaceFile(own + u'/' + name, document); !written)
            return written;
        for (const QString &old : filesIn(own).mid(kKept))
            QFile::remove(own + u'/' + old);
        return {};
    });
}

QFuture<base::Result<QByteArray>> FileTestResults::baseline(const QString &clusterName)
{
    return m_io->run([folder = m_folder, clusterName]() -> base::Result<QByteArray> {
        const auto text = isClusterName(clusterName)
            ? readWhole(folder + u'/' + clusterName + u"/baseline"_s, kMostBytes)
            : base::Result<std::optional<QByteArray>>(std::nullopt);
        return text && *text ? **text : QByteArray(); // a memory, too
    });
}

QFuture<base::Result<void>> FileTestResults::keepBaseline(const QString &clusterName, const QByteArray &baseline)
{
    return m_io->run([folder = m_folder, clusterName, baseline]() -> base::Result<void> {
        if (!isClusterName(clusterName) || baseline.size() > kMostBytes)
            return base::failed("store.result-not-kept"_msg);
        const QString own = folder + u'/' + clusterName;
        if (const auto made = ensurePrivateFolder(own); !made)
            return made;
        return replaceFile(own + u"/baseline"_s, baseline);
    });
}

} // namespace sparkloom::store
