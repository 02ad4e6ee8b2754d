// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/flowparts.h"

#include "sim/errors.h"
#include "sim/world/wires.h"

#include <algorithm>

namespace sparkloom::sim {

using std::chrono::nanoseconds;

namespace {

// All halves of 64 Sparks in both directions at once are 512; a limit only for who asks for nonsense.
constexpr std::size_t kMostRunning = 1024;
constexpr std::size_t kMostKept = 2048; // jobs that have ended stay known for their result
// Until a connection has opened its window, a queue pair has filled its queue, NCCL its channels.
constexpr std::chrono::milliseconds kTcpRise{150};
constexpr std::chrono::milliseconds kRdmaRise{20};
constexpr std::chrono::milliseconds kNcclRise{60};

physics::Machine machineOf(World &world, int number)
{
    physics::Machine machine{world.spark(number).spec.name, &world.parametersOf(number), {}};
    for (const domain::CageIndex cage : domain::kAllCages) {
        const Socket socket = Socket::ofSpark(number, cage);
        const CableParameters *const cable = world.cableAt(socket);
        double gbps = world.linkMbps(socket) / 1000.0;
        if (cable && cable->limitGbps > 0)
            gbps = std::min(gbps, cable->limitGbps);
        machine.linkGbps[at(cage)] = gbps;
    }
    return machine;
}

std::chrono::milliseconds riseOf(TrafficRequest::Kind kind)
{
    return kind == TrafficRequest::Kind::Tcp ? kTcpRise : kind == TrafficRequest::Kind::Rdma ? kRdmaRise : kNcclRise;
}

} // namespace

Flows::Flows(World &world) : m_world(world) {}

Flows::~Flows() = default;

nanoseconds Flows::now() const
{
    return m_world.loop().monotonic();
}

base::Result<Flows::Id> Flows::start(const TrafficRequest &request)
{
    finishDue();
    if (m_running.size() >= kMostRunning)
        return simError(base::ErrorKind::Refused, std::to_string(kMostRunning) + " tests are running");
    auto job = std::make_unique<Job>();
    job->request = request;
    auto lanes = lanesOf(request, *job);
    if (!lanes)
        return lanes.error();
    job->lanes = std::move(lanes).value();
    job->id = ++m_last;
    job->begin = now();
    for (std::size_t i = 0; i < job->lanes.size(); ++i)
        job->lanes[i].meter = std::make_unique<physics::Meter>(m_world.options().seed,
            "flow " + std::to_string(job->id) + ' ' + std::to_string(i), job->begin,
            m_world.scaled(riseOf(request.kind)));
    settle(job->begin);
    if (request.duration.count() > 0) {
        const auto length = m_world.scaled(request.duration);
        job->end = job->begin + length;
        job->timer = m_world.loop().after(length, [this, id = job->id, alive = std::weak_ptr(m_alive)] {
            if (!alive.expired())
                finish(*m_jobs.at(id), {});
        });
    }
    const Id id = job->id;
    const nanoseconds begin = job->begin;
    m_running.push_back(job.get());
    m_jobs.emplace(id, std::move(job));
    while (m_jobs.size() > kMostKept && !m_jobs.begin()->second->running)
        m_jobs.erase(m_jobs.begin());
    setRates(begin);
    if (m_begun)
        std::exchange(m_begun, {})();
    return id;
}

base::Result<void> Flows::reaches(const TrafficRequest &request)
{
    Job asked;
    const auto lanes = lanesOf(request, asked);
    return lanes ? base::Result<void>() : lanes.error();
}

// Those whose time is over although their timer has not come yet: what changes now is nothing to them.
void Flows::finishDue()
{
    for (const Id id : running()) {
        Job &job = *m_jobs.at(id);
        setEnd(job, now());
        if (job.end && *job.end <= now())
            finish(job, {});
    }
}

void Flows::finish(Job &job, std::string problem)
{
    if (!job.running)
        return;
    const nanoseconds moment = now();
    settle(moment);
    m_world.loop().cancel(job.timer);
    job.end = std::min(moment, job.end.value_or(moment));
    job.running = false;
    std::erase(m_running, &job);
    job.problem = std::move(problem);
    setRates(moment);
}

base::Result<void> Flows::stop(Id id)
{
    finishDue();
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end() || !it->second->running)
        return simError(base::ErrorKind::Refused, "no such test is running");
    finish(*it->second, {});
    return {};
}

void Flows::endAfter(Id id, double gigabits)
{
    const auto it = m_jobs.find(id);
    if (it != m_jobs.end() && it->second->running)
        it->second->enough = gigabits;
}

// When it had moved enough, if it has by this moment. To be asked before its meters are.
void Flows::setEnd(Job &job, nanoseconds moment) const
{
    if (!job.enough || job.end)
        return;
    const auto isEnough = [&job](nanoseconds when) {
        double moved = 0;
        for (std::size_t i = 0; i < job.lanes.size(); ++i)
            moved += job.counts(i) ? job.lanes[i].meter->foreseen(when) : 0;
        return moved >= *job.enough;
    };
    if (!isEnough(moment))
        return;
    nanoseconds before = job.begin;
    nanoseconds after = moment;
    while (after - before > nanoseconds(1)) {
        const nanoseconds middle = before + (after - before) / 2;
        (isEnough(middle) ? after : before) = middle;
    }
    job.end = after;
}

void Flows::abort(int spark, const std::string &why)
{
    finishDue();
    for (const Id id : running()) {
        Job &job = *m_jobs.at(id);
        if (std::ranges::find(job.request.sparks, spark) != job.request.sparks.end())
            finish(job, why);
    }
}

std::vector<Flows::Id> Flows::running() const
{
    std::vector<Id> ids;
    for (const Job *const job : m_running)
        ids.push_back(job->id);
    return ids;
}

std::optional<TrafficState> Flows::state(Id id)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return std::nullopt;
    Job &job = *it->second;
    const nanoseconds moment = now();
    setEnd(job, moment);
    const nanoseconds at = std::min(moment, job.end.value_or(moment));
    const double elapsed = std::chrono::duration<double>(at - job.begin).count();
    TrafficState state;
    state.running = job.running;
    state.problem = job.problem;
    state.seconds = elapsed * m_world.options().speed;
    if (job.request.duration.count() > 0)
        state.progress = std::min(1.0, state.seconds * 1000 / static_cast<double>(job.request.duration.count()));
    double slowest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < job.lanes.size(); ++i) {
        Lane &lane = job.lanes[i];
        if (!job.counts(i))
            continue;
        const double moved = lane.meter->gigabits(at);
        state.gigabits += moved;
        state.lostPackets += moved * lane.flow.packets().perGigabit() * lane.flow.packetLoss;
        (lane.back ? state.gbpsBackNow : state.gbpsNow) += job.running ? lane.meter->rateAt(at) : 0;
        (lane.back ? state.gbpsBackAverage : state.gbpsAverage) += elapsed > 0 ? moved / elapsed : 0;
        if (!lane.back)
            state.gbpsFull += lane.rate.gbps;
        if (lane.rate.gbps < slowest) {
            slowest = lane.rate.gbps;
            state.limitedBy = lane.rate.text;
        }
    }
    if (job.collective)
        state.busGBps = state.gbpsAverage / 8;
    return state;
}

bool Flows::laneIsUp(const Lane &lane) const
{
    const auto carrier = [this](int spark, const std::optional<domain::HalfId> &half) {
        NetworkStack &network = m_world.spark(spark).network;
        const Interface *const interface = half ? network.byHalf(*half) : network.byName("enP7s7");
        return interface && interface->carrier();
    };
    return carrier(lane.from, lane.fromHalf) && carrier(lane.to, lane.toHalf)
        && (!lane.fromHalf
            || m_world.joined(
                Socket::ofSpark(lane.from, lane.fromHalf->cage), Socket::ofSpark(lane.to, lane.toHalf->cage)));
}

void Flows::changed()
{
    if (m_running.empty())
        return;
    finishDue();
    // A queue pair gives up when nothing answers; a TCP connection waits.
    for (const Id id : running()) {
        Job &job = *m_jobs.at(id);
        const bool cut = std::ranges::any_of(job.lanes, [this](const Lane &lane) { return !laneIsUp(lane); });
        if (cut && job.request.kind != TrafficRequest::Kind::Tcp)
            finish(job, "the link went away: transport retry counter exceeded");
    }
    const nanoseconds moment = now();
    settle(moment);
    setRates(moment);
}

void Flows::setRates(nanoseconds moment)
{
    std::map<int, std::size_t> numbers; // Spark -> its place among the machines
    std::vector<physics::Machine> machines;
    const auto machine = [&](int number) {
        const auto [it, isNew] = numbers.try_emplace(number, machines.size());
        if (isNew)
            machines.push_back(machineOf(m_world, number));
        return it->second;
    };
    std::vector<physics::Flow> flows;
    std::vector<std::pair<Job *, std::size_t>> owners;
    std::vector<physics::Collective> collectives;
    for (Job *const job : m_running) {
        if (job->collective) {
            collectives.push_back(*job->collective);
            for (auto &hop : collectives.back().hops)
                for (std::size_t &lane : hop)
                    lane += flows.size();
        }
        for (std::size_t i = 0; i < job->lanes.size(); ++i) {
            Lane &lane = job->lanes[i];
            lane.flow.from = {machine(lane.from), lane.fromHalf};
            lane.flow.to = {machine(lane.to), lane.toHalf};
            lane.flow.packetLoss = lossOf(lane);
            flows.push_back(lane.flow);
            if (!laneIsUp(lane))
                flows.back().ceilingGbps = 0;
            owners.emplace_back(job, i);
        }
    }
    const auto rates = physics::throughputOf(machines, std::move(flows), collectives);
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const Job &job = *owners[i].first;
        if (job.end && *job.end <= moment)
            continue; // it is over, only nobody has looked yet
        Lane &lane = owners[i].first->lanes[owners[i].second];
        lane.rate = rates[i];
        lane.meter->setRate(moment, rates[i].gbps);
        count(lane, moment);
    }
}

} // namespace sparkloom::sim
