// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/epollloop.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <sys/epoll.h>
#include <unistd.h>

namespace sparkloom::agent {
namespace {

std::chrono::nanoseconds readClock(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

EpollLoop::EpollLoop() : m_epoll(epoll_create1(EPOLL_CLOEXEC)) {}

EpollLoop::~EpollLoop()
{
    if (m_epoll >= 0)
        close(m_epoll);
}

Loop::TimerId EpollLoop::after(std::chrono::milliseconds delay, std::function<void()> callback)
{
    const TimerId id = ++m_lastTimer;
    m_timers.emplace(monotonic() + std::max(delay, std::chrono::milliseconds(0)), Timer{id, std::move(callback)});
    return id;
}

void EpollLoop::cancel(TimerId timer)
{
    std::erase_if(m_timers, [timer](const auto &entry) { return entry.second.id == timer; });
}

std::chrono::nanoseconds EpollLoop::monotonic() const
{
    return readClock(CLOCK_MONOTONIC);
}

std::int64_t EpollLoop::utcMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(readClock(CLOCK_REALTIME)).count();
}

void EpollLoop::add(int descriptor, std::function<void()> ready)
{
    m_ready[descriptor] = std::make_shared<std::function<void()>>(std::move(ready));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0 && errno == EPERM) {
        // A regular file as stdin cannot be polled: it is always ready.
        after(std::chrono::milliseconds(0), [this, descriptor] {
            if (const auto it = m_ready.find(descriptor); it != m_ready.end()) {
                const auto keep = it->second;
                (*keep)();
                if (m_ready.contains(descriptor))
                    add(descriptor, *keep);
            }
        });
    }
}

void EpollLoop::remove(int descriptor)
{
    if (m_ready.erase(descriptor) > 0)
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

int EpollLoop::untilNextTimer() const
{
    if (m_timers.empty())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_timers.begin()->first - monotonic());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

void EpollLoop::runDueTimers()
{
    const auto now = monotonic();
    // One at a time: a callback may cancel the next one.
    while (m_running && !m_timers.empty() && m_timers.begin()->first <= now) {
        const auto node = m_timers.extract(m_timers.begin());
        node.mapped().callback();
    }
}

void EpollLoop::run()
{
    m_running = true;
    while (m_running) {
        epoll_event events[16];
        const int count = epoll_wait(m_epoll, events, 16, untilNextTimer());
        for (int i = 0; i < count && m_running; ++i) {
            const auto it = m_ready.find(events[i].data.fd);
            if (it == m_ready.end())
                continue;
            const auto keep = it->second; // the callback may remove itself
            (*keep)();
        }
        runDueTimers();
    }
}

void EpollLoop::stop()
{
    m_running = false;
}

} // namespace sparkloom::agent
