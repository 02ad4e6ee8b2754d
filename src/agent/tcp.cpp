// SPDX-License-Identifier: Apache-2.0
#include "agent/tcp.h"

#include "agent/runshandler.h"
#include "agent/tcprun.h"

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Of one session at once: a receiver and a sender for each half, and some to spare.
constexpr std::size_t kMaxRuns = 16;

class TcpHandler : public RunsHandler<TcpRun> {
public:
    explicit TcpHandler(const Context &context) : RunsHandler(context, kMaxRuns) {}

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kTcpReceive)
            begin<protocol::TcpReceiveRequest>(request, reply, receiveTcp);
        else
            begin<protocol::TcpSendRequest>(request, reply, sendTcp);
    }

private:
    template <typename Body, typename Begin>
    void begin(const protocol::Envelope &request, const Reply &reply, Begin what)
    {
        const auto body = bodyOf<Body>(request, reply);
        if (!body)
            return;
        if (full())
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        auto run = what(system(), *body, reply, whenOver(reply));
        if (!run)
            return reply.fail(run.error());
        keep(std::move(run).value());
    }
};

} // namespace

std::shared_ptr<Handler> makeTcpHandler(const Context &context)
{
    return std::make_shared<TcpHandler>(context);
}

} // namespace sparkloom::agent
