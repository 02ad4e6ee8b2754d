// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/rdmaflow.h"

#include "agent/linux/rdma/flowkinds.h"
#include "base/text.h"

#include <cstring>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kInlineBytes = 32; // of a ping: more than one word
constexpr int kPingDepth = 64;

long long allBytesOf(const protocol::RdmaOpenRequest &request)
{
    long long bytes = 0;
    for (const protocol::RdmaFlow &flow : request.flows)
        bytes += protocol::rdmaMemory(request, flow);
    return bytes;
}

QueuePairs::Wish wishOf(const protocol::RdmaOpenRequest &request, const protocol::RdmaFlow &flow)
{
    QueuePairs::Wish wish;
    wish.pairs = flow.queuePairs;
    wish.bytes = static_cast<std::size_t>(protocol::rdmaMemory(request, flow));
    wish.allBytes = allBytesOf(request);
    wish.operation = request.operation;
    if (flow.kind == protocol::RdmaKind::Latency) {
        wish.pairs = 1;
        wish.sends = kPingDepth;
        wish.inlineBytes = kInlineBytes;
        wish.operation = protocol::RdmaOperation::Write;
    } else if (flow.active) {
        wish.sends = request.depth;
    } else if (request.operation == protocol::RdmaOperation::Send) {
        wish.receives = protocol::rdmaSlots(request, flow);
    }
    return wish;
}

} // namespace

std::unique_ptr<RdmaFlowEnd> RdmaFlowEnd::make(
    const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake)
{
    const protocol::RdmaFlow &flow = plan.request.flows[number];
    const QueuePairs::Wish wish = wishOf(plan.request, flow);
    if (flow.kind == protocol::RdmaKind::Latency)
        return std::make_unique<PingPongFlow>(device, plan, number, wake, wish);
    if (flow.active)
        return std::make_unique<PostingFlow>(device, plan, number, wake, wish);
    if (plan.request.operation == protocol::RdmaOperation::Send)
        return std::make_unique<ReceivingFlow>(device, plan, number, wake, wish);
    return std::make_unique<PassiveFlow>(device, plan, number, wake, wish);
}

RdmaFlowEnd::RdmaFlowEnd(
    const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish)
    : m_request(plan.request), m_flow(plan.request.flows[number]), m_gid(plan.devices[number]), m_pairs(device, wish),
      m_wake(wake)
{}

base::Result<void> RdmaFlowEnd::connect(const protocol::RdmaEndpoint &peer)
{
    m_peer = peer;
    if (auto prepared = prepare(); !prepared)
        return prepared;
    auto connected = m_pairs.connect(peer, m_gid.gidIndex);
    if (!connected) {
        base::Error error = connected.error();
        error.message.arguments["flow"] = std::int64_t(m_flow.flow);
        return error;
    }
    return connected;
}

void RdmaFlowEnd::start()
{
    if (!hasThread())
        return;
    m_state.store(State::Running, std::memory_order_release);
    m_thread = std::thread([this] {
        const bool well = work();
        m_state.store(well ? State::Ended : State::Failed, std::memory_order_release);
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
    });
}

void RdmaFlowEnd::stop()
{
    m_stopping.store(true, std::memory_order_relaxed);
    if (m_thread.joinable())
        m_thread.join();
}

DataPattern RdmaFlowEnd::pattern() const
{
    const std::uint32_t own = m_pairs.number(0);
    const std::uint32_t other = m_peer.queuePairs.empty() ? 0 : m_peer.queuePairs.front().number;
    std::uint64_t seed = m_flow.active ? own : other;
    for (const char c : m_request.token)
        seed = seed * 0x100000001b3u ^ static_cast<unsigned char>(c);
    return DataPattern(seed);
}

std::span<std::byte> RdmaFlowEnd::slot(std::size_t pair, std::size_t slot, std::size_t slots) const
{
    const auto size = static_cast<std::size_t>(m_request.messageBytes);
    return m_pairs.memory().subspan((pair * slots + slot) * size, size);
}

bool RdmaFlowEnd::fail(const verbs::WorkCompletion &completion)
{
    m_failure.status = static_cast<int>(completion.status);
    m_failure.vendorCode = completion.vendorCode;
    const char *text = m_pairs.device().library().statusText(completion.status);
    m_failure.statusText = text ? text : "";
    m_failure.device = m_pairs.device().name();
    m_failure.queuePair = static_cast<int>(m_pairs.placeOf(completion.queuePair));
    return false;
}

bool RdmaFlowEnd::failPosting(int errorNumber)
{
    m_failure.status = -1;
    m_failure.statusText = std::strerror(errorNumber);
    m_failure.device = m_pairs.device().name();
    return false;
}

} // namespace sparkloom::agent
