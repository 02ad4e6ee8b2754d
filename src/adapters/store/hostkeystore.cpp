// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/hostkeystore.h"

#include "base/text.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace sparkloom::store {
using namespace base::literals;
using engine::HostKey;
using Answer = engine::HostKeyStore::Answer;
using Verdict = engine::HostKeyStore::Verdict;
namespace {

constexpr char kHeader[] = "# sparkloom known_hosts ";
constexpr int kVersion = 1;

using Forms = QList<QByteArray>;

Forms formsOf(const QStringList &names, quint16 port)
{
    Forms forms;
    for (const QString &name : names) {
        const QByteArray form = hostForm(name, port);
        // What would break the line apart is no host name.
        if (!name.isEmpty() && !form.contains(',') && !form.contains(' ') && !form.contains('\n') && !form.contains('|')
            && !form.contains('*') && !form.contains('?') && !form.contains('!') && form.size() <= 300
            && !forms.contains(form))
            forms.append(form);
    }
    return forms;
}

// What a set of entries says of one host form.
Answer lookUp(const std::vector<KnownHostsEntry> &entries, const QByteArray &form, const HostKey &key)
{
    Answer answer;
    for (const KnownHostsEntry &entry : entries) {
        if (entry.marker != KnownHostsEntry::Marker::None || !entry.matches(form))
            continue;
        if (entry.blob == key.blob)
            return {Verdict::Known, fingerprintOf(entry.blob), false};
        if (entry.type == key.type)
            answer = {Verdict::Changed, fingerprintOf(entry.blob), false};
        else if (answer.verdict == Verdict::Unknown)
            answer = {Verdict::OtherType, fingerprintOf(entry.blob), false};
    }
    return answer;
}

bool knowsAny(const std::vector<KnownHostsEntry> &entries, const Forms &forms, const HostKey &key)
{
    return std::any_of(forms.begin(), forms.end(),
        [&](const QByteArray &form) { return lookUp(entries, form, key).verdict == Verdict::Known; });
}

bool revokes(const std::vector<KnownHostsEntry> &entries, const Forms &forms, const HostKey &key)
{
    return std::any_of(entries.begin(), entries.end(), [&](const KnownHostsEntry &entry) {
        return entry.marker == KnownHostsEntry::Marker::Revoked && entry.blob == key.blob
            && std::any_of(forms.begin(), forms.end(), [&](const QByteArray &form) { return entry.matches(form); });
    });
}

void removeForms(std::vector<KnownHostsEntry> &entries, const Forms &forms)
{
    for (KnownHostsEntry &entry : entries)
        entry.patterns.removeIf([&](const QByteArray &pattern) { return forms.contains(pattern); });
    std::erase_if(entries, [](const KnownHostsEntry &entry) { return entry.patterns.isEmpty(); });
}

void addForms(std::vector<KnownHostsEntry> &entries, const Forms &forms, const HostKey &key)
{
    const auto same = std::find_if(
        entries.begin(), entries.end(), [&](const KnownHostsEntry &entry) { return entry.blob == key.blob; });
    if (same == entries.end())
        entries.push_back({KnownHostsEntry::Marker::None, forms, key.type, key.blob});
    else
        same->patterns += forms;
}

base::Message about(base::MessageId id, const QStringList &names, const HostKey &key)
{
    return base::Message(id)
        .with("name", base::cleanText(names.value(0).toStdString(), 255))
        .with("fingerprint", key.fingerprint.toStdString());
}

} // namespace

// The files and what was read of them. Any thread.
class FileHostKeyStore::Files {
public:
    explicit Files(const StorePaths &paths)
        : m_folder(paths.data), m_own(paths.data + QStringLiteral("/known_hosts")), m_foreign(paths.foreignKnownHosts)
    {}

    Answer check(const QStringList &names, quint16 port, const HostKey &key)
    {
        const Forms forms = formsOf(names, port);
        const std::lock_guard lock(m_mutex);
        refresh();
        if (forms.isEmpty())
            return {};
        if (revokes(m_foreignEntries, forms, key))
            return {Verdict::Changed, QString(), true};
        Answer own = lookUp(m_ownEntries, forms.first(), key);
        if (own.verdict != Verdict::Unknown)
            return own;
        if (knowsAny(m_ownEntries, forms, key))
            return {Verdict::Known, key.fingerprint, false};
        // Of foreign files another type says nothing: we never offered the choice that OpenSSH offers.
        const Answer foreign = lookUp(m_foreignEntries, forms.first(), key);
        if (foreign.verdict == Verdict::Changed)
            return {Verdict::Changed, foreign.knownFingerprint, true};
        if (knowsAny(m_foreignEntries, forms, key))
            return {Verdict::Known, key.fingerprint, true};
        return {};
    }

    QStringList namesOf(const HostKey &key)
    {
        const std::lock_guard lock(m_mutex);
        refresh();
        QStringList names;
        for (const KnownHostsEntry &entry : m_ownEntries)
            if (entry.blob == key.blob)
                for (const QByteArray &form : entry.patterns)
                    names.append(QString::fromUtf8(form));
        return names;
    }

    // Reads our file, lets `change` work on its entries, and writes it: one step for all instances of the application.
    template <typename Change>
    base::Result<void> update(Change change)
    {
        if (const auto made = ensurePrivateFolder(m_folder); !made)
            return made;
        const FileLock fileLock(m_own + QStringLiteral(".lock"));
        if (!fileLock.held())
            return ioError("store.file-not-written"_msg, m_own, errnoText());
        auto entries = readOwn();
        if (!entries)
            return entries.error();
        if (const base::Result<void> changed = change(entries.value()); !changed)
            return changed;
        QByteArray text = kHeader + QByteArray::number(kVersion) + '\n';
        for (const KnownHostsEntry &entry : *entries)
            text += renderKnownHostsLine(entry.patterns, entry.type, entry.blob);
        return replaceFile(m_own, text);
    }

    base::Result<void> archive(const std::vector<KnownHostsEntry> &entries, const Forms &forms) const
    {
        QByteArray text;
        const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
        for (const KnownHostsEntry &entry : entries)
            for (const QByteArray &form : forms)
                if (entry.patterns.contains(form))
                    text += now + ' ' + renderKnownHostsLine({form}, entry.type, entry.blob);
        return text.isEmpty() ? base::Result<void>() : appendFile(m_own + QStringLiteral(".replaced"), text);
    }

    bool isRevoked(const Forms &forms, const HostKey &key)
    {
        const std::lock_guard lock(m_mutex);
        refresh();
        return revokes(m_foreignEntries, forms, key);
    }

private:
    base::Result<std::vector<KnownHostsEntry>> readOwn() const
    {
        const auto text = readWhole(m_own, kMaxKnownHostsFile);
        if (!text)
            return text.error();
        if (!*text)
            return std::vector<KnownHostsEntry>();
        const QByteArray header = (*text)->left((*text)->indexOf('\n'));
        if (header != kHeader + QByteArray::number(kVersion))
            return base::failed(base::Message("store.version-unknown"_msg)
                                    .with("path", base::cleanText(m_own.toStdString(), 400))
                                    .with("version", base::cleanText(header.mid(qstrlen(kHeader)).toStdString(), 32))
                                    .with("known", kVersion));
        return parseKnownHosts(**text);
    }

    // Under the mutex.
    void refresh()
    {
        if (const FileStamp stamp = stampOf(m_own); !m_loaded || stamp != m_ownStamp) {
            m_ownStamp = stamp;
            auto entries = readOwn();
            m_ownEntries = entries ? std::move(entries).value() : std::vector<KnownHostsEntry>();
        }
        std::vector<FileStamp> stamps;
        for (const QString &path : m_foreign)
            stamps.push_back(stampOf(path));
        if (!m_loaded || stamps != m_foreignStamps) {
            m_foreignStamps = stamps;
            m_foreignEntries.clear();
            for (const QString &path : m_foreign)
                if (const auto text = readWhole(path, kMaxKnownHostsFile); text && *text)
                    for (KnownHostsEntry &entry : parseKnownHosts(**text))
                        m_foreignEntries.push_back(std::move(entry));
        }
        m_loaded = true;
    }

    const QString m_folder;
    const QString m_own;
    const QStringList m_foreign;
    std::mutex m_mutex; // guards what follows
    bool m_loaded = false;
    FileStamp m_ownStamp;
    std::vector<FileStamp> m_foreignStamps;
    std::vector<KnownHostsEntry> m_ownEntries;
    std::vector<KnownHostsEntry> m_foreignEntries;
};

FileHostKeyStore::FileHostKeyStore(const StorePaths &paths, std::shared_ptr<IoThread> io)
    : m_files(std::make_shared<Files>(paths)), m_io(std::move(io))
{}

Answer FileHostKeyStore::check(const QStringList &names, quint16 port, const HostKey &key) const
{
    return m_files->check(names, port, key);
}

QStringList FileHostKeyStore::namesOf(const HostKey &key) const
{
    return m_files->namesOf(key);
}

QFuture<base::Result<void>> FileHostKeyStore::accept(const QStringList &names, quint16 port, const HostKey &key)
{
    return m_io->run([files = m_files, names, port, key]() -> base::Result<void> {
        const Forms forms = formsOf(names, port);
        if (forms.isEmpty() || key.blob.isEmpty() || files->isRevoked(forms, key))
            return base::refused(about("store.host-key-refused"_msg, names, key));
        return files->update([&](std::vector<KnownHostsEntry> &entries) -> base::Result<void> {
            const Verdict verdict = lookUp(entries, forms.first(), key).verdict;
            if (verdict == Verdict::Changed || verdict == Verdict::OtherType)
                return base::refused(about("store.host-key-conflict"_msg, names, key));
            removeForms(entries, forms);
            addForms(entries, forms, key);
            return {};
        });
    });
}

QFuture<base::Result<void>> FileHostKeyStore::replace(const QStringList &names, quint16 port, const HostKey &key)
{
    return m_io->run([files = m_files, names, port, key]() -> base::Result<void> {
        const Forms forms = formsOf(names, port);
        if (forms.isEmpty() || key.blob.isEmpty() || files->isRevoked(forms, key))
            return base::refused(about("store.host-key-refused"_msg, names, key));
        return files->update([&](std::vector<KnownHostsEntry> &entries) -> base::Result<void> {
            if (const auto kept = files->archive(entries, forms); !kept)
                return kept;
            removeForms(entries, forms);
            addForms(entries, forms, key);
            return {};
        });
    });
}

QFuture<base::Result<void>> FileHostKeyStore::forget(const QStringList &names, quint16 port)
{
    return m_io->run([files = m_files, names, port] {
        return files->update([&](std::vector<KnownHostsEntry> &entries) -> base::Result<void> {
            removeForms(entries, formsOf(names, port));
            return {};
        });
    });
}

} // namespace sparkloom::store
