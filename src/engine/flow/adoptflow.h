// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/sessioncore.h"

#include <memory>

namespace sparkloom::engine {

// Takes over a cluster that another computer set up, from the records on its Sparks. Reads only. Coroutines keep it
// alive.
class AdoptFlow : public std::enable_shared_from_this<AdoptFlow> {
public:
    explicit AdoptFlow(std::shared_ptr<SessionCore> core) : m_core(std::move(core)) {}

    QCoro::Task<base::Result<Adoption>> adopt(QStringList without);

private:
    QCoro::Task<base::Result<std::vector<domain::SparkRecord>>> readRecords(CancelToken token);
    ClusterMember memberOf(const domain::RecordedPeer &peer, const std::vector<domain::SparkRecord> &records) const;

    std::shared_ptr<SessionCore> m_core;
};

} // namespace sparkloom::engine
