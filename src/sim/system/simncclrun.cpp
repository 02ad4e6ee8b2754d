// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simncclrun.h"

#include "agent/nccl/collective.h"
#include "protocol/codec.h"
#include "sim/system/simrank.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sparkloom::sim {

using namespace base::literals;
using protocol::NcclCollective;
using protocol::NcclPhase;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr double kFullSpeed = 0.6; // seconds of the world: ten times what filling NCCL's channels takes
constexpr double kOneBit = 1e-9;
constexpr milliseconds kMostBetween{100};
constexpr std::int64_t kLeastBytes = 1024; // that the flows of a world know

physics::CollectiveKind kindOf(NcclCollective collective)
{
    switch (collective) {
    case NcclCollective::AllReduce: return physics::CollectiveKind::AllReduce;
    case NcclCollective::AllGather: return physics::CollectiveKind::AllGather;
    case NcclCollective::ReduceScatter: return physics::CollectiveKind::ReduceScatter;
    case NcclCollective::Broadcast: return physics::CollectiveKind::Broadcast;
    case NcclCollective::AllToAll: return physics::CollectiveKind::AllToAll;
    case NcclCollective::SendRecv: break;
    }
    return physics::CollectiveKind::SendReceive;
}

std::string labelOf(NcclCollective collective, std::int64_t bytes, bool inPlace)
{
    return std::string(agent::ncclName(collective)) + ' ' + std::to_string(bytes)
        + (inPlace ? " in-place" : " out-of-place");
}

} // namespace

SimNcclRun::SimNcclRun(World &world, protocol::NcclRunRequest request)
    : m_world(world), m_request(std::move(request)), m_ranks(static_cast<std::size_t>(m_request.ranks), nullptr)
{
    for (const NcclCollective collective : m_request.collectives) {
        bool first = true;
        for (const std::int64_t size : agent::ncclSizes(m_request.minBytes, m_request.maxBytes, m_request.factor))
            for (const bool inPlace : {false, true})
                if (!inPlace || m_request.inPlace)
                    m_rows.push_back({collective, size, inPlace, std::exchange(first, false)});
    }
}

SimNcclRun::~SimNcclRun()
{
    if (m_flow != 0)
        (void)m_world.flows().stop(m_flow); // it may be over
}

bool SimNcclRun::join(SimRank &rank, int number)
{
    if (number < 0 || number >= m_request.ranks || m_ranks[static_cast<std::size_t>(number)] || m_over)
        return false;
    m_ranks[static_cast<std::size_t>(number)] = &rank;
    if (std::ranges::find(m_ranks, nullptr) == m_ranks.end())
        later(milliseconds(20), &SimNcclRun::begin);
    return true;
}

void SimNcclRun::leave(const SimRank &rank)
{
    const auto at = std::ranges::find(m_ranks, &rank);
    if (at == m_ranks.end())
        return;
    *at = nullptr;
    failAll({base::ErrorKind::Failed, "nccl.peer-lost"_msg, "socket closed by a remote peer"});
}

void SimNcclRun::later(nanoseconds delay, void (SimNcclRun::*what)())
{
    const auto time = std::chrono::ceil<milliseconds>(delay);
    m_world.loop().after(time, [weak = weak_from_this(), what] {
        if (const auto self = weak.lock(); self && !self->m_over)
            ((*self).*what)();
    });
}

void SimNcclRun::failAll(const base::Error &error)
{
    if (std::exchange(m_over, true))
        return;
    const auto self = shared_from_this(); // the last rank that goes lets go of it
    if (m_flow != 0)
        (void)m_world.flows().stop(m_flow);
    for (SimRank *const rank : m_ranks)
        if (rank)
            rank->fail(error);
}

TrafficRequest SimNcclRun::trafficOf(const Row &row) const
{
    TrafficRequest request;
    request.kind = TrafficRequest::Kind::Nccl;
    request.collective = kindOf(row.collective);
    request.bytes = std::max(row.size, kLeastBytes);
    std::set<domain::HalfId> halves;
    for (SimRank *const rank : m_ranks) {
        request.sparks.push_back(rank->spark().number);
        const auto own = rank->halves();
        halves.insert(own.begin(), own.end());
    }
    request.halves.assign(halves.begin(), halves.end());
    return request;
}

void SimNcclRun::begin()
{
    if (std::ranges::find(m_ranks, nullptr) != m_ranks.end() || m_rows.empty())
        return;
    if (const auto way = m_world.flows().reaches(trafficOf(m_rows.front())); !way)
        return failAll(
            {base::ErrorKind::Failed, base::Message("nccl.library-error"_msg).with("error", "unhandled system error"),
                way.error().detail.empty() ? way.error().message.id : way.error().detail});
    const bool sockets =
        std::ranges::any_of(m_ranks, [](SimRank *rank) { return !rank->spark().parameters.nccl.rdmaUsable; });
    for (std::size_t i = 0; i < m_ranks.size(); ++i)
        m_ranks[i]->logTransport(sockets, static_cast<int>((i + 1) % m_ranks.size()));
    next();
}

double SimNcclRun::needOf(const Row &row) const
{
    const double part = agent::ncclBusFactor(row.collective, m_request.ranks);
    const bool checked = m_request.verify && agent::ncclCheckable(row.collective, row.inPlace);
    double bytes =
        static_cast<double>(row.size) * (m_request.iterations + std::max(m_request.warmUps, 1) + (checked ? 1 : 0));
    if (row.first)
        for (const std::int64_t size : agent::ncclSizes(m_request.minBytes, m_request.maxBytes, 2))
            bytes += static_cast<double>(size) * m_request.warmUps;
    return part * bytes * 8e-9;
}

void SimNcclRun::next()
{
    if (m_row >= m_rows.size())
        return finish();
    const Row &row = m_rows[m_row];
    const auto bytes = agent::ncclShape(row.collective, static_cast<std::size_t>(row.size), m_request.ranks).bytes();
    for (SimRank *const rank : m_ranks)
        rank->enter(row.first ? NcclPhase::WarmUp : NcclPhase::Timed, labelOf(row.collective, bytes, row.inPlace));
    const auto flow = m_world.flows().start(trafficOf(row));
    if (!flow)
        return failAll({base::ErrorKind::Failed, "nccl.peer-lost"_msg, flow.error().detail});
    m_flow = *flow;
    m_world.flows().endAfter(m_flow, needOf(row));
    m_warm = false;
    later(milliseconds(1), &SimNcclRun::poll);
}

// Looks how far the data has come. However late that is, no more than is needed has moved.
void SimNcclRun::poll()
{
    const auto state = m_world.flows().state(m_flow);
    if (!state || !state->problem.empty())
        return failAll({base::ErrorKind::Failed, "nccl.peer-lost"_msg, state ? state->problem : std::string()});
    const double missing = needOf(m_rows[m_row]) - state->gigabits;
    if (!state->running || missing < kOneBit)
        return rowEnded();
    if (!m_warm && state->seconds >= kFullSpeed) {
        m_warm = true;
        m_warmSeconds = state->seconds;
        m_warmGigabits = state->gigabits;
        for (SimRank *const rank : m_ranks)
            rank->enter(NcclPhase::Timed, labelOf(m_rows[m_row].collective, m_rows[m_row].size, m_rows[m_row].inPlace));
    }
    // It cannot be there sooner than at its full speed.
    const double gbps = std::max(state->gbpsFull, state->gbpsNow);
    const double seconds = gbps > 0 ? missing / gbps : 1;
    later(std::min<nanoseconds>(kMostBetween, nanoseconds(std::int64_t(std::min(seconds, 1.0) * 1e9))),
        &SimNcclRun::poll);
}

void SimNcclRun::rowEnded()
{
    const auto state = m_world.flows().state(m_flow);
    const double full = state->gbpsFull;
    (void)m_world.flows().stop(std::exchange(m_flow, 0)); // it is over
    const Row &row = m_rows[m_row++];
    // From full speed to the end. One that was over before: warm-ups are no part of a figure, nor is the rise.
    const double seconds = (state->seconds - m_warmSeconds) / m_world.options().speed;
    const double gbps = m_warm && seconds > 0.002 ? (state->gigabits - m_warmGigabits) / seconds : std::max(full, 1e-3);
    const auto shape = agent::ncclShape(row.collective, static_cast<std::size_t>(row.size), m_request.ranks);
    protocol::NcclRow said;
    said.collective = row.collective;
    said.inPlace = row.inPlace;
    said.bytes = shape.bytes();
    said.count = static_cast<std::int64_t>(shape.count);
    said.busBw = gbps / 8;
    said.algBw = said.busBw / agent::ncclBusFactor(row.collective, m_request.ranks);
    said.timeUs = static_cast<double>(said.bytes) / 1e3 / said.algBw;
    if (m_request.verify && agent::ncclCheckable(row.collective, row.inPlace)) {
        said.wrong = ++m_checks == m_request.damageCheck ? 1 : 0;
        said.checkedBytes = static_cast<std::int64_t>(shape.receive * agent::kNcclElement);
        m_wrong += *said.wrong;
    }
    for (SimRank *const rank : m_ranks)
        rank->say(protocol::event::kNcclRow, protocol::encode(said));
    next();
}

void SimNcclRun::finish()
{
    m_over = true;
    protocol::NcclRunAnswer answer;
    answer.rows = static_cast<int>(m_rows.size());
    answer.wrong = m_wrong;
    const std::vector<SimRank *> ranks = m_ranks;
    for (SimRank *const rank : ranks)
        rank->done(answer);
}

} // namespace sparkloom::sim
