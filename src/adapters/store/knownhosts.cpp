// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/knownhosts.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <optional>

namespace sparkloom::store {
namespace {

// "*" and "?" only; linear but for the last star.
bool globMatches(const QByteArray &pattern, const QByteArray &text)
{
    qsizetype p = 0, t = 0, star = -1, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool hashMatches(const QByteArray &pattern, const QByteArray &form)
{
    const QList<QByteArray> parts = pattern.split('|'); // "", "1", salt, hash
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    const QByteArray salt = QByteArray::fromBase64(parts[2]);
    return !salt.isEmpty()
        && QMessageAuthenticationCode::hash(form, salt, QCryptographicHash::Sha1) == QByteArray::fromBase64(parts[3]);
}

// The name at the start of a key blob, which must be the type that the line names.
bool blobIsOfType(const QByteArray &blob, const QByteArray &type)
{
    if (blob.size() < 4 + type.size())
        return false;
    quint32 length = 0;
    for (int i = 0; i < 4; ++i)
        length = length << 8 | static_cast<quint8>(blob[i]);
    return length == static_cast<quint32>(type.size()) && blob.mid(4, type.size()) == type;
}

std::optional<KnownHostsEntry> parseLine(const QByteArray &line)
{
    QList<QByteArray> fields = line.simplified().split(' ');
    KnownHostsEntry entry;
    if (!fields.isEmpty() && fields.first().startsWith('@')) {
        const QByteArray marker = fields.takeFirst();
        if (marker == "@cert-authority")
            entry.marker = KnownHostsEntry::Marker::CertAuthority;
        else if (marker == "@revoked")
            entry.marker = KnownHostsEntry::Marker::Revoked;
        else
            return std::nullopt;
    }
    if (fields.size() < 3 || fields[0].startsWith('#'))
        return std::nullopt;
    if (fields[0].startsWith('|'))
        entry.patterns = {fields[0]};
    else
        entry.patterns = fields[0].toLower().split(',');
    const auto decoded = QByteArray::fromBase64Encoding(fields[2], QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !blobIsOfType(*decoded, fields[1]))
        return std::nullopt;
    entry.type = QString::fromLatin1(fields[1]);
    entry.blob = *decoded;
    return entry;
}

} // namespace

bool KnownHostsEntry::matches(const QByteArray &form) const
{
    if (patterns.size() == 1 && patterns.first().startsWith('|'))
        return hashMatches(patterns.first(), form);
    bool found = false;
    for (const QByteArray &pattern : patterns) {
        if (pattern.startsWith('!')) {
            if (globMatches(pattern.mid(1), form))
                return false;
        } else if (globMatches(pattern, form)) {
            found = true;
        }
    }
    return found;
}

std::vector<KnownHostsEntry> parseKnownHosts(const QByteArray &text)
{
    std::vector<KnownHostsEntry> entries;
    for (const QByteArray &line : text.split('\n')) {
        if (entries.size() == kMaxKnownHostsEntries)
            break;
        if (line.size() > kMaxKnownHostsLine)
            continue;
        if (auto entry = parseLine(line))
            entries.push_back(std::move(*entry));
    }
    return entries;
}

QByteArray renderKnownHostsLine(const QList<QByteArray> &hostForms, const QString &type, const QByteArray &blob)
{
    return hostForms.join(',') + ' ' + type.toLatin1() + ' ' + blob.toBase64() + '\n';
}

QByteArray hostForm(const QString &name, quint16 port)
{
    const QByteArray lower = name.toLower().toUtf8();
    return port == 22 ? lower : '[' + lower + "]:" + QByteArray::number(port);
}

QString fingerprintOf(const QByteArray &blob)
{
    return QStringLiteral("SHA256:")
        + QString::fromLatin1(
            QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace sparkloom::store
