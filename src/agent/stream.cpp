// SPDX-License-Identifier: Apache-2.0
#include "agent/counterreader.h"
#include "agent/handlers.h"
#include "protocol/messages_stream.h"

#include <algorithm>
#include <deque>
#include <map>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr std::size_t kMaxStreams = 4;
// What waits for a reader that does not read: some seconds, then the oldest is dropped and counted.
constexpr std::size_t kMostWaiting = 128;
// Looking for halves reads dozens of files: changes of the network are taken up at most so often.
constexpr milliseconds kLookAgain{250};
// A difference that this has room for is a safe integer everywhere; beyond it a new epoch begins.
constexpr std::int64_t kMostDifference = std::int64_t(1) << 52;

bool fits(const std::vector<protocol::StreamRow> &rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const protocol::StreamRow &row) {
        return std::all_of(row.begin(), row.end(),
            [](const auto &cell) { return !cell || (*cell<kMostDifference && * cell> - kMostDifference); });
    });
}

// One stream: ticks on absolute times, so that it neither drifts nor hurries after a pause.
class CounterStream {
public:
    CounterStream(System &system, int hz, Reply reply)
        : m_system(system), m_reply(std::move(reply)), m_hz(hz), m_interval(std::chrono::seconds(1)), m_reader(system)
    {
        m_interval /= hz;
        m_subscription = system.network().subscribe([this] { m_lookAgain = true; });
        m_due = system.loop().monotonic();
        m_looked = m_due;
        begin(m_reader.read(), m_due);
        flush();
        plan();
    }

    ~CounterStream()
    {
        m_system.loop().cancel(m_timer);
        m_system.loop().cancel(m_quick);
    }

    // The last word: where every counter stands now.
    void finish()
    {
        const nanoseconds now = m_system.loop().monotonic();
        tell(m_reader.read(), now);
        tellSlow(m_reader.readSlow());
        while (!m_waiting.empty())
            sendOldest();
        m_reply.done();
    }

private:
    struct Waiting {
        std::string_view type;
        std::string body;
        bool mayBeDropped = true;
    };

    void plan()
    {
        const nanoseconds now = m_system.loop().monotonic();
        while (m_due <= now) { // what was missed stays missed
            m_due += m_interval;
            ++m_sequence;
        }
        m_timer = m_system.loop().after(std::chrono::ceil<milliseconds>(m_due - now), [this] { tick(); });
    }

    void tick()
    {
        const nanoseconds now = m_system.loop().monotonic();
        if (m_lookAgain && now - m_looked >= kLookAgain) {
            m_lookAgain = false;
            m_looked = now;
            m_reader.refresh();
        }
        domain::CounterSample sample = m_reader.read();
        sample.late = now - m_due > m_interval / 2;
        tell(std::move(sample), now);
        slowTick();
        flush();
        if (!m_quick && m_reader.wantsCalibration())
            quickTick();
        plan();
    }

    void tell(domain::CounterSample sample, nanoseconds at)
    {
        sample.sequence = m_sequence;
        if (m_reader.changes() != m_toldChanges)
            begin(sample, at);
        protocol::StreamSample told = protocol::relative(m_layout, sample, at.count());
        if (!fits(told.ports) || !fits(told.lanes)) {
            begin(sample, at);
            told = protocol::relative(m_layout, sample, at.count());
        }
        makeRoom();
        told.dropped = m_dropped;
        put({protocol::event::kSample, protocol::encode(told), true});
    }

    // A new epoch, from these values on.
    void begin(const domain::CounterSample &sample, nanoseconds at)
    {
        const domain::SlowSample slow = m_reader.readSlow();
        const int epoch = m_layout.epoch + 1;
        m_layout = protocol::layoutOf(m_reader.layout(), sample, slow);
        m_layout.epoch = epoch;
        m_layout.hz = m_hz;
        m_layout.originNs = at.count();
        m_toldChanges = m_reader.changes();
        m_slow = {};
        put({protocol::event::kLayout, protocol::encode(m_layout), false});
    }

    // One half in each of the first ticks of a second: reading a driver's whole list takes its time.
    void slowTick()
    {
        const auto turn = static_cast<std::size_t>(m_sequence % m_hz);
        const std::vector<domain::CounterLayout::Half> &halves = m_reader.layout().halves;
        if (turn == 0)
            m_slow = {};
        if (turn >= halves.size())
            return;
        if (auto half = m_reader.readSlow(halves[turn].half))
            m_slow.halves.push_back(std::move(*half));
        if (turn + 1 < halves.size())
            return;
        m_slow.at = m_system.loop().monotonic();
        tellSlow(std::exchange(m_slow, {}));
    }

    void tellSlow(const domain::SlowSample &slow)
    {
        const protocol::StreamSlow told = protocol::relative(m_layout, slow);
        if (!told.halves.empty() && fits(told.halves))
            put({protocol::event::kSlow, protocol::encode(told), true});
    }

    void quickTick()
    {
        m_quick = 0;
        const auto wanted = m_reader.wantsCalibration();
        if (!wanted)
            return;
        m_reader.calibrate(*wanted);
        m_quick = m_system.loop().after(CounterReader::kQuickInterval, [this] { quickTick(); });
    }

    void put(Waiting waiting)
    {
        makeRoom();
        m_waiting.push_back(std::move(waiting));
    }

    // Layouts stay: without them nobody could read what follows.
    void makeRoom()
    {
        if (m_waiting.size() < kMostWaiting)
            return;
        const auto oldest =
            std::find_if(m_waiting.begin(), m_waiting.end(), [](const Waiting &each) { return each.mayBeDropped; });
        if (oldest == m_waiting.end())
            return;
        m_dropped += oldest->type == protocol::event::kSample;
        m_waiting.erase(oldest);
    }

    void flush()
    {
        while (!m_waiting.empty() && m_system.outputReady())
            sendOldest();
    }

    void sendOldest()
    {
        const Waiting waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_reply.event(waiting.type, waiting.body);
    }

    System &m_system;
    const Reply m_reply;
    const int m_hz;
    nanoseconds m_interval;
    CounterReader m_reader;
    std::unique_ptr<Network::Subscription> m_subscription;
    protocol::StreamLayout m_layout;
    int m_toldChanges = 0;
    domain::SlowSample m_slow;
    std::deque<Waiting> m_waiting;
    std::int64_t m_dropped = 0;
    std::int64_t m_sequence = 0;
    nanoseconds m_due{};
    nanoseconds m_looked{};
    bool m_lookAgain = false;
    Loop::TimerId m_timer = 0;
    Loop::TimerId m_quick = 0;
};

class StreamHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        if (request.type == protocol::verb::kClock)
            return reply.done(protocol::encode(protocol::ClockAnswer{system().loop().monotonic().count()}));
        const auto body = bodyOf<protocol::StreamRequest>(request, reply);
        if (!body)
            return;
        if (m_streams.size() >= kMaxStreams || m_streams.contains(reply.id()))
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        const std::int64_t id = reply.id();
        m_streams.emplace(id, std::make_unique<CounterStream>(system(), body->hz, std::move(reply)));
    }

    void stop(std::int64_t id) override
    {
        const auto found = m_streams.find(id);
        if (found == m_streams.end())
            return;
        found->second->finish();
        m_streams.erase(found);
    }

    void inputEnded() override { m_streams.clear(); }

    bool needsHeartbeat() const override { return mode() == Mode::User && !m_streams.empty(); }

private:
    std::map<std::int64_t, std::unique_ptr<CounterStream>> m_streams;
};

} // namespace

std::shared_ptr<Handler> makeStreamHandler(const Context &context)
{
    return std::make_shared<StreamHandler>(context);
}

} // namespace sparkloom::agent
