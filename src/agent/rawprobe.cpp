// SPDX-License-Identifier: Apache-2.0
#include "agent/halves.h"
#include "agent/plugprobes.h"
#include "agent/probeframe.h"
#include "base/text.h"
#include "protocol/messages_plugs.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxProblem = 200;
constexpr std::size_t kMostHeard = 4096;
constexpr std::size_t kMostNeighbours = 64;

// One run: sends and listens on every half that is up.
class RawProbeRun {
public:
    RawProbeRun(System &system, protocol::RawProbeRequest request, Reply reply, std::function<void()> ended)
        : m_system(system), m_request(std::move(request)), m_reply(std::move(reply)), m_ended(std::move(ended))
    {
        for (const PresentHalf &half : findHalves(m_system))
            if (half.link.adminUp)
                open(half);
        send();
        m_ending = m_system.loop().after(std::chrono::milliseconds(m_request.durationMs), [this] { finish(); });
    }

    ~RawProbeRun()
    {
        m_system.loop().cancel(m_sending);
        m_system.loop().cancel(m_ending);
    }

    const Reply &reply() const { return m_reply; }

private:
    void open(const PresentHalf &half)
    {
        auto probe = m_system.network().openProbe(half.link.name, Network::ProbeKind::Raw,
            [this, id = half.id](std::string_view payload) { received(id, payload, false); });
        if (probe)
            m_probes.emplace(half.id, std::move(probe).value());
        else
            m_problems[half.id] = base::cleanText(probe.error().detail, kMaxProblem);
        // Without it cables are found all the same, but not told from switches.
        auto direct = m_system.network().openProbe(half.link.name, Network::ProbeKind::Direct,
            [this, id = half.id](std::string_view payload) { received(id, payload, true); });
        if (direct)
            m_direct.emplace(half.id, std::move(direct).value());
    }

    void send()
    {
        for (const auto &[half, probe] : m_probes) {
            const ProbeFrame frame{m_request.runNonce, {m_request.self, half}, ++m_sequence};
            if (const auto sent = probe->send(renderProbeFrame(frame, m_request.runKey)); !sent)
                m_problems[half] = base::cleanText(sent.error().detail, kMaxProblem);
        }
        std::erase_if(m_direct, [this](const auto &entry) {
            const ProbeFrame frame{m_request.runNonce, {m_request.self, entry.first}, ++m_sequence};
            return !entry.second->send(renderProbeFrame(frame, m_request.runKey));
        });
        m_sending = m_system.loop().after(std::chrono::milliseconds(m_request.intervalMs), [this] { send(); });
    }

    void received(domain::HalfId at, std::string_view payload, bool direct)
    {
        const auto frame = parseProbeFrame(payload, m_request.runNonce, m_request.runKey);
        // The adapter may hand our own frames to the sibling half; a cable from a Spark to itself is told by others.
        if (frame && frame->from.spark != m_request.self && m_heard.size() < kMostHeard)
            m_heard.emplace(at, frame->from, direct);
        if (frame || direct || m_neighbours.size() >= kMostNeighbours)
            return;
        if (auto neighbour = domain::parseLldp(payload))
            m_neighbours.emplace(at, std::move(*neighbour));
    }

    void finish()
    {
        protocol::RawProbeAnswer answer;
        for (const auto &[at, from, direct] : m_heard)
            answer.heard.push_back({at, from, direct});
        for (const auto &[half, probe] : m_direct)
            answer.direct.push_back(half);
        for (const auto &[at, device] : m_neighbours)
            answer.neighbours.push_back({at, device});
        for (const auto &[half, text] : m_problems)
            answer.problems.push_back({half, text});
        m_reply.done(protocol::encode(answer));
        const std::function<void()> ended = m_ended;
        ended(); // destroys this
    }

    System &m_system;
    const protocol::RawProbeRequest m_request;
    const Reply m_reply;
    std::function<void()> m_ended;
    std::map<domain::HalfId, std::unique_ptr<Network::Probe>> m_probes;
    std::map<domain::HalfId, std::string> m_problems;
    std::map<domain::HalfId, std::unique_ptr<Network::Probe>> m_direct;
    std::set<std::tuple<domain::HalfId, domain::HalfRef, bool>> m_heard;
    std::set<std::pair<domain::HalfId, domain::LldpNeighbour>> m_neighbours;
    std::uint64_t m_sequence = 0;
    Loop::TimerId m_sending = 0;
    Loop::TimerId m_ending = 0;
};

class RawProbeHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        auto body = bodyOf<protocol::RawProbeRequest>(request, reply);
        if (!body)
            return;
        if (m_run)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        m_run = std::make_unique<RawProbeRun>(
            system(), std::move(*body), std::move(reply), guarded([this] { m_run.reset(); }));
    }

    void stop(std::int64_t id) override
    {
        if (!m_run || m_run->reply().id() != id)
            return;
        const Reply reply = m_run->reply();
        m_run.reset();
        reply.done(protocol::encode(protocol::RawProbeAnswer()));
    }

    void inputEnded() override { m_run.reset(); }

private:
    std::unique_ptr<RawProbeRun> m_run;
};

} // namespace

std::shared_ptr<Handler> makeRawProbeHandler(const Context &context)
{
    return std::make_shared<RawProbeHandler>(context);
}

} // namespace sparkloom::agent
