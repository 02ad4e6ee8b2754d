// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/text.h"

#include "base/remedy.h"
#include "engine/text/catalogue.h"
#include "engine/text/english.h"
#include "engine/text/fill.h"
#include "engine/text/reader.h"
#include "engine/text/windowwords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine::text {
namespace {

QHash<QByteArrayView, const Entry *> makeIndex()
{
    QHash<QByteArrayView, const Entry *> index;
    for (const auto entries : allEntries()) {
        for (const Entry &entry : entries)
            index.insert(QByteArrayView(entry.id), &entry);
    }
    return index;
}

const QHash<QByteArrayView, const Entry *> &index()
{
    static const QHash<QByteArrayView, const Entry *> table = makeIndex();
    return table;
}

const Entry *find(const std::string &id)
{
    return index().value(QByteArrayView(id.data(), static_cast<qsizetype>(id.size())), nullptr);
}

// The sentence for this number. Without a translation for %n the English singular is ours to choose.
QString counted(const Entry &entry, const base::Message &message)
{
    const auto argument = message.arguments.find("count");
    const std::int64_t *count =
        argument == message.arguments.end() ? nullptr : std::get_if<std::int64_t>(&argument->second);
    if (!entry.one || !count)
        return text::translated(entry.seen);
    const int n = static_cast<int>(std::clamp<std::int64_t>(*count, 0, 1'000'000));
    const QString translated = text::translated(entry.seen, n);
    const QString source = QString::fromUtf8(entry.seen).replace(u"%n"_s, QString::number(n));
    return n == 1 && translated == source ? QString::fromUtf8(entry.one) : translated;
}

QString unknown(const std::string &id)
{
    return u'[' + cleaned(id) + u']';
}

Reader &reader()
{
    static Reader whom = Reader::CommandLine;
    return whom;
}

// nullptr: the entry's own words hold.
const char *wordsForReader(const Entry &entry)
{
    return reader() == Reader::Window ? windowWords(entry.id) : nullptr;
}

QString part(const char *source, const base::Message &message)
{
    return source ? filled(text::translated(source), message) : QString();
}

} // namespace

std::vector<std::span<const Entry>> allEntries()
{
    return {sshEntries(), protocolEntries(), fabricEntries(), optionEntries(), planEntries(), preflightEntries(),
        environmentEntries(), agentEntries(), changeEntries(), hostEntries(), verifyEntries(), benchEntries(),
        liveEntries(), driftEntries(), computerEntries(), virtualEntries(), membershipEntries(), ncclEntries(),
        rdmaEntries(), commandLineEntries()};
}

void setReader(Reader whom)
{
    reader() = whom;
}

QString sentence(const base::Message &message)
{
    if (message.empty())
        return {};
    const Entry *entry = find(message.id);
    if (const char *own = entry && !entry->remedy ? wordsForReader(*entry) : nullptr)
        return part(own, message);
    return entry ? filled(counted(*entry, message), message) : unknown(message.id);
}

Explanation explain(const base::Error &error)
{
    const Entry *entry = find(error.message.id);
    if (!entry)
        return {unknown(error.message.id), {}, {}};
    const char *own = entry->remedy ? wordsForReader(*entry) : nullptr;
    Explanation said = {
        sentence(error.message), part(entry->meaning, error.message), part(own ? own : entry->remedy, error.message)};
    if (const base::Message remedy = base::remedyOf(error.message); !remedy.empty() && said.remedy.isEmpty()) {
        // What to do, or the error that was behind it, which says that itself.
        const Entry *behind = find(remedy.id);
        const bool isError = behind && behind->remedy;
        const Explanation whole = isError ? explain(base::failed(remedy)) : Explanation{};
        if (isError)
            said.meaning = whole.seen + u' ' + whole.meaning;
        said.remedy = isError ? whole.remedy : sentence(remedy);
    }
    return said;
}

QString explanationText(const base::Error &error)
{
    const Explanation explanation = explain(error);
    QStringList lines;
    for (const QString &line : {explanation.seen, explanation.meaning, explanation.remedy})
        if (!line.isEmpty())
            lines << line;
    return lines.join(u'\n');
}

QStringList knownIds()
{
    QStringList ids;
    for (const Entry *entry : index())
        ids << QString::fromLatin1(entry->id);
    ids.sort();
    return ids;
}

} // namespace sparkloom::engine::text
