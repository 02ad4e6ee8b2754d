// SPDX-License-Identifier: Apache-2.0
#include "agent/signature.h"

#include "agent/halves.h"
#include "protocol/signature.h"

#include <algorithm>
#include <map>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::chrono::milliseconds kBurst{10};
constexpr std::size_t kMostSamples = 1000;
// Nobody reads it: what counts is that the port of the other end sees a frame.
constexpr std::string_view kPayload = "sparkloom counter signature: this datagram is only there to be counted";

// One run: samples the counters of all halves, and sends the pattern on one of them.
class SignatureRun {
public:
    SignatureRun(System &system, const protocol::SignatureRequest &request, Reply reply, std::function<void()> ended)
        : m_system(system), m_request(request), m_reply(std::move(reply)), m_ended(std::move(ended)),
          m_started(system.loop().monotonic())
    {
        for (const PresentHalf &half : findHalves(m_system))
            m_halves[half.id] = {half.link.name, {}, false};
        if (m_request.send)
            openSender();
        sample();
        if (m_probe)
            m_sending = m_system.loop().after(std::chrono::milliseconds(m_request.leadMs), [this] { beginPattern(); });
    }

    ~SignatureRun()
    {
        m_system.loop().cancel(m_sampling);
        m_system.loop().cancel(m_sending);
    }

    const Reply &reply() const { return m_reply; }

private:
    struct Half {
        std::string netdev;
        std::vector<domain::FrameSample> samples;
        bool gone = false;
    };

    std::int64_t nowMs() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_system.loop().monotonic() - m_started).count();
    }
    int patternMs() const { return m_request.slotMs * static_cast<int>(domain::kSignaturePattern.size()); }

    void openSender()
    {
        const auto half = m_halves.find(*m_request.send);
        if (half == m_halves.end())
            return;
        // IPv4 broadcast leaves without any address; IPv6 is not needed for it.
        auto probe = m_system.network().openProbe(half->second.netdev, Network::ProbeKind::V4, [](std::string_view) {});
        if (probe)
            m_probe = std::move(probe).value();
    }

    void sample()
    {
        for (auto &[id, half] : m_halves) {
            const auto counters = m_system.network().counters(half.netdev);
            half.gone |= !counters;
            if (half.gone)
                continue;
            const std::uint64_t frames = counters->macRxFrames.value_or(counters->rxPackets);
            half.samples.push_back({nowMs(), static_cast<std::int64_t>(frames & 0x1fffffffffffff)});
        }
        if (nowMs() >= m_request.leadMs + patternMs() + m_request.tailMs || m_samples++ >= kMostSamples)
            return finish();
        m_sampling = m_system.loop().after(std::chrono::milliseconds(m_request.sampleMs), [this] { sample(); });
    }

    void beginPattern()
    {
        m_patternFrom = nowMs();
        m_sent.push_back({m_patternFrom, 0});
        burst();
    }

    // Sends what the pattern asks for until now: a late timer is made up for, so that the number of frames is right.
    void burst()
    {
        m_sending = 0;
        const std::int64_t elapsed = nowMs() - m_patternFrom;
        std::int64_t due = 0;
        for (std::size_t slot = 0; slot < domain::kSignaturePattern.size(); ++slot) {
            const std::int64_t inSlot = std::clamp<std::int64_t>(
                elapsed - static_cast<std::int64_t>(slot) * m_request.slotMs, 0, m_request.slotMs);
            if (domain::kSignaturePattern[slot] == '1')
                due += inSlot * m_request.framesPerSlot / m_request.slotMs;
        }
        while (m_count < due && m_probe->send(kPayload))
            ++m_count;
        m_sent.push_back({nowMs(), m_count});
        if (elapsed < patternMs())
            m_sending = m_system.loop().after(kBurst, [this] { burst(); });
    }

    void finish()
    {
        protocol::SignatureAnswer answer;
        answer.sent = m_sent;
        for (auto &[id, half] : m_halves)
            if (!half.gone)
                answer.halves.push_back({id, std::move(half.samples)});
        m_reply.done(protocol::encode(answer));
        const std::function<void()> ended = m_ended;
        ended(); // destroys this
    }

    System &m_system;
    const protocol::SignatureRequest m_request;
    const Reply m_reply;
    std::function<void()> m_ended;
    const std::chrono::nanoseconds m_started;
    std::map<domain::HalfId, Half> m_halves;
    std::unique_ptr<Network::Probe> m_probe;
    std::vector<domain::FrameSample> m_sent;
    std::int64_t m_patternFrom = 0;
    std::int64_t m_count = 0;
    std::size_t m_samples = 0;
    Loop::TimerId m_sampling = 0;
    Loop::TimerId m_sending = 0;
};

class SignatureHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        const auto body = bodyOf<protocol::SignatureRequest>(request, reply);
        if (!body)
            return;
        if (m_run)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        m_run = std::make_unique<SignatureRun>(system(), *body, std::move(reply), guarded([this] { m_run.reset(); }));
    }

    void stop(std::int64_t id) override
    {
        if (!m_run || m_run->reply().id() != id)
            return;
        const Reply reply = m_run->reply();
        m_run.reset();
        reply.done(protocol::encode(protocol::SignatureAnswer()));
    }

    void inputEnded() override { m_run.reset(); }

private:
    std::unique_ptr<SignatureRun> m_run;
};

} // namespace

std::shared_ptr<Handler> makeSignatureHandler(const Context &context)
{
    return std::make_shared<SignatureHandler>(context);
}

} // namespace sparkloom::agent
