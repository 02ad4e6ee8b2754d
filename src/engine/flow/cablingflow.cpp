// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/cablingflow.h"

#include "engine/flow/signatureround.h"
#include "engine/hosts/remotecommand.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

// How long the probes have before the counters are asked.
constexpr std::chrono::milliseconds kProbesFirst{1'000};
constexpr std::chrono::milliseconds kBetweenRounds{100};
// A cage that was not found sends again, slowly, where somebody may have missed it.
constexpr int kMostTries = 2;
// Several events of one plug become one new map.
constexpr std::chrono::milliseconds kCoalesce{40};
// What changes within this time changes together: the halves of a cage come up a second apart (facts 1.4).
constexpr std::chrono::milliseconds kTogether{1'500};
// Links that came up are asked for their speed when the map is known: an inventory is no small question.
constexpr std::chrono::milliseconds kSpeedLater{1'500};
// The two sockets of a cable need not light at once; an odd number of them tells something only after that.
constexpr std::chrono::milliseconds kBothEnds{5'000};
// How long a map may take to settle while counters are still being asked.
constexpr std::chrono::milliseconds kLongestSearch{30'000};
// News prolong the wait for a settled map, but not for ever.
constexpr int kMostPatience = 6;

} // namespace

CablingFlow::CablingFlow(std::shared_ptr<SessionCore> core) : m_core(std::move(core))
{
    m_rebuildTimer.setSingleShot(true);
    m_rebuildTimer.setInterval(kCoalesce);
    m_signatureTimer.setSingleShot(true);
    m_pullTimer.setSingleShot(true);
    m_pullTimer.setInterval(kTogether);
    connect(&m_pullTimer, &QTimer::timeout, this, &CablingFlow::settlePulls);
    m_speedTimer.setSingleShot(true);
    m_speedTimer.setInterval(kSpeedLater);
    connect(&m_speedTimer, &QTimer::timeout, this, &CablingFlow::askSpeeds);
    m_parityTimer.setSingleShot(true);
    m_parityTimer.setInterval(kBothEnds);
    connect(&m_parityTimer, &QTimer::timeout, this, &CablingFlow::rebuildSoon);
    m_chipTimer.setSingleShot(true);
    connect(&m_chipTimer, &QTimer::timeout, this, &CablingFlow::rebuild);
    connect(&m_signatureTimer, &QTimer::timeout, this, [this] { trySignature(); });
    connect(&m_rebuildTimer, &QTimer::timeout, this, &CablingFlow::rebuild);
    connect(m_core.get(), &SessionCore::hostReady, this, [this](const QString &name) {
        if (m_running)
            attach(name);
    });
    connect(m_core.get(), &SessionCore::hostLost, this, &CablingFlow::detach);
}

base::Result<void> CablingFlow::start()
{
    if (m_core->readyConnections().empty())
        return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
    if (!m_running) {
        m_running = true;
        m_runNonce = randomHexDigits(32);
        m_runKey = randomHexDigits(64);
        m_evidence.clear();
        m_signatureTries.clear();
        m_probedAt.reset();
        m_searchedAt.reset();
        for (const SessionCore::Connection &connection : m_core->readyConnections())
            attach(connection->member().name);
    }
    rebuild();
    return {};
}

void CablingFlow::stop()
{
    if (!m_running)
        return;
    m_running = false;
    while (!m_stations.empty())
        detach(m_stations.begin()->first);
    for (QTimer *timer : {&m_rebuildTimer, &m_signatureTimer, &m_speedTimer, &m_chipTimer, &m_parityTimer})
        timer->stop();
    watchPulls(false);
    m_view.running = m_view.probeOffered = m_view.probing = false;
    m_news.resolve({});
    m_news = {};
    Q_EMIT changed();
}

void CablingFlow::shutdown()
{
    blockSignals(true);
    m_running = false;
    for (QTimer *timer :
        {&m_rebuildTimer, &m_signatureTimer, &m_pullTimer, &m_speedTimer, &m_chipTimer, &m_parityTimer})
        timer->stop();
    m_stations.clear();
    disconnect(m_core.get(), nullptr, this, nullptr);
}

void CablingFlow::attach(const QString &name)
{
    detach(name);
    const SessionCore::Connection connection = m_core->connection(name);
    if (!connection || !connection->ready())
        return;
    Station station;
    station.agent = connection->agent();
    station.spark = connection->facts()->id;
    const std::weak_ptr<CablingFlow> weak = weak_from_this();
    station.watchId = station.agent->stream(
        protocol::verb::kWatch, "{}", [weak, name](const std::string &type, const std::string &body) {
            const auto self = weak.lock();
            if (self && type == protocol::event::kWatch)
                self->takeWatch(name, body);
        });
    protocol::NeighboursRequest request;
    request.runNonce = m_runNonce;
    request.runKey = m_runKey;
    request.self = station.spark;
    station.neighboursId = station.agent->stream(protocol::verb::kNeighbours, protocol::encode(request),
        [weak, name](const std::string &type, const std::string &body) {
            if (const auto self = weak.lock())
                self->takeNeighbours(name, type, body);
        });
    m_stations.insert_or_assign(name, std::move(station));
}

void CablingFlow::detach(const QString &name)
{
    const auto it = m_stations.find(name);
    if (it == m_stations.end())
        return;
    Station station = std::move(it->second);
    m_stations.erase(it);
    station.agent->stop(station.watchId);
    station.agent->stop(station.neighboursId);
    if (station.root)
        station.root->stop(station.wakeId);
    m_evidence.dropSpark(station.spark);
    m_chips.drop(station.spark);
    if (m_pulls)
        m_pulls->drop(station.spark);
    rebuildSoon();
}

void CablingFlow::takeWatch(const QString &name, const std::string &body)
{
    const auto it = m_stations.find(name);
    const SessionCore::Connection connection = m_core->connection(name);
    const auto event = protocol::decode<protocol::WatchEvent>(body);
    if (it == m_stations.end() || !connection || !connection->facts() || !event)
        return;
    Station &station = it->second;
    for (const domain::HalfId half : domain::kAllHalves) {
        const domain::HalfRef ref{station.spark, half};
        const bool lit = isLit(*event, half);
        if (m_pulls)
            m_pulls->take(ref, lit);
        if (m_evidence.setCarrier(ref, lit)) {
            ++m_carrierChanges;
            m_parityTimer.start();
            m_signatureTries.erase(ref.cageRef());
            if (lit)
                m_speedTimer.start();
            if (m_pulls)
                m_pullTimer.start();
        }
    }
    station.last = event.value();
    watchChip(station);
    const bool unknownHalf = std::any_of(event->halves.begin(), event->halves.end(), [&connection](const auto &live) {
        const domain::HalfFacts *known = connection->facts()->half(live.half);
        return !known || known->netdev != live.netdev;
    });
    connection->updateHalves(event.value());
    if (unknownHalf)
        inspectAgain(name);
    m_view.lastEvent = m_core->environment().now();
    rebuildSoon();
}

QCoro::Task<void> CablingFlow::inspectAgain(QString name)
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->alive();
    const SessionCore::Connection connection = m_core->connection(name);
    if (const auto it = m_stations.find(name);
        !connection || it == m_stations.end() || std::exchange(it->second.inspecting, true))
        co_return;
    const base::Result<void> inspected = co_await connection->inspect(token);
    if (token.isCancelled())
        co_return;
    if (const auto it = m_stations.find(name); it != m_stations.end()) {
        it->second.inspecting = false;
        // The inventory may be older than the newest event, or not see yet what that told.
        if (inspected && it->second.last && connection->facts()) {
            const protocol::WatchEvent last = *it->second.last;
            const bool missing = std::any_of(last.halves.begin(), last.halves.end(),
                [&connection](const auto &live) { return !connection->facts()->half(live.half); });
            connection->updateHalves(last);
            if (missing)
                inspectAgain(name);
        }
    }
    rebuildSoon();
}

void CablingFlow::takeNeighbours(const QString &name, const std::string &type, const std::string &body)
{
    const auto it = m_stations.find(name);
    if (it == m_stations.end())
        return;
    if (type == protocol::event::kMethods) {
        if (const auto methods = protocol::decode<protocol::NeighbourMethods>(body))
            it->second.methods = methods.value();
        rebuildSoon();
    } else if (type == protocol::event::kHeard) {
        if (const auto heard = protocol::decode<protocol::NeighbourHeard>(body))
            takeHeard(it->second, heard.value());
    }
}

void CablingFlow::takeHeard(const Station &station, const protocol::NeighbourHeard &heard)
{
    bool news = false;
    if (heard.table) {
        const std::vector<domain::SparkFacts> facts = m_core->readyFacts();
        const std::vector<domain::NeighbourEntry> entries{*heard.table};
        for (const domain::Evidence &evidence : domain::evidenceFromNeighbourTable(facts, station.spark, entries))
            news |= m_evidence.add(evidence);
    } else if (heard.from && m_core->connectionById(heard.from->spark)) {
        news = m_evidence.add({heard.kind, *heard.from, {station.spark, heard.at}});
    }
    // On a switch with many Sparks the same is told again all the time.
    if (news)
        rebuildSoon();
}

void CablingFlow::setGoal(std::optional<domain::Topology> goal)
{
    m_view.goal = goal;
    rebuild();
}

void CablingFlow::rebuildSoon()
{
    if (m_running && !m_rebuildTimer.isActive())
        m_rebuildTimer.start();
}

void CablingFlow::rebuild()
{
    const std::vector<domain::SparkFacts> facts = m_core->readyFacts();
    CablingView view;
    view.running = m_running;
    view.goal = m_view.goal;
    view.lastEvent = m_view.lastEvent;
    view.pulled = m_view.pulled;
    view.putBack = m_view.putBack;
    if (m_running) {
        const std::vector<domain::Evidence> evidence = m_evidence.all();
        view.map = domain::buildCableMap(facts, evidence);
    } else {
        view.map = m_view.map;
    }
    view.recognised = domain::recogniseTopology(view.map, facts);
    if (view.goal)
        view.status = domain::matchTopology(*view.goal, view.map, facts);
    else if (const base::Message note = domain::topologyNote(view.recognised, view.map, facts); !note.empty())
        view.notes.push_back(note);
    describeHalves(view);
    describeDevices(view);
    describeChips(view);
    describeSearch(view);
    trySignatureSoon();
    const bool mapChanged = !(view.map == m_view.map) || !(view.status == m_view.status);
    m_view = std::move(view);
    if (mapChanged) {
        m_news.resolve({});
        m_news = {};
    }
    Q_EMIT changed();
}

// Cages that the probes left unknown are looked for by their counters, after a while without news of them.
void CablingFlow::trySignatureSoon()
{
    if (m_running && !m_signatureRuns && !m_signatureTimer.isActive())
        m_signatureTimer.start(kProbesFirst);
}

std::optional<domain::HalfRef> CablingFlow::nextSender() const
{
    const std::vector<domain::HalfRef> senders = domain::signatureSenders(m_view.map, m_core->readyFacts());
    // A lone unknown cage is heard by nobody who would not have been found already.
    if (senders.size() + m_view.map.cables.size() < 2)
        return std::nullopt;
    std::optional<domain::HalfRef> next;
    int fewest = kMostTries;
    for (const domain::HalfRef &half : senders) {
        const auto tries = m_signatureTries.find(half.cageRef());
        const int count = tries == m_signatureTries.end() ? 0 : tries->second;
        if (count < fewest) {
            fewest = count;
            next = half;
        }
    }
    return next;
}

QCoro::Task<void> CablingFlow::trySignature()
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->alive();
    const std::optional<domain::HalfRef> sender = nextSender();
    // While news waits to be taken into the map, that is yet to say who is unknown; the next rebuild comes back here.
    if (m_running && !m_signatureRuns && !sender && !m_rebuildTimer.isActive() && m_searchedAt != m_carrierChanges) {
        m_searchedAt = m_carrierChanges;
        rebuildSoon();
    }
    if (!m_running || m_signatureRuns || !sender)
        co_return;
    m_signatureRuns = true;
    const domain::CageRef cage = sender->cageRef();
    const bool slowly = m_signatureTries[cage]++ > 0;
    const int changes = m_carrierChanges;
    std::vector<SignatureListener> listeners;
    for (const auto &[name, station] : m_stations)
        listeners.push_back({station.spark, station.agent});
    const SignatureOutcome outcome = co_await signatureRound(std::move(listeners), *sender, slowly, token);
    m_signatureRuns = false;
    if (!m_running || token.isCancelled())
        co_return;
    // What was plugged meanwhile may have changed what was heard.
    if (changes != m_carrierChanges)
        m_signatureTries.erase(cage);
    else if (!outcome.unsure || !outcome.evidence.empty())
        m_signatureTries[cage] = kMostTries;
    if (changes == m_carrierChanges)
        for (const domain::Evidence &evidence : outcome.evidence)
            m_evidence.add(evidence);
    rebuildSoon();
    m_signatureTimer.start(kBetweenRounds);
}

void CablingFlow::describeHalves(CablingView &view) const
{
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        const domain::SparkFacts &facts = *connection->facts();
        const std::string name = connection->member().name.toStdString();
        bool asleep = false;
        for (const domain::HalfId id : domain::kAllHalves) {
            const domain::HalfFacts *half = facts.half(id);
            view.halves.push_back({{facts.id, id}, half != nullptr, half && half->adminUp, half && half->carrier});
            asleep |= half && !half->adminUp;
        }
        if (asleep) {
            view.wakeNeeded = true;
            view.notes.push_back(base::Message("cabling.halves-asleep"_msg).with("spark", name));
        }
        const auto station = m_stations.find(connection->member().name);
        if (station == m_stations.end() || !station->second.methods)
            continue;
        for (const auto &method : station->second.methods->halves) {
            const domain::HalfFacts *half = facts.half(method.half);
            if (half && half->carrier && !method.ipv6 && !method.ipv4 && !method.problem.empty())
                view.notes.push_back(base::Message("cabling.half-cannot-probe"_msg)
                                         .with("spark", name)
                                         .with("half", domain::toText(method.half))
                                         .with("problem", method.problem));
        }
    }
}

QCoro::Task<base::Result<void>> CablingFlow::wake()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const protocol::WakeRequest request;
    std::optional<base::Error> firstError;
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        const QString name = connection->member().name;
        const auto &halves = connection->facts()->halves;
        if (std::none_of(halves.begin(), halves.end(), [](const domain::HalfFacts &half) { return !half.adminUp; }))
            continue;
        const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(SudoReason::Wake, token);
        if (token.isCancelled())
            co_return cancelledError();
        if (!root) {
            if (!firstError)
                firstError = root.error();
            continue;
        }
        const auto station = m_stations.find(name);
        if (station == m_stations.end())
            continue; // stopped meanwhile
        station->second.root = root.value();
        station->second.wakeId = root.value()->stream(protocol::verb::kWake, protocol::encode(request), {},
            [weak = std::weak_ptr<HostConnection>(connection)](const base::Error &error) {
                if (const auto alive = weak.lock())
                    alive->addNote(error.message);
            });
    }
    if (firstError)
        co_return *firstError;
    co_return base::Result<void>();
}

void CablingFlow::endWake()
{
    for (auto &[name, station] : m_stations)
        if (const auto root = std::exchange(station.root, nullptr))
            root->stop(station.wakeId);
}

bool CablingFlow::settled() const
{
    if (m_view.goal)
        return m_view.status.complete;
    const auto facts = m_core->readyFacts();
    const bool allUp = std::all_of(facts.begin(), facts.end(), [](const domain::SparkFacts &spark) {
        return std::all_of(domain::kAllCages.begin(), domain::kAllCages.end(),
            [&spark](domain::CageIndex cage) { return !spark.cageLit(cage) || spark.cageUp(cage); });
    });
    return allUp && !m_view.map.cables.empty() && m_view.map.unknown.empty() && m_view.map.contradictions.empty()
        && std::all_of(m_view.map.cables.begin(), m_view.map.cables.end(),
            [](const domain::Cable &cable) { return cable.certainty == domain::Certainty::Certain; });
}

QCoro::Task<base::Result<domain::CableMap>> CablingFlow::settledMap(std::chrono::milliseconds patience)
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->work();
    if (!m_running)
        co_return base::Error{base::ErrorKind::NotKnown, base::Message("cabling.not-running"_msg), {}};
    QElapsedTimer total;
    total.start();
    bool searched = false; // the last wait ended in silence, with the search going on
    for (;;) {
        const std::chrono::milliseconds quiet = std::min(m_core->environment().paces.mapQuiet, patience);
        const std::chrono::milliseconds wanted = settled() || searched ? quiet : patience;
        const Pending<void> news = m_news;
        const auto silent = std::make_shared<bool>(false);
        expire(wanted, [news, silent] {
            *silent = !news.isResolved();
            news.resolve({});
        });
        const base::Result<void> waited = co_await news.wait(token);
        if (!waited)
            co_return waited.error();
        if (!m_running)
            co_return base::Error{base::ErrorKind::NotKnown, base::Message("cabling.not-running"_msg), {}};
        if (*silent)
            m_news = {};
        searched = *silent && !settled() && searching() && total.elapsed() < kLongestSearch.count();
        if (searched)
            continue;
        if (*silent || total.elapsed() > kMostPatience * patience.count())
            co_return base::Result<domain::CableMap>(m_view.map); // QCoro 0.8 would move a plain member away
    }
}

} // namespace sparkloom::engine
