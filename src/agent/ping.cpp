// SPDX-License-Identifier: Apache-2.0
#include "agent/halves.h"
#include "agent/handlers.h"
#include "base/text.h"

#include <algorithm>
#include <list>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr int kMaxPayload = 8972; // 9000 less IPv4 and ICMP headers
constexpr std::size_t kMaxSizes = 16;
constexpr std::size_t kMaxRuns = 16;
constexpr int kWarmUpTries = 3;
constexpr int kWarmUpPayload = 8;

bool valid(const protocol::PingRequest &request)
{
    return !request.payloadSizes.empty() && request.payloadSizes.size() <= kMaxSizes && request.count >= 1
        && request.count <= 20 && request.timeoutMs >= 100 && request.timeoutMs <= 5000
        && std::all_of(request.payloadSizes.begin(), request.payloadSizes.end(),
            [](int size) { return size >= 0 && size <= kMaxPayload; });
}

// One ping request: a warm-up that lets the kernel resolve the neighbour, then every size in turn.
struct PingRun {
    protocol::PingRequest request;
    Reply reply;
    std::string netdev;
    int interfaceIndex = 0;
    protocol::PingAnswer answer;
    int warmUps = 0;
    bool warm = false;
};

class PingHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        auto body = bodyOf<protocol::PingRequest>(request, reply);
        if (!body)
            return;
        if (!valid(*body))
            return reply.fail(
                base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "ping")));
        if (m_runs.size() >= kMaxRuns)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        const auto halves = findHalves(system());
        const PresentHalf *half = halfOf(halves, body->half);
        if (!half)
            return reply.fail(
                base::failed(base::Message("remote.half-missing"_msg).with("half", domain::toText(body->half))));
        m_runs.push_back({std::move(*body), std::move(reply), half->link.name, half->link.index, {}, 0, false});
        const auto run = std::prev(m_runs.end());
        for (const int size : run->request.payloadSizes)
            run->answer.sizes.push_back({size, 0, 0, 0, {}});
        next(run);
    }

    void inputEnded() override
    {
        m_runs.clear();
        m_generation = std::make_shared<int>(0);
    }

private:
    using Run = std::list<PingRun>::iterator;

    void next(Run run)
    {
        if (!run->warm)
            return warmUp(run);
        for (auto &size : run->answer.sizes)
            if (size.sent < run->request.count)
                return measure(run, size);
        finish(run);
    }

    void warmUp(Run run)
    {
        echo(run, kWarmUpPayload, [this, run](const base::Result<double> &result) {
            run->warm = result.ok() || ++run->warmUps >= kWarmUpTries;
            next(run);
        });
    }

    void measure(Run run, protocol::PingAnswer::Size &size)
    {
        ++size.sent;
        echo(run, size.payload, [this, run, &size](const base::Result<double> &result) {
            if (result) {
                ++size.received;
                size.roundTripMs = size.received == 1 ? *result : std::min(size.roundTripMs, *result);
            } else if (result.error().kind != base::ErrorKind::NotKnown) {
                size.problem = base::cleanText(result.error().detail, 200);
            }
            next(run);
        });
    }

    template <typename Done>
    void echo(Run run, int payload, Done done)
    {
        system().network().echo(run->netdev, run->request.target, payload,
            std::chrono::milliseconds(run->request.timeoutMs),
            guarded([generation = std::weak_ptr<int>(m_generation), done](const base::Result<double> &result) {
                if (!generation.expired())
                    done(result);
            }));
    }

    void finish(Run run)
    {
        const auto target = run->request.target;
        if (const auto entries = system().network().neighbours())
            for (const NeighbourInfo &entry : *entries)
                if (entry.index == run->interfaceIndex && entry.address == target.toString() && !entry.mac.isZero())
                    run->answer.neighbourMac = entry.mac;
        const auto route = system().network().routeTo(target);
        const auto links = system().network().links();
        if (route && links)
            for (const LinkInfo &link : *links)
                if (link.index == *route)
                    run->answer.routeInterface = link.name;
        run->reply.done(protocol::encode(run->answer));
        m_runs.erase(run);
    }

    std::list<PingRun> m_runs;
    std::shared_ptr<int> m_generation = std::make_shared<int>(0); // callbacks of runs that were dropped are ignored
};

} // namespace

std::shared_ptr<Handler> makePingHandler(const Context &context)
{
    return std::make_shared<PingHandler>(context);
}

} // namespace sparkloom::agent
