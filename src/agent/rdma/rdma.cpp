// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/rdma.h"

#include "agent/rdma/rdmarun.h"
#include "agent/runshandler.h"

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxRuns = 4; // of one session at once

class RdmaHandler : public RunsHandler<RdmaRun> {
public:
    explicit RdmaHandler(const Context &context) : RunsHandler(context, kMaxRuns) {}

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

private:
    void open(const protocol::Envelope &request, const Reply &reply)
    {
        auto body = bodyOf<protocol::RdmaOpenRequest>(request, reply);
        if (!body)
            return;
        auto *const host = dynamic_cast<RdmaHost *>(&system());
        if (!host)
            return reply.fail({base::ErrorKind::NotKnown, "rdma.not-here"_msg, {}});
        if (full() || withToken(body->token))
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        auto run = std::make_unique<RdmaRun>(system(), *host, std::move(*body), reply, whenOver(reply));
        if (const auto begun = run->begin(); !begun)
            return reply.fail(begun.error());
        keep(std::move(run));
    }

    template <typename Body, typename What>
    void with(const protocol::Envelope &request, const Reply &reply, What what)
    {
        const auto body = bodyOf<Body>(request, reply);
        if (!body)
            return;
        if (RdmaRun *const run = withToken(body->token))
            return what(*run, *body);
        reply.fail({base::ErrorKind::NotKnown, "rdma.no-such-run"_msg, {}});
    }

    RdmaRun *withToken(const std::string &token) const
    {
        return find([&](const RdmaRun &run) { return run.token() == token; });
    }
};

} // namespace

std::shared_ptr<Handler> makeRdmaHandler(const Context &context)
{
    return std::make_shared<RdmaHandler>(context);
}

} // namespace sparkloom::agent
