// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/remotehost.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

// The known_hosts format of OpenSSH (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"), bounded.
namespace sparkloom::store {

struct KnownHostsEntry {
    enum class Marker { None, CertAuthority, Revoked };
    Marker marker = Marker::None;
    QList<QByteArray> patterns; // lower case, "!" in front of exclusions; one element "|1|salt|hash" where hashed
    QString type;
    QByteArray blob;

    // Whether the line speaks of this host form ("name" or "[name]:port").
    bool matches(const QByteArray &hostForm) const;
};

inline constexpr qint64 kMaxKnownHostsFile = 4 * 1024 * 1024;
inline constexpr qsizetype kMaxKnownHostsLine = 16 * 1024;
inline constexpr std::size_t kMaxKnownHostsEntries = 20'000;

// Lines that are no entries, too long or with a key that is none are left out.
std::vector<KnownHostsEntry> parseKnownHosts(const QByteArray &text);
QByteArray renderKnownHostsLine(const QList<QByteArray> &hostForms, const QString &type, const QByteArray &blob);
// "name" for port 22, else "[name]:port"; lower case.
QByteArray hostForm(const QString &name, quint16 port);
// "SHA256:..." as ssh-keygen prints it.
QString fingerprintOf(const QByteArray &blob);

} // namespace sparkloom::store
