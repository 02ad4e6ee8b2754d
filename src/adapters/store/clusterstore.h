// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/store/iothread.h"
#include "adapters/store/paths.h"
#include "engine/ports/store.h"

#include <map>

namespace sparkloom::store {

// CONFIG/clusters/NAME.json, one file per cluster (clusterjson.h), and NAME.lock beside it.
// load() fails as a whole when one file cannot be understood: nothing is dropped silently.
class FileClusterStore : public engine::ClusterStore {
public:
    // owner: who holds the locks, "ann@laptop", shown to others.
    FileClusterStore(const StorePaths &paths, std::shared_ptr<IoThread> io, QString owner);

    QFuture<base::Result<std::vector<engine::Cluster>>> load() override;
    QFuture<base::Result<void>> save(const engine::Cluster &cluster) override;
    QFuture<base::Result<void>> remove(const QString &clusterName) override;
    base::Result<std::shared_ptr<Lock>> lock(const QString &clusterName) override;
    // When each cluster was stored last, by its name.
    QFuture<std::map<QString, QDateTime>> storedAt();

private:
    const QString m_folder;
    std::shared_ptr<IoThread> m_io;
    const QString m_owner;
};

} // namespace sparkloom::store
