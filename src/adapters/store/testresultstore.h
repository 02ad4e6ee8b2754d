// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/store/iothread.h"
#include "adapters/store/paths.h"
#include "engine/ports/testresults.h"

#include <memory>

namespace sparkloom::store {

// STATE/results/CLUSTER/TIME.json and STATE/results/CLUSTER/baseline
class FileTestResults : public engine::TestResults {
public:
    FileTestResults(const StorePaths &paths, std::shared_ptr<IoThread> io);

    QFuture<base::Result<std::vector<QByteArray>>> load(const QString &clusterName) override;
    QFuture<base::Result<void>> keep(
        const QString &clusterName, const QDateTime &when, const QByteArray &document) override;
    QFuture<base::Result<QByteArray>> baseline(const QString &clusterName) override;
    QFuture<base::Result<void>> keepBaseline(const QString &clusterName, const QByteArray &baseline) override;

private:
    const QString m_folder;
    const std::shared_ptr<IoThread> m_io;
};

} // namespace sparkloom::store
