// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"

#include <atomic>
#include <future>
#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sparkloom::sim {

// The one thread on which the simulated world, every agent session and the control channel run. Real time; other
// threads reach it through post() and call() only.
class EventLoop : public agent::Loop {
public:
    EventLoop();
    ~EventLoop() override;
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    // World thread.
    TimerId after(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;
    std::chrono::nanoseconds monotonic() const override;
    std::int64_t utcMs() const override;
    // readable is called whenever the descriptor can be read or has ended; one descriptor at most per number.
    void watch(int descriptor, std::function<void()> readable);
    void unwatch(int descriptor);
    // Runs until stop(). Afterwards nothing that was posted runs any more.
    void run();
    void stop();

    // Any thread. After the end of run() it does nothing and says so.
    bool post(std::function<void()> work);
    // Any other thread: runs work on the world thread and waits for it. Nothing when the loop has ended.
    template <typename T>
    std::optional<T> call(std::function<T()> work)
    {
        auto promise = std::make_shared<std::promise<T>>();
        auto future = promise->get_future();
        if (!post([promise, work = std::move(work)] { promise->set_value(work()); }))
            return std::nullopt;
        promise.reset(); // when the loop drops the work, the promise breaks and the wait ends
        try {
            return future.get();
        } catch (const std::future_error &) {
            return std::nullopt;
        }
    }

private:
    using When = std::pair<std::chrono::nanoseconds, TimerId>;
    void runPosted();
    void runDueTimers();
    int millisecondsToNextTimer() const;

    int m_wakeDescriptor = -1;
    bool m_stopping = false;
    TimerId m_lastTimer = 0;
    std::map<When, std::function<void()>> m_timers;
    std::unordered_map<TimerId, std::chrono::nanoseconds> m_due;
    std::map<int, std::function<void()>> m_watched;

    std::mutex m_mutex; // guards the two below
    std::vector<std::function<void()>> m_posted;
    bool m_ended = false;
};

} // namespace sparkloom::sim
