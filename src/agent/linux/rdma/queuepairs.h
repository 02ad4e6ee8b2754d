// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/rdma/verbslibrary.h"
#include "protocol/messages_rdma.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sparkloom::agent {

// The memory of one end of a flow, its queue pairs and their completion queue. Released when it goes.
class QueuePairs {
public:
    struct Wish {
        int pairs = 1;
        int sends = 0;    // in flight on each pair
        int receives = 0; // posted on each pair
        std::size_t bytes = 0;
        int inlineBytes = 0;
        long long allBytes = 0; // that the process registers altogether, for the words about its limit
        protocol::RdmaOperation operation = protocol::RdmaOperation::Write;
    };
    QueuePairs(const VerbsDevice &device, Wish wish) : m_device(device), m_wish(wish) {}
    ~QueuePairs();
    QueuePairs(const QueuePairs &) = delete;
    QueuePairs &operator=(const QueuePairs &) = delete;

    // Errors: rdma.memlock, rdma.no-memory, rdma.no-permission, rdma.no-resources.
    base::Result<void> open();
    // Errors: rdma.no-neighbour, rdma.wrong-gid, rdma.connect-failed.
    base::Result<void> connect(const protocol::RdmaEndpoint &peer, int gidIndex);
    protocol::RdmaEndpoint endpoint(int flow, const std::string &gid, int mtu) const;

    std::span<std::byte> memory() const { return {m_bytes, m_wish.bytes}; }
    std::uint32_t localKey() const { return m_memory->localKey; }
    std::size_t count() const { return m_pairs.size(); }
    std::uint32_t number(std::size_t pair) const { return m_pairs[pair]->number; }
    // Place of the pair with this number; count() where it is none of ours.
    std::size_t placeOf(std::uint32_t number) const;
    const VerbsDevice &device() const { return m_device; }

    // 0, or an errno.
    int post(std::size_t pair, verbs::SendWork &first) const;
    int post(std::size_t pair, verbs::ReceiveWork &first) const;
    // How many completions there were, at most as many as fit; negative: the queue broke.
    int poll(std::span<verbs::WorkCompletion> completions) const;

private:
    base::Result<void> openPair();

    const VerbsDevice &m_device;
    const Wish m_wish;
    std::byte *m_bytes = nullptr;
    verbs::Memory *m_memory = nullptr;
    verbs::CompletionQueue *m_queue = nullptr;
    std::vector<verbs::QueuePair *> m_pairs;
    std::vector<std::uint32_t> m_sequences; // by pair
};

} // namespace sparkloom::agent
