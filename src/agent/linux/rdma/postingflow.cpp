// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/flowkinds.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kCompletions = 32; // taken at once

verbs::Operation operationOf(protocol::RdmaOperation operation)
{
    switch (operation) {
    case protocol::RdmaOperation::Write: return verbs::kWrite;
    case protocol::RdmaOperation::Read: return verbs::kRead;
    case protocol::RdmaOperation::Send: break;
    }
    return verbs::kSend;
}

// One in this many signals (measurement-and-safety 2.3).
int atOnce(int depth)
{
    return std::clamp(depth / 4, 1, 16);
}

} // namespace

PostingFlow::PostingFlow(
    const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish)
    : RdmaFlowEnd(device, plan, number, wake, wish), m_atOnce(atOnce(plan.request.depth)),
      m_state(static_cast<std::size_t>(plan.request.flows[number].queuePairs))
{}

// Data of another seed, so that what the timed loop leaves behind does not pass for verified data.
base::Result<void> PostingFlow::prepare()
{
    DataPattern(~std::uint64_t(m_pairs.number(0))).fill(m_pairs.memory(), 0);
    return {};
}

bool PostingFlow::work()
{
    Idling idling;
    while (!stopping() && !finishing()) {
        bool found = false;
        if (!fillQueues() || !collect(found))
            return false;
        if (found)
            idling.found();
        else
            idling.again();
    }
    return drain() && (stopping() || verify());
}

bool PostingFlow::fillQueues()
{
    for (std::size_t pair = 0; pair < m_state.size(); ++pair)
        while (m_state[pair].inFlight + m_atOnce <= m_request.depth)
            if (!post(pair, m_atOnce))
                return false;
    return true;
}

// A list of messages, slot after slot; the last one signals for all.
bool PostingFlow::post(std::size_t pair, int count)
{
    const auto slots = static_cast<std::size_t>(protocol::kRdmaSlots);
    const auto size = static_cast<std::size_t>(m_request.messageBytes);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const std::size_t at = m_state[pair].next++ % slots;
        m_pieces[i] = {reinterpret_cast<std::uintptr_t>(slot(pair, at, slots).data()), static_cast<std::uint32_t>(size),
            m_pairs.localKey()};
        verbs::SendWork &work = m_work[i];
        work.id = static_cast<std::uint64_t>(pair) << 32 | static_cast<std::uint64_t>(count);
        work.next = i + 1 < static_cast<std::size_t>(count) ? &m_work[i + 1] : nullptr;
        work.pieces = &m_pieces[i];
        work.pieceCount = 1;
        work.operation = operationOf(m_request.operation);
        work.flags = work.next ? 0 : unsigned(verbs::kSignaled);
        work.remote.address = m_peer.address + (pair * slots + at) * size;
        work.remote.key = m_peer.key;
    }
    if (const int error = m_pairs.post(pair, m_work[0]))
        return failPosting(error);
    m_state[pair].inFlight += count;
    return true;
}

bool PostingFlow::collect(bool &found)
{
    std::array<verbs::WorkCompletion, kCompletions> completions{};
    const int count = m_pairs.poll(completions);
    if (count < 0)
        return failPosting(EIO);
    for (int i = 0; i < count; ++i) {
        const verbs::WorkCompletion &completion = completions[static_cast<std::size_t>(i)];
        if (completion.status != kWorkDone)
            return fail(completion);
        const auto messages = static_cast<int>(completion.id & 0xffffffffu);
        m_state[completion.id >> 32].inFlight -= messages;
        this->count(static_cast<std::uint64_t>(messages));
    }
    found = count > 0;
    return true;
}

int PostingFlow::inFlight() const
{
    int sum = 0;
    for (const Pair &pair : m_state)
        sum += pair.inFlight;
    return sum;
}

// The NIC ends every message, well or with an error, after its retries at the latest.
bool PostingFlow::drain()
{
    Idling idling;
    while (inFlight() > 0 && !stopping()) {
        bool found = false;
        if (!collect(found))
            return false;
        if (found)
            idling.found();
        else
            idling.again();
    }
    return true;
}

// Every slot once, in order.
bool PostingFlow::verify()
{
    if (m_request.operation == protocol::RdmaOperation::Read)
        std::memset(m_pairs.memory().data(), 0, m_pairs.memory().size());
    else
        pattern().fill(m_pairs.memory(), 0);
    for (Pair &pair : m_state)
        pair.next = 0;
    for (int slot = 0; slot < protocol::kRdmaSlots; ++slot) {
        for (std::size_t pair = 0; pair < m_state.size(); ++pair)
            if (!post(pair, 1))
                return false;
        if (!drain())
            return false;
    }
    return true;
}

std::optional<DataPattern::Comparison> PostingFlow::check()
{
    if (m_request.operation != protocol::RdmaOperation::Read)
        return std::nullopt;
    return pattern().compare(m_pairs.memory(), 0);
}

} // namespace sparkloom::agent
