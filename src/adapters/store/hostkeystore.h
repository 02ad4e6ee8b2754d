// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/store/files.h"
#include "adapters/store/iothread.h"
#include "adapters/store/knownhosts.h"
#include "adapters/store/paths.h"
#include "engine/ports/store.h"

#include <mutex>

namespace sparkloom::store {

// Our known_hosts (0600, replaced as a whole, shared with other instances through a lock file) and, read only, those of
// the user and the machine.
//
// The first of `names` is who was asked for and decides: a conflict there is a hard stop. The others are addresses,
// which move from machine to machine (threat T22): the same key there means the same machine, another key means nothing
// and gives way when the new key is accepted. A key that a foreign file revokes is never known and cannot be accepted.
// Lines for certificate authorities are left out: such a host is unknown.
class FileHostKeyStore : public engine::HostKeyStore {
public:
    FileHostKeyStore(const StorePaths &paths, std::shared_ptr<IoThread> io);

    // Reads files again that changed on disk since the last call.
    Answer check(const QStringList &names, quint16 port, const engine::HostKey &key) const override;
    QFuture<base::Result<void>> accept(const QStringList &names, quint16 port, const engine::HostKey &key) override;
    QFuture<base::Result<void>> replace(const QStringList &names, quint16 port, const engine::HostKey &key) override;
    QFuture<base::Result<void>> forget(const QStringList &names, quint16 port) override;
    QStringList namesOf(const engine::HostKey &key) const override;

private:
    class Files;
    std::shared_ptr<Files> m_files; // shared with tasks under way
    std::shared_ptr<IoThread> m_io;
};

} // namespace sparkloom::store
