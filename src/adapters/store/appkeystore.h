// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/store/iothread.h"
#include "adapters/store/paths.h"
#include "engine/ports/store.h"

#include <functional>

namespace sparkloom::store {

// The application's own key: DATA/key/id_ed25519 (0600, made with O_EXCL in a 0700 folder) and id_ed25519.pub.
class FileAppKeyStore : public engine::AppKeyStore {
public:
    // Makes a pair; called on the I/O thread. It comes from adapters/ssh, which this library does not know.
    using Generate = std::function<base::Result<engine::KeyPair>()>;

    FileAppKeyStore(const StorePaths &paths, std::shared_ptr<IoThread> io, Generate generate);

    QFuture<base::Result<engine::KeyPair>> key() override;
    // The first 12 hex digits of the SHA-256 of the public key; empty before key() made or found one.
    QString keyId() const override;

private:
    const QString m_folder;
    std::shared_ptr<IoThread> m_io;
    const Generate m_generate;
};

} // namespace sparkloom::store
