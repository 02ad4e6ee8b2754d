// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/rdma/queuepairs.h"
#include "agent/rdma/completion.h"
#include "agent/rdma/datapattern.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace sparkloom::agent {

// One end of a flow. Everything but work() runs on the main thread of the process.
class RdmaFlowEnd {
public:
    enum class State { Waiting, Running, Ended, Failed };

    // number: place within the plan. wake: an eventfd that gets 1 whenever the state changes.
    static std::unique_ptr<RdmaFlowEnd> make(
        const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake);
    virtual ~RdmaFlowEnd() = default;
    RdmaFlowEnd(const RdmaFlowEnd &) = delete;
    RdmaFlowEnd &operator=(const RdmaFlowEnd &) = delete;

    base::Result<void> open() { return m_pairs.open(); }
    base::Result<void> connect(const protocol::RdmaEndpoint &peer);
    void start();
    // Of an active one: nothing more, the data are verified, it ends.
    void finish() { m_finishing.store(true, std::memory_order_relaxed); }
    // Ends the thread at once and waits for it.
    void stop();

    const protocol::RdmaFlow &flow() const { return m_flow; }
    const protocol::RdmaDevice &gid() const { return m_gid; }
    const QueuePairs &pairs() const { return m_pairs; }
    State state() const { return m_state.load(std::memory_order_acquire); }
    std::uint64_t messages() const { return m_messages.load(std::memory_order_relaxed); }
    // What failed; only in State::Failed. portDown is left to the caller.
    const CompletionFailure &failure() const { return m_failure; }
    // Once it has ended; empty where no latency was measured.
    std::vector<std::uint32_t> takeRoundTrips() { return std::move(m_roundTrips); }
    // The data that arrived here; nothing where none do.
    virtual std::optional<DataPattern::Comparison> check() { return std::nullopt; }

protected:
    RdmaFlowEnd(
        const VerbsDevice &device, const protocol::RdmaPlan &plan, std::size_t number, int wake, QueuePairs::Wish wish);
    // Before data may come.
    virtual base::Result<void> prepare() { return {}; }
    // The thread: until it is told to end. False: failed, m_failure says why. The default has nothing to do.
    virtual bool hasThread() const { return true; }
    virtual bool work() { return true; }

    // Same at both ends: made of the queue pair of the active end.
    DataPattern pattern() const;
    std::span<std::byte> slot(std::size_t pair, std::size_t slot, std::size_t slots) const;
    bool fail(const verbs::WorkCompletion &completion);
    bool failPosting(int errorNumber);
    bool stopping() const { return m_stopping.load(std::memory_order_relaxed); }
    bool finishing() const { return m_finishing.load(std::memory_order_relaxed); }
    void count(std::uint64_t messages)
    {
        m_messages.store(m_messages.load(std::memory_order_relaxed) + messages, std::memory_order_relaxed);
    }

    const protocol::RdmaOpenRequest &m_request;
    const protocol::RdmaFlow &m_flow;
    const protocol::RdmaDevice &m_gid;
    QueuePairs m_pairs;
    protocol::RdmaEndpoint m_peer;
    std::vector<std::uint32_t> m_roundTrips; // ns

private:
    const int m_wake;
    std::thread m_thread;
    std::atomic<State> m_state{State::Waiting};
    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_finishing{false};
    CompletionFailure m_failure;                          // written before the state becomes Failed
    alignas(64) std::atomic<std::uint64_t> m_messages{0}; // its own cache line: written for every completion
};

// What a thread does that found nothing to do: first it looks again at once, after a while it lets others run.
class Idling {
public:
    void again()
    {
        if (++m_times > kPatient)
            std::this_thread::yield();
    }
    void found() { m_times = 0; }

private:
    static constexpr int kPatient = 2000;
    int m_times = 0;
};

} // namespace sparkloom::agent
