// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/store/iothread.h"
#include "adapters/store/paths.h"
#include "engine/ports/sshaliases.h"

#include <memory>

namespace sparkloom::store {

// ~/.ssh/config and our file beside it. A config that is a symbolic link (dotfiles kept elsewhere) stays one: what it
// leads to is replaced. Mode and owner stay; ssh itself refuses a file that others may write to, and so do we.
class FileSshAliasStore : public engine::SshAliasStore {
public:
    FileSshAliasStore(const StorePaths &paths, std::shared_ptr<IoThread> io);

    QFuture<base::Result<domain::SshAliasState>> read() override;
    QFuture<base::Result<void>> write(const std::string &cluster, const std::string &section) override;

private:
    const StorePaths m_paths;
    std::shared_ptr<IoThread> m_io;
};

} // namespace sparkloom::store
