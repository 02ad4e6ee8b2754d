// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <map>
#include <span>

namespace sparkloom::cli {

// What --secrets-fd gives for one Spark; what is absent is empty.
struct HostSecrets {
    QString user;
    base::Secret password;
    base::Secret sudoPassword; // absent: the account's password is what sudo asks for
    base::Secret keyPassphrase;
};

// Secrets by host name or address, exactly as the document names them.
class SecretsDocument {
public:
    static constexpr std::size_t kMaxBytes = 64 * 1024;

    // Reads the descriptor to its end and closes it. Errors: Usage.
    static base::Result<SecretsDocument> read(int descriptor);
    // Parses a document of resources/schemas/secrets.schema.json and wipes the text. A strict reader of its own,
    // because a general JSON library would leave copies of the passwords in freed memory. Errors: Usage.
    static base::Result<SecretsDocument> parse(std::span<char> text);

    // The first entry that is named like one of these; nothing where there is none.
    const HostSecrets *find(const QStringList &names) const;
    bool empty() const { return m_hosts.empty(); }

private:
    friend class SecretsParser;
    std::map<QString, HostSecrets> m_hosts;
};

} // namespace sparkloom::cli
