// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/flowkinds.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

namespace sparkloom::agent {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLine = 64;         // what comes and what goes lie on cache lines of their own
constexpr int kSignalEach = 16;           // pings
constexpr std::uint64_t kLookEach = 1024; // turns of waiting, between two looks whether the queue pair still lives
constexpr int kWarmUpShare = 10;          // of the rounds
constexpr std::chrono::seconds kLost{5};  // a lost packet is sent again within 0.5 s

std::atomic_ref<std::uint64_t> wordAt(std::span<std::byte> memory, std::size_t at)
{
    return std::atomic_ref<std::uint64_t>(*reinterpret_cast<std::uint64_t *>(memory.data() + at));
}

} // namespace

bool PingPongFlow::work()
{
    return m_flow.active ? ping() : pong();
}

bool PingPongFlow::say(std::uint64_t number)
{
    wordAt(m_pairs.memory(), kLine).store(number, std::memory_order_relaxed);
    verbs::Piece piece{
        reinterpret_cast<std::uintptr_t>(m_pairs.memory().data() + kLine), sizeof number, m_pairs.localKey()};
    verbs::SendWork work{};
    work.pieces = &piece;
    work.pieceCount = 1;
    work.operation = verbs::kWrite;
    work.remote.address = m_peer.address;
    work.remote.key = m_peer.key;
    work.flags = verbs::kInline;
    if (++m_said % kSignalEach == 0) {
        work.flags |= verbs::kSignaled;
        ++m_unreaped;
    }
    if (const int error = m_pairs.post(0, work))
        return failPosting(error);
    return m_unreaped == 0 || reap();
}

// Completions of pings that signalled, so that their places in the queue are free again.
bool PingPongFlow::reap()
{
    std::array<verbs::WorkCompletion, 4> completions{};
    const int count = m_pairs.poll(completions);
    if (count < 0)
        return failPosting(EIO);
    for (int i = 0; i < count; ++i)
        if (completions[static_cast<std::size_t>(i)].status != kWorkDone)
            return fail(completions[static_cast<std::size_t>(i)]);
    m_unreaped -= std::min(count, m_unreaped);
    return true;
}

PingPongFlow::Heard PingPongFlow::hear(std::uint64_t number)
{
    const auto word = wordAt(m_pairs.memory(), 0);
    Clock::time_point since{};
    // Never lets others run in between: a call of the kernel takes a good part of a round trip.
    for (std::uint64_t turn = 1; word.load(std::memory_order_acquire) != number; ++turn) {
        if (turn % kLookEach != 0)
            continue;
        if (stopping())
            return Heard::Stopped;
        if (!reap())
            return Heard::Failed;
        const Clock::time_point now = Clock::now();
        if (since == Clock::time_point())
            since = now;
        // Whoever answers waits as long as it takes for the first question.
        if (m_flow.active && now - since > kLost) {
            failPosting(ETIMEDOUT);
            return Heard::Failed;
        }
    }
    return Heard::Came;
}

// Warms up for the time that load needs to get going, then counts rounds until there are enough or time is up.
bool PingPongFlow::ping()
{
    const auto timed = Clock::now() + std::chrono::milliseconds(m_request.warmUpMs);
    const auto end = timed + std::chrono::milliseconds(m_request.measureMs);
    const auto warm = timed + std::chrono::milliseconds(m_request.measureMs / kWarmUpShare); // where rounds are slow
    const int warmUps = m_request.rounds / kWarmUpShare;
    std::uint64_t round = 0;
    for (auto now = Clock::now(); (static_cast<int>(round) < warmUps && now < warm) || now < timed;
         now = Clock::now()) {
        if (!say(++round))
            return false;
        const Heard heard = hear(round);
        if (heard != Heard::Came)
            return heard == Heard::Stopped;
    }
    m_roundTrips.reserve(static_cast<std::size_t>(m_request.rounds));
    for (auto before = Clock::now(); static_cast<int>(m_roundTrips.size()) < m_request.rounds && !finishing();) {
        if (!say(++round))
            return false;
        const Heard heard = hear(round);
        if (heard != Heard::Came)
            return heard == Heard::Stopped;
        const auto now = Clock::now();
        const auto took = std::chrono::duration_cast<std::chrono::nanoseconds>(now - before).count();
        m_roundTrips.push_back(static_cast<std::uint32_t>(std::clamp<std::int64_t>(took, 0, 0xffffffffLL)));
        before = now;
        if (now > end)
            break;
    }
    return true;
}

bool PingPongFlow::pong()
{
    for (std::uint64_t round = 1;; ++round) {
        const Heard heard = hear(round);
        if (heard != Heard::Came)
            return heard == Heard::Stopped;
        if (!say(round))
            return false;
    }
}

} // namespace sparkloom::agent
