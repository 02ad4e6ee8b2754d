// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/applyflow.h"
#include "engine/flow/sessioncore.h"

#include <memory>
#include <vector>

namespace sparkloom::engine {

// Looks whether every Spark still is as it was set up (domain/plan/drift.h), without root, and remembers in the cluster
// file what it saw when and what a person accepted. Repairs nothing. Coroutines keep it alive.
class DriftFlow : public QObject, public std::enable_shared_from_this<DriftFlow> {
    Q_OBJECT
public:
    DriftFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<ApplyFlow> applying);

    QCoro::Task<base::Result<void>> refresh();
    int keep(const QStringList &names);
    const std::vector<SparkStatus> &status() const { return m_status; }

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<base::Result<domain::DriftInput>> lookAt(SessionCore::Connection connection, CancelToken token);
    SparkStatus statusOf(
        const HostConnection &connection, const std::vector<domain::SparkDrift> &drift, Cluster &remembering) const;

    std::shared_ptr<SessionCore> m_core;
    std::shared_ptr<ApplyFlow> m_applying;
    std::vector<SparkStatus> m_status;
};

} // namespace sparkloom::engine
