// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/fabricuse.h"

#include "domain/plan/occupation.h"
#include "engine/hosts/hostconnection.h"
#include "protocol/codec.h"

#include <string>

namespace sparkloom::engine {

namespace {
constexpr std::chrono::milliseconds kTimeout{10'000};
}

QCoro::Task<base::Result<std::vector<base::Message>>> fabricUse(std::shared_ptr<SessionCore> core, CancelToken token)
{
    std::vector<SessionCore::Connection> connections;
    std::vector<QCoro::Task<base::Result<protocol::PreflightAnswer>>> looks;
    for (const SessionCore::Connection &connection : core->readyConnections()) {
        if (!connection->agent() || !connection->facts())
            continue;
        connections.push_back(connection);
        looks.push_back(call<protocol::PreflightAnswer>(
            connection->agent(), std::string(protocol::verb::kPreflight), "{}", token, kTimeout));
    }
    std::vector<base::Message> seen;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const base::Result<protocol::PreflightAnswer> answer = co_await looks[i];
        if (!answer || !connections[i]->facts())
            continue;
        for (domain::PreflightFinding &finding : domain::judgeOccupation(*connections[i]->facts(), answer->occupation))
            seen.push_back(std::move(finding.text));
    }
    if (token.isCancelled())
        co_return cancelledError();
    co_return base::Result<std::vector<base::Message>>(seen);
}

} // namespace sparkloom::engine
