// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/flowkinds.h"

#include <cerrno>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kPassiveCompletions = 32; // taken at once

} // namespace

// What is to be read, or nothing yet.
base::Result<void> PassiveFlow::prepare()
{
    if (m_request.operation == protocol::RdmaOperation::Read)
        pattern().fill(m_pairs.memory(), 0);
    return {};
}

std::optional<DataPattern::Comparison> PassiveFlow::check()
{
    if (m_request.operation == protocol::RdmaOperation::Read)
        return std::nullopt;
    return pattern().compare(m_pairs.memory(), 0);
}

ReceivingFlow::ReceivingFlow(
    const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish)
    : RdmaFlowEnd(device, plan, number, wake, wish),
      m_slots(static_cast<std::size_t>(protocol::rdmaSlots(plan.request, plan.request.flows[number]))),
      m_received(static_cast<std::size_t>(plan.request.flows[number].queuePairs))
{}

int ReceivingFlow::give(std::size_t pair, std::size_t number)
{
    const std::span<std::byte> memory = slot(pair, number, m_slots);
    verbs::Piece piece{
        reinterpret_cast<std::uintptr_t>(memory.data()), static_cast<std::uint32_t>(memory.size()), m_pairs.localKey()};
    verbs::ReceiveWork work{static_cast<std::uint64_t>(pair), nullptr, &piece, 1};
    return m_pairs.post(pair, work);
}

base::Result<void> ReceivingFlow::prepare()
{
    for (std::size_t pair = 0; pair < m_received.size(); ++pair)
        for (std::size_t number = 0; number < m_slots; ++number)
            if (const int error = give(pair, number))
                return resourceError(error, "ibv_post_recv", m_pairs.device().name(), -1, 0);
    return {};
}

// Until it is told to end, and then what is still there.
bool ReceivingFlow::work()
{
    Idling idling;
    for (;;) {
        const bool last = stopping();
        std::array<verbs::WorkCompletion, kPassiveCompletions> completions{};
        const int count = m_pairs.poll(completions);
        if (count < 0)
            return failPosting(EIO);
        for (int i = 0; i < count; ++i)
            if (!take(completions[static_cast<std::size_t>(i)]))
                return false;
        if (count == 0 && last)
            return true;
        if (count > 0)
            idling.found();
        else
            idling.again();
    }
}

bool ReceivingFlow::take(const verbs::WorkCompletion &completion)
{
    if (completion.status != kWorkDone)
        return fail(completion);
    const auto pair = static_cast<std::size_t>(completion.id);
    const int error = give(pair, m_received[pair]++ % m_slots);
    return error == 0 || failPosting(error);
}

// The verification came last: its messages are the ones that were received last on each pair, in order.
std::optional<DataPattern::Comparison> ReceivingFlow::check()
{
    stop();
    const auto size = static_cast<std::uint64_t>(m_request.messageBytes);
    DataPattern::Comparison sum;
    for (std::size_t pair = 0; pair < m_received.size(); ++pair)
        for (std::uint64_t i = 0; i < protocol::kRdmaSlots; ++i) {
            const std::uint64_t message = m_received[pair] + i;
            if (message < protocol::kRdmaSlots)
                continue;
            sum.add(pattern().compare(slot(pair, (message - protocol::kRdmaSlots) % m_slots, m_slots),
                (pair * protocol::kRdmaSlots + i) * size));
        }
    return sum;
}

} // namespace sparkloom::agent
