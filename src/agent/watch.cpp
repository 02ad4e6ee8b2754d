// SPDX-License-Identifier: Apache-2.0
#include "agent/watch.h"

#include "agent/halffacts.h"
#include "agent/handlers.h"

#include <algorithm>
#include <map>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// At most 20 events a second; the first change after a quiet time is told at once.
constexpr std::chrono::milliseconds kSpacing{50};
constexpr std::size_t kMaxStreams = 8;

bool same(const protocol::WatchEvent &a, const protocol::WatchEvent &b)
{
    return std::equal(
        a.halves.begin(), a.halves.end(), b.halves.begin(), b.halves.end(), [](const auto &x, const auto &y) {
            return x.half == y.half && x.netdev == y.netdev && x.adminUp == y.adminUp && x.carrier == y.carrier
                && x.hasAddress == y.hasAddress && x.mtu == y.mtu;
        });
}

class WatchHandler : public Handler {
public:
    using Handler::Handler;
    ~WatchHandler() override { system().loop().cancel(m_timer); }

    void handle(const protocol::Envelope &, Reply reply) override
    {
        if (m_streams.size() >= kMaxStreams)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        if (!m_subscription) {
            m_subscription = system().network().subscribe(guarded([this] { changed(); }));
            m_last = watchEvent(system());
        }
        m_streams.insert_or_assign(reply.id(), reply);
        m_last.sequence = ++m_sequence;
        reply.event(protocol::event::kWatch, protocol::encode(m_last));
    }

    void stop(std::int64_t id) override
    {
        const auto found = m_streams.find(id);
        if (found == m_streams.end())
            return;
        found->second.done();
        m_streams.erase(found);
        if (m_streams.empty())
            m_subscription.reset();
    }

    void inputEnded() override
    {
        m_streams.clear();
        m_subscription.reset();
        system().loop().cancel(std::exchange(m_timer, 0));
    }

    bool needsHeartbeat() const override { return mode() == Mode::User && !m_streams.empty(); }

private:
    void changed()
    {
        if (m_timer)
            return; // told when the pause after the last event is over
        const auto since = system().loop().monotonic() - m_lastSent;
        const auto wait = since >= kSpacing ? std::chrono::milliseconds(0)
                                            : std::chrono::ceil<std::chrono::milliseconds>(kSpacing - since);
        m_timer = system().loop().after(wait, guarded([this] {
            m_timer = 0;
            tell();
        }));
    }

    void tell()
    {
        protocol::WatchEvent event = watchEvent(system());
        if (same(event, m_last))
            return;
        m_lastSent = system().loop().monotonic();
        event.sequence = ++m_sequence;
        m_last = event;
        const std::string body = protocol::encode(event);
        for (const auto &[id, reply] : m_streams)
            reply.event(protocol::event::kWatch, body);
    }

    std::map<std::int64_t, Reply> m_streams;
    std::unique_ptr<Network::Subscription> m_subscription;
    protocol::WatchEvent m_last;
    std::uint64_t m_sequence = 0;
    std::chrono::nanoseconds m_lastSent = -std::chrono::hours(1);
    Loop::TimerId m_timer = 0;
};

} // namespace

protocol::WatchEvent watchEvent(System &system)
{
    protocol::WatchEvent event;
    event.monotonicMs = std::chrono::duration_cast<std::chrono::milliseconds>(system.loop().monotonic()).count();
    const auto addresses = system.network().addresses();
    for (const PresentHalf &half : findHalves(system)) {
        const bool hasAddress = addresses && !ipv4Of(*addresses, half.link.index).empty();
        event.halves.push_back(
            {half.id, half.link.name, half.link.adminUp, half.link.carrier, hasAddress, half.link.mtu});
    }
    return event;
}

std::shared_ptr<Handler> makeWatchHandler(const Context &context)
{
    return std::make_shared<WatchHandler>(context);
}

} // namespace sparkloom::agent
