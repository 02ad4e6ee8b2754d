// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <map>
#include <set>

namespace sparkloom::agent {

// The agent's one thread: timers and descriptors on epoll. Callbacks may add and remove timers and descriptors freely.
class EpollLoop : public Loop {
public:
    EpollLoop();
    ~EpollLoop() override;
    EpollLoop(const EpollLoop &) = delete;
    EpollLoop &operator=(const EpollLoop &) = delete;

    TimerId after(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;
    std::chrono::nanoseconds monotonic() const override;
    std::int64_t utcMs() const override;

    // ready is called while the descriptor has something to read, an error or a hang-up. The caller keeps owning it and
    // removes it before closing.
    void add(int descriptor, std::function<void()> ready);
    void remove(int descriptor);

    // Runs until stop().
    void run();
    void stop();

private:
    int untilNextTimer() const;
    void runDueTimers();

    struct Timer {
        TimerId id;
        std::function<void()> callback;
    };
    int m_epoll = -1;
    bool m_running = false;
    TimerId m_lastTimer = 0;
    std::multimap<std::chrono::nanoseconds, Timer> m_timers;
    std::map<int, std::shared_ptr<std::function<void()>>> m_ready;
};

} // namespace sparkloom::agent
