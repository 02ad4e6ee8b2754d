// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/rdma/rdmaflow.h"

#include <array>
#include <chrono>
#include <vector>

namespace sparkloom::agent {

// The active end of Write, Read and Send: keeps every queue pair full, and at the end verifies with one pass over the
// memory.
class PostingFlow : public RdmaFlowEnd {
public:
    PostingFlow(
        const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish);
    std::optional<DataPattern::Comparison> check() override;

protected:
    base::Result<void> prepare() override;
    bool work() override;

private:
    static constexpr std::size_t kMostAtOnce = 16;
    struct Pair {
        int inFlight = 0;
        std::size_t next = 0; // slot
    };
    bool fillQueues();
    bool post(std::size_t pair, int count);
    // Takes completions; false: one failed. found: whether there was any.
    bool collect(bool &found);
    bool drain();
    bool verify();
    int inFlight() const;

    const int m_atOnce; // messages that are posted together, the last of them signals
    std::vector<Pair> m_state;
    std::array<verbs::SendWork, kMostAtOnce> m_work{};
    std::array<verbs::Piece, kMostAtOnce> m_pieces{};
};

// The passive end of Write and Read: its NIC does everything.
class PassiveFlow : public RdmaFlowEnd {
public:
    PassiveFlow(
        const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish)
        : RdmaFlowEnd(device, plan, number, wake, wish)
    {}
    std::optional<DataPattern::Comparison> check() override;

protected:
    base::Result<void> prepare() override;
    bool hasThread() const override { return false; }
};

// The passive end of Send: gives memory for messages to come, again and again.
class ReceivingFlow : public RdmaFlowEnd {
public:
    ReceivingFlow(
        const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish);
    std::optional<DataPattern::Comparison> check() override;

protected:
    base::Result<void> prepare() override;
    bool work() override;

private:
    int give(std::size_t pair, std::size_t slot);
    bool take(const verbs::WorkCompletion &completion);

    const std::size_t m_slots;             // of each pair
    std::vector<std::uint64_t> m_received; // messages by pair; of the thread, read after stop()
};

// Both ends of a ping-pong: eight bytes are written into the other's memory, which writes them back.
class PingPongFlow : public RdmaFlowEnd {
public:
    PingPongFlow(
        const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish)
        : RdmaFlowEnd(device, plan, number, wake, wish)
    {}

protected:
    bool work() override;

private:
    enum class Heard { Came, Stopped, Failed };
    bool ping();
    bool pong();
    bool say(std::uint64_t number);
    Heard hear(std::uint64_t number);
    bool reap();

    int m_unreaped = 0;
    std::uint64_t m_said = 0;
};

} // namespace sparkloom::agent
