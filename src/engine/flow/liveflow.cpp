// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/liveflow.h"

#include "engine/flow/cablingflow.h"
#include "engine/flow/livestation.h"
#include "engine/flow/sessioncore.h"

#include <algorithm>
#include <map>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// Probes of a Spark's clock: at first, and now and then, because clocks drift apart (measurement-and-safety 3.6).
constexpr int kProbes = 8;
constexpr std::chrono::seconds kAlignAgain{30};
constexpr std::chrono::seconds kProbePatience{5};

bool touches(const domain::Cable &cable, const domain::CableEnd &end)
{
    return cable.a == end || (cable.b == end && !end.isSwitch());
}

} // namespace

// Shared by the coroutines that outlive a call.
class LiveFlow::Private : public std::enable_shared_from_this<LiveFlow::Private> {
public:
    Private(LiveFlow &owner, std::shared_ptr<SessionCore> sessionCore, std::shared_ptr<CablingFlow> cablingFlow)
        : flow(&owner), core(std::move(sessionCore)), cabling(std::move(cablingFlow))
    {}

    void attach(const QString &name);
    void detach(const QString &name, std::optional<base::Error> why);
    void takeEvent(const QString &name, std::int64_t streamId, const std::string &type, const std::string &body);
    void takeCables();
    void number();
    LiveStation *station(const domain::SparkId &id) const;
    LiveEnd endOf(const domain::CageRef &cage) const;
    static bool takeClock(const std::shared_ptr<Private> &self, const QString &name,
        const std::shared_ptr<AgentClient> &agent, const std::optional<domain::ClockAlignment> &clock);
    static QCoro::Task<void> keepAligned(
        std::weak_ptr<Private> weak, QString name, std::weak_ptr<AgentClient> known, CancelToken token);

    LiveFlow *flow;
    std::shared_ptr<SessionCore> core;
    std::shared_ptr<CablingFlow> cabling;
    bool running = false;
    int hz = kDefaultHz;
    CancelToken run; // of everything that was started since start()
    std::map<QString, std::unique_ptr<LiveStation>> stations;
    std::vector<LiveCable> cables; // ends without their figures
    std::vector<domain::CageRef> loose;
};

void LiveFlow::Private::attach(const QString &name)
{
    const SessionCore::Connection connection = core->connection(name);
    if (!connection || !connection->ready() || !connection->agent())
        return;
    std::unique_ptr<LiveStation> &station = stations[name];
    if (!station || station->id() != connection->facts()->id)
        station = std::make_unique<LiveStation>(name, *connection->facts(), hz);
    if (station->agent == connection->agent())
        return;
    station->interrupt();
    station->setFacts(*connection->facts());
    station->agent = connection->agent();
    const std::weak_ptr<Private> weak = weak_from_this();
    const auto id = std::make_shared<std::int64_t>(0);
    *id = station->streamId = station->agent->stream(
        protocol::verb::kStream, protocol::encode(protocol::StreamRequest{hz}),
        [weak, name, id](const std::string &type, const std::string &body) {
            if (const auto self = weak.lock())
                self->takeEvent(name, *id, type, body);
        },
        [weak, name, id](const base::Error &error) {
            const auto self = weak.lock();
            if (!self)
                return;
            const auto found = self->stations.find(name);
            if (found != self->stations.end() && found->second->streamId == *id)
                self->detach(name, error);
        });
    keepAligned(weak, name, station->agent, run);
    Q_EMIT flow->changed();
}

void LiveFlow::Private::detach(const QString &name, std::optional<base::Error> why)
{
    const auto found = stations.find(name);
    if (found == stations.end() || !found->second->agent)
        return;
    if (found->second->agent->isOpen())
        found->second->agent->stop(found->second->streamId);
    found->second->interrupt(std::move(why));
    Q_EMIT flow->changed();
}

void LiveFlow::Private::takeEvent(
    const QString &name, std::int64_t streamId, const std::string &type, const std::string &body)
{
    const auto found = stations.find(name);
    if (found == stations.end() || found->second->streamId != streamId || !found->second->agent)
        return;
    if (const base::Result<void> taken = found->second->take(type, body); !taken)
        return detach(name, taken.error());
    if (type == protocol::event::kSample)
        Q_EMIT flow->sampled(name);
    else if (type == protocol::event::kLayout)
        Q_EMIT flow->changed();
}

// False where this agent streams no more.
bool LiveFlow::Private::takeClock(const std::shared_ptr<Private> &self, const QString &name,
    const std::shared_ptr<AgentClient> &agent, const std::optional<domain::ClockAlignment> &clock)
{
    if (!self || !agent)
        return false;
    const auto found = self->stations.find(name);
    if (found == self->stations.end() || found->second->agent != agent)
        return false;
    if (clock)
        found->second->setClock(*clock);
    return true;
}

// The application's clock against the Spark's, over and over while this agent streams. Nothing is kept alive while
// it waits.
QCoro::Task<void> LiveFlow::Private::keepAligned(
    std::weak_ptr<Private> weak, QString name, std::weak_ptr<AgentClient> known, CancelToken token)
{
    while (!token.isCancelled()) {
        std::vector<domain::ClockProbe> probes;
        for (int i = 0; i < kProbes; ++i) {
            const std::shared_ptr<AgentClient> agent = known.lock();
            if (!agent || !agent->isOpen())
                co_return;
            const nanoseconds asked = LiveFlow::clock();
            const base::Result<protocol::ClockAnswer> answer = co_await call<protocol::ClockAnswer>(
                agent, std::string(protocol::verb::kClock), "{}", token, kProbePatience);
            if (!answer)
                co_return;
            probes.push_back({asked, nanoseconds(answer->monotonicNs), LiveFlow::clock()});
        }
        if (!takeClock(weak.lock(), name, known.lock(), domain::alignClocks(probes)))
            co_return;
        const Pending<void> later = pendingTimer(kAlignAgain);
        const base::Result<void> waited = co_await later.wait(token);
        if (!waited)
            co_return;
    }
}

// A cable that was seen stays in the list, in its place, until one of its sockets is seen to lead elsewhere.
void LiveFlow::Private::takeCables()
{
    const domain::CableMap map = cabling->view().map;
    loose = map.unknown;
    std::erase_if(cables, [&](const LiveCable &known) {
        return std::any_of(map.cables.begin(), map.cables.end(), [&](const domain::Cable &cable) {
            const bool same = cable.a == known.aEnd && cable.b == known.bEnd;
            return !same && (touches(cable, known.aEnd) || touches(cable, known.bEnd));
        });
    });
    for (LiveCable &known : cables)
        known.connected = std::any_of(map.cables.begin(), map.cables.end(),
            [&](const domain::Cable &cable) { return cable.a == known.aEnd && cable.b == known.bEnd; });
    for (const domain::Cable &cable : map.cables) {
        const bool known = std::any_of(cables.begin(), cables.end(),
            [&](const LiveCable &each) { return each.aEnd == cable.a && each.bEnd == cable.b; });
        if (known || !cable.a.cage)
            continue;
        LiveCable added;
        added.aEnd = cable.a;
        added.bEnd = cable.b;
        cables.push_back(std::move(added));
    }
    number();
    Q_EMIT flow->changed();
}

// As the goal numbers them, so that a cable is called the same everywhere; the others come after those.
void LiveFlow::Private::number()
{
    const std::vector<domain::GoalCable> goal = cabling->view().status.cables;
    const auto numberOf = [&](const LiveCable &cable) {
        const auto same = std::find_if(goal.begin(), goal.end(), [&](const domain::GoalCable &each) {
            return (each.a == cable.aEnd && each.b == cable.bEnd) || (each.a == cable.bEnd && each.b == cable.aEnd);
        });
        return same == goal.end() ? 0 : same->number;
    };
    int last = static_cast<int>(goal.size());
    for (LiveCable &cable : cables) {
        const int known = numberOf(cable);
        cable.number = known > 0 ? known : ++last;
    }
}

LiveStation *LiveFlow::Private::station(const domain::SparkId &id) const
{
    for (const auto &[name, station] : stations)
        if (station->id() == id)
            return station.get();
    return nullptr;
}

LiveEnd LiveFlow::Private::endOf(const domain::CageRef &cage) const
{
    if (const LiveStation *known = station(cage.spark))
        return known->end(cage.cage);
    LiveEnd end;
    end.cage = cage;
    end.spark = core->nameOf(cage.spark);
    end.lanes[0].half = {cage.cage, domain::Side::A};
    end.lanes[1].half = {cage.cage, domain::Side::B};
    return end;
}

LiveFlow::LiveFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<CablingFlow> cabling)
    : m(std::make_shared<Private>(*this, std::move(core), std::move(cabling)))
{
    connect(m->core.get(), &SessionCore::hostReady, this, [this](const QString &name) {
        if (m->running)
            m->attach(name);
    });
    connect(m->core.get(), &SessionCore::hostLost, this, [this](const QString &name) {
        if (m->running)
            m->detach(name, base::Error{base::ErrorKind::Unreachable, base::Message("live.stream-lost"_msg), {}});
    });
    connect(m->core.get(), &SessionCore::hostChanged, this, [this](const QString &name) {
        const auto found = m->stations.find(name);
        const SessionCore::Connection connection = m->core->connection(name);
        if (found != m->stations.end() && connection && connection->facts())
            found->second->setFacts(*connection->facts());
    });
    connect(m->cabling.get(), &CablingFlow::changed, this, [this] {
        if (m->running && m->cabling->isRunning())
            m->takeCables();
    });
}

LiveFlow::~LiveFlow()
{
    shutdown();
}

base::Result<void> LiveFlow::start(int hz)
{
    const std::vector<SessionCore::Connection> ready = m->core->readyConnections();
    if (ready.empty())
        return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    if (m->running && m->hz == hz)
        return {};
    if (m->running)
        stop();
    if (m->hz != hz)
        m->stations.clear(); // the series of another rate
    m->hz = hz;
    m->running = true;
    m->run = m->core->alive().child();
    m->takeCables();
    for (const SessionCore::Connection &connection : ready)
        m->attach(connection->member().name);
    return {};
}

void LiveFlow::stop()
{
    if (!m->running)
        return;
    m->running = false;
    m->run.cancel();
    for (const auto &[name, station] : m->stations)
        m->detach(name, std::nullopt);
    Q_EMIT changed();
}

bool LiveFlow::isRunning() const
{
    return m->running;
}

void LiveFlow::shutdown()
{
    blockSignals(true);
    m->running = false;
    m->run.cancel();
    m->stations.clear();
    disconnect(m->core.get(), nullptr, this, nullptr);
    disconnect(m->cabling.get(), nullptr, this, nullptr);
}

void LiveFlow::clearTotals()
{
    for (const auto &[name, station] : m->stations)
        station->clearTotals();
}

LiveView LiveFlow::view() const
{
    LiveView view;
    view.running = m->running;
    view.hz = m->hz;
    for (const SessionCore::Connection &connection : m->core->connections()) {
        const QString name = connection->member().name;
        const auto found = m->stations.find(name);
        if (found != m->stations.end()) {
            view.sparks.push_back(found->second->view());
            found->second->describe(view.missing, view.notes);
            continue;
        }
        LiveSpark absent;
        absent.name = name;
        absent.error = connection->view().error;
        view.sparks.push_back(std::move(absent));
    }
    view.cables = cables();
    for (const domain::CageRef &cage : m->loose)
        view.loose.push_back(m->endOf(cage));
    return view;
}

std::vector<LiveCable> LiveFlow::cables() const
{
    std::vector<LiveCable> filled = m->cables;
    for (LiveCable &cable : filled) {
        cable.a = m->endOf(*cable.aEnd.cage);
        if (cable.bEnd.cage)
            cable.b = m->endOf(*cable.bEnd.cage);
    }
    return filled;
}

const domain::Series *LiveFlow::lane(const domain::HalfRef &half) const
{
    const LiveStation *station = m->station(half.spark);
    return station ? station->lane(half.half) : nullptr;
}

const domain::Series *LiveFlow::cage(const domain::CageRef &cage) const
{
    const LiveStation *station = m->station(cage.spark);
    return station ? station->cage(cage.cage) : nullptr;
}

nanoseconds LiveFlow::clock()
{
    return std::chrono::duration_cast<nanoseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace sparkloom::engine
