// SPDX-License-Identifier: Apache-2.0
#include "agent/halffacts.h"
#include "agent/handlers.h"
#include "agent/probeframe.h"
#include "base/text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// The same thing heard again is told again only after a while: longer, the more there is to hear.
constexpr std::chrono::milliseconds kRepeatAtLeast{1000};
constexpr std::chrono::milliseconds kRepeatPerSource{40};
// Each frame is heard by everybody on a switch: the more there are, the more seldom each sends, so that what one half
// hears does not grow with their number.
constexpr std::chrono::milliseconds kSendPerSource{20}; // 50 frames a second
constexpr std::chrono::milliseconds kSendAtLeast{5000}; // how often, however many there are
constexpr std::chrono::milliseconds kSettle{50};        // bursts of netlink events
constexpr std::size_t kMaxSources = 4096;

using Kind = Network::ProbeKind;

domain::EvidenceKind evidenceOf(Kind kind)
{
    return kind == Kind::V6 ? domain::EvidenceKind::Ipv6Datagram : domain::EvidenceKind::Ipv4Datagram;
}

Kind kindOf(domain::EvidenceKind evidence)
{
    return evidence == domain::EvidenceKind::Ipv6Datagram ? Kind::V6 : Kind::V4;
}

// One run of the probe: sends on every half and listens on every half, until it goes.
class NeighbourRun {
public:
    NeighbourRun(System &system, protocol::NeighboursRequest request, Reply reply)
        : m_system(system), m_request(std::move(request)), m_reply(std::move(reply))
    {
        m_subscription = m_system.network().subscribe([this] { changed(); });
        reopen();
        send();
    }

    ~NeighbourRun()
    {
        m_subscription.reset();
        m_system.loop().cancel(m_sending);
        m_system.loop().cancel(m_settling);
    }

    const Reply &reply() const { return m_reply; }

private:
    // A socket is made anew when anything of this differs.
    struct State {
        int index = 0;
        std::vector<std::string> addresses;
        friend bool operator==(const State &, const State &) = default;
    };
    struct Socket {
        State state;
        std::unique_ptr<Network::Probe> probe; // empty: could not be opened
        std::string problem;
        std::optional<std::chrono::nanoseconds> sentAt;
    };
    using SocketKey = std::pair<domain::HalfId, Kind>;

    void changed()
    {
        if (m_settling)
            return;
        m_settling = m_system.loop().after(kSettle, [this] {
            m_settling = 0;
            reopen();
        });
    }

    void reopen()
    {
        m_halves = findHalves(m_system);
        const auto addresses = m_system.network().addresses();
        std::map<SocketKey, State> wanted;
        for (const PresentHalf &half : m_halves) {
            if (!half.link.adminUp || !addresses)
                continue;
            State v4{half.link.index, {}};
            for (const auto &address : ipv4Of(*addresses, half.link.index))
                v4.addresses.push_back(address.toString());
            if (!v4.addresses.empty())
                wanted.emplace(SocketKey(half.id, Kind::V4), std::move(v4));
            if (hasReadyLinkLocal(*addresses, half.link.index))
                wanted.emplace(SocketKey(half.id, Kind::V6), State{half.link.index, {}});
        }
        std::erase_if(m_sockets, [&](const auto &entry) {
            const auto found = wanted.find(entry.first);
            return found == wanted.end() || !(found->second == entry.second.state) || !entry.second.probe;
        });
        for (const auto &[key, state] : wanted)
            if (!m_sockets.contains(key))
                open(key, state);
        tellMethods();
        tellTable();
    }

    void open(const SocketKey &key, const State &state)
    {
        const PresentHalf *half = halfOf(m_halves, key.first);
        Socket socket{state, nullptr, {}, {}};
        auto probe = m_system.network().openProbe(
            half->link.name, key.second, [this, key](std::string_view payload) { received(key, payload); });
        if (probe)
            socket.probe = std::move(probe).value();
        else
            socket.problem = base::cleanText(probe.error().detail, 200);
        m_sockets.emplace(key, std::move(socket));
        // What was heard on this half before may no longer be true: say it again when it is heard again.
        std::erase_if(m_heard, [&](const auto &entry) { return std::get<1>(entry.first) == key.first; });
    }

    void send()
    {
        for (auto &[key, socket] : m_sockets) {
            if (!socket.probe || !isDue(key, socket))
                continue;
            socket.sentAt = m_system.loop().monotonic();
            const ProbeFrame frame{m_request.runNonce, {m_request.self, key.first}, ++m_sequence};
            const auto sent = socket.probe->send(renderProbeFrame(frame, m_request.runKey));
            const std::string problem = sent ? std::string() : base::cleanText(sent.error().detail, 200);
            m_methodsChanged |= std::exchange(socket.problem, problem) != problem;
        }
        if (m_methodsChanged)
            tellMethods();
        m_sending = m_system.loop().after(std::chrono::milliseconds(m_request.intervalMs), [this] { send(); });
    }

    // Whoever has heard nobody there yet sends as asked; so does one whose plug has just moved.
    bool isDue(const SocketKey &key, const Socket &socket) const
    {
        const auto sources = std::count_if(m_heard.begin(), m_heard.end(), [&key](const auto &entry) {
            return SocketKey(std::get<1>(entry.first), kindOf(std::get<0>(entry.first))) == key;
        });
        const auto between = std::min<std::chrono::milliseconds>(kSendPerSource * sources, kSendAtLeast);
        return !socket.sentAt || m_system.loop().monotonic() - *socket.sentAt >= between;
    }

    void received(const SocketKey &key, std::string_view payload)
    {
        const auto frame = parseProbeFrame(payload, m_request.runNonce, m_request.runKey);
        if (!frame || frame->from.spark == m_request.self)
            return; // the adapter may hand our own frames to the sibling half
        const auto source = std::make_tuple(evidenceOf(key.second), key.first, frame->from);
        const auto now = m_system.loop().monotonic();
        const auto last = m_heard.find(source);
        const auto repeat = std::max(kRepeatAtLeast, kRepeatPerSource * static_cast<int>(m_heard.size()));
        if (last == m_heard.end() ? m_heard.size() >= kMaxSources : now - last->second < repeat)
            return;
        m_heard[source] = now;
        m_reply.event(protocol::event::kHeard,
            protocol::encode(protocol::NeighbourHeard{evidenceOf(key.second), key.first, frame->from, {}}));
    }

    void tellMethods()
    {
        m_methodsChanged = false;
        protocol::NeighbourMethods methods;
        for (const PresentHalf &half : m_halves) {
            protocol::NeighbourMethods::Half entry{half.id, false, false, {}};
            for (const Kind kind : {Kind::V6, Kind::V4}) {
                const auto socket = m_sockets.find({half.id, kind});
                if (socket == m_sockets.end())
                    continue;
                (kind == Kind::V6 ? entry.ipv6 : entry.ipv4) = socket->second.probe && socket->second.problem.empty();
                if (entry.problem.empty())
                    entry.problem = socket->second.problem;
            }
            methods.halves.push_back(std::move(entry));
        }
        std::string body = protocol::encode(methods);
        if (body == m_lastMethods)
            return;
        m_reply.event(protocol::event::kMethods, body);
        m_lastMethods = std::move(body);
    }

    void tellTable()
    {
        const auto entries = m_system.network().neighbours();
        if (!entries)
            return;
        std::map<std::pair<domain::HalfId, std::string>, domain::MacAddress> table;
        for (const NeighbourInfo &entry : *entries) {
            const PresentHalf *half = halfOfIndex(m_halves, entry.index);
            if (!half || entry.mac.isZero() || (entry.mac.bytes[0] & 1) != 0 || table.size() >= kMaxSources)
                continue;
            const auto key = std::make_pair(half->id, entry.address);
            table.emplace(key, entry.mac);
            const auto known = m_table.find(key);
            if (known != m_table.end() && known->second == entry.mac)
                continue;
            protocol::NeighbourHeard heard{domain::EvidenceKind::NeighbourTable, half->id, {}, {}};
            heard.table = domain::NeighbourEntry{half->link.name, entry.address, entry.mac};
            m_reply.event(protocol::event::kHeard, protocol::encode(heard));
        }
        m_table = std::move(table);
    }

    System &m_system;
    const protocol::NeighboursRequest m_request;
    const Reply m_reply;
    std::vector<PresentHalf> m_halves;
    std::map<SocketKey, Socket> m_sockets;
    std::map<std::tuple<domain::EvidenceKind, domain::HalfId, domain::HalfRef>, std::chrono::nanoseconds> m_heard;
    std::map<std::pair<domain::HalfId, std::string>, domain::MacAddress> m_table;
    std::string m_lastMethods;
    bool m_methodsChanged = false;
    std::uint64_t m_sequence = 0;
    std::unique_ptr<Network::Subscription> m_subscription;
    Loop::TimerId m_sending = 0;
    Loop::TimerId m_settling = 0;
};

class NeighboursHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        auto body = bodyOf<protocol::NeighboursRequest>(request, reply);
        if (!body)
            return;
        const bool valid = isHex(body->runNonce, 32) && isHex(body->runKey, 64) && isHex(body->self.value, 32)
            && body->intervalMs >= 100 && body->intervalMs <= 5000;
        if (!valid)
            return reply.fail(
                base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "neighbours")));
        if (m_run)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        m_run = std::make_unique<NeighbourRun>(system(), std::move(*body), std::move(reply));
    }

    void stop(std::int64_t id) override
    {
        if (!m_run || m_run->reply().id() != id)
            return;
        const Reply reply = m_run->reply();
        m_run.reset();
        reply.done();
    }

    void inputEnded() override { m_run.reset(); }

    bool needsHeartbeat() const override { return m_run != nullptr; }

private:
    std::unique_ptr<NeighbourRun> m_run;
};

} // namespace

std::shared_ptr<Handler> makeNeighboursHandler(const Context &context)
{
    return std::make_shared<NeighboursHandler>(context);
}

} // namespace sparkloom::agent
