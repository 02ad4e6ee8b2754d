// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/rdma.h"

#include "agent/rdma/rdmarun.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxRuns = 4; // of one session at once

class RdmaHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kRdmaOpen)
            open(request, reply);
        else if (request.type == protocol::verb::kRdmaConnect)
            with<protocol::RdmaConnectRequest>(
                request, reply, [&](RdmaRun &run, const auto &body) { run.connect(body, reply); });
        else if (request.type == protocol::verb::kRdmaStart)
            with<protocol::RdmaRun>(request, reply, [&](RdmaRun &run, const auto &) { run.start(reply); });
        else if (request.type == protocol::verb::kRdmaFinish)
            with<protocol::RdmaRun>(request, reply, [&](RdmaRun &run, const auto &) { run.finish(reply); });
        else
            with<protocol::RdmaRun>(request, reply, [&](RdmaRun &run, const auto &) { run.check(reply); });
    }

    void stop(std::int64_t id) override
    {
        const auto run =
            std::find_if(m_runs.begin(), m_runs.end(), [id](const auto &each) { return each->reply().id() == id; });
        if (run == m_runs.end())
            return;
        const Reply reply = (*run)->reply();
        m_runs.erase(run);
        reply.done();
    }

    void inputEnded() override { m_runs.clear(); }
    bool needsHeartbeat() const override { return !m_runs.empty(); }

private:
    void open(const protocol::Envelope &request, const Reply &reply)
    {
        auto body = bodyOf<protocol::RdmaOpenRequest>(request, reply);
        if (!body)
            return;
        auto *const host = dynamic_cast<RdmaHost *>(&system());
        if (!host)
            return reply.fail({base::ErrorKind::NotKnown, "rdma.not-here"_msg, {}});
        if (m_runs.size() >= kMaxRuns || find(body->token))
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        auto run = std::make_unique<RdmaRun>(
            system(), *host, std::move(*body), reply, guarded([this, id = reply.id()] { drop(id); }));
        if (const auto begun = run->begin(); !begun)
            return reply.fail(begun.error());
        m_runs.push_back(std::move(run));
    }

    template <typename Body, typename What>
    void with(const protocol::Envelope &request, const Reply &reply, What what)
    {
        const auto body = bodyOf<Body>(request, reply);
        if (!body)
            return;
        if (RdmaRun *const run = find(body->token))
            return what(*run, *body);
        reply.fail({base::ErrorKind::NotKnown, "rdma.no-such-run"_msg, {}});
    }

    RdmaRun *find(const std::string &token) const
    {
        const auto run =
            std::find_if(m_runs.begin(), m_runs.end(), [&](const auto &each) { return each->token() == token; });
        return run == m_runs.end() ? nullptr : run->get();
    }

    void drop(std::int64_t id)
    {
        std::erase_if(m_runs, [id](const auto &run) { return run->reply().id() == id; });
    }

    std::vector<std::unique_ptr<RdmaRun>> m_runs;
};

} // namespace

std::shared_ptr<Handler> makeRdmaHandler(const Context &context)
{
    return std::make_shared<RdmaHandler>(context);
}

} // namespace sparkloom::agent
