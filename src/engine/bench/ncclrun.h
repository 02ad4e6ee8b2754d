// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentclient.h"
#include "protocol/messages_nccl.h"

#include <QCoroTask>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

struct NcclRank {
    QString name;
    std::shared_ptr<AgentClient> agent;
    std::vector<protocol::NcclSetting> settings;
};

// How one run of all ranks ended.
struct NcclRunResult {
    std::vector<std::vector<protocol::NcclRow>> rows; // by rank
    std::vector<protocol::NcclRunAnswer> answers;     // by rank; only of a run that came to its end
    std::optional<base::Error> error;                 // why it did not
    std::optional<std::size_t> blamed;                // the rank that it is due to, where that is known
};

// One run: the id from rank 0 to the others, the beats of all, the end of all. Whoever dies, is stopped or falls silent
// is named; a rank that only waited for another one in vain never is (measurement-and-safety 1.9). Ends within some
// seconds of a fault, at once when it is cancelled; the agents leave no process behind. request: of all ranks; rank,
// unique id and settings are filled in. onRow: of rank 0, as they come.
QCoro::Task<NcclRunResult> runNccl(std::vector<NcclRank> ranks, protocol::NcclRunRequest request,
    std::function<void(const protocol::NcclRow &)> onRow, CancelToken token);

} // namespace sparkloom::engine
