// SPDX-License-Identifier: Apache-2.0
#include "agent/tcp.h"

#include "agent/tcprun.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Of one session at once: a receiver and a sender for each half, and some to spare.
constexpr std::size_t kMaxRuns = 16;

class TcpHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kTcpReceive)
            begin<protocol::TcpReceiveRequest>(request, reply, receiveTcp);
        else
            begin<protocol::TcpSendRequest>(request, reply, sendTcp);
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
    template <typename Body, typename Begin>
    void begin(const protocol::Envelope &request, const Reply &reply, Begin what)
    {
        const auto body = bodyOf<Body>(request, reply);
        if (!body)
            return;
        if (m_runs.size() >= kMaxRuns)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        auto run = what(system(), *body, reply, guarded([this, id = reply.id()] { drop(id); }));
        if (!run)
            return reply.fail(run.error());
        m_runs.push_back(std::move(run).value());
    }

    void drop(std::int64_t id)
    {
        std::erase_if(m_runs, [id](const auto &run) { return run->reply().id() == id; });
    }

    std::vector<std::unique_ptr<TcpRun>> m_runs;
};

} // namespace

std::shared_ptr<Handler> makeTcpHandler(const Context &context)
{
    return std::make_shared<TcpHandler>(context);
}

} // namespace sparkloom::agent
